"""Why a record is open or closed to a worker: each of his grounds, and what of it holds."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db import connection

from access.actions import Action
from access.bases import Basis
from access.predicate import SUPPOSED, THESE_RECORDS, explanation, parameters
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


def explain(
    worker: Worker,
    record_id: UUID,
    action: Action,
    *,
    at: datetime | None = None,
    supposed: str | None = None,
) -> list[Explained]:
    """Say of each ground a worker has for a record what of it holds, the strongest first.

    The conditions are those the predicate decides by.

    Args:
        worker: who asks.
        record_id: the record.
        action: what he wants to do.
        at: when; now unless told.
        supposed: a relation that is not there, asked about instead of those that are.
    """
    only = THESE_RECORDS if supposed is None else SUPPOSED
    values = parameters(worker, action, among=[record_id], at=at)
    with connection.cursor() as cursor:
        cursor.execute(explanation(action, only=only), values | {"supposed": supposed})
        names = [column.name for column in cursor.description or ()]
        rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    return [_explained(row) for row in rows]


def _explained(row: dict[str, Any]) -> Explained:
    return Explained(
        basis=Basis(row["ground"]),
        role=Role(row["role"]),
        unit_id=row["post_unit_id"],
        relation_id=row["relation_id"],
        valid_from=row["valid_from"],
        valid_until=row["valid_until"],
        missing=tuple(
            refusal
            for condition, refusal in _REFUSAL_BY_CONDITION.items()
            if row.get(condition) is False
        ),
    )
