"""From what an auditor typed to a part of the log, with the people in it found."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from access.worker import Worker
from audit.review.rules.log_filter import LogFilter, Named, Sought
from audit.review.selectors.people import MOST_SHOWN, account, accounts_named
from audit.review.services.finding import not_one, patients_meant, sought_in
from audit.review.services.reading import log_reading
from journal.record.errors import RuleError


class SeveralPeopleError(RuleError):
    """Several accounts have the name; the person must choose one of them."""

    def __init__(self, people: list[Named]) -> None:
        super().__init__(_("Flere heter dette. Velg en av dem."), field="person_id")
        self.people = people


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What was asked for, as the form has checked it."""

    since: date
    until: date
    patient: str = ""
    person: str = ""
    person_id: UUID | None = None
    keep_patient: bool = False
    keep_person: bool = False
    unit_id: UUID | None = None
    verbs: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    outcome: int | None = None
    purpose: str = ""
    pages: tuple[str, ...] = ()
    sought: str = ""
    keep_sought: bool = False


def choose(asked: Asked, *, by: Worker, now: LogFilter | None = None) -> LogFilter:
    """Find the people who were asked for, and say in the log what is about to be read.

    Args:
        asked: What was asked for.
        by: The auditor.
        now: The part of the log he looks at now, from which people may be kept.

    Raises:
        RuleError: nobody, or more than one, is what was typed. That a patient was
            searched for is in the log all the same.
    """
    actor = _actor(asked, now)
    found = patients_meant(asked.patient) if asked.patient else None
    patient = now.patient if now and asked.keep_patient else None
    if found is not None:
        patient = found.patients[0] if len(found.patients) == 1 else None
    chosen = LogFilter(
        since=asked.since,
        until=asked.until,
        patient=patient,
        actor=actor,
        unit_id=asked.unit_id,
        verbs=asked.verbs,
        bases=asked.bases,
        outcome=asked.outcome,
        purpose=asked.purpose,
        pages=asked.pages,
        sought=_sought(asked, now),
    )
    if found is not None:
        log_reading(by, chosen=chosen, query=found.query)
    if found is None or chosen.sought is not None:
        log_reading(by, chosen=chosen)
    if found is not None and patient is None:
        raise RuleError(not_one(found), field="patient")
    return chosen


def choose_directly(chosen: LogFilter, *, by: Worker) -> LogFilter:
    """Say in the log that a part of it is about to be read, whose people are known."""
    log_reading(by, chosen=chosen)
    return chosen


def _sought(asked: Asked, now: LogFilter | None) -> Sought | None:
    if asked.sought:
        return sought_in(asked.sought)
    return now.sought if now and asked.keep_sought else None


def _actor(asked: Asked, now: LogFilter | None) -> Named | None:
    if asked.person_id is not None and asked.person:
        person = account(asked.person_id)
        if person is not None:
            return person
    if not asked.person:
        return now.actor if now and asked.keep_person else None
    people = accounts_named(asked.person)
    if len(people) == 1:
        return people[0]
    if not people:
        raise RuleError(_("Ingen bruker heter dette."), field="person")
    if len(people) > MOST_SHOWN:
        raise RuleError(
            _("Mange heter dette. Skriv både fornavn og etternavn."), field="person"
        )
    raise SeveralPeopleError(people)
