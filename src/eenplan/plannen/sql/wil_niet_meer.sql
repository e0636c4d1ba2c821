-- Whether somebody who was asked said no after the policy's answer: also for who helps and does not read who agreed.
-- Of help whose deel is open in this request; of other help never.
CREATE FUNCTION pol.wil_niet_meer(p_inzet uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pol, pg_temp AS $$
  SELECT EXISTS (
    SELECT FROM plannen_akkoord a JOIN plannen_inzet i ON i.id = a.inzet_id
     WHERE a.inzet_id = p_inzet AND i.toestand = 'loopt' AND a.uitkomst = 'niet_akkoord'
       AND i.deel_id = ANY (ARRAY(SELECT pol.open_delen()))
       AND a.beantwoord_op > (SELECT max(b.moment) FROM plannen_besluitmoment b WHERE b.inzet_id = p_inzet))
$$;

GRANT EXECUTE ON FUNCTION pol.wil_niet_meer(uuid) TO eenplan_app, eenplan_lezer;
