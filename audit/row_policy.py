"""The SQL that makes the log append-only, and opens what a committed event of it reaches.

Placeholders `{schema}`, `{role}` and `{worker}` are filled in by
`tenants.database.operations.TenantSQL`. What each table asks of these functions is in
`audit.protection`.
"""

from audit.protection import only_grows

APPEND_ONLY = (
    """
CREATE FUNCTION {schema}.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'tilgangsloggen kan ikke endres' USING errcode = '42501';
END $$;
CREATE FUNCTION {schema}.refuse_change_of_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'historikken i % kan ikke endres', TG_TABLE_NAME USING errcode = '42501';
END $$;
ALTER TABLE {schema}.audit_accessevent
  ADD CONSTRAINT body_fits_in_a_tile CHECK (octet_length(body) BETWEEN 2 AND 65535);
ALTER TABLE {schema}.audit_accesssubject
  ADD CONSTRAINT subject_is_written_with_its_event FOREIGN KEY (event_id, xid)
  REFERENCES {schema}.audit_accessevent (id, xid);
"""
    + only_grows("audit_accessevent", trigger="append_only", refusal="refuse_change")
    + only_grows("audit_accesssubject", trigger="append_only", refusal="refuse_change")
)

# Columns the database fills in (xid, stored_at, backend_pid, began_at) are granted to nobody.
LOG_GRANTS = """
REVOKE ALL ON {schema}.audit_accessevent, {schema}.audit_accesssubject,
  {schema}.audit_opening FROM {role}, {worker};
GRANT SELECT ON {schema}.audit_accessevent, {schema}.audit_accesssubject
  TO {role}, {worker};
GRANT INSERT (id, recorded_at, verb, outcome, actor_id, unit_id, unit_ids, basis,
  purpose, decision_ref, is_demo, body) ON {schema}.audit_accessevent TO {role}, {worker};
GRANT INSERT (event_id, recorded_at, patient_id, record_id, reach, kinds, until,
  hidden) ON {schema}.audit_accesssubject TO {role}, {worker};
GRANT INSERT (event_id) ON {schema}.audit_opening TO {role}, {worker};
"""

# A draft is autosaved under one event an hour, which reaches drafts and nothing else;
# every other event opens once, in the minute after, from the connection that wrote it.
OPENING = """
ALTER TABLE {schema}.audit_opening SET UNLOGGED;
ALTER TABLE {schema}.audit_opening ENABLE ROW LEVEL SECURITY;
-- What will be sealed is the body. Columns and subject rows that say another thing would
-- open what the sealed log does not tell, or hide it from who looks through the index.
CREATE FUNCTION {schema}.body_agrees(event {schema}.audit_accessevent) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = {schema}, pg_temp AS $$
DECLARE said jsonb := convert_from(event.body, 'UTF8')::jsonb;
BEGIN
  RETURN ROW (said->>'id', (said->>'recorded')::timestamptz, said->>'verb',
      (said->>'outcome')::int, said#>>'{{actor,id}}', said#>>'{{place,unit}}',
      coalesce(said#>>'{{grounds,basis}}', ''), coalesce(said#>>'{{grounds,purpose}}', ''),
      said#>>'{{grounds,decision_ref}}', said ? 'demo')
    IS NOT DISTINCT FROM ROW (event.id::text, event.recorded_at, event.verb,
      event.outcome::int, event.actor_id::text, event.unit_id::text,
      event.basis, event.purpose, event.decision_ref::text, event.is_demo)
    AND event.unit_ids IS NOT DISTINCT FROM (
      SELECT array_agg(DISTINCT (post->>'unit')::uuid ORDER BY (post->>'unit')::uuid)
      FROM jsonb_array_elements(said->'posts') post)
    AND jsonb_array_length(said->'subjects') = (
      SELECT count(*) FROM audit_accesssubject s WHERE s.event_id = event.id)
    AND NOT EXISTS (
      SELECT s.recorded_at, s.patient_id::text, s.record_id::text, s.reach::int,
        to_jsonb(s.kinds), s.until, to_jsonb(s.hidden)
      FROM audit_accesssubject s WHERE s.event_id = event.id
      EXCEPT
      SELECT event.recorded_at, told->>'patient', told->>'record', (told->>'reach')::int,
        told->'kinds', (told->>'until')::timestamptz, told->'hidden'
      FROM jsonb_array_elements(said->'subjects') told);
END $$;
CREATE FUNCTION {schema}.may_open(wanted uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = {schema}, pg_temp AS $$
DECLARE event audit_accessevent;
BEGIN
  SELECT * INTO event FROM audit_accessevent e WHERE e.id = wanted;
  IF NOT FOUND OR event.outcome <> 0 OR event.is_demo
     OR event.xid = pg_current_xact_id()::text::bigint
     -- A back-dated event would open, and yet be outside the period an auditor looks at.
     OR event.recorded_at NOT BETWEEN event.stored_at - interval '5 minutes'
       AND event.stored_at + interval '1 minute'
     OR body_agrees(event) IS NOT TRUE THEN
    RETURN false;
  END IF;
  IF event.verb = 'drafted' THEN
    RETURN event.stored_at > clock_timestamp() - interval '1 hour'
      AND NOT EXISTS (SELECT 1 FROM audit_accesssubject s
        WHERE s.event_id = wanted AND s.kinds IS DISTINCT FROM ARRAY['draft']::varchar[]);
  END IF;
  RETURN event.stored_at > clock_timestamp() - interval '1 minute'
    AND event.backend_pid = pg_backend_pid()
    AND NOT EXISTS (SELECT 1 FROM audit_opening o WHERE o.event_id = wanted);
END $$;
CREATE POLICY only_committed ON {schema}.audit_opening FOR INSERT
  WITH CHECK ({schema}.may_open(event_id));

CREATE FUNCTION {schema}.opened_subjects() RETURNS SETOF {schema}.audit_accesssubject
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = {schema}, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT s.* FROM audit_opening o JOIN audit_accesssubject s USING (event_id)
    WHERE o.xid = pg_current_xact_id_if_assigned()::text::bigint AND o.began_at = now();
  IF NOT FOUND THEN
    PERFORM 1 FROM audit_opening o
      WHERE o.xid = pg_current_xact_id_if_assigned()::text::bigint AND o.began_at = now();
    IF NOT FOUND THEN
      RAISE EXCEPTION 'ingen journal er åpnet i denne transaksjonen'
        USING errcode = '42501';
    END IF;
  END IF;
END $$;
-- IMMUTABLE is a white lie: so PostgreSQL asks it while it plans each statement, before it
-- knows whether the table has rows. A plan that were kept would lose this, not the policy `door`.
CREATE FUNCTION {schema}.door_is_open() RETURNS boolean
LANGUAGE plpgsql IMMUTABLE SECURITY DEFINER SET search_path = {schema}, pg_temp AS $$
BEGIN
  PERFORM 1 FROM opened_subjects() LIMIT 1;
  RETURN true;
END $$;
CREATE FUNCTION {schema}.opened_records() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = {schema}, pg_temp AS $$
  SELECT coalesce(array_agg(record_id), '{{}}') FROM opened_subjects()
  WHERE reach >= 2 AND kinds IS NULL AND until IS NULL AND hidden IS NULL
$$;
CREATE FUNCTION {schema}.opened_in_part() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = {schema}, pg_temp AS $$
  SELECT coalesce(array_agg(record_id), '{{}}') FROM opened_subjects()
  WHERE reach >= 2 AND (kinds IS NOT NULL OR until IS NOT NULL OR hidden IS NOT NULL)
$$;
CREATE FUNCTION {schema}.opened_actor() RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = {schema}, pg_temp AS $$
  SELECT e.actor_id FROM audit_opening o JOIN audit_accessevent e ON e.id = o.event_id
  WHERE o.xid = pg_current_xact_id_if_assigned()::text::bigint AND o.began_at = now()
  LIMIT 1
$$;
CREATE FUNCTION {schema}.part_shows(
  of_record uuid, of_kind text, written timestamptz, writer uuid, of_row uuid)
RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = {schema}, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM opened_subjects() s
    WHERE s.record_id = of_record AND s.reach >= 2
      AND (s.kinds IS NULL OR of_kind = ANY (s.kinds))
      AND (s.until IS NULL OR written <= s.until OR writer = opened_actor())
      AND (s.hidden IS NULL OR of_row <> ALL (s.hidden)))
$$;
REVOKE EXECUTE ON FUNCTION {schema}.may_open(uuid), {schema}.opened_subjects(),
  {schema}.body_agrees({schema}.audit_accessevent),
  {schema}.opened_records(), {schema}.opened_in_part(), {schema}.opened_actor(),
  {schema}.door_is_open(),
  {schema}.part_shows(uuid, text, timestamptz, uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION {schema}.may_open(uuid), {schema}.opened_records(),
  {schema}.opened_in_part(), {schema}.opened_actor(), {schema}.door_is_open(),
  {schema}.part_shows(uuid, text, timestamptz, uuid, uuid) TO {role}, {worker};
CREATE FUNCTION {schema}.sweep_openings() RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = {schema}, pg_temp AS $$
DECLARE swept bigint;
BEGIN
  DELETE FROM audit_opening WHERE began_at < now() - interval '1 hour';
  GET DIAGNOSTICS swept = ROW_COUNT;
  RETURN swept;
END $$;
REVOKE EXECUTE ON FUNCTION {schema}.sweep_openings() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION {schema}.sweep_openings() TO {worker};
"""

# An autosave opens no particulars: it needs no name. A list of one's drafts does, and
# reaches the same kind of rows.
_PEOPLE = """
CREATE FUNCTION {{schema}}.{function}() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = {{schema}}, pg_temp AS $$
  SELECT coalesce(array_agg(s.patient_id), '{{{{}}}}') FROM opened_subjects() s
  WHERE s.reach >= 1 AND {condition}
    AND (s.kinds IS DISTINCT FROM ARRAY['draft']::varchar[]
      OR (SELECT e.verb <> 'drafted' FROM audit_accessevent e WHERE e.id = s.event_id))
$$;
"""
_BEGAN_IN_TIME = """
CREATE FUNCTION {schema}.began_in_time(of_patient uuid, began timestamptz)
RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = {schema}, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM opened_subjects() s
    WHERE s.patient_id = of_patient AND s.reach >= 1 AND began <= s.until)
$$;
REVOKE EXECUTE ON FUNCTION {schema}.opened_patients(), {schema}.opened_unbounded(),
  {schema}.began_in_time(uuid, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION {schema}.opened_patients(), {schema}.opened_unbounded(),
  {schema}.began_in_time(uuid, timestamptz) TO {role}, {worker};
"""
OPENED_PEOPLE = "".join(
    (
        _PEOPLE.format(function="opened_patients", condition="true"),
        _PEOPLE.format(function="opened_unbounded", condition="s.until IS NULL"),
        _BEGAN_IN_TIME,
    )
)
