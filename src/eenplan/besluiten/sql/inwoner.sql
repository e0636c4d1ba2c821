-- Who asks for a decision lets whoever decides see what it rests on (Wmo 2015 art. 2.3.5; Jeugdwet art. 2.3): nothing else
-- can be given away by a resident. For a minor also who has authority and where they live, to send them a copy (Awb 3:41);
-- a secret deel stays with whom it was entrusted to.
CREATE FUNCTION pol.beslisser_betrekken(p_aanvraag uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pol, pg_temp AS $$
DECLARE
  c pol.context := pol.ctx();
  a record;
BEGIN
  SELECT x.*, o.naam AS partij, o.telefoon INTO a
    FROM besluiten_aanvraag x
    JOIN platform_deel d ON d.id = x.deel_id AND d.request_id = c.request_id AND d.xid = pg_current_xact_id_if_assigned()
    JOIN organisaties_organisatie o ON o.id = x.beslist_door_id AND o.gemeente_id = x.gemeente_id
   WHERE x.id = p_aanvraag AND x.persoon_id IN (SELECT pol.als_inwoner_geopend())
     AND (o.soort = 'gemeente' OR EXISTS (SELECT FROM organisaties_mandaat m WHERE m.organisatie_id = o.id));
  IF NOT FOUND THEN
    RAISE EXCEPTION 'over deze aanvraag beslist hier niemand' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO inzage_betrokkenheid (id, gemeente_id, persoon_id, partij_id, partij_naam, partij_telefoon, niveau, rubrieken,
                                    deel_id, wet, doel, grondslag, dat_is_wat, alleen_van_id, van, tot)
  SELECT gen_random_uuid(), a.gemeente_id, w.persoon_id, a.beslist_door_id, a.partij, a.telefoon, 'wat', w.rubrieken,
         w.deel_id, NULL, 'besluitvorming', 'een besluit dat de inwoner zelf vroeg (Awb art. 1:3 en 4:1)', false, NULL,
         c.nu, NULL
    FROM (SELECT a.persoon_id AS persoon_id, NULL::uuid AS deel_id,
                 '{identiteit,contact,adres,melding,onderzoek,plan,inzet,besluit,brief}'::text[] AS rubrieken
          UNION ALL
          SELECT d.betrokkene_id, d.id, '{}'
            FROM huishoudens_persoon p
            JOIN huishoudens_relatie r ON r.ander_id = p.id AND r.soort = 'ouder' AND r.gezag AND NOT r.beperkt
                 AND r.van <= c.nu::date AND (r.tot IS NULL OR r.tot >= c.nu::date)
            JOIN platform_deel d ON (d.betrokkene_id = r.persoon_id AND d.rubriek IN ('identiteit', 'contact', 'adres'))
                 OR (d.betrokkene_id = p.id AND d.rubriek = 'huishouden')
           WHERE p.id = a.persoon_id AND p.geboortedatum > c.nu::date - interval '16 years') w
   WHERE NOT EXISTS (SELECT FROM inzage_betrokkenheid b
                      WHERE b.persoon_id = w.persoon_id AND b.partij_id = a.beslist_door_id AND b.doel = 'besluitvorming'
                        AND b.niveau = 'wat' AND b.deel_id IS NOT DISTINCT FROM w.deel_id AND b.alleen_van_id IS NULL
                        AND (b.tot IS NULL OR b.tot > c.nu));
END $$;

GRANT EXECUTE ON FUNCTION pol.beslisser_betrekken(uuid) TO eenplan_app;
