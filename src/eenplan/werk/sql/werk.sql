-- Close the open lines about a file, whoever they belong to: only by a request that wrote an event about that file
-- and has the person in hand.
CREATE FUNCTION pol.werk_afronden(p_over uuid, p_soort text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pol, pg_temp AS $$
DECLARE
  gemeente uuid := pol.gemeente_van_gebeurtenis(p_over);
BEGIN
  UPDATE werk_item w SET toestand = 'klaar', klaar_op = pol.nu()
   WHERE w.over_id = p_over AND w.soort = p_soort AND w.toestand = 'open' AND w.gemeente_id = gemeente
     AND (w.persoon_id IS NULL OR w.persoon_id IN (SELECT pol.in_handen()));
END $$;

GRANT EXECUTE ON FUNCTION pol.werk_afronden(uuid, text) TO eenplan_app;
