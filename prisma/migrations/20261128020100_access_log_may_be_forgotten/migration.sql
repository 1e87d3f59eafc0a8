-- The access log is kept for as long as the office says, and for 180 days whatever anybody says. It still cannot be
-- rewritten: rows go by age alone, through this function, which runs with the rights of its owner.
DROP TRIGGER access_events_append_only ON access_events;
CREATE TRIGGER access_events_append_only BEFORE UPDATE OR TRUNCATE ON access_events
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_rewrite_history();
CREATE TRIGGER access_events_go_by_function BEFORE DELETE ON access_events
  FOR EACH STATEMENT WHEN (current_setting('portal.forgets', true) IS DISTINCT FROM 'access_events')
  EXECUTE FUNCTION refuse_to_rewrite_history();
CREATE TRIGGER access_events_stay_half_a_year BEFORE DELETE ON access_events
  FOR EACH ROW WHEN (OLD.at > now() - interval '180 days')
  EXECUTE FUNCTION refuse_to_rewrite_history();

CREATE FUNCTION forget_access_events(older_than timestamptz, most integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  gone integer;
BEGIN
  PERFORM set_config('portal.forgets', 'access_events', true);
  DELETE FROM public.access_events WHERE id IN (
    SELECT id FROM public.access_events WHERE at < least(older_than, now() - interval '180 days')
    ORDER BY at, id LIMIT most FOR UPDATE SKIP LOCKED);
  GET DIAGNOSTICS gone = ROW_COUNT;
  PERFORM set_config('portal.forgets', '', true);
  RETURN gone;
END $$;
