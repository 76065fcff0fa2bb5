"""The SQL of the one predicate: which records are open to a worker, and on what ground.

It reads employments, units, care relations and known records: UUIDs and codes. The
same text answers for one record, for some people, and for all; only the condition
`only` differs, so that "may I open this?" and "which ones?" cannot disagree.
"""

ALL = "TRUE"
THESE_RECORDS = "related.record_id = ANY (%(among)s::uuid[])"

_PREDICATE = """
WITH post AS (
  SELECT employment.content_object_id AS unit_id, permission.codename
  FROM access_employment employment
  JOIN accounts_user account ON account.id = employment.user_id AND account.is_active
  JOIN auth_permission permission ON permission.id = employment.permission_id
  WHERE employment.user_id = %(worker)s
    AND employment.content_object_id = ANY (%(units)s)
    AND employment.valid_from <= %(at)s
    AND (employment.valid_until IS NULL OR employment.valid_until > %(at)s)
), candidate AS {kept} (
  SELECT related.* FROM access_carerelation related WHERE {only}
), relation AS (
  SELECT related.*, post.unit_id AS post_unit_id, post.codename
  FROM post JOIN access_unit place ON place.path @> ARRAY[post.unit_id]
  JOIN candidate related ON related.unit_id = place.id
  UNION ALL
  SELECT related.*, post.unit_id AS post_unit_id, post.codename
  FROM post CROSS JOIN candidate related
  WHERE related.worker_id = %(worker)s
)
SELECT DISTINCT ON (known.record_id)
  known.record_id, known.patient_id, known.kind, relation.id AS decision_ref,
  relation.basis, relation.readable_until, relation.service_type, relation.reason_code,
  relation.post_unit_id AS unit_id, relation.codename
FROM relation JOIN access_knownrecord known ON known.record_id = relation.record_id
WHERE relation.valid_from <= %(at)s
  AND (relation.valid_until IS NULL OR relation.valid_until > %(at)s)
  AND ((known.kind = 'journal' AND relation.codename = ANY (%(journal_roles)s))
    OR (known.kind = 'tjenestesak' AND relation.codename = ANY (%(case_roles)s)))
  AND (relation.basis <> 'former_episode' OR %(after_end)s)
ORDER BY known.record_id,
  array_position(ARRAY['team', 'grant', 'episode', 'former_episode']::varchar[],
    relation.basis),
  array_position(%(sees_less)s::varchar[], relation.codename) NULLS FIRST,
  relation.valid_from DESC, relation.id
"""


def predicate(*, only: str = ALL) -> str:
    """Give the SQL: one row for each record that is open, with its strongest ground.

    Args:
        only: a constant SQL condition on the care relation `related`, for those who embed it in a larger
            statement; never built from what a person typed.
    """
    # Few candidates are found first and judged afterwards; all are joined through units.
    kept = "NOT MATERIALIZED" if only == ALL else "MATERIALIZED"
    return _PREDICATE.format(only=only, kept=kept)
