-- Whom a resident calls who is in the plan of somebody else's question: who has that question. Nothing of the question.
CREATE FUNCTION pol.contact_van_plan() RETURNS TABLE (naam text, organisatie text, telefoon text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pol, pg_temp AS $$
  SELECT coalesce(nullif(m.behandelaar_naam, ''), m.houder_naam)::text, m.houder_naam::text, m.houder_telefoon::text
    FROM plannen_plan p JOIN meldingen_melding m ON m.id = p.melding_id
   WHERE p.toestand <> 'afgesloten'
     AND EXISTS (SELECT FROM plannen_doel d WHERE d.plan_id = p.id AND d.persoon_id IN (SELECT pol.als_inwoner_geopend()))
   ORDER BY p.id DESC LIMIT 1
$$;

GRANT EXECUTE ON FUNCTION pol.contact_van_plan() TO eenplan_app, eenplan_lezer;
