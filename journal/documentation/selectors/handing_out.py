"""What of the record is handed to the patient or a parent, and what is kept back."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from uuid import UUID

from django.utils import timezone

from journal.documentation.models import Withholding
from journal.documentation.rules.withholding import (
    Asker,
    Code,
    Reader,
    Why,
    age_on,
    why_nothing,
    why_withheld,
)
from journal.documentation.selectors.shown import ShownNote
from journal.record.models import OpenRecord, RelatedPerson
from journal.record.rules.parental import ParentalPeriod, ParentalState


@dataclass(frozen=True, slots=True)
class HandedOut:
    """The notes that are given, how many are not, and why nothing is, if so."""

    notes: list[ShownNote]
    left_out: int
    why_nothing: Why | None


def age_of(record: OpenRecord) -> int:
    """The patient's age today, in whole years."""
    return age_on(record.patient.birth_date, timezone.localdate())


def parents_of(record: OpenRecord) -> list[tuple[str, str]]:
    """Those with parental responsibility today, by name, for a choice."""
    return [
        (str(one.pk), one.name)
        for one in record.patient.relatives.order_by("name")
        if _is_responsible(record, one)
    ]


def asker(record: OpenRecord, *, relative_id: UUID | None, youth_agrees: bool) -> Asker:
    """Say who asks: the patient, or one of those around him."""
    if relative_id is None:
        return Asker(Reader.PATIENT, age_of(record))
    relative = record.patient.relatives.filter(pk=relative_id).first()
    return Asker(
        Reader.PARENT,
        age_of(record),
        is_responsible=relative is not None and _is_responsible(record, relative),
        youth_agrees=youth_agrees,
    )


def withholding_of(record: OpenRecord, entry_id: UUID) -> Withholding | None:
    """Find from whom an entry is kept; None when it never was from anybody."""
    return Withholding.objects.filter(record=record, entry_id=entry_id).first()


def hand_out(
    record: OpenRecord,
    notes: Iterable[ShownNote],
    *,
    to: Asker,
    relative_id: UUID | None,
) -> HandedOut:
    """Keep back what is withheld from somebody; what he is given does not say of marks."""
    marks = {one.entry_id: one for one in Withholding.objects.filter(record=record)}
    found = list(notes)
    given = [
        replace(note, withheld="")
        for note in found
        if _is_given(marks.get(note.entry_id), to, relative_id)
    ]
    return HandedOut(given, len(found) - len(given), why_nothing(to))


def _is_given(mark: Withholding | None, to: Asker, relative_id: UUID | None) -> bool:
    code = Code(mark.code) if mark else Code.NORMAL
    only = mark.from_relative_id if mark else None
    return why_withheld(code, to, is_for_him=only in (None, relative_id)) is None


def _is_responsible(record: OpenRecord, relative: RelatedPerson) -> bool:
    if not relative.has_parental_responsibility or relative.ended_on is not None:
        return False
    period = ParentalPeriod(
        record.patient.birth_date, relative.parental_from, relative.parental_until
    )
    return period.state_on(timezone.localdate()) is ParentalState.NOW
