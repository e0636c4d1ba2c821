-- Find or create a person. Shut: the room `inzage` replaces the body, because it writes the read log.
CREATE FUNCTION pol.persoon_aanmelden(p_id uuid, p_gemeente uuid, p_zoeksleutel bytea) RETURNS uuid
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pol, pg_temp AS $$ SELECT NULL::uuid $$;
GRANT EXECUTE ON FUNCTION pol.persoon_aanmelden(uuid, uuid, bytea) TO eenplan_app;
