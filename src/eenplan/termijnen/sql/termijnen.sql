-- The municipality of the event this very request wrote about a file; refused when it wrote none.
-- What belongs to another party about that file may change only then, and only about somebody whose file is open here:
-- whoever runs SQL can write an event about any key.
CREATE FUNCTION pol.gemeente_van_gebeurtenis(p_over uuid) RETURNS uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pol, pg_temp AS $$
DECLARE
  gevonden uuid;
BEGIN
  SELECT g.gemeente_id INTO gevonden FROM platform_gebeurtenis g
   WHERE g.over_id = p_over AND g.xid = pg_current_xact_id_if_assigned()
     AND g.request_id = (pol.ctx()).request_id
   LIMIT 1;
  IF gevonden IS NULL THEN
    RAISE EXCEPTION 'zonder gebeurtenis over dit dossier verandert er niets van een ander'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN gevonden;
END $$;

-- Stop a clock, whoever it runs for.
CREATE FUNCTION pol.termijn_voldoen(p_over uuid, p_soort text, p_op date) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pol, pg_temp AS $$
DECLARE
  gemeente uuid := pol.gemeente_van_gebeurtenis(p_over);
BEGIN
  UPDATE termijnen_termijn t SET voldaan_op = p_op
   WHERE t.over_id = p_over AND t.soort = p_soort AND t.voldaan_op IS NULL AND t.vervallen_op IS NULL
     AND t.gemeente_id = gemeente
     AND t.persoon_id IN (SELECT pol.in_handen());
END $$;

-- A clock that turned out not to apply: the question falls under another law.
CREATE FUNCTION pol.termijn_vervallen(p_over uuid, p_soort text, p_op date) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pol, pg_temp AS $$
DECLARE
  gemeente uuid := pol.gemeente_van_gebeurtenis(p_over);
BEGIN
  UPDATE termijnen_termijn t SET vervallen_op = p_op
   WHERE t.over_id = p_over AND t.soort = p_soort AND t.voldaan_op IS NULL AND t.vervallen_op IS NULL
     AND t.gemeente_id = gemeente
     AND t.persoon_id IN (SELECT pol.in_handen());
END $$;

-- The clocks of a file go along when another party takes it over; they do not start again (Awb 2:3).
CREATE FUNCTION pol.termijnen_verplaatsen(p_over uuid, p_partij uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pol, pg_temp AS $$
DECLARE
  gemeente uuid := pol.gemeente_van_gebeurtenis(p_over);
BEGIN
  UPDATE termijnen_termijn t SET partij_id = p_partij
   WHERE t.over_id = p_over AND t.voldaan_op IS NULL AND t.vervallen_op IS NULL AND t.gemeente_id = gemeente
     AND t.persoon_id IN (SELECT pol.in_handen());
END $$;

GRANT EXECUTE ON FUNCTION pol.termijn_voldoen(uuid, text, date), pol.termijn_vervallen(uuid, text, date),
  pol.termijnen_verplaatsen(uuid, uuid) TO eenplan_app;
