-- A resident, or a parent with authority, lets whoever must handle a case see that case, made in this very request, and
-- what it rests on. Only the municipality itself, or who has the question, can be given anything this way: what somebody
-- says of a decision reaches who must look at it, whatever the one who decided thinks of that.
CREATE FUNCTION pol.recht_voorleggen(p_id uuid, p_persoon uuid, p_partij uuid, p_naam text, p_telefoon text, p_doel text,
  p_rubrieken text[], p_deel uuid, p_grondslag text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pol, pg_temp AS $$
DECLARE
  c pol.context := pol.ctx();
BEGIN
  IF c.soort IS DISTINCT FROM 'inwoner'
     OR NOT EXISTS (SELECT FROM inzage_leesregel l
                     WHERE l.request_id = c.request_id AND l.xid = pg_current_xact_id_if_assigned()
                       AND l.persoon_id = p_persoon AND l.soort = 'openen' AND l.grond IN ('zelf', 'gezag'))
     OR NOT EXISTS (SELECT FROM platform_deel d
                     WHERE d.betrokkene_id = p_persoon AND d.rubriek = 'rechtsbescherming'
                       AND d.request_id = c.request_id AND d.xid = pg_current_xact_id_if_assigned())
     OR NOT (EXISTS (SELECT FROM organisaties_organisatie o
                      WHERE o.id = p_partij AND o.soort = 'gemeente' AND o.gemeente_id = c.gemeente_id)
             OR (p_deel IS NOT NULL AND EXISTS (SELECT FROM meldingen_melding m
                      WHERE m.persoon_id = p_persoon AND m.houder_id = p_partij AND m.gemeente_id = c.gemeente_id)))
     OR (p_deel IS NOT NULL AND NOT EXISTS (SELECT FROM platform_deel d
                     WHERE d.id = p_deel AND d.betrokkene_id = p_persoon AND d.rubriek = 'rechtsbescherming'
                       AND d.request_id = c.request_id AND d.xid = pg_current_xact_id_if_assigned()))
     OR 'melder' = ANY (p_rubrieken) THEN
    RAISE EXCEPTION 'dit kan hier niet worden voorgelegd' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO inzage_betrokkenheid (id, gemeente_id, persoon_id, partij_id, partij_naam, partij_telefoon, niveau, rubrieken,
                                    deel_id, wet, doel, grondslag, dat_is_wat, alleen_van_id, van, tot)
  VALUES (p_id, c.gemeente_id, p_persoon, p_partij, p_naam, p_telefoon, 'wat', p_rubrieken, p_deel, NULL, p_doel,
          p_grondslag, false, NULL, c.nu, NULL);
END $$;

-- Everybody who worked on a paper, or without one on the file: who never handles what somebody says of it. Only about
-- somebody whose file is open in this request; it answers with keys, whatever the one who asks may see of the work itself.
CREATE FUNCTION pol.recht_uitgesloten(p_persoon uuid, p_over uuid) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pol, pg_temp AS $$
  SELECT DISTINCT g.actor_id FROM platform_gebeurtenis g
   WHERE g.betrokkene_id = p_persoon AND (p_over IS NULL OR g.over_id = p_over)
     AND g.actor_id IN (SELECT m.id FROM organisaties_medewerker m)
     AND EXISTS (SELECT FROM inzage_leesregel l, pol.ctx() c
                  WHERE l.request_id = c.request_id AND l.xid = pg_current_xact_id_if_assigned()
                    AND l.persoon_id = p_persoon AND l.soort = 'openen')
$$;

GRANT EXECUTE ON FUNCTION pol.recht_uitgesloten(uuid, uuid) TO eenplan_app;
GRANT EXECUTE ON FUNCTION pol.recht_voorleggen(uuid, uuid, uuid, text, text, text, text[], uuid, text) TO eenplan_app;
