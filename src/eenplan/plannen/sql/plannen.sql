-- Whose plan, goal or help this is, so that its file can be opened: a key only, within the municipality. Opening decides.
CREATE FUNCTION pol.plan_plek(p_plan uuid) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pol, pg_temp AS $$
  SELECT p.persoon_id FROM plannen_plan p WHERE p.id = p_plan AND p.gemeente_id = pol.mijn_gemeente()
$$;

CREATE FUNCTION pol.doel_plek(p_doel uuid) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pol, pg_temp AS $$
  SELECT d.persoon_id FROM plannen_doel d WHERE d.id = p_doel AND d.gemeente_id = pol.mijn_gemeente()
$$;

CREATE FUNCTION pol.inzet_plek(p_inzet uuid) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pol, pg_temp AS $$
  SELECT i.persoon_id FROM plannen_inzet i WHERE i.id = p_inzet AND i.gemeente_id = pol.mijn_gemeente()
$$;

GRANT EXECUTE ON FUNCTION pol.plan_plek(uuid), pol.doel_plek(uuid), pol.inzet_plek(uuid)
  TO eenplan_app, eenplan_lezer;
