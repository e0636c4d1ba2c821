-- Of whom not even a line may show: who blocked me or my party, and every household in which I know somebody.
CREATE FUNCTION pol.gesloten_voor_mij() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pol, pg_temp AS $$
  SELECT x.persoon_id FROM (SELECT pol.ctx() AS c) y, inzage_blokkade x
   WHERE x.tegen_id = ANY ((y.c).partijen) AND x.van <= (y.c).nu AND (x.tot IS NULL OR x.tot > (y.c).nu)
  UNION
  SELECT h FROM (SELECT pol.ctx() AS c) y, inzage_priverelatie x, pol.huisgenoten(x.persoon_id) h
   WHERE x.medewerker_id = (y.c).actor_id AND x.van <= (y.c).nu AND (x.tot IS NULL OR x.tot > (y.c).nu)
$$;

-- Close the open lines about a file, whoever they belong to: only by a request that wrote an event about that file.
CREATE FUNCTION pol.werk_afronden(p_over uuid, p_soort text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pol, pg_temp AS $$
DECLARE
  gemeente uuid := pol.gemeente_van_gebeurtenis(p_over);
BEGIN
  UPDATE werk_item w SET toestand = 'klaar', klaar_op = pol.nu()
   WHERE w.over_id = p_over AND w.soort = p_soort AND w.toestand = 'open' AND w.gemeente_id = gemeente;
END $$;

GRANT EXECUTE ON FUNCTION pol.gesloten_voor_mij() TO eenplan_app, eenplan_lezer;
GRANT EXECUTE ON FUNCTION pol.werk_afronden(uuid, text) TO eenplan_app;
