"""The part of the predicate's SQL that is about what the patient has blocked."""

# What is blocked to the worker as he stands in this relation; in an emergency, and to
# finish what he wrote in it, only a block that names him holds. One row for each relation.
BLOCKED = """
CROSS JOIN LATERAL (
  SELECT bool_or(block.what = 'all') AS in_all,
    bool_or(block.what = 'all' AND block.whom = 'person') AS in_all_by_name,
    bool_or(block.what = 'all' AND block.whom <> 'all') AS in_all_to_some,
    bool_or(block.what <> 'all') AS in_part,
    array_agg(block.kind) FILTER (WHERE block.what = 'kind') AS kinds,
    array_agg(DISTINCT block.document_id) FILTER (WHERE block.what = 'document')
      AS documents,
    array_agg(DISTINCT block.id) FILTER (WHERE block.what <> 'all'
      AND block.whom <> 'all') AS blocks
  FROM access_block block WHERE block.record_id = known.record_id
    AND block.valid_from <= %(at)s
    AND (block.valid_until IS NULL OR block.valid_until > %(at)s)
    AND CASE block.whom WHEN 'person' THEN block.worker_id = %(worker)s
      WHEN 'role' THEN block.role = relation.role
        AND relation.ground <> ALL (%(pass_blocks)s)
      WHEN 'unit' THEN block.unit_id = ANY (relation.unit_path)
        AND relation.ground <> ALL (%(pass_blocks)s)
      ELSE relation.ground <> ALL (%(pass_blocks)s) END
) AS blocked"""

# Who has the patient at his unit knows that he is there, unless the block names him.
IS_OPEN_IN_ALL = "blocked.in_all IS NOT TRUE"
IS_NAMED_NOWHERE = "blocked.in_all_by_name IS NOT TRUE"
# Who may set blocks may end one against everybody, which nobody else could then do; he
# sees nothing but the blocks until it is ended.
IS_OPEN_TO_SOMEBODY = "blocked.in_all_to_some IS NOT TRUE"
IS_PARTLY_BLOCKED = "blocked.in_part IS TRUE"
BLOCKED_KINDS = "coalesce(blocked.kinds, '{}')"
HIDDEN = "coalesce(blocked.documents, '{}')"
# The block itself, and what was said of it, is no reading for whom it names either.
HIDDEN_OF_BLOCKS = (
    "ARRAY(SELECT unnest(blocked.documents || blocked.blocks) ORDER BY 1)"
)
