-- Whose indication this is, and in which deel: keys only, within the municipality. Opening decides.
CREATE FUNCTION pol.indicatie_plek(p_indicaties uuid[]) RETURNS TABLE (id uuid, persoon_id uuid, deel_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pol, pg_temp AS $$
  SELECT i.id, i.persoon_id, i.deel_id FROM overgang_indicatie i
   WHERE i.id = ANY (p_indicaties) AND i.gemeente_id = pol.mijn_gemeente()
$$;
GRANT EXECUTE ON FUNCTION pol.indicatie_plek(uuid[]) TO eenplan_app, eenplan_lezer;
