-- What of an open file is not for who only helps (docs/adr/0033): the delen opened in this request for that purpose alone.
-- In plpgsql, which keeps its plan: it is asked with every timeline.
CREATE FUNCTION pol.delen_van_uitvoerder() RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pol, pg_temp AS $$
DECLARE
  c pol.context := pol.ctx();
BEGIN
  RETURN QUERY
  SELECT d.deel FROM inzage_leesregel l CROSS JOIN LATERAL unnest(l.delen) d (deel)
   WHERE l.request_id = c.request_id AND l.actor_id = c.actor_id AND l.soort = 'openen'
     AND l.xid = pg_current_xact_id_if_assigned()
   GROUP BY d.deel HAVING bool_and(l.doel = 'uitvoering');
END $$;

GRANT EXECUTE ON FUNCTION pol.delen_van_uitvoerder() TO eenplan_app, eenplan_lezer;
