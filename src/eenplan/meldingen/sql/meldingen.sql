-- Whose question this is, so that its file can be opened: keys only, within the municipality. Opening decides.
CREATE FUNCTION pol.melding_plek(p_melding uuid) RETURNS TABLE (persoon_id uuid, deel_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pol, pg_temp AS $$
  SELECT m.persoon_id, m.deel_id FROM meldingen_melding m
   WHERE m.id = p_melding AND m.gemeente_id = pol.mijn_gemeente()
$$;

-- The confirmation, to whoever has its random address. There is nothing personal in it.
CREATE FUNCTION pol.ontvangstpagina(p_id uuid)
RETURNS TABLE (gemeente text, referentie text, ontvangen_op date, bij text, telefoon text, bel_uiterlijk date,
               van_uur smallint, tot_uur smallint, onderzoek_uiterlijk date, plan_uiterlijk date, namens_ander boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pol, pg_temp AS $$
  SELECT g.sleutel, o.referentie, o.ontvangen_op, o.bij, o.telefoon, o.bel_uiterlijk, o.van_uur, o.tot_uur,
         o.onderzoek_uiterlijk, o.plan_uiterlijk, o.namens_ander
    FROM meldingen_ontvangstpagina o JOIN organisaties_gemeente g ON g.id = o.gemeente_id
   WHERE o.id = p_id
$$;

-- Did this request open the melding as one involved, and write an event about it?
CREATE FUNCTION pol.mag_over_melding(p_melding uuid) RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pol, pg_temp AS $$
BEGIN
  PERFORM pol.gemeente_van_gebeurtenis(p_melding);
  IF NOT EXISTS (SELECT FROM meldingen_melding m, inzage_leesregel l, pol.ctx() c
                  WHERE m.id = p_melding AND l.request_id = c.request_id AND l.xid = pg_current_xact_id_if_assigned()
                    AND l.soort = 'openen' AND l.grond = 'betrokken' AND m.deel_id = ANY (l.delen)) THEN
    RAISE EXCEPTION 'deze melding is hier niet geopend' USING ERRCODE = 'insufficient_privilege';
  END IF;
END $$;

-- Entrust the reporter's identity to the one who takes the question: by name, and on the timeline.
CREATE FUNCTION pol.melder_toevertrouwen(p_melding uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pol, pg_temp AS $$
DECLARE
  c pol.context := pol.ctx();
BEGIN
  PERFORM pol.mag_over_melding(p_melding);
  INSERT INTO inzage_geheimhouder (id, gemeente_id, deel_id, actor_id, van)
  SELECT gen_random_uuid(), c.gemeente_id, r.deel_id, c.actor_id, c.nu FROM meldingen_melder r
   WHERE r.melding_id = p_melding AND NOT EXISTS (
         SELECT FROM inzage_geheimhouder g
          WHERE g.deel_id = r.deel_id AND g.actor_id = c.actor_id AND (g.tot IS NULL OR g.tot > c.nu));
  INSERT INTO inzage_betrokkenheid (id, gemeente_id, persoon_id, partij_id, partij_naam, partij_telefoon, niveau, rubrieken,
                                    deel_id, wet, doel, grondslag, dat_is_wat, alleen_van_id, van, tot)
  SELECT gen_random_uuid(), c.gemeente_id, m.persoon_id, c.actor_id, w.naam, m.houder_telefoon, 'wat', '{}', r.deel_id, NULL,
         'toegang', 'heeft de vraag opgepakt', false, NULL, c.nu, NULL
    FROM meldingen_melder r JOIN meldingen_melding m ON m.id = r.melding_id
    JOIN organisaties_medewerker w ON w.id = c.actor_id
   WHERE r.melding_id = p_melding AND NOT EXISTS (
         SELECT FROM inzage_betrokkenheid b
          WHERE b.partij_id = c.actor_id AND b.deel_id = r.deel_id AND (b.tot IS NULL OR b.tot > c.nu));
END $$;

-- Offer a question to another party: it gets what the holder may see of these persons, and of its own work.
CREATE FUNCTION pol.melding_aanbieden(p_melding uuid, p_personen uuid[], p_partij uuid, p_naam text, p_telefoon text,
  p_grondslag text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pol, pg_temp AS $$
DECLARE
  c pol.context := pol.ctx();
BEGIN
  PERFORM pol.mag_over_melding(p_melding);
  INSERT INTO inzage_betrokkenheid (id, gemeente_id, persoon_id, partij_id, partij_naam, partij_telefoon, niveau, rubrieken,
                                    deel_id, wet, doel, grondslag, dat_is_wat, alleen_van_id, van, tot)
  SELECT gen_random_uuid(), b.gemeente_id, b.persoon_id, p_partij, p_naam, p_telefoon, b.niveau, b.rubrieken, NULL, b.wet,
         b.doel, p_grondslag, b.dat_is_wat, van_wie.organisatie, c.nu, NULL
    FROM inzage_betrokkenheid b
   CROSS JOIN LATERAL (SELECT b.alleen_van_id AS organisatie
                       UNION SELECT pol.organisatie_van(p_partij) WHERE b.alleen_van_id IS NOT NULL) van_wie
   WHERE b.persoon_id = ANY (p_personen) AND b.persoon_id IN (SELECT pol.hier_geopend()) AND b.partij_id = ANY (c.partijen) AND b.doel = 'toegang' AND b.niveau = 'wat'
     AND b.deel_id IS NULL AND b.van <= c.nu AND (b.tot IS NULL OR b.tot > c.nu);
END $$;

-- After a hand-over the earlier holder's involvement ends, unless it still answers for another question of this person.
-- What it still had to do for these persons goes along to the holder: work is not lost, and no name stays behind.
CREATE FUNCTION pol.melding_losgelaten(p_melding uuid, p_personen uuid[], p_partij uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pol, pg_temp AS $$
DECLARE
  c pol.context := pol.ctx();
BEGIN
  PERFORM pol.mag_over_melding(p_melding);
  UPDATE inzage_betrokkenheid b SET tot = c.nu
   WHERE b.persoon_id = ANY (p_personen) AND b.persoon_id IN (SELECT pol.hier_geopend()) AND b.partij_id = p_partij AND b.doel = 'toegang' AND b.tot IS NULL
     AND NOT EXISTS (SELECT FROM meldingen_melding m
                      WHERE m.persoon_id = ANY (p_personen) AND m.houder_id = p_partij AND m.id <> p_melding
                        AND m.toestand <> 'afgerond');
  UPDATE werk_item w SET partij_id = m.houder_id, medewerker_id = NULL, medewerker_naam = ''
    FROM meldingen_melding m
   WHERE m.id = p_melding AND m.houder_id <> p_partij AND w.partij_id = p_partij AND w.toestand = 'open'
     AND w.persoon_id = ANY (p_personen) AND w.persoon_id IN (SELECT pol.hier_geopend())
     AND NOT EXISTS (SELECT FROM inzage_betrokkenheid b
                      WHERE b.persoon_id = w.persoon_id AND b.partij_id = p_partij AND b.doel = 'toegang'
                        AND b.tot IS NULL);
END $$;

GRANT EXECUTE ON FUNCTION pol.melding_plek(uuid), pol.ontvangstpagina(uuid) TO eenplan_app, eenplan_lezer;
GRANT EXECUTE ON FUNCTION pol.melder_toevertrouwen(uuid),
  pol.melding_aanbieden(uuid, uuid[], uuid, text, text, text), pol.melding_losgelaten(uuid, uuid[], uuid) TO eenplan_app;
