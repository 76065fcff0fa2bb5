"""The functions PostgreSQL answers with before anything is open: ids and scores only.

They belong to the owner, whom the row policy does not bind, and give away no name:
who was found is committed to the log before a name is read.
"""

SEARCH = """
CREATE INDEX patient_name_words ON {schema}.journal_patient
  USING gin (name_key extensions.gin_trgm_ops);
CREATE INDEX patient_born ON {schema}.journal_patient (birth_date);

-- A page asks a few times at most. One statement that asked for every day there is, or for
-- every number, would have all the people without an event: it is stopped. Only the owner
-- may set the count, and it begins anew with each transaction.
CREATE FUNCTION {schema}.journal_asks_once_more() RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  asked int := coalesce(nullif(current_setting('akson.asked', true), ''), '0')::int + 1;
BEGIN
  IF asked > 10 THEN
    RAISE EXCEPTION 'for mange søk på én gang' USING errcode = '42501';
  END IF;
  PERFORM set_config('akson.asked', asked::text, true);
  RETURN true;
END $$;
REVOKE EXECUTE ON FUNCTION {schema}.journal_asks_once_more() FROM PUBLIC;

CREATE FUNCTION {schema}.journal_search_people(words text)
RETURNS TABLE (patient_id uuid, score real)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 200
SET search_path = {schema}, extensions, pg_temp
SET pg_trgm.word_similarity_threshold = 0.45
-- The planner takes comparing for cheap: it would read all the names rather than the index.
SET enable_seqscan = off AS $$
  SELECT p.patient_id,
    (word_similarity(words, p.name_key) * 0.8 + similarity(words, p.name_key) * 0.2)::real
  FROM journal_patient p
  WHERE words <% p.name_key AND (SELECT journal_asks_once_more())
$$;
CREATE FUNCTION {schema}.journal_search_birth_date(day date)
RETURNS TABLE (patient_id uuid, score real)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 20
SET search_path = {schema}, pg_temp AS $$
  SELECT p.patient_id, 1::real FROM journal_patient p
  WHERE p.birth_date = day AND (SELECT journal_asks_once_more())
$$;
CREATE FUNCTION {schema}.journal_search_identifier(number text)
RETURNS TABLE (patient_id uuid, score real)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 1
SET search_path = {schema}, pg_temp AS $$
  SELECT i.patient_id, 1::real FROM journal_patientidentifier i
  WHERE i.value = number AND (SELECT journal_asks_once_more())
$$;
CREATE FUNCTION {schema}.journal_lookalikes(patient uuid)
RETURNS TABLE (patient_id uuid, same text)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 5
SET search_path = {schema}, pg_temp AS $$
  SELECT other.patient_id,
    CASE WHEN other.name_key = me.name_key THEN 'name' ELSE 'birth_date' END
  FROM journal_patient me JOIN journal_patient other
    ON other.patient_id <> me.patient_id
   AND (other.name_key = me.name_key OR other.birth_date = me.birth_date)
  WHERE me.patient_id = patient AND other.deceased_on IS NULL
    AND (SELECT journal_asks_once_more())
$$;
CREATE INDEX patient_same_name ON {schema}.journal_patient (name_key);
"""

NOTES = """
CREATE FUNCTION {schema}.journal_drafts_of(author uuid)
RETURNS TABLE (record_id uuid, patient_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 20
SET search_path = {schema}, pg_temp AS $$
  SELECT DISTINCT n.record_id, r.patient_id
  FROM journal_note n JOIN journal_healthrecord r ON r.id = n.record_id
  WHERE n.author_id = author AND n.signed_at IS NULL
$$;
CREATE FUNCTION {schema}.journal_others_writing(record uuid, me uuid)
RETURNS TABLE (author_name text, updated_at timestamptz, corrects uuid)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 5
SET search_path = {schema}, pg_temp AS $$
  SELECT n.author_name, n.updated_at, n.corrects_id FROM journal_note n
  WHERE n.record_id = record AND n.signed_at IS NULL AND n.author_id <> me
    AND n.updated_at > now() - interval '3 minutes'
    AND record IN (SELECT s.record_id FROM opened_subjects() s WHERE s.reach >= 2)
$$;

CREATE FUNCTION {schema}.refuse_change_of_signed() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'et signert notat kan ikke endres' USING errcode = '42501';
END $$;
CREATE TRIGGER signed_never_changes BEFORE UPDATE OR DELETE ON {schema}.journal_note
  FOR EACH ROW WHEN (OLD.signed_at IS NOT NULL)
  EXECUTE FUNCTION {schema}.refuse_change_of_signed();
CREATE TRIGGER signed_never_truncated BEFORE TRUNCATE ON {schema}.journal_note
  FOR EACH STATEMENT EXECUTE FUNCTION {schema}.refuse_change_of_signed();
ALTER TABLE {schema}.journal_note ENABLE ALWAYS TRIGGER signed_never_changes;
ALTER TABLE {schema}.journal_note ENABLE ALWAYS TRIGGER signed_never_truncated;
"""

_PUBLIC_FUNCTIONS = (
    "journal_search_people(text)",
    "journal_search_birth_date(date)",
    "journal_search_identifier(text)",
    "journal_lookalikes(uuid)",
    "journal_drafts_of(uuid)",
    "journal_others_writing(uuid, uuid)",
)

GRANTS = "".join(
    f"REVOKE EXECUTE ON FUNCTION {{schema}}.{function} FROM PUBLIC;\n"
    f"GRANT EXECUTE ON FUNCTION {{schema}}.{function} TO {{role}};\n"
    for function in _PUBLIC_FUNCTIONS
)
