-- Seeing is not writing: in which delen the one who asks may write a plan or a decision, by why the file is open
-- (docs/adr/0033).

-- Opened in this request for one of these purposes, or made in it about somebody whose file was opened so. In plpgsql,
-- which keeps its plan: this is asked with every statement that writes.
CREATE FUNCTION pol.schrijf_delen_voor(p_doelen text[]) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pol, pg_temp AS $$
DECLARE
  c pol.context := pol.ctx();
BEGIN
  RETURN QUERY
  WITH hier AS MATERIALIZED (
    SELECT l.delen, l.persoon_id FROM inzage_leesregel l
     WHERE l.request_id = c.request_id AND l.actor_id = c.actor_id AND l.soort = 'openen' AND l.doel = ANY (p_doelen)
       AND l.xid = pg_current_xact_id_if_assigned()
  )
  SELECT unnest(h.delen) FROM hier h
  UNION ALL
  SELECT d.id FROM platform_deel d
   WHERE d.request_id = c.request_id AND d.xid = pg_current_xact_id_if_assigned()
     AND d.betrokkene_id IN (SELECT h.persoon_id FROM hier h);
END $$;

-- Of who has the question: the plan is theirs to write, together with the resident.
CREATE FUNCTION pol.vraag_delen() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pol, pg_temp AS $$
  SELECT pol.schrijf_delen_voor('{toegang}')
$$;

-- Of who has the question or decides on it: what follows from the policy's answer, and the papers.
CREATE FUNCTION pol.beslis_delen() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pol, pg_temp AS $$
  SELECT pol.schrijf_delen_voor('{toegang,besluitvorming}')
$$;

GRANT EXECUTE ON FUNCTION pol.vraag_delen(), pol.beslis_delen() TO eenplan_app;
