"""What somebody asks for in the search field: a name, a birth date, or a person's number."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from access.person_number import (
    LENGTH,
    Flaw,
    InvalidNumberError,
    read_number,
)
from audit.entry import Query
from audit.hashing import number_hash
from journal.record.errors import RuleError
from journal.record.rules.dates import birth_dates_meant
from journal.record.rules.names import fold
from journal.record.selectors.known import people_with_number

_NUMBER = re.compile(r"(?<!\d)(\d{6}[ .\-]?\d{5})(?!\d)")
_DATE = re.compile(
    r"(?<!\d)(\d{1,2}[.\-/ ]\d{1,2}[.\-/ ](?:\d{4}|\d{2})|\d{8}|\d{6})(?!\d)"
)
_LETTERS_MIN = 2
WORDS_MAX = 100


class QuestionKind(StrEnum):
    """How the log says what was searched by."""

    NAME = "name"
    BIRTH_DATE = "birth_date"
    NAME_AND_BIRTH_DATE = "name_and_birth_date"
    IDENTIFIER = "identifier"


@dataclass(frozen=True, slots=True)
class Question:
    """One search, in a form that may be kept in a session.

    A typed number is not part of it: whom it belongs to was looked up, and only
    the ids and a keyed hash are kept.
    """

    kind: QuestionKind
    words: str = ""
    birth_dates: tuple[date, ...] = ()
    patient_ids: tuple[UUID, ...] = ()
    keyed_hash: str = ""

    @property
    def typed(self) -> str:
        """What to show of it in the field again; a person's number is not kept."""
        days = "" if len(self.birth_dates) != 1 else f"{self.birth_dates[0]:%d.%m.%Y}"
        if len(self.birth_dates) > 1:
            days = f"{self.birth_dates[0]:%d%m%y}"
        return " ".join(part for part in (self.words, days) if part)

    def as_query(self, hits: int) -> Query:
        """The question as the log keeps it."""
        days = " ".join(day.isoformat() for day in self.birth_dates)
        return Query(
            kind=self.kind.value,
            text=" ".join(part for part in (self.words, days) if part),
            keyed_hash=self.keyed_hash,
            hits=hits,
        )

    def as_json(self) -> dict[str, Any]:
        """The question as JSON, for the session."""
        return {
            "kind": self.kind.value,
            "words": self.words,
            "birth_dates": [day.isoformat() for day in self.birth_dates],
            "patient_ids": [str(pk) for pk in self.patient_ids],
            "keyed_hash": self.keyed_hash,
        }

    @classmethod
    def from_json(cls, facts: Mapping[str, Any]) -> "Question":
        """The question a session kept."""
        return cls(
            kind=QuestionKind(facts["kind"]),
            words=facts["words"],
            birth_dates=tuple(date.fromisoformat(day) for day in facts["birth_dates"]),
            patient_ids=tuple(UUID(pk) for pk in facts["patient_ids"]),
            keyed_hash=facts["keyed_hash"],
        )


def read_question(text: str) -> Question:
    """Understand what was typed.

    Raises:
        RuleError: it is too short, or its digits are neither a date nor a person's number.
    """
    typed = " ".join(text.split())
    number = _NUMBER.search(typed)
    if number is not None:
        return _by_number(number[1])
    days, rest = _without_dates(typed)
    words = rest.strip(" ,.;-/")[:WORDS_MAX]
    if any(c.isdigit() for c in words):
        raise RuleError(_digits_message(words), field="q")
    letters = sum(c.isalpha() for c in fold(words))
    if letters == 0 and days:
        return Question(QuestionKind.BIRTH_DATE, birth_dates=days)
    if letters < _LETTERS_MIN:
        raise RuleError(
            _("Skriv minst to bokstaver av navnet, en fødselsdato eller 11 sifre."),
            field="q",
        )
    kind = QuestionKind.NAME_AND_BIRTH_DATE if days else QuestionKind.NAME
    return Question(kind, words=words, birth_dates=days)


def _by_number(typed: str) -> Question:
    try:
        number = read_number(typed, synthetic_only=settings.AKSON_DEMO)
    except InvalidNumberError as error:
        if error.flaw is Flaw.NOT_SYNTHETIC:
            message = _("Dette er en demo. Søk bare med syntetiske numre.")
        else:
            message = _("Nummeret kan ikke være riktig. Sjekk hvert siffer.")
        raise RuleError(message, field="q") from error
    return Question(
        QuestionKind.IDENTIFIER,
        patient_ids=tuple(people_with_number(number.value)),
        keyed_hash=number_hash(number.value),
    )


def _without_dates(typed: str) -> tuple[tuple[date, ...], str]:
    """Take the first date out of what was typed."""
    for match in _DATE.finditer(typed):
        days: Sequence[date] = birth_dates_meant(match[1], today=timezone.localdate())
        if days:
            return tuple(days), f"{typed[: match.start()]} {typed[match.end() :]}"
    return (), typed


def _digits_message(words: str) -> str:
    digits = sum(c.isdigit() for c in words)
    if digits > LENGTH - 4:
        return _("Et fødselsnummer har 11 sifre. Her er det %(count)d.") % {
            "count": digits
        }
    return _("Skriv datoen som 14.02.1942, og et fødselsnummer med 11 sifre.")
