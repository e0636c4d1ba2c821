-- What a resident does in the own plan reaches whoever has the question, although the resident's session sees nothing
-- of their work (docs/adr/0023).

-- A line on the list of whoever has the question this plan answers; one open line a person is enough. Only by a resident
-- who opened that file and wrote an event in it in this request.
CREATE FUNCTION pol.bericht_van_inwoner(p_id uuid, p_plan uuid, p_persoon uuid, p_titel text, p_wat text, p_vervalt date)
RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pol, pg_temp AS $$
DECLARE
  c pol.context := pol.ctx();
BEGIN
  IF p_persoon NOT IN (SELECT pol.als_inwoner_geopend()) OR NOT EXISTS (
       SELECT FROM platform_gebeurtenis g WHERE g.betrokkene_id = p_persoon AND g.request_id = c.request_id
          AND g.actor_id = c.actor_id AND g.xid = pg_current_xact_id_if_assigned()) THEN
    RAISE EXCEPTION 'dit bericht mag hier niet worden gestuurd' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO werk_item (id, gemeente_id, partij_id, medewerker_id, medewerker_naam, soort, over_id, persoon_id, titel,
                         wat, vervalt, spoed, toestand, aangemaakt)
  SELECT p_id, p.gemeente_id, m.houder_id, w.id, coalesce(w.naam, ''), 'inwoner', p.id, p_persoon, p_titel,
         p_wat, p_vervalt, false, 'open', c.nu
    FROM plannen_plan p JOIN meldingen_melding m ON m.id = p.melding_id
    LEFT JOIN organisaties_medewerker w ON w.id = m.behandelaar_id
   WHERE p.id = p_plan AND p.gemeente_id = c.gemeente_id
     AND EXISTS (SELECT FROM plannen_doel d WHERE d.plan_id = p.id AND d.persoon_id = p_persoon)
     AND NOT EXISTS (SELECT FROM werk_item x WHERE x.over_id = p.id AND x.soort = 'inwoner' AND x.persoon_id = p_persoon
                        AND x.wat = p_wat AND x.titel = p_titel AND x.partij_id = m.houder_id AND x.toestand = 'open');
END $$;

-- Once the last of those who were asked agreed, asking is done.
CREATE FUNCTION pol.akkoord_rond(p_inzet uuid) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pol, pg_temp AS $$
  UPDATE werk_item w SET toestand = 'klaar', klaar_op = pol.nu()
   WHERE w.over_id = p_inzet AND w.soort = 'akkoord' AND w.toestand = 'open'
     AND w.persoon_id IN (SELECT pol.als_inwoner_geopend())
     AND NOT EXISTS (SELECT FROM plannen_akkoord a WHERE a.inzet_id = p_inzet AND a.voor_start
                        AND a.uitkomst NOT IN ('akkoord', 'uitzondering'))
$$;

GRANT EXECUTE ON FUNCTION pol.bericht_van_inwoner(uuid, uuid, uuid, text, text, date), pol.akkoord_rond(uuid)
  TO eenplan_app;
