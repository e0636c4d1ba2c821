-- The real lock. Replaces the shut bodies of platform/sql/pol.sql; every rule in words stands in inzage/regels.py.

CREATE OR REPLACE FUNCTION pol.wie(p_soort text, p_actor uuid, p_gemeente uuid, p_nu timestamptz,
  OUT naam text, OUT functie text, OUT organisatie_id uuid, OUT organisatie_naam text, OUT gemeente_sleutel text,
  OUT gemeente_naam text, OUT teams uuid[]) RETURNS SETOF record
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pol, pg_temp AS $$
  SELECT m.naam, m.functie, o.id, o.naam, g.sleutel, g.naam,
         ARRAY(SELECT l.team_id FROM organisaties_teamlid l
                WHERE l.medewerker_id = m.id AND l.van <= dag.d AND (l.tot IS NULL OR l.tot >= dag.d))
    FROM (SELECT (p_nu AT TIME ZONE 'Europe/Amsterdam')::date AS d) dag, organisaties_medewerker m
    JOIN organisaties_organisatie o ON o.id = m.organisatie_id
    JOIN organisaties_gemeente g ON g.id = m.gemeente_id
   WHERE p_soort = 'medewerker' AND m.id = p_actor AND m.gemeente_id = p_gemeente
     AND m.van <= dag.d AND (m.tot IS NULL OR m.tot >= dag.d)
  UNION ALL
  SELECT p.naam, 'inwoner', NULL, NULL, g.sleutel, g.naam, '{}'
    FROM huishoudens_persoon p JOIN organisaties_gemeente g ON g.id = p.gemeente_id
   WHERE p_soort = 'inwoner' AND p.id = p_actor AND p.gemeente_id = p_gemeente
$$;

-- All records of one human being, however merges were chained: one person in every rule, forbidding ones above all.
CREATE FUNCTION pol.zelfde_mens(p_persoon uuid) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pol, pg_temp AS $$
  WITH RECURSIVE keten (id) AS (
    SELECT p_persoon
    UNION
    SELECT n.id FROM keten k CROSS JOIN LATERAL (
      SELECT x.id FROM huishoudens_persoon x WHERE x.samengevoegd_in_id = k.id
      UNION ALL
      SELECT y.samengevoegd_in_id FROM huishoudens_persoon y WHERE y.id = k.id AND y.samengevoegd_in_id IS NOT NULL) n
  )
  SELECT array_agg(k.id) FROM keten k
$$;

-- All records of everybody who shares a household with somebody on this day, themselves included.
CREATE FUNCTION pol.huisgenoten(p_persoon uuid) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pol, pg_temp AS $$
  WITH zelf AS MATERIALIZED (SELECT pol.zelfde_mens(p_persoon) AS mens)
  SELECT unnest(z.mens) FROM zelf z
  UNION
  SELECT unnest(pol.zelfde_mens(b.persoon_id))
    FROM (SELECT (pol.nu() AT TIME ZONE 'Europe/Amsterdam')::date AS d) dag, zelf z
    JOIN huishoudens_lid a ON a.persoon_id = ANY (z.mens)
    JOIN huishoudens_lid b ON b.huishouden_id = a.huishouden_id AND NOT b.persoon_id = ANY (z.mens)
   WHERE a.van <= dag.d AND (a.tot IS NULL OR a.tot >= dag.d) AND b.van <= dag.d AND (b.tot IS NULL OR b.tot >= dag.d)
$$;

-- Is this human being closed to the one who asks: by a named block, or because they know somebody in the household?
-- A block on an organisation also holds for whoever works in one of its teams.
CREATE FUNCTION pol.gesloten(c pol.context, p_mens uuid[]) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pol, pg_temp AS $$
  SELECT EXISTS (SELECT FROM inzage_blokkade x
                  WHERE x.persoon_id = ANY (p_mens) AND x.van <= c.nu AND (x.tot IS NULL OR x.tot > c.nu)
                    AND (x.tegen_id = ANY (c.partijen)
                         OR x.tegen_id IN (SELECT t.organisatie_id FROM organisaties_team t WHERE t.id = ANY (c.partijen))))
      OR EXISTS (SELECT FROM inzage_priverelatie x
                  WHERE x.medewerker_id = c.actor_id AND x.van <= c.nu AND (x.tot IS NULL OR x.tot > c.nu)
                    AND x.persoon_id IN (SELECT pol.huisgenoten(p_mens[1])))
$$;

-- Of whom not even a line of a list may show: everybody who is closed to the one who asks.
CREATE FUNCTION pol.gesloten_voor_mij() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pol, pg_temp AS $$
  SELECT unnest(pol.zelfde_mens(x.persoon_id)) FROM pol.ctx() c, inzage_blokkade x
   WHERE (x.tegen_id = ANY (c.partijen)
          OR x.tegen_id = ANY (ARRAY(SELECT t.organisatie_id FROM organisaties_team t WHERE t.id = ANY (c.partijen))))
     AND x.van <= c.nu AND (x.tot IS NULL OR x.tot > c.nu)
  UNION
  SELECT h FROM pol.ctx() c, inzage_priverelatie x, pol.huisgenoten(x.persoon_id) h
   WHERE x.medewerker_id = c.actor_id AND x.van <= c.nu AND (x.tot IS NULL OR x.tot > c.nu)
$$;
GRANT EXECUTE ON FUNCTION pol.gesloten_voor_mij() TO eenplan_app, eenplan_lezer;

-- The decision, forbid first. Grounds: nood, betrokken, zelf, gezag. What is not returned is denied.
CREATE FUNCTION pol.toegestaan(p_personen uuid[], p_delen uuid[], p_doel text)
RETURNS TABLE (deel_id uuid, persoon_id uuid, rubriek text, grond text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pol, pg_temp AS $$
  WITH c AS MATERIALIZED (
    SELECT x AS ctx, x.*, (x.nu AT TIME ZONE 'Europe/Amsterdam')::date AS dag FROM pol.ctx() x WHERE x.actor_id IS NOT NULL
  ),
  d AS MATERIALIZED (
    SELECT d.* FROM platform_deel d, c
     WHERE d.gemeente_id = c.gemeente_id
       AND (d.betrokkene_id = ANY (ARRAY(SELECT unnest(pol.zelfde_mens(x)) FROM unnest(p_personen) x))
            OR d.id = ANY (p_delen))
  ),
  mensen AS MATERIALIZED (
    SELECT b.id, pol.zelfde_mens(b.id) AS mens FROM (SELECT DISTINCT d.betrokkene_id AS id FROM d) b
  ),
  vrij AS MATERIALIZED (
    SELECT m.id, m.mens FROM mensen m, c WHERE m.id IS NULL OR NOT pol.gesloten(c.ctx, m.mens)
  )
  SELECT d.id, d.betrokkene_id, d.rubriek, uitkomst.grond
    FROM d JOIN vrij ON vrij.id IS NOT DISTINCT FROM d.betrokkene_id
   CROSS JOIN c
   CROSS JOIN LATERAL (SELECT CASE
      WHEN d.geheim AND NOT EXISTS (
             SELECT FROM inzage_geheimhouder g WHERE g.deel_id = d.id AND g.actor_id = c.actor_id
                AND g.van <= c.nu AND (g.tot IS NULL OR g.tot > c.nu)) THEN NULL
      WHEN NOT d.geheim AND d.rubriek <> 'melder' AND c.soort = 'medewerker' AND EXISTS (
             SELECT FROM inzage_noodtoegang n WHERE n.medewerker_id = c.actor_id AND n.persoon_id = ANY (vrij.mens)
                AND n.van <= c.nu AND n.tot > c.nu) THEN 'nood'
      WHEN c.soort = 'medewerker' AND EXISTS (
             SELECT FROM inzage_betrokkenheid b
              WHERE b.persoon_id = ANY (vrij.mens) AND b.partij_id = ANY (c.partijen)
                AND b.niveau = 'wat' AND b.doel = p_doel
                AND b.van <= c.nu AND (b.tot IS NULL OR b.tot > c.nu)
                AND (b.deel_id = d.id
                     OR (b.deel_id IS NULL AND d.rubriek = ANY (b.rubrieken)
                         AND (b.wet IS NULL OR d.wet IS NULL OR b.wet = d.wet)
                         AND (b.alleen_van_id IS NULL OR d.rubriek = 'identiteit'
                              OR d.verantwoordelijke_id = b.alleen_van_id)))) THEN 'betrokken'
      WHEN c.soort = 'medewerker' AND d.betrokkene_id IS NULL
             AND (d.verantwoordelijke_id = ANY (c.partijen)) AND d.rubriek = 'signaal' THEN 'betrokken'
      WHEN c.soort = 'inwoner' AND d.rubriek <> 'melder' AND c.actor_id = ANY (vrij.mens) AND EXISTS (
             SELECT FROM huishoudens_persoon p
              WHERE p.id = c.actor_id AND p.geboortedatum <= c.dag - interval '12 years') THEN 'zelf'
      -- one line that restricts a parent outweighs every line that does not
      WHEN c.soort = 'inwoner' AND d.rubriek <> 'melder' AND NOT d.niet_voor_ouders AND NOT c.actor_id = ANY (vrij.mens)
             AND (SELECT bool_or(r.gezag AND p.geboortedatum > c.dag - interval '16 years') AND NOT bool_or(r.beperkt)
                    FROM huishoudens_relatie r JOIN huishoudens_persoon p ON p.id = r.ander_id
                   WHERE r.persoon_id = ANY (pol.zelfde_mens(c.actor_id)) AND r.ander_id = ANY (vrij.mens)
                     AND r.soort = 'ouder' AND r.van <= c.dag AND (r.tot IS NULL OR r.tot >= c.dag)) THEN 'gezag'
    END AS grond) uitkomst
   WHERE uitkomst.grond IS NOT NULL
$$;

-- The key of a line in the read log: the moment of the request, then chance. So lines land side by side in the index
-- of keys, and a request wears down one page of it instead of a page for each line (docs/adr/0031).
CREATE FUNCTION pol.leessleutel(p_request uuid) RETURNS uuid
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pol, pg_temp AS $$
  SELECT overlay(gen_random_uuid()::text PLACING left(p_request::text, 18) FROM 1)::uuid
$$;

-- Decides and logs in one go. The line it writes, one for each ground, is the ticket; a refusal is written down as well.
-- What is open already in this request, for the same purpose on the same ground, has its line: a second adds nothing.
CREATE FUNCTION pol.openen(p_personen uuid[], p_delen uuid[], p_doel text)
RETURNS TABLE (deel_id uuid, persoon_id uuid, rubriek text, grond text)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pol, pg_temp AS $$
#variable_conflict use_column
DECLARE
  c pol.context := pol.ctx();
BEGIN
  IF c.actor_id IS NULL THEN
    RETURN;
  END IF;
  RETURN QUERY
  WITH t AS MATERIALIZED (SELECT * FROM pol.toegestaan(p_personen, p_delen, p_doel)),
  eerder AS MATERIALIZED (
    SELECT d.id, l.grond FROM inzage_leesregel l, unnest(l.delen) d (id)
     WHERE l.request_id = c.request_id AND l.actor_id = c.actor_id AND l.xid = pg_current_xact_id_if_assigned()
       AND l.soort = 'openen' AND l.doel = p_doel
  ),
  nieuw AS (
    SELECT t.* FROM t WHERE NOT EXISTS (SELECT FROM eerder e WHERE e.id = t.deel_id AND e.grond = t.grond)
  ),
  gelezen AS (
    INSERT INTO inzage_leesregel (id, gemeente_id, request_id, actor_id, actor_soort, organisatie_id, persoon_id, delen,
                                  rubrieken, soort, doel, grond, moment)
    SELECT pol.leessleutel(c.request_id), c.gemeente_id, c.request_id, c.actor_id, c.soort, c.organisatie_id, t.persoon_id,
           array_agg(t.deel_id), array_agg(DISTINCT t.rubriek), 'openen', p_doel, t.grond, c.nu
      FROM nieuw t GROUP BY t.persoon_id, t.grond
  ),
  geweigerd AS (
    INSERT INTO inzage_leesregel (id, gemeente_id, request_id, actor_id, actor_soort, organisatie_id, persoon_id, delen,
                                  rubrieken, soort, doel, grond, moment)
    SELECT pol.leessleutel(c.request_id), c.gemeente_id, c.request_id, c.actor_id, c.soort, c.organisatie_id, p.id,
           '{}', '{}', 'geweigerd', p_doel, '', c.nu
      FROM huishoudens_persoon p
     WHERE p.id = ANY (p_personen) AND p.gemeente_id = c.gemeente_id AND NOT EXISTS (SELECT FROM t)
  )
  SELECT * FROM t;
END $$;

-- The person and whoever shares the household: each gets a line of their own, each their own cut.
CREATE FUNCTION pol.openen_gezin(p_persoon uuid, p_doel text)
RETURNS TABLE (deel_id uuid, persoon_id uuid, rubriek text, grond text)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pol, pg_temp AS $$
  SELECT * FROM pol.openen(ARRAY(SELECT pol.huisgenoten(p_persoon)), '{}', p_doel)
$$;

CREATE OR REPLACE FUNCTION pol.open_delen() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pol, pg_temp AS $$
  SELECT unnest(l.delen) FROM inzage_leesregel l, pol.ctx() c
   WHERE l.request_id = c.request_id AND l.actor_id = c.actor_id AND l.soort = 'openen'
     AND l.xid = pg_current_xact_id_if_assigned()
$$;

CREATE OR REPLACE FUNCTION pol.schrijf_delen() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pol, pg_temp AS $$
  SELECT pol.open_delen()
  UNION ALL
  SELECT d.id FROM platform_deel d
   WHERE d.request_id = (pol.ctx()).request_id AND d.xid = pg_current_xact_id_if_assigned()
$$;

-- A deel about somebody: only after opening their file, or after registering them in this request.
CREATE OR REPLACE FUNCTION pol.mag_aanmaken(p_betrokkene uuid, p_rubriek text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pol, pg_temp AS $$
  SELECT p_betrokkene IS NULL OR EXISTS (
    SELECT FROM inzage_leesregel l, pol.ctx() c
     WHERE l.request_id = c.request_id AND l.xid = pg_current_xact_id_if_assigned()
       AND l.persoon_id = p_betrokkene AND l.soort IN ('openen', 'aanmelden'))
$$;

-- Find or create, logged: the answer is the key to use. A unique index must not tell a stranger who is known.
-- Who registers the same number at the same moment waits for the first, and then finds that person.
CREATE OR REPLACE FUNCTION pol.persoon_aanmelden(p_id uuid, p_gemeente uuid, p_zoeksleutel bytea) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pol, pg_temp AS $$
DECLARE
  c pol.context := pol.ctx();
  bekend uuid;
BEGIN
  IF c.request_id IS NULL OR p_gemeente IS DISTINCT FROM coalesce(c.gemeente_id, p_gemeente)
     OR (c.actor_id IS NULL AND p_zoeksleutel IS NOT NULL)
     OR EXISTS (SELECT FROM huishoudens_persoon p WHERE p.id = p_id) THEN
    RAISE EXCEPTION 'deze persoon kan hier niet worden aangemeld' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended(encode(p_zoeksleutel, 'hex'), 0));
  SELECT coalesce(p.samengevoegd_in_id, p.id) INTO bekend FROM huishoudens_persoon p
   WHERE p.gemeente_id = p_gemeente AND p.bsn_zoeksleutel = p_zoeksleutel;
  INSERT INTO inzage_leesregel (id, gemeente_id, request_id, actor_id, actor_soort, organisatie_id, persoon_id, delen,
                                rubrieken, soort, doel, grond, moment)
  VALUES (pol.leessleutel(c.request_id), p_gemeente, c.request_id, c.actor_id, c.soort, c.organisatie_id, coalesce(bekend, p_id), '{}',
          '{}', 'aanmelden', 'toegang', CASE WHEN bekend IS NULL THEN 'nieuw' ELSE 'bekend' END, c.nu);
  RETURN coalesce(bekend, p_id);
END $$;

-- The organisation a party belongs to: itself, its team's, or its employer.
CREATE FUNCTION pol.organisatie_van(p_partij uuid) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pol, pg_temp AS $$
  SELECT coalesce((SELECT t.organisatie_id FROM organisaties_team t WHERE t.id = p_partij),
                  (SELECT m.organisatie_id FROM organisaties_medewerker m WHERE m.id = p_partij), p_partij)
$$;

-- Whose file the one who asks opened in this request because of being involved.
CREATE FUNCTION pol.hier_geopend() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pol, pg_temp AS $$
  SELECT l.persoon_id FROM inzage_leesregel l, pol.ctx() c
   WHERE l.request_id = c.request_id AND l.actor_id = c.actor_id AND l.xid = pg_current_xact_id_if_assigned()
     AND l.soort = 'openen' AND l.grond = 'betrokken'
$$;

-- Whose work and clocks the one who asks may touch: whose file is open as above, or who was not known before this request.
CREATE FUNCTION pol.in_handen() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pol, pg_temp AS $$
  SELECT pol.hier_geopend()
  UNION ALL
  SELECT l.persoon_id FROM inzage_leesregel l, pol.ctx() c
   WHERE l.request_id = c.request_id AND l.xid = pg_current_xact_id_if_assigned()
     AND l.soort = 'aanmelden' AND l.grond = 'nieuw'
$$;

-- What the one who asks may give somebody of a person's file, and narrowed to which organisation; no row: nothing.
-- Who registered a new person gives anything. Who registered a known person gives that there is help, the delen made in
-- this request, and what the receiving organisation itself answers for. Who opened the file because of being involved
-- gives delen opened on that ground or made in this request, and rubrieken of one involvement of their own, as narrow as
-- that one is. Break-glass, own person and parental authority give nothing away.
CREATE FUNCTION pol.te_geven(c pol.context, p_persoon uuid, p_partij uuid, p_niveau text, p_rubrieken text[], p_deel uuid,
  p_wet text) RETURNS TABLE (gemeente_id uuid, alleen_van_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pol, pg_temp AS $$
  SELECT l.gemeente_id, gift.alleen_van_id
    FROM inzage_leesregel l
   CROSS JOIN LATERAL (SELECT EXISTS (SELECT FROM platform_deel d WHERE d.id = p_deel AND d.request_id = c.request_id
                                         AND d.xid = pg_current_xact_id_if_assigned()) AS zelf_gemaakt) m
   CROSS JOIN LATERAL (
      SELECT NULL::uuid AS alleen_van_id
       WHERE (l.soort = 'aanmelden' AND l.grond = 'nieuw') OR p_niveau = 'dat' OR m.zelf_gemaakt
          OR (l.soort = 'openen' AND p_deel = ANY (l.delen))
      UNION ALL
      SELECT pol.organisatie_van(p_partij)
       WHERE l.soort = 'aanmelden' AND p_deel IS NULL AND NOT 'melder' = ANY (p_rubrieken)
      UNION ALL
      SELECT b.alleen_van_id FROM inzage_betrokkenheid b
       WHERE l.soort = 'openen' AND p_deel IS NULL AND b.persoon_id = p_persoon AND b.partij_id = ANY (c.partijen)
         AND b.niveau = 'wat' AND b.deel_id IS NULL AND b.doel = l.doel AND p_rubrieken <@ b.rubrieken::text[]
         AND (b.wet IS NULL OR b.wet = p_wet) AND b.van <= c.nu AND (b.tot IS NULL OR b.tot > c.nu)) gift
   WHERE l.request_id = c.request_id AND l.xid = pg_current_xact_id_if_assigned() AND l.persoon_id = p_persoon
     AND (l.soort = 'aanmelden' OR (l.soort = 'openen' AND l.grond = 'betrokken'))
   ORDER BY gift.alleen_van_id NULLS FIRST LIMIT 1
$$;

-- Involve a party with a person. Nobody can give what they have not opened themselves in this request.
CREATE FUNCTION pol.betrekken(p_id uuid, p_gemeente uuid, p_persoon uuid, p_partij uuid, p_naam text, p_telefoon text,
  p_niveau text, p_rubrieken text[], p_deel uuid, p_wet text, p_doel text, p_grondslag text, p_dat_is_wat boolean)
RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pol, pg_temp AS $$
DECLARE
  c pol.context := pol.ctx();
  gift record;
BEGIN
  SELECT * INTO gift FROM pol.te_geven(c, p_persoon, p_partij, p_niveau, p_rubrieken, p_deel, p_wet);
  IF NOT FOUND OR p_gemeente IS DISTINCT FROM gift.gemeente_id THEN
    RAISE EXCEPTION 'deze betrokkenheid mag hier niet worden vastgelegd' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO inzage_betrokkenheid (id, gemeente_id, persoon_id, partij_id, partij_naam, partij_telefoon, niveau, rubrieken,
                                    deel_id, wet, doel, grondslag, dat_is_wat, alleen_van_id, van, tot)
  VALUES (p_id, p_gemeente, p_persoon, p_partij, p_naam, p_telefoon, p_niveau, p_rubrieken, p_deel, p_wet, p_doel,
          p_grondslag, p_dat_is_wat, gift.alleen_van_id, c.nu, NULL);
END $$;

-- End an involvement: one's own, or as the one who has the question. Asks for a file opened because of being involved.
CREATE FUNCTION pol.betrokkenheid_beeindigen(p_persoon uuid, p_partij uuid, p_doel text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pol, pg_temp AS $$
DECLARE
  c pol.context := pol.ctx();
BEGIN
  IF NOT EXISTS (SELECT FROM inzage_leesregel l
                  WHERE l.request_id = c.request_id AND l.xid = pg_current_xact_id_if_assigned()
                    AND l.persoon_id = p_persoon AND l.soort = 'openen' AND l.grond = 'betrokken'
                    AND (l.doel = 'toegang' OR p_partij = ANY (c.partijen))) THEN
    RAISE EXCEPTION 'deze betrokkenheid mag hier niet worden beëindigd' USING ERRCODE = 'insufficient_privilege';
  END IF;
  UPDATE inzage_betrokkenheid b SET tot = c.nu
   WHERE b.persoon_id = p_persoon AND b.partij_id = p_partij AND b.doel = p_doel AND b.tot IS NULL;
END $$;

-- Who is involved with whoever was opened in this request: named, or only "somebody" where the name is itself content.
CREATE FUNCTION pol.wie_betrokken(p_personen uuid[])
RETURNS TABLE (persoon_id uuid, naam text, telefoon text, doel text, van timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pol, pg_temp AS $$
  SELECT DISTINCT ON (b.persoon_id, b.partij_id, b.doel) b.persoon_id,
         CASE WHEN NOT b.dat_is_wat OR b.partij_id = ANY (c.partijen) THEN b.partij_naam END,
         CASE WHEN NOT b.dat_is_wat OR b.partij_id = ANY (c.partijen) THEN b.partij_telefoon END,
         b.doel, b.van
    FROM pol.ctx() c, inzage_betrokkenheid b
   WHERE b.persoon_id = ANY (p_personen) AND b.van <= c.nu AND (b.tot IS NULL OR b.tot > c.nu)
     AND EXISTS (SELECT FROM inzage_leesregel l
                  WHERE l.request_id = c.request_id AND l.xid = pg_current_xact_id_if_assigned()
                    AND l.persoon_id = b.persoon_id AND l.soort = 'openen')
   ORDER BY b.persoon_id, b.partij_id, b.doel, b.dat_is_wat DESC, b.van
$$;

-- Search outside one's own work: exact keys only, *dat* only, every person found is logged. Who is closed to the one who
-- asks is not shown, as if unknown; that somebody looked for them is written down like any refusal.
CREATE FUNCTION pol.zoek_persoon(p_zoeksleutel bytea, p_zoeknaam text, p_geboortedatum date)
RETURNS TABLE (persoon_id uuid, naam text, geboortedatum date, betrokken boolean, contact_naam text, contact_telefoon text)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pol, pg_temp AS $$
#variable_conflict use_column
DECLARE
  c pol.context := pol.ctx();
BEGIN
  IF c.soort IS DISTINCT FROM 'medewerker' THEN
    RETURN;
  END IF;
  RETURN QUERY
  WITH gelijk AS MATERIALIZED (
    SELECT p.*, pol.gesloten(c, pol.zelfde_mens(p.id)) AS dicht FROM huishoudens_persoon p
     WHERE p.gemeente_id = c.gemeente_id AND p.samengevoegd_in_id IS NULL
       AND (p.bsn_zoeksleutel = p_zoeksleutel OR (p.zoeknaam = p_zoeknaam AND p.geboortedatum = p_geboortedatum))
     LIMIT 20
  ),
  hit AS MATERIALIZED (SELECT * FROM gelijk WHERE NOT dicht),
  log AS (
    INSERT INTO inzage_leesregel (id, gemeente_id, request_id, actor_id, actor_soort, organisatie_id, persoon_id, delen,
                                  rubrieken, soort, doel, grond, moment)
    SELECT pol.leessleutel(c.request_id), c.gemeente_id, c.request_id, c.actor_id, c.soort, c.organisatie_id, gelijk.id, '{}', '{}',
           CASE WHEN dicht THEN 'geweigerd' ELSE 'zoeken' END, 'toegang',
           CASE WHEN p_zoeksleutel IS NULL THEN 'naam' ELSE 'bsn' END, c.nu
      FROM gelijk
  )
  SELECT hit.id, hit.naam::text, hit.geboortedatum,
         EXISTS (SELECT FROM inzage_betrokkenheid b WHERE b.persoon_id = hit.id AND b.partij_id = ANY (c.partijen)
                    AND b.van <= c.nu AND (b.tot IS NULL OR b.tot > c.nu)),
         wie.partij_naam::text, wie.partij_telefoon::text
    FROM hit
    LEFT JOIN LATERAL (SELECT b.partij_naam, b.partij_telefoon FROM inzage_betrokkenheid b
                        WHERE b.persoon_id = hit.id AND NOT b.dat_is_wat AND b.van <= c.nu
                          AND (b.tot IS NULL OR b.tot > c.nu)
                        ORDER BY b.van LIMIT 1) wie ON true;
END $$;

-- One line for a list, with the persons whose names it showed.
CREATE FUNCTION pol.lijst_getoond(p_personen uuid[]) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pol, pg_temp AS $$
  INSERT INTO inzage_leesregel (id, gemeente_id, request_id, actor_id, actor_soort, organisatie_id, personen, delen,
                                rubrieken, soort, doel, grond, moment)
  SELECT pol.leessleutel(c.request_id), c.gemeente_id, c.request_id, c.actor_id, c.soort, c.organisatie_id,
         p_personen, '{}', '{}', 'lijst', 'toegang', 'betrokken', c.nu
    FROM pol.ctx() c WHERE c.actor_id IS NOT NULL
$$;

-- The demo's choose-a-person page. On a real database it answers nothing.
CREATE FUNCTION pol.demo_medewerkers()
RETURNS TABLE (id uuid, naam text, functie text, organisatie text, team text, gemeente_id uuid, gemeente text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pol, pg_temp AS $$
  SELECT m.id, m.naam, m.functie, o.naam, t.naam, m.gemeente_id, g.sleutel
    FROM organisaties_medewerker m
    JOIN organisaties_organisatie o ON o.id = m.organisatie_id
    JOIN organisaties_gemeente g ON g.id = m.gemeente_id
    LEFT JOIN LATERAL (SELECT t.naam FROM organisaties_teamlid l JOIN organisaties_team t ON t.id = l.team_id
                        WHERE l.medewerker_id = m.id ORDER BY t.naam LIMIT 1) t ON true
   WHERE (SELECT x.demo FROM pol.geheim x)
   ORDER BY g.naam, o.naam, t.naam, m.naam
$$;

GRANT EXECUTE ON FUNCTION pol.openen(uuid[], uuid[], text), pol.openen_gezin(uuid, text), pol.wie_betrokken(uuid[]),
  pol.zoek_persoon(bytea, text, date), pol.lijst_getoond(uuid[]), pol.demo_medewerkers() TO eenplan_app, eenplan_lezer;
GRANT EXECUTE ON FUNCTION pol.betrekken(uuid, uuid, uuid, uuid, text, text, text, text[], uuid, text, text, text, boolean),
  pol.betrokkenheid_beeindigen(uuid, uuid, text) TO eenplan_app;
