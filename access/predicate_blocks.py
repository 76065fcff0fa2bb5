"""The part of the predicate's SQL that is about what the patient has blocked."""

# A block holds against the worker as he stands in this relation; in an emergency, and to
# finish what he wrote in it, only one that names him does.
_BLOCKS = """access_block block WHERE block.record_id = known.record_id
    AND block.valid_from <= %(at)s
    AND (block.valid_until IS NULL OR block.valid_until > %(at)s)
    AND CASE block.whom WHEN 'person' THEN block.worker_id = %(worker)s
      WHEN 'role' THEN block.role = relation.role
        AND relation.ground <> ALL (%(pass_blocks)s)
      WHEN 'unit' THEN block.unit_id = ANY (relation.unit_path)
        AND relation.ground <> ALL (%(pass_blocks)s)
      ELSE relation.ground <> ALL (%(pass_blocks)s) END"""

# Who has the patient at his unit knows that he is there, unless the block names him.
IS_OPEN_IN_ALL = f"NOT EXISTS (SELECT 1 FROM {_BLOCKS} AND block.what = 'all')"
IS_NAMED_NOWHERE = (
    f"NOT EXISTS (SELECT 1 FROM {_BLOCKS} AND block.what = 'all'"
    " AND block.whom = 'person')"
)
# Who may set blocks may end one against everybody, which nobody else could then do; he
# sees nothing but the blocks until it is ended.
IS_OPEN_TO_SOMEBODY = (
    f"NOT EXISTS (SELECT 1 FROM {_BLOCKS} AND block.what = 'all'"
    " AND block.whom <> 'all')"
)
IS_PARTLY_BLOCKED = f"EXISTS (SELECT 1 FROM {_BLOCKS} AND block.what <> 'all')"
BLOCKED_KINDS = f"""ARRAY(SELECT block.kind FROM {_BLOCKS}
    AND block.what = 'kind')"""
# The block itself, and what was said of it, is no reading for whom it names either.
HIDDEN_OF_BLOCKS = f"""ARRAY(SELECT DISTINCT unnest(
      CASE WHEN block.whom = 'all' THEN ARRAY[block.document_id]
      ELSE ARRAY[block.document_id, block.id] END) AS closed
    FROM {_BLOCKS} AND block.what <> 'all' ORDER BY 1)"""
HIDDEN = f"""ARRAY(SELECT DISTINCT block.document_id FROM {_BLOCKS}
    AND block.what = 'document' ORDER BY 1)"""
