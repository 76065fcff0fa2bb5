"""The SQL of the one predicate: which records are open to a worker, and on what ground.

It reads employments, shifts, units, care relations, blocks, ties, the role matrix and known
records: UUIDs and codes. `predicate` lists what is open; `judgement` says of one record
whether it is, and of each ground what of it holds. Both are made of the same conditions,
so that "may I open this?", "which ones?" and "why not?" cannot disagree.
"""

from collections.abc import Iterable
from datetime import UTC, datetime
from functools import cache
from typing import Any
from uuid import UUID

from access.actions import Action
from access.bases import (
    ASKED_FOR,
    NAMES_THE_WORKER,
    PASS_BLOCKS,
    STRONGEST_FIRST,
    bases_for,
    reaches_information,
)
from access.information import DRAFT, PROTECTING_CODES, Information
from access.predicate_blocks import (
    BLOCKED,
    BLOCKED_KINDS,
    IS_NAMED_NOWHERE,
    IS_OPEN_IN_ALL,
    IS_OPEN_TO_SOMEBODY,
    IS_PARTLY_BLOCKED,
)
from access.predicate_reach import hidden, kinds
from access.roles import CODENAME_PREFIX
from access.worker import Worker

_ALL_KINDS = sorted(kind.value for kind in Information)
ALL = "TRUE"
THESE_RECORDS = "related.record_id = ANY (%(among)s::uuid[])"
# One relation that is not there: what would be open if it were.
SUPPOSED = "SUPPOSED"
_STORED = "access_carerelation related WHERE {only}"
_GIVEN = """jsonb_populate_record(
    NULL::access_carerelation, %(supposed)s::jsonb) AS related"""

# Each post in force meets each relation of its units and of the worker himself.
_RELATIONS = """
WITH me AS (
  SELECT account.id, account.person_hash FROM accounts_user account
  WHERE account.id = %(worker)s AND account.is_active
), post AS (
  SELECT employment.content_object_id AS unit_id, workplace.path AS unit_path,
    substr(permission.codename, %(role_begins)s) AS role
  FROM me JOIN access_employment employment ON employment.user_id = me.id
  JOIN access_unit workplace
    ON workplace.id = employment.content_object_id AND workplace.is_active
  JOIN auth_permission permission ON permission.id = employment.permission_id
  WHERE employment.content_object_id = ANY (%(units)s)
    AND employment.valid_from <= %(at)s
    AND (employment.valid_until IS NULL OR employment.valid_until > %(at)s)
), duty AS (
  SELECT array_agg(shift.unit_id) AS unit_ids FROM access_shift shift
  WHERE shift.user_id = %(worker)s
    AND shift.valid_from <= %(at)s AND shift.valid_until > %(at)s
), tied AS MATERIALIZED (
  SELECT coalesce(array_agg(tie.patient_id) FILTER (WHERE tie.tie = 'self'), '{{}}') AS own,
    coalesce(array_agg(tie.patient_id) FILTER (WHERE tie.tie <> 'self'), '{{}}') AS family
  FROM access_persontie tie JOIN me USING (person_hash)
), candidate AS {kept} (
  SELECT related.* FROM {candidates}
), relation AS {kept} (
  SELECT related.*, post.unit_id AS post_unit_id, post.unit_path, post.role,
    CASE WHEN related.basis = 'episode' AND place.path && (SELECT unit_ids FROM duty)
      THEN 'roster' ELSE related.basis END AS ground
  FROM post JOIN access_unit place ON place.path @> ARRAY[post.unit_id]
  JOIN candidate related ON related.unit_id = place.id
  UNION ALL
  SELECT related.*, post.unit_id AS post_unit_id, post.unit_path, post.role, related.basis
  FROM post CROSS JOIN candidate related
  WHERE related.worker_id = %(worker)s
)"""

_OPEN_BY = f"""
FROM relation JOIN access_knownrecord known ON known.record_id = relation.record_id
JOIN access_rolerights rights
  ON rights.record_kind = known.kind AND rights.role = relation.role
CROSS JOIN tied{BLOCKED}"""
# The record comes first here: that there is one is known without any ground.
_SEEN_BY = f"""
FROM access_knownrecord known
LEFT JOIN relation ON relation.record_id = known.record_id
LEFT JOIN access_rolerights rights
  ON rights.record_kind = known.kind AND rights.role = relation.role
CROSS JOIN tied{BLOCKED}"""

# What the one who reads is to the patient: it is allowed, and the log says so.
_TIE = """CASE
    WHEN known.patient_id = ANY (tied.family) THEN 'family'
    WHEN EXISTS (SELECT 1 FROM access_persontie tie
      JOIN accounts_user colleague USING (person_hash)
      JOIN access_employment job ON job.user_id = colleague.id
      WHERE tie.patient_id = known.patient_id AND tie.tie = 'self'
        AND job.content_object_id = ANY (%(units)s) AND job.valid_from <= %(at)s
        AND (job.valid_until IS NULL OR job.valid_until > %(at)s)) THEN 'colleague'
    ELSE '' END"""

# The strongest ground, then the post that sees most, then the newest; the last three only
# so that the same one is always named.
_STRONGEST_FIRST = """array_position(%(strongest_first)s::varchar[], relation.ground),
  cardinality(rights.reads) DESC NULLS LAST, relation.valid_from DESC,
  relation.id, relation.role, relation.post_unit_id"""

# What must hold, each under the name by which it is explained; beginning with what is
# told first when it does not.
_IS_NOW = """relation.valid_from <= %(at)s
    AND (relation.valid_until IS NULL OR relation.valid_until > %(at)s)"""
_IS_CARRIED = "relation.ground = ANY (%(bases)s)"
_IS_NOT_OWN = "known.patient_id <> ALL (tied.own)"
_IS_NOT_FAMILY = """(relation.ground = ANY (%(names_the_worker)s)
    OR known.patient_id <> ALL (tied.family))"""
_IS_CLOSE_ENOUGH = """(relation.ground <> 'episode'
    OR (SELECT rules.unit_wide FROM access_accessrules rules) = 'measured')"""


@cache
def predicate(action: Action, *, only: str = ALL) -> str:
    """Give the SQL that lists: one row for each record that is open, with its strongest ground.

    Args:
        action: what is to be done; decides what of the role matrix is asked for.
        only: a constant SQL condition on the care relation `related`, for those who embed it in a larger
            statement; never built from what a person typed.
    """
    all_hold = "\n  AND ".join(conditions(action).values())
    return f"""{_relations(only)}
SELECT DISTINCT ON (known.record_id) {_what_opens(action)}{_OPEN_BY}
WHERE {all_hold}
ORDER BY known.record_id, {_STRONGEST_FIRST}
"""


@cache
def judgement(action: Action, *, only: str = THESE_RECORDS) -> str:
    """Give the SQL that judges: one row for each ground a worker has for a record.

    The first row of a record is its strongest that opens, if any does. After the columns of `predicate`
    come `opens`, what the page is to know of a record that is open, the ground's period, and each condition
    under its name, true when it holds. A record without any ground has one row of nothing.

    Args:
        action: what is to be done.
        only: `SUPPOSED` to ask about a relation that is not there.
    """
    what_holds = conditions(action)
    named = ",\n    ".join(
        f"coalesce({condition}, false) AS {name}"
        for name, condition in what_holds.items()
    )
    is_partly_blocked = IS_PARTLY_BLOCKED if reaches_information(action) else "false"
    return f"""{_relations(only)}
SELECT {_what_opens(action)}, judged.opens,
  array_agg(relation.ground) FILTER (WHERE judged.opens)
    OVER (PARTITION BY known.record_id) AS grounds,
  CASE WHEN judged.opens THEN {_TIE} END AS tie,
  {is_partly_blocked} AS is_partly_blocked,
  relation.valid_from, relation.valid_until, holds.*{_SEEN_BY}
CROSS JOIN LATERAL (SELECT {named}) AS holds
CROSS JOIN LATERAL (SELECT {" AND ".join(what_holds)} AS opens) AS judged
WHERE known.record_id = ANY (%(among)s::uuid[])
ORDER BY known.record_id, judged.opens DESC, {_STRONGEST_FIRST}
"""


def parameters(
    worker: Worker,
    action: Action,
    *,
    among: Iterable[UUID] | None = None,
    at: datetime | None = None,
) -> dict[str, Any]:
    """Give the predicate's parameters, for those who embed it in a larger query."""
    moment = at or datetime.now(UTC)
    return parameters_of(worker.user_id, worker.unit_ids, action, moment) | {
        "among": None if among is None else list(among)
    }


def parameters_of(
    user_id: UUID, unit_ids: list[UUID], action: Action, at: datetime
) -> dict[str, Any]:
    """Give the predicate's parameters, the first two and the last as they were given."""
    return {
        "worker": user_id,
        "units": unit_ids,
        "at": at,
        "action": action.value,
        "bases": bases_for(action),
        "names_the_worker": NAMES_THE_WORKER,
        "pass_blocks": PASS_BLOCKS,
        "strongest_first": STRONGEST_FIRST,
        "all_kinds": _ALL_KINDS,
        "protecting_codes": list(PROTECTING_CODES),
        "know_the_address": bases_for(Action.READ_ADDRESS),
        "role_begins": len(CODENAME_PREFIX) + 1,
    }


def _relations(only: str) -> str:
    # Few candidates are found first and judged afterwards; all are joined through units.
    kept = "NOT MATERIALIZED" if only == ALL else "MATERIALIZED"
    candidates = _GIVEN if only == SUPPOSED else _STORED.format(only=only)
    return _RELATIONS.format(candidates=candidates, kept=kept)


def _what_opens(action: Action) -> str:
    """The columns of a decision, as `access.policy.allowed` takes them."""
    return f"""known.record_id, known.patient_id, known.kind,
  relation.id AS decision_ref, relation.ground AS basis, relation.readable_until,
  relation.service_type, relation.reason_code, relation.post_unit_id AS unit_id,
  relation.role, {kinds(action)} AS kinds, {hidden(action)} AS hidden,
  known.protection"""


def conditions(action: Action) -> dict[str, str]:
    """What must hold for an action, by the name it is explained under."""
    always = {
        "is_now": _IS_NOW,
        "role_allows": _role_allows(action),
        "is_carried": _IS_CARRIED,
        "is_not_own": _IS_NOT_OWN,
        "is_not_family": _IS_NOT_FAMILY,
    }
    if not reaches_information(action):
        return always | {"is_not_blocked": IS_NAMED_NOWHERE}
    needed = [kind for kind in action.row_kinds or () if kind != DRAFT]
    open_kinds = "".join(f" AND '{kind}' <> ALL ({BLOCKED_KINDS})" for kind in needed)
    is_open = IS_OPEN_TO_SOMEBODY if action.is_about_blocks else IS_OPEN_IN_ALL
    return always | {
        "is_not_blocked": is_open + open_kinds,
        "is_close_enough": _IS_CLOSE_ENOUGH,
    }


def _role_allows(action: Action) -> str:
    """The same question as `Rights.allows`, and whether the ground is one for the role."""
    asked = []
    if action.is_named_in_matrix:
        asked.append("%(action)s = ANY (rights.does)")
    if action.level is not None:
        asked.append(f"rights.{action.level} <> '{{}}'")
        asked += [
            f"'{kind}' = ANY (rights.{action.level})"
            for kind in action.row_kinds or ()
            if kind != DRAFT
        ]
    asked += [
        f"(relation.ground <> '{ground}' OR '{needed}' = ANY (rights.does))"
        for ground, needed in ASKED_FOR.items()
    ]
    return " AND ".join(asked)
