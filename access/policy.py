"""The one predicate: may I open this record, and which records may I open?

Both questions are the same SQL, and nothing else decides. It reads employments,
care relations and known records: UUIDs and codes, no patient data. What was
revoked a moment ago does not count, since nothing is cached between requests.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from access.accounts.models import User
from access.actions import Action
from access.bases import GROUNDS, Basis
from access.codes import ServiceType
from access.explaining import Judged, Refusal, judge, why_refused
from access.information import PROTECTED_ADDRESS, PROTECTING_CODES
from access.models import KnownRecord, PersonTie, Tie, Unit
from access.predicate import ALL, THESE_RECORDS, parameters, predicate
from access.roles import RecordKind, Role
from access.selectors import shut_out_by_name
from access.worker import Worker
from audit.entry import Grounds, Subject
from audit.verbs import Reach

_REFUSAL_BY_TIE = {Tie.SELF: Refusal.OWN_RECORD, Tie.FAMILY: Refusal.FAMILY}
# What is registered when somebody comes to a unit of a service, and what ground that is.
_BY_COMING: dict[str, tuple[Action, Basis]] = {
    ServiceType.EMERGENCY: (Action.REGISTER_CONTACT, Basis.CONTACT),
    ServiceType.GENERAL_PRACTICE: (Action.ENROL, Basis.GP_LIST),
    ServiceType.HEALTH_STATION: (Action.ENROL, Basis.PROGRAMME),
}
_ADMINISTRATIVE = frozenset({Role.CASE_HANDLER, Role.CLERK})


@dataclass(frozen=True, slots=True)
class Decision:
    """The answer for one record (tilgangsbeslutning), allowed or refused.

    Args:
        record_id: the record.
        patient_id: whose it is.
        kind: of record.
        action: what was asked for.
        basis: the strongest ground.
        decision_ref: the care relation behind it.
        unit_id: the unit of the post by which it is open.
        role: the role of that post.
        readable_until: what was written later stays closed.
        service_type: the service the care belongs to (kodeverk 9151).
        reason_code: coded reason of a ground that has one.
        refusal: why not; None when it is allowed.
        kinds: the kinds of rows that are opened; None when all are.
        hidden: rows that stay closed, because the patient has blocked them.
        grounds_here: all the worker's grounds for this record, when one was asked for.
        tie: what the worker is to the patient, `family` or `colleague`; "" when neither, or
            when a list was asked for.
        protection: how the person's address is protected, a code; "" when nobody is there.
        is_partly_blocked: whether the patient has blocked some of it to the worker, when one
            record was asked for; which part is told nobody.
    """

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
    kinds: tuple[str, ...] | None = None
    hidden: tuple[UUID, ...] | None = None
    grounds_here: frozenset[Basis] = field(default=frozenset(), compare=False)
    tie: str = field(default="", compare=False)
    protection: str = ""
    is_partly_blocked: bool = field(default=False, compare=False)

    @property
    def is_allowed(self) -> bool:
        """Whether the door may be opened."""
        return self.refusal is None

    @property
    def hides_address(self) -> bool:
        """Whether the person has a protected address that this does not open."""
        is_protected = self.protection in PROTECTING_CODES
        return is_protected and PROTECTED_ADDRESS not in (self.kinds or ())

    @property
    def grounds(self) -> Grounds:
        """The grounds as the log keeps them."""
        if self.basis is None:
            return Grounds()
        return Grounds(
            basis=self.basis.value,
            purpose=self.action.purpose or purpose_of(self.basis, self.role),
            decision_ref=self.decision_ref,
            user_selected=GROUNDS[self.basis].user_selected,
            service=self.service_type,
            reason_code=self.reason_code,
        )

    @property
    def subject(self) -> Subject:
        """The person as the event's subject, and how far the door opens."""
        if not self.is_allowed:
            return Subject(self.patient_id, self.record_id, Reach.MENTIONED)
        # An end is taken back with what it did, and that came after it.
        is_unbounded = (
            self.action.row_kinds is not None
            or self.action is Action.WITHDRAW_DISCHARGE
        )
        return Subject(
            patient_id=self.patient_id,
            record_id=self.record_id,
            reach=self.action.reach,
            kinds=self.kinds,
            until=None if is_unbounded else self.readable_until,
            hidden=self.hidden,
        )


def purpose_of(basis: Basis, role: Role | None) -> str:
    """Give the purpose of use (domain.md 6.2): COC for whoever administers services."""
    purpose = GROUNDS[basis].purpose
    return "COC" if purpose == "TREAT" and role in _ADMINISTRATIVE else purpose


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
    return decided(worker, action, judge(worker, record_id, action, at=at))


def decided(worker: Worker, action: Action, judged: list[Judged]) -> Decision | None:
    """Make the decision of what was judged of a record, allowed or refused.

    Returns:
        None when nothing was judged, because no such record exists here.
    """
    if not judged:
        return None
    best = judged[0]
    if best.opens:
        grounds, tie, is_partly_blocked = best.here
        return replace(
            allowed(best.decided, action),
            grounds_here=frozenset(map(Basis, grounds)),
            tie=tie,
            is_partly_blocked=is_partly_blocked,
        )
    record_id, patient_id, kind, *_nothing = best.decided
    refusal = why_refused(judged) if worker.posts else Refusal.NO_WORKPLACE
    return Decision(record_id, patient_id, RecordKind(kind), action, refusal=refusal)


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
            predicate(action, only=only), parameters(worker, action, among=among, at=at)
        )
        return [allowed(row, action) for row in cursor.fetchall()]


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
    barrier = _barrier_to(worker, patient_id, record_id)
    if barrier is not None:
        return replace(refused, refusal=barrier)
    for post in worker.posts:
        if post.rights[kind].allows(Action.ADMIT):
            return replace(
                refused,
                basis=Basis.ADMISSION,
                kinds=action.row_kinds,
                protection=_protection_of(patient_id),
                unit_id=post.unit_id,
                role=post.role,
                refusal=None,
            )
    return refused


def arrival(
    worker: Worker, *, record_id: UUID, patient_id: UUID, unit: Unit
) -> Decision:
    """Decide whether a worker may register that somebody comes to a unit.

    The registration itself is the ground: of a contact at a legevakt (ETREAT, and no emergency
    access), on a GP's list, or in a programme. It is made where it belongs or above, as the
    practice keeps the lists of its GPs. Own record and family are left to others; so is
    whoever has shut the worker out by name.
    """
    action, basis = _BY_COMING.get(unit.service_type, (Action.REGISTER_CONTACT, None))
    refused = Decision(
        record_id, patient_id, RecordKind.JOURNAL, action, refusal=Refusal.ROLE
    )
    barrier = _barrier_to(worker, patient_id, record_id)
    if barrier is not None:
        return replace(refused, refusal=barrier)
    for post in worker.posts_that(action, at=unit.service_type):
        if basis is not None and post.unit_id in unit.path:
            return replace(
                refused,
                basis=basis,
                protection=_protection_of(patient_id),
                service_type=post.service_type,
                unit_id=post.unit_id,
                role=post.role,
                refusal=None,
            )
    return refused


def _protection_of(patient_id: UUID) -> str:
    known = KnownRecord.objects.filter(patient_id=patient_id)
    return known.values_list("protection", flat=True).first() or ""


def _barrier_to(worker: Worker, patient_id: UUID, record_id: UUID) -> Refusal | None:
    """Why a worker is the wrong one to take this person in, whatever his role."""
    tie = _tie_to(worker, patient_id)
    if tie is not None:
        return _REFUSAL_BY_TIE[tie]
    if worker.user_id in shut_out_by_name(record_id):
        return Refusal.BLOCKED
    return None


def _tie_to(worker: Worker, patient_id: UUID) -> Tie | None:
    """What the worker is to a patient in private life; None when that is not known."""
    accounts = User.objects.filter(pk=worker.user_id).values("person_hash")
    ties = PersonTie.objects.filter(patient_id=patient_id, person_hash__in=accounts)
    found = ties.values_list("tie", flat=True).first()
    return Tie(found) if found else None


def allowed(row: tuple[Any, ...], action: Action) -> Decision:
    """Make a decision of one row of the predicate, for those who embed it."""
    record, patient, kind, ref, basis, until, service, reason, unit, role, *seen = row
    kinds, hidden, protection = seen
    return Decision(
        record_id=record,
        patient_id=patient,
        kind=RecordKind(kind),
        action=action,
        basis=Basis(basis),
        decision_ref=ref,
        unit_id=unit,
        role=Role(role),
        readable_until=until,
        service_type=service,
        reason_code=reason,
        kinds=None if kinds is None else tuple(kinds),
        hidden=tuple(hidden) if hidden else None,
        protection=protection,
    )
