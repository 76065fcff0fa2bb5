"""What is known of records and people before anything is open: ids, kinds and counts."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db import connection

from access.models import KnownRecord
from access.roles import RecordKind
from journal.record.rules.names import fold

_SAME_PERSON = """
SELECT DISTINCT found.patient_id
FROM journal_search_people(%(words)s) found
JOIN journal_search_birth_date(%(day)s) born ON born.patient_id = found.patient_id
WHERE found.score >= %(alike)s
"""
# How much of a name must agree when it is all one has, with the birth date, to go by.
_CALLED = 0.7
# How much of a name must agree before the form asks whether it is the same person.
_ALIKE = 0.6
# When it may be taken for granted that the whole name was typed, as it is.
_EXACTLY = 0.999


def records_of(patient_ids: Iterable[UUID]) -> list[KnownRecord]:
    """The records some people have, journals before cases."""
    return list(
        KnownRecord.objects.filter(patient_id__in=list(patient_ids)).order_by("kind")
    )


def record_ids_of(patient_ids: Iterable[UUID]) -> list[UUID]:
    """The ids of the records some people have."""
    return [known.record_id for known in records_of(patient_ids)]


def patient_of(record_id: UUID) -> UUID:
    """Whose a record is that is known to exist."""
    return KnownRecord.objects.get(pk=record_id).patient_id


def record_of_kind(patient_id: UUID, kind: RecordKind) -> UUID | None:
    """A person's record of one kind; None when he has none."""
    known = KnownRecord.objects.filter(patient_id=patient_id, kind=kind).first()
    return known.record_id if known else None


def people_with_number(value: str) -> list[UUID]:
    """Who has a number, as ids alone; the caller says in the log that he asked."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT patient_id FROM journal_search_identifier(%s)", [value])
        return [row[0] for row in cursor.fetchall()]


def people_like(*, name: str, birth_date: date) -> list[UUID]:
    """Who has about the same name and the same birth date, as ids alone."""
    return _same_person(name, birth_date, _ALIKE)


def people_called(*, name: str, birth_date: date) -> list[UUID]:
    """Who is called so, and was born that day, as ids alone; a slip of the pen is forgiven."""
    return _same_person(name, birth_date, _CALLED)


def people_named(*, name: str, birth_date: date) -> list[UUID]:
    """Who has exactly this name and was born that day, as ids alone."""
    return _same_person(name, birth_date, _EXACTLY)


def _same_person(name: str, day: date, alike: float) -> list[UUID]:
    with connection.cursor() as cursor:
        cursor.execute(_SAME_PERSON, {"words": fold(name), "day": day, "alike": alike})
        return [row[0] for row in cursor.fetchall()]
