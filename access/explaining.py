"""Why a record is open or closed to a worker: each of his grounds, and what of it holds."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db import connection

from access.actions import Action
from access.bases import Basis
from access.predicate import (
    SUPPOSED,
    THESE_RECORDS,
    conditions,
    judgement,
    parameters,
)
from access.roles import Role
from access.worker import Worker


class Refusal(StrEnum):
    """Why a record stays closed."""

    NO_WORKPLACE = "no_workplace"
    ROLE = "role"
    NO_RELATION = "no_relation"
    BASIS = "basis"
    OWN_RECORD = "own_record"
    FAMILY = "family"
    BLOCKED = "blocked"
    NEED_NOT_STATED = "need_not_stated"


# What each condition of the predicate is called when it alone stands in the way.
_REFUSAL_BY_CONDITION = {
    "is_now": Refusal.NO_RELATION,
    "role_allows": Refusal.ROLE,
    "is_carried": Refusal.BASIS,
    "is_not_own": Refusal.OWN_RECORD,
    "is_not_family": Refusal.FAMILY,
    "is_not_blocked": Refusal.BLOCKED,
    "is_close_enough": Refusal.NEED_NOT_STATED,
}


# Where in a row of the judgement what is found.
_UNIT, _ROLE, _DECIDED, _CONDITIONS_BEGIN = 8, 9, 13, 19


@dataclass(frozen=True, slots=True)
class Explained:
    """One ground a worker has for a record, and what of it holds and what does not.

    Args:
        basis: the ground.
        role: as what he would have opened it.
        unit_id: the unit of the post it is seen from.
        relation_id: the care relation.
        valid_from: since when it holds.
        valid_until: until when; None when no end is set.
        missing: what stands in the way, in the order it is told; empty when it opens.
    """

    basis: Basis
    role: Role
    unit_id: UUID
    relation_id: UUID
    valid_from: datetime
    valid_until: datetime | None
    missing: tuple[Refusal, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """One row of the judgement.

    Args:
        decided: the columns of the predicate, as `access.policy.allowed` takes them.
        opens: whether this ground opens the record.
        here: of a record that opens: all the grounds that open it, what the worker is to the patient, and
            whether some of it is blocked to him.
        explained: the ground and what of it holds; None when the worker has none.
    """

    decided: tuple[Any, ...]
    opens: bool
    here: tuple[list[str], str, bool]
    explained: Explained | None


def judge(
    worker: Worker,
    record_id: UUID,
    action: Action,
    *,
    at: datetime | None = None,
    supposed: str | None = None,
) -> list[Judged]:
    """Judge each ground a worker has for a record, first the strongest that opens it.

    Args:
        worker: who asks.
        record_id: the record.
        action: what he wants to do.
        at: when; now unless told.
        supposed: a relation that is not there, asked about instead of those that are.

    Returns:
        Nothing when there is no such record here.
    """
    only = THESE_RECORDS if supposed is None else SUPPOSED
    values = parameters(worker, action, among=[record_id], at=at)
    with connection.cursor() as cursor:
        cursor.execute(judgement(action, only=only), values | {"supposed": supposed})
        rows = cursor.fetchall()
    refusals = conditions_of(action)
    return [judged(row, refusals) for row in rows]


def explain(
    worker: Worker, record_id: UUID, action: Action, *, at: datetime | None = None
) -> list[Explained]:
    """Say of each ground a worker has for a record what of it holds, the strongest first."""
    rows = judge(worker, record_id, action, at=at)
    return [row.explained for row in rows if row.explained is not None]


def why_refused(rows: list[Judged]) -> Refusal:
    """Name what stands in the way: of the ground that came nearest to opening."""
    in_force = [
        row.explained.missing
        for row in rows
        if row.explained is not None
        and Refusal.NO_RELATION not in row.explained.missing
    ]
    return min(in_force, key=len)[0] if in_force else Refusal.NO_RELATION


def conditions_of(action: Action) -> list[Refusal]:
    """What each condition of the judgement is called when it alone stands in the way."""
    return [_REFUSAL_BY_CONDITION[name] for name in conditions(action)]


def judged(row: tuple[Any, ...], refusals: list[Refusal]) -> Judged:
    """Read one row of the judgement, for those who ask it themselves."""
    decided, (opens, grounds, tie, in_part, begins, ends), holds = (
        row[:_DECIDED],
        row[_DECIDED:_CONDITIONS_BEGIN],
        row[_CONDITIONS_BEGIN:],
    )
    _record, _patient, _kind, relation, basis, *_rest = decided
    explained = None
    if relation is not None:
        explained = Explained(
            basis=Basis(basis),
            role=Role(decided[_ROLE]),
            unit_id=decided[_UNIT],
            relation_id=relation,
            valid_from=begins,
            valid_until=ends,
            missing=tuple(
                refusal
                for refusal, does in zip(refusals, holds, strict=True)
                if not does
            ),
        )
    return Judged(decided, opens, (grounds or [], tie or "", in_part), explained)
