-- Give the open lines about a file another last day, because its clock moved: only by a request that wrote an event
-- about that file and has the person in hand.
CREATE FUNCTION pol.werk_verzetten(p_over uuid, p_soort text, p_vervalt date) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pol, pg_temp AS $$
DECLARE
  gemeente uuid := pol.gemeente_van_gebeurtenis(p_over);
BEGIN
  UPDATE werk_item w SET vervalt = p_vervalt
   WHERE w.over_id = p_over AND w.soort = p_soort AND w.toestand = 'open' AND w.gemeente_id = gemeente
     AND (w.persoon_id IS NULL OR w.persoon_id IN (SELECT pol.in_handen()));
END $$;

GRANT EXECUTE ON FUNCTION pol.werk_verzetten(uuid, text, date) TO eenplan_app;
