-- A resident at the own pages: whose file may open, what of the staff shows, and who looked (docs/adr/0023).

-- Asked once per statement by every policy that narrows what a resident's session reaches.
CREATE FUNCTION pol.is_inwoner() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pol, pg_temp AS $$
  SELECT coalesce((pol.ctx()).soort = 'inwoner', false)
$$;

-- All records of the resident who asks; of anybody else nothing.
CREATE FUNCTION pol.ikzelf() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pol, pg_temp AS $$
  SELECT unnest(pol.zelfde_mens(c.actor_id)) FROM pol.ctx() c WHERE c.soort = 'inwoner'
$$;

-- Whose file a resident may try to open: themselves, and the children under 16 over whom they have authority. Keys only:
-- pol.toegestaan decides.
CREATE FUNCTION pol.mijn_mensen() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pol, pg_temp AS $$
  SELECT pol.ikzelf()
  UNION
  SELECT unnest(pol.zelfde_mens(r.ander_id))
    FROM (SELECT (pol.nu() AT TIME ZONE 'Europe/Amsterdam')::date AS d) dag, huishoudens_relatie r
    JOIN huishoudens_persoon p ON p.id = r.ander_id
   WHERE r.persoon_id IN (SELECT pol.ikzelf()) AND r.soort = 'ouder' AND r.gezag AND NOT r.beperkt
     AND r.van <= dag.d AND (r.tot IS NULL OR r.tot >= dag.d) AND p.geboortedatum > dag.d - interval '16 years'
$$;

-- Whose post a resident reads: their own, and that of their children who live with them. Never the copy of another
-- parent: their address stands on it.
CREATE FUNCTION pol.mijn_post() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pol, pg_temp AS $$
  SELECT pol.ikzelf()
  UNION
  SELECT m FROM pol.mijn_mensen() m
   WHERE m IN (SELECT h FROM pol.ctx() c, pol.huisgenoten(c.actor_id) h)
$$;

CREATE FUNCTION pol.openen_als_inwoner()
RETURNS TABLE (deel_id uuid, persoon_id uuid, rubriek text, grond text)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pol, pg_temp AS $$
  SELECT * FROM pol.openen(ARRAY(SELECT pol.mijn_mensen()), '{}', 'inwoner')
$$;

-- Whose file was opened in this request by the resident it is about, or by a parent with authority.
CREATE FUNCTION pol.als_inwoner_geopend() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pol, pg_temp AS $$
  SELECT l.persoon_id FROM inzage_leesregel l, pol.ctx() c
   WHERE l.request_id = c.request_id AND l.actor_id = c.actor_id AND l.xid = pg_current_xact_id_if_assigned()
     AND c.soort = 'inwoner' AND l.soort = 'openen' AND l.grond IN ('zelf', 'gezag')
$$;

-- Who looked in the file of the resident who asks, by day: the organisation, never who there. Only after opening the own
-- file. Left out: other residents, break-glass and refusals (who is in danger is told by somebody, not by a screen);
-- nameless: an organisation of which the name alone says what the help is.
CREATE FUNCTION pol.wie_keek()
RETURNS TABLE (dag date, organisatie text, functie text, soort text, doel text, keer bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pol, pg_temp AS $$
  SELECT (l.moment AT TIME ZONE 'Europe/Amsterdam')::date,
         CASE WHEN NOT EXISTS (
                SELECT FROM inzage_betrokkenheid b
                 WHERE b.persoon_id = l.persoon_id AND b.dat_is_wat
                   AND (b.partij_id = l.organisatie_id OR pol.organisatie_van(b.partij_id) = l.organisatie_id))
              THEN o.naam::text END,
         m.functie::text, l.soort::text, l.doel::text, count(DISTINCT l.request_id)
    FROM inzage_leesregel l
    LEFT JOIN organisaties_organisatie o ON o.id = l.organisatie_id
    LEFT JOIN organisaties_medewerker m ON m.id = l.actor_id
   WHERE l.persoon_id IN (SELECT pol.ikzelf()) AND l.persoon_id IN (SELECT pol.als_inwoner_geopend())
     AND l.actor_soort = 'medewerker' AND l.soort IN ('openen', 'zoeken', 'aanmelden') AND l.grond <> 'nood'
     AND l.moment <= pol.nu() AND l.moment > pol.nu() - interval '1 year'
   GROUP BY 1, 2, 3, 4, 5
   ORDER BY 1 DESC, 2 NULLS LAST, 4
   LIMIT 200
$$;

-- A few residents of each municipality for the demo's choose-a-person page: those with the fullest files, youths of 12 to
-- 17 among them, and who came last. On a real database it answers nothing.
CREATE FUNCTION pol.demo_inwoners()
RETURNS TABLE (id uuid, naam text, geboortedatum date, gemeente_id uuid, gemeente text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pol, pg_temp AS $$
  SELECT x.id, x.naam::text, x.geboortedatum, x.gemeente_id, x.sleutel::text FROM (
    SELECT p.*, g.sleutel, g.naam AS plaats,
           row_number() OVER (PARTITION BY p.gemeente_id, jong.jong ORDER BY vol.delen DESC, p.id) AS volste, jong.jong,
           row_number() OVER (PARTITION BY p.gemeente_id ORDER BY p.id DESC) AS nieuwste
      FROM huishoudens_persoon p
      JOIN organisaties_gemeente g ON g.id = p.gemeente_id
     CROSS JOIN LATERAL (SELECT p.geboortedatum > pol.nu()::date - interval '18 years' AS jong) jong
     CROSS JOIN LATERAL (SELECT count(*) AS delen FROM platform_deel d WHERE d.betrokkene_id = p.id) vol
     WHERE (SELECT y.demo FROM pol.geheim y) AND p.samengevoegd_in_id IS NULL
       AND p.geboortedatum <= pol.nu()::date - interval '12 years') x
   WHERE x.nieuwste <= 6 OR x.volste <= CASE WHEN x.jong THEN 3 ELSE 5 END
   ORDER BY x.plaats, x.naam
$$;

GRANT EXECUTE ON FUNCTION pol.is_inwoner(), pol.ikzelf(), pol.mijn_mensen(), pol.mijn_post(), pol.openen_als_inwoner(),
  pol.als_inwoner_geopend(), pol.wie_keek(), pol.demo_inwoners() TO eenplan_app, eenplan_lezer;
