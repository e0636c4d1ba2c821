-- The lock, shut. Written as eenplan_polfn; the room `inzage` replaces the bodies of wie(), toegestaan(),
-- openen(), open_delen() and mag_aanmaken(). Until it does, nobody is anyone and nothing opens.

ALTER DEFAULT PRIVILEGES FOR ROLE eenplan_polfn REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

CREATE TABLE pol.geheim (
  een boolean PRIMARY KEY DEFAULT true CHECK (een),
  sleutel bytea NOT NULL,
  inlog bytea,                             -- shared with the application, so that SQL alone cannot sign anybody in
  demo boolean NOT NULL DEFAULT false      -- only then may a scope bring its own clock
);
INSERT INTO pol.geheim (sleutel)
VALUES (sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')));

CREATE TABLE pol.sessie (
  token_hash bytea PRIMARY KEY,
  soort text NOT NULL CHECK (soort IN ('medewerker', 'inwoner', 'systeem')),
  actor_id uuid NOT NULL,
  gemeente_id uuid NOT NULL,
  gemaakt timestamptz NOT NULL DEFAULT now(),
  gezien timestamptz NOT NULL DEFAULT now(),
  verloopt timestamptz NOT NULL,
  beeindigd timestamptz
);
CREATE INDEX ON pol.sessie (actor_id);

CREATE TYPE pol.context AS (
  soort text, actor_id uuid, gemeente_id uuid, organisatie_id uuid, request_id uuid, nu timestamptz,
  partijen uuid[]                          -- the actor, the live teams and the organisation
);

-- The signature ties the context to this backend and this transaction: a captured value is worthless later.
CREATE FUNCTION pol.handtekening(p_tekst text) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pol, pg_temp AS $$
  SELECT encode(sha256(g.sleutel || sha256(g.sleutel || convert_to(
           p_tekst || pg_backend_pid()::text || extract(epoch FROM transaction_timestamp())::text, 'UTF8'))), 'hex')
    FROM pol.geheim g
$$;

CREATE FUNCTION pol.ctx() RETURNS pol.context
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pol, pg_temp AS $$
DECLARE
  ruw text := nullif(current_setting('eenplan.ctx', true), '');
  tekst text;
BEGIN
  IF ruw IS NULL THEN
    RETURN NULL;
  END IF;
  tekst := substr(ruw, 66);
  IF left(ruw, 64) IS DISTINCT FROM pol.handtekening(tekst) THEN
    RETURN NULL;                           -- forged, or of another transaction: as if nobody asked
  END IF;
  RETURN tekst::pol.context;
END $$;

CREATE FUNCTION pol.nu() RETURNS timestamptz
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pol, pg_temp AS $$
  SELECT coalesce((pol.ctx()).nu, now())
$$;

-- Who is this, living and employed today? Shut: nobody.
CREATE FUNCTION pol.wie(p_soort text, p_actor uuid, p_gemeente uuid, p_nu timestamptz,
  OUT naam text, OUT functie text, OUT organisatie_id uuid, OUT organisatie_naam text, OUT gemeente_sleutel text,
  OUT gemeente_naam text, OUT teams uuid[]) RETURNS SETOF record
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pol, pg_temp AS $$
  SELECT NULL::text, NULL::text, NULL::uuid, NULL::text, NULL::text, NULL::text, NULL::uuid[] WHERE false
$$;

-- One statement: looks up the session, sets the signed context for this transaction, and tells who it is.
-- Without a session (a public page) the context has a request id and nothing else.
CREATE FUNCTION pol.begin(p_token_hash bytea, p_request uuid, p_klok timestamptz,
  OUT soort text, OUT actor_id uuid, OUT gemeente_id uuid, OUT naam text, OUT functie text,
  OUT organisatie_id uuid, OUT organisatie_naam text, OUT gemeente_sleutel text, OUT gemeente_naam text,
  OUT teams uuid[], OUT nu timestamptz)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pol, pg_temp AS $$
DECLARE
  s pol.sessie;
  tekst text;
BEGIN
  nu := now();
  IF p_klok IS NOT NULL AND (SELECT g.demo FROM pol.geheim g) THEN
    nu := p_klok;
  END IF;
  SELECT * INTO s FROM pol.sessie x
   WHERE x.token_hash = p_token_hash AND x.beeindigd IS NULL AND x.verloopt > now()
     AND x.gezien > now() - interval '60 minutes';  -- a screen that was left open is nobody's
  IF FOUND THEN
    SELECT w.* INTO naam, functie, organisatie_id, organisatie_naam, gemeente_sleutel, gemeente_naam, teams
      FROM pol.wie(s.soort, s.actor_id, s.gemeente_id, nu) w;
    IF FOUND THEN
      soort := s.soort; actor_id := s.actor_id; gemeente_id := s.gemeente_id;
      IF s.gezien < now() - interval '5 minutes' THEN
        UPDATE pol.sessie x SET gezien = now() WHERE x.token_hash = p_token_hash;
      END IF;
    END IF;
  END IF;
  tekst := ROW(soort, actor_id, gemeente_id, organisatie_id, p_request, nu,
               array_remove(coalesce(teams, '{}') || actor_id || organisatie_id, NULL))::pol.context::text;
  PERFORM set_config('eenplan.ctx', pol.handtekening(tekst) || ' ' || tekst, true);
END $$;

-- Signing in is the business of the identity provider (or of the demo's choose-a-person page); this only keeps it. The
-- proof is a digest under a key that no table shows to a request: whoever can only run SQL becomes nobody else.
CREATE FUNCTION pol.sessie_openen(p_token_hash bytea, p_soort text, p_actor uuid, p_gemeente uuid, p_seconden integer,
  p_bewijs bytea) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pol, pg_temp AS $$
DECLARE
  tekst text := concat_ws(' ', encode(p_token_hash, 'hex'), p_soort, p_actor, p_gemeente, p_seconden);
BEGIN
  IF p_bewijs IS DISTINCT FROM (SELECT sha256(g.inlog || sha256(g.inlog || convert_to(tekst, 'UTF8'))) FROM pol.geheim g)
     OR p_bewijs IS NULL THEN
    RAISE EXCEPTION 'zonder bewijs van inloggen komt er geen sessie' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO pol.sessie (token_hash, soort, actor_id, gemeente_id, verloopt)
  VALUES (p_token_hash, p_soort, p_actor, p_gemeente, now() + make_interval(secs => least(p_seconden, 12 * 60 * 60)));
END $$;

CREATE FUNCTION pol.sessie_sluiten(p_token_hash bytea) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pol, pg_temp AS $$
  UPDATE pol.sessie SET beeindigd = now() WHERE token_hash = p_token_hash
$$;

-- Which delen are open in this transaction, for this request? Shut: none.
CREATE FUNCTION pol.open_delen() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pol, pg_temp AS $$
  SELECT NULL::uuid WHERE false
$$;

-- Open, or made in this very request: what may be written to. Shut: none.
CREATE FUNCTION pol.schrijf_delen() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pol, pg_temp AS $$
  SELECT NULL::uuid WHERE false
$$;

-- May this actor start a new deel about this person? Shut: no.
CREATE FUNCTION pol.mag_aanmaken(p_betrokkene uuid, p_rubriek text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pol, pg_temp AS $$ SELECT false $$;

-- The one form of a policy: asked once per statement, never per row.
CREATE FUNCTION pol.mijn_partijen() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pol, pg_temp AS $$
  SELECT unnest((pol.ctx()).partijen)
$$;

CREATE FUNCTION pol.mijn_gemeente() RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pol, pg_temp AS $$
  SELECT (pol.ctx()).gemeente_id
$$;

CREATE FUNCTION pol.mijn_request() RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pol, pg_temp AS $$
  SELECT (pol.ctx()).request_id
$$;

CREATE FUNCTION pol.mijn_actor() RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pol, pg_temp AS $$
  SELECT (pol.ctx()).actor_id
$$;

-- The name on whatever the one who asks does, and that of the organisation; empty for a visitor.
CREATE FUNCTION pol.mijn_naam() RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pol, pg_temp AS $$
  SELECT ARRAY[coalesce(w.naam, ''), coalesce(w.organisatie_naam, '')]
    FROM pol.ctx() c
    LEFT JOIN LATERAL pol.wie(c.soort, c.actor_id, c.gemeente_id, c.nu) w ON true
$$;

-- Same person, key and form: the earlier result. Same key, another form: refused. In one transaction with the work.
CREATE TABLE pol.verzending (
  sleutel uuid PRIMARY KEY,
  vingerafdruk bytea NOT NULL,
  resultaat text,
  moment timestamptz NOT NULL DEFAULT now()
);
CREATE FUNCTION pol.verzending_claimen(p_sleutel uuid, p_vingerafdruk bytea, OUT nieuw boolean, OUT zelfde boolean, OUT resultaat text)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pol, pg_temp AS $$
BEGIN
  INSERT INTO pol.verzending (sleutel, vingerafdruk) VALUES (p_sleutel, p_vingerafdruk) ON CONFLICT (sleutel) DO NOTHING;
  nieuw := FOUND;
  SELECT v.vingerafdruk = p_vingerafdruk, CASE WHEN v.vingerafdruk = p_vingerafdruk THEN v.resultaat END
    INTO zelfde, resultaat FROM pol.verzending v WHERE v.sleutel = p_sleutel;
END $$;
CREATE FUNCTION pol.verzending_afronden(p_sleutel uuid, p_resultaat text) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pol, pg_temp AS $$
  UPDATE pol.verzending SET resultaat = p_resultaat WHERE sleutel = p_sleutel AND resultaat IS NULL
$$;

GRANT EXECUTE ON FUNCTION pol.begin(bytea, uuid, timestamptz), pol.open_delen(), pol.schrijf_delen(), pol.mijn_partijen(), pol.mijn_gemeente(),
  pol.mijn_request(), pol.mijn_actor(), pol.mijn_naam(), pol.nu() TO eenplan_app, eenplan_lezer;
GRANT EXECUTE ON FUNCTION pol.sessie_openen(bytea, text, uuid, uuid, integer, bytea), pol.sessie_sluiten(bytea),
  pol.verzending_claimen(uuid, bytea), pol.verzending_afronden(uuid, text) TO eenplan_app;

-- The only way a deel comes to be. Its maker may write to it in this request, and reads it like anyone: by opening.
CREATE FUNCTION pol.nieuw_deel(p_id uuid, p_gemeente uuid, p_betrokkene uuid, p_rubriek text, p_wet text,
  p_verantwoordelijke uuid, p_geheim boolean, p_niet_voor_ouders boolean) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pol, pg_temp AS $$
DECLARE
  c pol.context := pol.ctx();
BEGIN
  IF c.request_id IS NULL OR p_gemeente IS DISTINCT FROM coalesce(c.gemeente_id, p_gemeente)
     OR NOT pol.mag_aanmaken(p_betrokkene, p_rubriek) THEN
    RAISE EXCEPTION 'dit deel mag hier niet worden aangemaakt' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO public.platform_deel (id, gemeente_id, betrokkene_id, rubriek, wet, verantwoordelijke_id, geheim,
                                    niet_voor_ouders, request_id, aangemaakt)
  VALUES (p_id, p_gemeente, p_betrokkene, p_rubriek, p_wet, p_verantwoordelijke, p_geheim, p_niet_voor_ouders,
          c.request_id, now());
END $$;
GRANT EXECUTE ON FUNCTION pol.nieuw_deel(uuid, uuid, uuid, text, text, uuid, boolean, boolean) TO eenplan_app;

-- No change without an event about that file, checked when the transaction commits.
CREATE FUNCTION pol.eis_gebeurtenis() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pol, pg_temp AS $$
DECLARE
  over uuid := (to_jsonb(NEW) ->> TG_ARGV[0])::uuid;
BEGIN
  IF NOT EXISTS (SELECT FROM public.platform_gebeurtenis g
                  WHERE g.over_id = over AND g.xid = pg_current_xact_id()) THEN
    RAISE EXCEPTION 'wijziging in % zonder gebeurtenis over dit dossier', TG_TABLE_NAME
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
GRANT EXECUTE ON FUNCTION pol.eis_gebeurtenis() TO eenplan_eigenaar;
