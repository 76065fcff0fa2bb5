"""Whether somebody is registered already: asked in the log, answered with as little as possible."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from access import policy
from access.actions import Action
from access.policy import Decision
from access.roles import RecordKind
from access.worker import Worker
from audit.entry import Query
from audit.hashing import number_hash
from audit.verbs import Reach, Verb
from journal.record.gate import open_people
from journal.record.selectors.known import (
    people_like,
    people_with_number,
    records_of,
)
from journal.record.selectors.search import Found, hits_of
from journal.record.services.person import Particulars


@dataclass(frozen=True, slots=True)
class Namesake:
    """Somebody with about the same name and birth date, whom the worker may open."""

    record_id: UUID
    name: str
    birth_date: date


@dataclass(frozen=True, slots=True)
class Namesakes:
    """How many there are, and those of them the worker may open."""

    count: int = 0
    mine: list[Namesake] = field(default_factory=list)


def holder_of(number: str, *, kind: RecordKind, by: Worker) -> UUID | None:
    """Find the record of whoever has a number, of the wanted kind if there is one.

    That he was found is in the log; nothing of him is shown.
    """
    people = people_with_number(number)
    decisions = _all_decisions(people, by)
    query = Query(kind="identifier", keyed_hash=number_hash(number), hits=len(people))
    with open_people(
        decisions, by=by, verb=Verb.SEARCHED, reach=Reach.MENTIONED, query=query
    ):
        pass
    same_kind = [d for d in decisions if d.kind == kind]
    chosen = same_kind or decisions
    return chosen[0].record_id if chosen else None


def namesakes_of(name: str, birth_date: date, *, by: Worker) -> list[UUID]:
    """Find who has about a name and exactly a birth date, as ids; that one asked is in the log."""
    people = people_like(name=name, birth_date=birth_date)
    query = Query(
        kind="same_person",
        text=f"{name} {birth_date.isoformat()}",
        hits=len(people),
    )
    decisions = _all_decisions(people, by)
    with open_people(
        decisions, by=by, verb=Verb.SEARCHED, reach=Reach.MENTIONED, query=query
    ):
        pass
    return people


def find_namesakes(person: Particulars, *, by: Worker) -> Namesakes:
    """Count those with about the same name and birth date; name those open to the worker."""
    name = " ".join(
        part
        for part in (person.given_name, person.middle_name, person.family_name)
        if part
    )
    people = people_like(name=name, birth_date=person.birth_date)
    if not people:
        return Namesakes()
    decisions = _all_decisions(people, by)
    query = Query(
        kind="same_person",
        text=f"{name} {person.birth_date.isoformat()}",
        hits=len(people),
    )
    with open_people(
        decisions, by=by, verb=Verb.SEARCHED, reach=Reach.MENTIONED, query=query
    ):
        pass
    return Namesakes(len(people), _mine(decisions, by, query))


def _all_decisions(people: list[UUID], by: Worker) -> list[Decision]:
    """One decision for each record of some people, for the log to mention them by."""
    return [
        policy.admission(
            by,
            record_id=known.record_id,
            patient_id=known.patient_id,
            kind=RecordKind(known.kind),
            action=Action.READ_IDENTITY,
        )
        for known in records_of(people)
    ]


def _mine(decisions: list[Decision], by: Worker, query: Query) -> list[Namesake]:
    among = [decision.record_id for decision in decisions]
    open_to_me = policy.records_open_to(by, Action.READ_IDENTITY, among=among)
    if not open_to_me:
        return []
    found = Found(open_to_me, {d.patient_id: 1.0 for d in open_to_me}, is_cut=False)
    with open_people(open_to_me, by=by, verb=Verb.SEARCHED, query=query):
        return [
            Namesake(hit.record_id, hit.name, hit.birth_date) for hit in hits_of(found)
        ]
