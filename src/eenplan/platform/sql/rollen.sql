-- The roles, and what each may step outside of (docs/adr/0003). Run by a superuser, or on a managed server
-- by a role with CREATEROLE; creating the loader there also asks for BYPASSRLS. Safe to run again.
DO $$
DECLARE
  rol text;
BEGIN
  FOREACH rol IN ARRAY ARRAY['eenplan_eigenaar', 'eenplan_polfn', 'eenplan_lezer'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = rol) THEN
      EXECUTE format('CREATE ROLE %I NOLOGIN', rol);
    END IF;
  END LOOP;
  FOREACH rol IN ARRAY ARRAY['eenplan_app', 'eenplan_lader', 'eenplan_migratie'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = rol) THEN
      EXECUTE format('CREATE ROLE %I LOGIN', rol);
    END IF;
  END LOOP;
END $$;

-- eigenaar: owns the tables, nobody logs in as it, and forced row security holds for it too.
-- polfn:    owns the access functions and reads only through policies that name it.
-- app:      every request. NOINHERIT, so that it is not a reader unless the scope says so.
-- lezer:    what app becomes for a GET: it may read, and open through the logged function, nothing else.
-- lader:    COPY, backup and restore; the only role that passes row security, used by no web process.
-- migratie: changes the schema as eigenaar, and writes functions as polfn.
ALTER ROLE eenplan_app NOINHERIT;
ALTER ROLE eenplan_lader BYPASSRLS;
GRANT eenplan_lezer TO eenplan_app;
GRANT eenplan_eigenaar, eenplan_polfn TO eenplan_migratie;

REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO eenplan_app, eenplan_lezer, eenplan_polfn, eenplan_lader;
GRANT USAGE, CREATE ON SCHEMA public TO eenplan_eigenaar;
CREATE SCHEMA IF NOT EXISTS pol;
GRANT USAGE, CREATE ON SCHEMA pol TO eenplan_polfn;
GRANT USAGE ON SCHEMA pol TO eenplan_app, eenplan_lezer, eenplan_eigenaar;
