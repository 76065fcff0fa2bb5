"""From what an auditor typed to a part of the log, with the people in it found."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from access.forms.person_number import PersonNumberField
from access.person_number import LENGTH, digits_of
from access.worker import Worker
from audit.entry import Query
from audit.hashing import number_hash
from audit.review.rules.log_filter import LogFilter, Named
from audit.review.selectors.people import MOST_SHOWN, account, accounts_named
from audit.review.services.reading import log_reading
from journal.record.errors import RuleError
from journal.record.rules.dates import birth_dates_meant
from journal.record.selectors.known import (
    people_like,
    people_with_number,
)

_NUMBER_SHOWN = 6


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
    verb: str = ""
    basis: str = ""
    outcome: int | None = None


@dataclass(frozen=True, slots=True)
class _Found:
    """The patients an auditor's words mean, and the words as the log keeps them."""

    patients: list[Named]
    query: Query


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
    found = _patients(asked.patient) if asked.patient else None
    patient = now.patient if now and asked.keep_patient else None
    if found is not None:
        patient = found.patients[0] if len(found.patients) == 1 else None
    chosen = LogFilter(
        since=asked.since,
        until=asked.until,
        patient=patient,
        actor=actor,
        unit_id=asked.unit_id,
        verbs=(asked.verb,) if asked.verb else (),
        bases=(asked.basis,) if asked.basis else (),
        outcome=asked.outcome,
    )
    query = found.query if found else None
    log_reading(by, chosen=chosen, query=query)
    if found is not None and patient is None:
        raise RuleError(_not_one(found), field="patient")
    return chosen


def choose_directly(chosen: LogFilter, *, by: Worker) -> LogFilter:
    """Say in the log that a part of it is about to be read, whose people are known."""
    log_reading(by, chosen=chosen)
    return chosen


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


def _patients(typed: str) -> _Found:
    """Find whom a typed number, or a typed name and birth date, means.

    Raises:
        RuleError: it is neither.
    """
    digits = digits_of(typed)
    if digits.isascii() and digits.isdigit() and len(digits) >= LENGTH - 1:
        return _with_number(typed)
    return _with_name(typed)


def _with_number(typed: str) -> _Found:
    try:
        number = PersonNumberField().clean(typed)
    except ValidationError as error:
        raise RuleError(error.messages[0], field="patient") from error
    value = number.value if number else ""
    hits = people_with_number(value)
    label = _("Personnummer %(start)s *****") % {"start": value[:_NUMBER_SHOWN]}
    query = Query("identifier", keyed_hash=number_hash(value), hits=len(hits))
    return _Found([Named(hit, label) for hit in hits], query)


def _with_name(typed: str) -> _Found:
    words, days = [], []
    for word in typed.replace(",", " ").split():
        meant = birth_dates_meant(word, today=timezone.localdate())
        days += meant
        if not meant and word.casefold() not in {"født", "fødd", "f."}:
            words.append(word)
    name = " ".join(words)
    # Digits that are no date may be a person's number, which must not stand in the log.
    if not name or not days or any(c.isdigit() for c in name):
        raise RuleError(
            _("Skriv personnummeret, eller hele navnet og fødselsdatoen."),
            field="patient",
        )
    found = [
        Named(hit, _("%(name)s, født %(day)s") % {"name": name, "day": _as_typed(day)})
        for day in dict.fromkeys(days)
        for hit in people_like(name=name, birth_date=day)
    ]
    query = Query("name_and_birth_date", text=typed, hits=len(found))
    return _Found(found, query)


def _as_typed(day: date) -> str:
    return day.strftime("%d.%m.%Y")


def _not_one(found: _Found) -> str:
    if not found.patients:
        return _("Ingen pasient passer med dette. Søket er logget.")
    return _("Flere pasienter passer med dette. Skriv personnummeret.")
