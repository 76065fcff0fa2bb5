"""The function PostgreSQL answers with about who wrote: UUIDs of patients and workers.

It belongs to the owner, whom the row policy does not bind, for whoever counts may open no
record. It says no more than the access log does, and nothing of what was written.
"""

# What was marked as entered in error helped nobody, and an unsigned draft is no entry yet.
WRITERS = """
CREATE FUNCTION {schema}.journal_wrote_in(
  patients uuid[], workers uuid[], since timestamptz, until timestamptz)
RETURNS TABLE (patient_id uuid, worker_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 200
SET search_path = {schema}, pg_temp AS $$
  SELECT r.patient_id, n.author_id
  FROM journal_healthrecord r JOIN journal_note n ON n.record_id = r.id
  WHERE r.patient_id = ANY (patients) AND n.author_id = ANY (workers)
    AND n.signed_at >= since AND n.signed_at < until
    AND NOT EXISTS (SELECT 1 FROM journal_noteinerror e
      JOIN journal_note version ON version.id = e.note_id
      WHERE version.entry_id = n.entry_id)
  UNION
  SELECT r.patient_id, h.history_user_id
  FROM journal_healthrecord r
  JOIN journal_historicalcriticalinformation h ON h.record_id = r.id
  WHERE r.patient_id = ANY (patients) AND h.history_user_id = ANY (workers)
    AND h.history_date >= since AND h.history_date < until
  UNION
  SELECT r.patient_id, h.history_user_id
  FROM journal_healthrecord r
  JOIN journal_historicalcriticalreview h ON h.record_id = r.id
  WHERE r.patient_id = ANY (patients) AND h.history_user_id = ANY (workers)
    AND h.history_date >= since AND h.history_date < until
$$;
REVOKE EXECUTE ON FUNCTION
  {schema}.journal_wrote_in(uuid[], uuid[], timestamptz, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION
  {schema}.journal_wrote_in(uuid[], uuid[], timestamptz, timestamptz) TO {role};
"""
