-- Whose investigation this is, so that its file can be opened: a key only, within the municipality. Opening decides.
CREATE FUNCTION pol.onderzoek_plek(p_onderzoek uuid) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pol, pg_temp AS $$
  SELECT o.persoon_id FROM onderzoeken_onderzoek o
   WHERE o.id = p_onderzoek AND o.gemeente_id = pol.mijn_gemeente()
$$;
GRANT EXECUTE ON FUNCTION pol.onderzoek_plek(uuid) TO eenplan_app, eenplan_lezer;
