"""The function PostgreSQL answers with about beds: yes or no, and of nobody's name.

It belongs to the owner, whom the row policy does not bind, for those who lie there are
not open. It answers only about a place for somebody who is.
"""

BEDS = """
CREATE FUNCTION {schema}.journal_bed_is_taken(
  at_unit uuid, in_room text, in_bed text, for_patient uuid)
RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = {schema}, pg_temp AS $$
  SELECT for_patient IN (SELECT s.patient_id FROM opened_subjects() s WHERE s.reach >= 1)
    AND EXISTS (SELECT 1 FROM journal_episode e
      WHERE e.unit_id = at_unit AND e.ends_at IS NULL AND e.patient_id <> for_patient
        AND lower(e.room) = lower(in_room) AND lower(e.bed) = lower(in_bed))
$$;
REVOKE EXECUTE ON FUNCTION {schema}.journal_bed_is_taken(uuid, text, text, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION {schema}.journal_bed_is_taken(uuid, text, text, uuid) TO {role};
"""
