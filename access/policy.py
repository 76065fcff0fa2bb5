"""The one predicate: may I open this record, and which records may I open?

Both questions are the same SQL, and nothing else decides. It reads employments,
care relations and known records: UUIDs and codes, no patient data. What was
revoked a moment ago does not count, since nothing is cached between requests.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db import connection

from access.actions import ACTIONS_AFTER_END, Action
from access.models import Basis, KnownRecord
from access.predicate import ALL, THESE_RECORDS, predicate
from access.roles import (
    ADMITTING_ROLES,
    CODENAME_PREFIX,
    ROLE_SEES,
    RecordKind,
    Role,
    roles_that_may,
)
from access.worker import Worker
from audit.entry import Grounds, Subject
from audit.verbs import Reach

_ADMINISTRATIVE = frozenset({Role.CASE_HANDLER, Role.CLERK})


class Refusal(StrEnum):
    """Why a record stays closed."""

    NO_WORKPLACE = "no_workplace"
    ROLE = "role"
    NO_RELATION = "no_relation"


@dataclass(frozen=True, slots=True)
class Decision:
    """The answer for one record (tilgangsbeslutning), allowed or refused."""

    record_id: UUID
    patient_id: UUID
    kind: RecordKind
    action: Action
    basis: Basis | None = None
    decision_ref: UUID | None = None
    unit_id: UUID | None = None
    role: Role | None = None
    readable_until: datetime | None = None
    service_type: str = ""
    reason_code: str = ""
    refusal: Refusal | None = None

    @property
    def is_allowed(self) -> bool:
        """Whether the door may be opened."""
        return self.refusal is None

    @property
    def grounds(self) -> Grounds:
        """The grounds as the log keeps them."""
        if self.basis is None:
            return Grounds()
        return Grounds(
            basis=self.basis.value,
            purpose=purpose_of(self.basis, self.role),
            decision_ref=self.decision_ref,
            service=self.service_type,
            reason_code=self.reason_code,
        )

    @property
    def subject(self) -> Subject:
        """The person as the event's subject, and how far the door opens."""
        if not self.is_allowed:
            return Subject(self.patient_id, self.record_id, Reach.MENTIONED)
        kinds = self.action.row_kinds
        if kinds is None and self.role is not None:
            kinds = ROLE_SEES.get((self.kind, self.role))
        if self.action.reach < Reach.RECORD:
            kinds = None
        # An end is taken back with what it did, and that came after it.
        is_unbounded = (
            self.action.row_kinds is not None
            or self.action is Action.WITHDRAW_DISCHARGE
        )
        return Subject(
            patient_id=self.patient_id,
            record_id=self.record_id,
            reach=self.action.reach,
            kinds=kinds,
            until=None if is_unbounded else self.readable_until,
        )


def purpose_of(basis: Basis, role: Role | None) -> str:
    """Give the purpose of use: COC for administration of services, else TREAT."""
    if basis is Basis.ADMISSION or role in _ADMINISTRATIVE:
        return "COC"
    return "TREAT"


def grounds_of_list(worker: Worker) -> Grounds:
    """Give the grounds of a list: each person in it is there on a ground of his own."""
    is_care = bool(worker.roles - _ADMINISTRATIVE)
    return Grounds(basis="listed", purpose="TREAT" if is_care else "COC")


def decide(
    worker: Worker, record_id: UUID, action: Action, *, at: datetime | None = None
) -> Decision | None:
    """Decide whether a worker may do something to one record.

    Returns:
        The decision, allowed or refused; None when no such record exists here.
    """
    found = records_open_to(worker, action, among=[record_id], at=at)
    if found:
        return found[0]
    known = KnownRecord.objects.filter(record_id=record_id).first()
    if known is None:
        return None
    return Decision(
        record_id=known.record_id,
        patient_id=known.patient_id,
        kind=RecordKind(known.kind),
        action=action,
        refusal=_why_refused(worker, record_id, at),
    )


def records_open_to(
    worker: Worker,
    action: Action,
    *,
    among: Iterable[UUID] | None = None,
    at: datetime | None = None,
) -> list[Decision]:
    """List the records a worker may do something to, each with its strongest ground."""
    only = ALL if among is None else THESE_RECORDS
    with connection.cursor() as cursor:
        cursor.execute(
            predicate(only=only), parameters(worker, action, among=among, at=at)
        )
        return [allowed(row, action) for row in cursor.fetchall()]


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
        "journal_roles": roles_that_may(action, RecordKind.JOURNAL),
        "case_roles": roles_that_may(action, RecordKind.CASE),
        "sees_less": [role.codename for _kind, role in ROLE_SEES],
        "after_end": action in ACTIONS_AFTER_END,
    }


def admission(
    worker: Worker,
    *,
    record_id: UUID,
    patient_id: UUID,
    kind: RecordKind,
    action: Action,
) -> Decision:
    """Decide whether a worker may take in a person his unit has no relation to yet.

    It is a case of its own (purpose COC): identity only, by a case handler, a
    leader or a clerk, and it shows in the log as an admission. No care relation is
    behind it, so it refers to none.
    """
    refused = Decision(record_id, patient_id, kind, action, refusal=Refusal.ROLE)
    for post in worker.posts:
        if post.role in ADMITTING_ROLES:
            return replace(
                refused,
                basis=Basis.ADMISSION,
                unit_id=post.unit_id,
                role=post.role,
                refusal=None,
            )
    return refused


def allowed(row: tuple[Any, ...], action: Action) -> Decision:
    """Make a decision of one row of the predicate, for those who embed it."""
    record, patient, kind, ref, basis, until, service, reason, unit, codename = row
    return Decision(
        record_id=record,
        patient_id=patient,
        kind=RecordKind(kind),
        action=action,
        basis=Basis(basis),
        decision_ref=ref,
        unit_id=unit,
        role=Role(codename.removeprefix(CODENAME_PREFIX)),
        readable_until=until,
        service_type=service,
        reason_code=reason,
    )


def _why_refused(worker: Worker, record_id: UUID, at: datetime | None) -> Refusal:
    if not worker.posts:
        return Refusal.NO_WORKPLACE
    if records_open_to(worker, Action.READ_IDENTITY, among=[record_id], at=at):
        return Refusal.ROLE
    return Refusal.NO_RELATION
