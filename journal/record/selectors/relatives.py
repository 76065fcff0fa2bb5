"""The people around the patient, with what they may decide today."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from access import policy
from access.actions import Action
from journal.record.models import OpenRecord, Patient, RelatedPerson
from journal.record.rules.parental import ParentalPeriod, ParentalState
from journal.record.selectors.known import records_of
from tenants.database.prepared import prepared


@dataclass(frozen=True, slots=True)
class RelativeRow:
    """A relative as he is shown.

    Args:
        row: what is told of him.
        parental: his parental responsibility in words, with its period; empty when
            there is none to tell of.
        is_parent_now: whether he has it today.
        record_id: his own record, when he is a patient the worker may open.
    """

    row: RelatedPerson
    parental: str
    is_parent_now: bool
    record_id: UUID | None = None


def relatives_now(record: OpenRecord) -> list[RelativeRow]:
    """Those around the patient now, who decide or are told first; without their records.

    Who is a patient himself is not told here, where nobody has asked whether the
    worker may know. A unit whose stay has ended is shown nobody: they may have come
    after.
    """
    if record.is_former:
        return []
    shown = [_shown(row, record.patient) for row in _not_ended(record.patient_id)]
    return sorted(shown, key=lambda relative: relative.row.place_in_list)


@prepared
def _not_ended(patient_id: UUID) -> QuerySet[RelatedPerson]:
    return RelatedPerson.objects.filter(patient_id=patient_id, ended_on=None)


def relatives_with_records(
    record: OpenRecord,
) -> tuple[list[RelativeRow], list[RelatedPerson]]:
    """Those around the patient now, with their own records, and those who were before.

    A unit whose stay has ended is shown nobody: they may have come after.
    """
    if record.is_former:
        return [], []
    rows = sorted(
        RelatedPerson.objects.filter(patient_id=record.patient_id),
        key=lambda row: row.place_in_list,
    )
    now = [row for row in rows if row.ended_on is None]
    records = _records_open_to_me(record, now)
    return (
        [_shown(row, record.patient, records) for row in now],
        [row for row in rows if row.ended_on is not None],
    )


def _shown(
    row: RelatedPerson, child: Patient, records: dict[UUID, UUID] | None = None
) -> RelativeRow:
    period = ParentalPeriod(child.birth_date, row.parental_from, row.parental_until)
    state = period.state_on(timezone.localdate())
    is_told = row.has_parental_responsibility
    return RelativeRow(
        row=row,
        parental=_in_words(period, state) if is_told else "",
        is_parent_now=is_told and state is ParentalState.NOW,
        record_id=(records or {}).get(row.linked_patient_id)
        if row.linked_patient_id
        else None,
    )


def _in_words(period: ParentalPeriod, state: ParentalState) -> str:
    if state is ParentalState.ENDED:
        return _("Hadde foreldreansvar til %(day)s") % {"day": _day(period.ends)}
    if state is ParentalState.NOT_YET:
        return _("Foreldreansvar fra %(day)s") % {"day": _day(period.begins)}
    if period.until is not None:
        return _("Foreldreansvar til %(day)s") % {"day": _day(period.until)}
    return _("Foreldreansvar")


def _day(day: date | None) -> str:
    return f"{day:%d.%m.%Y}" if day else ""


def _records_open_to_me(
    record: OpenRecord, relatives: list[RelatedPerson]
) -> dict[UUID, UUID]:
    """The records of relatives who are patients themselves, by person."""
    linked = [r.linked_patient_id for r in relatives if r.linked_patient_id]
    if not linked:
        return {}
    among = [known.record_id for known in records_of(linked)]
    open_to_me: dict[UUID, UUID] = {}
    for decision in policy.records_open_to(
        record.worker, Action.READ_IDENTITY, among=among
    ):
        open_to_me.setdefault(decision.patient_id, decision.record_id)
    return open_to_me
