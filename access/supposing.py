"""What the policy would say if a person let himself in: by a stated need, or in an emergency.

It is the same predicate, asked about a care relation that is not there yet. So whatever
closes a record to him then (his role, a block that names him, his own record) closes the
way in as well, and nothing else decides.
"""

import json
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

from access import policy
from access.actions import Action
from access.bases import Basis
from access.explaining import Refusal, judge
from access.policy import Decision
from access.worker import Worker

# Only asked about; what is stored has an end of its own.
_A_WHILE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Way:
    """How a person would let himself in.

    Args:
        basis: the ground he would have, `NEED` or `EMERGENCY`.
        reason_code: why, coded.
        relation_id: the id the care relation will have; the log refers to it beforehand.
    """

    basis: Basis
    reason_code: str
    relation_id: UUID


def way_in(basis: Basis, reason_code: str = "") -> Way:
    """Think of a way in, with a relation that is not there yet."""
    return Way(basis, reason_code, uuid4())


def suppose(
    worker: Worker, record_id: UUID, action: Action, way: Way
) -> Decision | None:
    """Decide whether a worker may do something to a record if he let himself in.

    Returns:
        The decision, allowed or refused; None when no such record exists here.
    """
    now = datetime.now(UTC)
    supposed = _relation(worker, record_id, way, now)
    judged = judge(worker, record_id, action, at=now, supposed=supposed)
    return policy.decided(worker, action, judged)


def may_let_himself_in(
    worker: Worker, record_id: UUID, action: Action, way: Way
) -> Decision | None:
    """Decide whether a worker may state a need for a record, or take it in an emergency.

    Whoever has the patient at his unit needs nothing more. Somebody without any relation
    must be of those who may find people they have no relation to.
    """
    decision = suppose(worker, record_id, action, way)
    if decision is None or not decision.is_allowed:
        return decision
    before = policy.decide(worker, record_id, Action.READ_RECORD)
    if before is not None and before.refusal is not Refusal.NEED_NOT_STATED:
        found = suppose(worker, record_id, Action.FIND_ANYBODY, way)
        if found is not None and not found.is_allowed:
            return replace(found, action=action)
    return decision


def _relation(worker: Worker, record_id: UUID, way: Way, now: datetime) -> str:
    """The relation as JSON, as PostgreSQL makes a row of it."""
    return json.dumps(
        {
            "id": str(way.relation_id),
            "record_id": str(record_id),
            "basis": way.basis.value,
            "worker_id": str(worker.user_id),
            "valid_from": now.isoformat(),
            "valid_until": (now + _A_WHILE).isoformat(),
            "service_type": "",
            "reason_code": way.reason_code,
        }
    )
