"""Whom an auditor means by what he typed, found without telling him more than he knew."""

import re
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from access.forms.person_number import PersonNumberField
from access.person_number import LENGTH, digits_of
from audit.entry import Query
from audit.hashing import number_hash
from audit.references import read_reference, referred_event
from audit.review.rules.log_filter import Named, Sought
from audit.review.selectors.events import event_with_id
from audit.review.selectors.facts import read_body
from audit.review.selectors.lines import people_in, pseudonym_label
from audit.review.selectors.people import patients_marked
from journal.record.errors import RuleError
from journal.record.rules.dates import birth_dates_meant
from journal.record.selectors.known import people_like, people_with_number

_NUMBER_SHOWN = 6
# As the screen writes them: a patient's mark in the log, and an event's reference.
_MARK = re.compile(r"(?:PASIENT )?([0-9A-Z]{3}-[0-9A-Z]{3})")
_REFERENCE = re.compile(r"[0-9A-Z]{4}-[0-9A-Z]{4}")


@dataclass(frozen=True, slots=True)
class Found:
    """The patients an auditor's words mean, and the words as the log keeps them."""

    patients: list[Named]
    query: Query


def patients_meant(typed: str) -> Found:
    """Find whom a typed number, name and birth date, mark or reference means.

    Raises:
        RuleError: it is none of these.
    """
    marked = _MARK.fullmatch(typed.upper())
    if marked is not None:
        return _with_mark(marked[1])
    if _REFERENCE.fullmatch(typed.upper()) and (reference := read_reference(typed)):
        return _with_reference(reference)
    if _is_number(typed):
        return _with_number(typed)
    return _with_name(typed)


def sought_in(typed: str) -> Sought:
    """Tell a typed number, of which only the hash is kept, from typed words.

    Raises:
        RuleError: it has a number's digits, and is none.
    """
    if not _is_number(typed):
        return Sought(label=typed, text=typed)
    value = _number(typed, field="sought")
    return Sought(label=_labelled(value), keyed_hash=number_hash(value))


def _is_number(typed: str) -> bool:
    digits = digits_of(typed)
    return digits.isascii() and digits.isdigit() and len(digits) >= LENGTH - 1


def _number(typed: str, *, field: str) -> str:
    try:
        number = PersonNumberField().clean(typed)
    except ValidationError as error:
        raise RuleError(error.messages[0], field=field) from error
    return number.value if number else ""


def _labelled(number: str) -> str:
    return _("Personnummer %(start)s *****") % {"start": number[:_NUMBER_SHOWN]}


def _with_mark(mark: str) -> Found:
    hits = patients_marked(mark)
    found = [Named(hit, pseudonym_label(hit)) for hit in hits]
    return Found(found, Query("mark", text=mark, hits=len(hits)))


def _with_reference(reference: str) -> Found:
    referred = referred_event(reference)
    event = event_with_id(referred.id) if referred else None
    hits = people_in(read_body(bytes(event.body))) if event else []
    found = [Named(hit, pseudonym_label(hit)) for hit in hits]
    return Found(found, Query("reference", text=reference, hits=len(hits)))


def _with_number(typed: str) -> Found:
    value = _number(typed, field="patient")
    hits = people_with_number(value)
    label = _labelled(value)
    query = Query("identifier", keyed_hash=number_hash(value), hits=len(hits))
    return Found([Named(hit, label) for hit in hits], query)


def _with_name(typed: str) -> Found:
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
    return Found(found, query)


def _as_typed(day: date) -> str:
    return day.strftime("%d.%m.%Y")


def not_one(found: Found) -> str:
    """Say that nobody, or more than one, is meant."""
    if not found.patients:
        return _("Ingen pasient passer med dette. Søket er logget.")
    return _("Flere pasienter passer med dette. Skriv personnummeret.")
