"""The part of the predicate's SQL that says how far a record opens: which kinds of rows, and which not."""

from access.actions import Action
from access.bases import reaches_information
from access.information import BLOCK, DRAFT, PROTECTED_ADDRESS, Information
from access.predicate_blocks import (
    BLOCKED_KINDS,
    HIDDEN,
    HIDDEN_OF_BLOCKS,
    IS_OPEN_IN_ALL,
    IS_PARTLY_BLOCKED,
)

# Anybody who changes particulars may protect an address; once it is, only those who may
# see it may change it.
_ADDRESS_TO_CHANGE = f"""CASE WHEN known.protection <> ALL (%(protecting_codes)s)
    OR ('{Action.READ_ADDRESS}' = ANY (rights.does)
      AND relation.ground = ANY (%(know_the_address)s))
  THEN ARRAY['{PROTECTED_ADDRESS}']::varchar[] END"""

# Who is past his emergency access sees his own entries alone: that he sees no critical
# information must not look as if there were none.
_IS_PAST_EMERGENCY = "relation.ground = 'after_emergency'"


def kinds(action: Action) -> str:
    """The kinds of rows that are opened; NULL when all are, a protected address apart."""
    if action is Action.CHANGE_IDENTITY:
        return _ADDRESS_TO_CHANGE
    if action.level is None and action.row_kinds is None:
        return "NULL::varchar[]"
    if action.row_kinds is not None:
        listed = ", ".join(f"'{kind}'" for kind in action.row_kinds)
        return f"ARRAY[{listed}]::varchar[]"
    reached = f"rights.{action.level}"
    seen = f"""ARRAY(SELECT kind FROM unnest({reached}) AS kind
      WHERE kind <> ALL ({BLOCKED_KINDS})
        AND NOT ({_IS_PAST_EMERGENCY} AND kind = '{Information.CRITICAL}') ORDER BY kind)"""
    if action.is_about_blocks:
        return f"""CASE WHEN {IS_OPEN_IN_ALL} THEN {seen} ELSE '{{}}' END
    || '{BLOCK}'::varchar"""
    # What was said when something was blocked is no reading for those it is blocked to.
    return f"""CASE WHEN {reached} @> %(all_kinds)s::varchar[]
      AND NOT {IS_PARTLY_BLOCKED} AND NOT {_IS_PAST_EMERGENCY} THEN NULL
    ELSE {seen} || '{DRAFT}'::varchar END"""


def hidden(action: Action) -> str:
    """The documents (and blocks) that stay closed; an empty list when none is."""
    if action.is_about_blocks:
        return HIDDEN_OF_BLOCKS
    return HIDDEN if reaches_information(action) else "NULL::uuid[]"
