"""The function PostgreSQL puts people in order with: UUIDs and places, and nobody's name.

A long list is shown a page at a time, by name or by age. Whose turn it is must be known
before anything is open, so that the log names those on the page and nobody else.
"""

ORDER = """
CREATE FUNCTION {schema}.journal_in_order(people uuid[])
RETURNS TABLE (patient_id uuid, by_name bigint, by_age bigint)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = {schema}, pg_temp AS $$
  SELECT p.patient_id,
    row_number() OVER (ORDER BY p.sort_key, p.birth_date, p.patient_id),
    row_number() OVER (ORDER BY p.birth_date DESC, p.sort_key, p.patient_id)
  FROM journal_patient p
  WHERE p.patient_id = ANY (people) AND (SELECT journal_asks_once_more())
$$;
REVOKE EXECUTE ON FUNCTION {schema}.journal_in_order(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION {schema}.journal_in_order(uuid[]) TO {role};
"""
