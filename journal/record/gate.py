"""The only door to patient information: decide, log, open, and close again.

`open_record` is for one record, `open_people` for lists and search, and
`open_admission` for a person the unit has no relation to yet. Each commits its
event before anything is read; then PostgreSQL shows the rows the event reaches
until the block ends. Render the page inside the block.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from uuid import UUID

from django.db import connection, transaction
from django.http import Http404

from access import policy
from access.actions import Action
from access.models import Unit
from access.policy import Decision
from access.roles import RecordKind
from access.worker import Worker
from audit import log
from audit.entry import Entry, Grounds, Query, Subject, Target
from audit.verbs import Outcome, Reach, Verb
from journal.record.models.open_record import ActionRefusedError, OpenRecord
from journal.record.models.rows import Change, change_now

# Whoever asks for somebody he has no relation to has said himself that he needs him.
_LOOKUP = Grounds(basis="lookup", purpose="TREAT", user_selected=True)


class NoSuchRecordError(Http404):
    """No such record exists in this municipality."""


class RecordRefusedError(Exception):
    """The policy refused; the refusal is in the log."""

    def __init__(self, decision: Decision, event_id: UUID) -> None:
        super().__init__(str(decision.refusal))
        self.decision = decision
        self.event_id = event_id


@contextmanager
def open_record(
    record_id: UUID,
    *,
    by: Worker,
    to: Action,
    target: Target | None = None,
    detail: Mapping[str, str] | None = None,
) -> Iterator[OpenRecord]:
    """Open one record for one action, and close it when the block ends.

    Args:
        record_id: The record.
        by: Who opens it.
        to: What he wants to do; decides what the log says and what he sees.
        target: The row it is about, for the log.
        detail: More facts for the log: codes and ids, never clinical content.

    Raises:
        NoSuchRecordError: there is no such record in this municipality.
        RecordRefusedError: the policy says no; the refusal is committed to the log.
        ActionRefusedError: a service inside the block refused; nothing was stored,
            and the attempt is in the log.
    """
    decision = policy.decide(by, record_id, to)
    if decision is None:
        raise NoSuchRecordError
    entry = _entry_for_one(decision, by, target=target, detail=detail)
    if not decision.is_allowed:
        raise RecordRefusedError(decision, log.append(entry)[0])
    with _opened(decision, by, entry) as record:
        yield record


@contextmanager
def open_admission(
    *,
    patient_id: UUID,
    record_id: UUID,
    kind: RecordKind,
    by: Worker,
    to: Action,
    target: Target | None = None,
) -> Iterator[OpenRecord]:
    """Open a new person's particulars, or those of one to be taken in (purpose COC).

    Raises:
        RecordRefusedError: the worker may not take people in; it is in the log.
    """
    decision = policy.admission(
        by, patient_id=patient_id, record_id=record_id, kind=kind, action=to
    )
    entry = _entry_for_one(decision, by, target=target)
    if not decision.is_allowed:
        raise RecordRefusedError(decision, log.append(entry)[0])
    with _opened(decision, by, entry) as record:
        yield record


@contextmanager
def open_arrival(
    *,
    patient_id: UUID,
    record_id: UUID,
    unit: Unit,
    relation_id: UUID,
    by: Worker,
    target: Target | None = None,
) -> Iterator[OpenRecord]:
    """Open the particulars of somebody who comes to a unit, known here or new.

    To a legevakt (ETREAT), on a GP's list, or in a health station's programme. The log
    refers to the care relation that is to follow, by its `relation_id`.

    Raises:
        RecordRefusedError: the worker may not register that there; it is in the log.
    """
    decision = policy.arrival(by, patient_id=patient_id, record_id=record_id, unit=unit)
    decision = replace(decision, decision_ref=relation_id)
    entry = _entry_for_one(decision, by, target=target)
    if not decision.is_allowed:
        raise RecordRefusedError(decision, log.append(entry)[0])
    with _opened(decision, by, entry) as record:
        yield record


@contextmanager
def open_people(
    decisions: Sequence[Decision],
    *,
    by: Worker,
    verb: Verb,
    reach: Reach = Reach.IDENTITY,
    row_kinds: tuple[str, ...] | None = None,
    query: Query | None = None,
) -> Iterator[None]:
    """Open the particulars of everybody in a list, and say in the log who was shown.

    Args:
        decisions: what the policy allowed; one for each record.
        reach: IDENTITY shows names and places; RECORD also the rows of `row_kinds`.
        by: who sees the list.
        verb: LISTED, SEARCHED, or LOOKED_UP.
        row_kinds: the kinds of clinical rows the list shows, e.g. own drafts.
        query: what was searched for, for the log.
    """
    entry = replace(
        by.entry(verb),
        grounds=_LOOKUP if verb is Verb.LOOKED_UP else policy.grounds_of_list(by),
        subjects=listed_people(decisions, reach, row_kinds),
        query=query,
    )
    event_ids = log.append(entry)
    with log.open_door(event_ids), _changing(event_ids[0], by):
        yield


@contextmanager
def letting_in(
    decision: Decision,
    *,
    by: Worker,
    target: Target | None = None,
    detail: Mapping[str, str] | None = None,
) -> Iterator[None]:
    """Say in the log that somebody lets himself in, then store it; nothing is opened by it.

    Raises:
        RecordRefusedError: the policy says no; the refusal is committed to the log.
    """
    entry = _entry_for_one(decision, by, target=target, detail=detail)
    mentioned = Subject(decision.patient_id, decision.record_id, Reach.MENTIONED)
    entry = replace(entry, subjects=(mentioned,))
    if not decision.is_allowed:
        raise RecordRefusedError(decision, log.append(entry)[0])
    with recording(entry, by=by):
        yield


@contextmanager
def recording(entry: Entry, *, by: Worker) -> Iterator[None]:
    """Say in the log what is about to be stored, then store it; or say that it failed."""
    event_id = log.append(entry)[0]
    try:
        with transaction.atomic(), _changing(event_id, by):
            yield
    except Exception:
        log.append(entry.afterwards(Outcome.FAILED, event_id=event_id))
        raise


def record_refusal(
    by: Worker, verb: Verb, *, reason: str, target: Target | None = None
) -> UUID:
    """Keep in the log that something outside a record was refused."""
    entry = replace(by.entry(verb), target=target)
    return log.append(replace(entry, outcome=Outcome.REFUSED, refusal=reason))[0]


@contextmanager
def _opened(decision: Decision, by: Worker, entry: Entry) -> Iterator[OpenRecord]:
    event_id = _event_for(decision, by, entry)
    record = OpenRecord(
        id=decision.record_id, patient_id=decision.patient_id, kind=decision.kind
    )
    record._state.adding = False
    record._state.db = connection.alias
    record.decision, record.worker, record.event_id = decision, by, event_id
    try:
        with log.open_door([event_id]), _changing(event_id, by):
            yield record
    except ActionRefusedError as refused:
        mentioned = Subject(decision.patient_id, decision.record_id, Reach.MENTIONED)
        entry = entry.afterwards(
            Outcome.REFUSED, event_id=event_id, refusal=str(refused)
        )
        log.append(replace(entry, subjects=(mentioned,)))
        raise


def _event_for(decision: Decision, by: Worker, entry: Entry) -> UUID:
    """Commit the event; autosaves of one draft share one for an hour."""
    if decision.action is Action.DRAFT_NOTE and entry.target is not None:
        shared = log.recent_draft_event(by.user_id, decision.subject, entry.target)
        if shared is not None:
            return shared
    return log.append(entry)[0]


@contextmanager
def _changing(event_id: UUID, by: Worker) -> Iterator[None]:
    token = change_now.set(Change(event_id=event_id, user_id=by.user_id))
    try:
        yield
    finally:
        change_now.reset(token)


def listed_people(
    decisions: Iterable[Decision], reach: Reach, row_kinds: tuple[str, ...] | None
) -> tuple[Subject, ...]:
    """Name the people of a list, each with the ground on which he is in it."""
    if reach == Reach.RECORD:
        return tuple(
            _listed(d, replace(d.subject, reach=reach, kinds=row_kinds))
            for d in decisions
        )
    people = {decision.patient_id: decision for decision in decisions}
    return tuple(
        _listed(decision, Subject(person, reach=reach))
        for person, decision in people.items()
    )


def _listed(decision: Decision, subject: Subject) -> Subject:
    """Say on what ground this person is in the list."""
    return replace(
        subject, basis=decision.basis or "", decision_ref=decision.decision_ref
    )


def _entry_for_one(
    decision: Decision,
    by: Worker,
    *,
    target: Target | None = None,
    detail: Mapping[str, str] | None = None,
) -> Entry:
    """The event of one record: done, or refused."""
    entry = replace(
        by.entry(decision.action.verb),
        grounds=decision.grounds,
        subjects=(decision.subject,),
        target=target,
        detail={**(detail or {}), **({"tie": decision.tie} if decision.tie else {})},
    )
    if decision.role is None:
        refusal = str(decision.refusal)
        tried = (
            {} if decision.action.is_told_by_verb else {"action": decision.action.value}
        )
        return replace(
            entry,
            outcome=Outcome.REFUSED,
            refusal=refusal,
            detail={**entry.detail, **tried},
        )
    return replace(
        entry,
        actor=by.actor(decision.role.value),
        place=by.place(decision.unit_id),
        postings=(),
    )
