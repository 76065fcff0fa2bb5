"""The identity page: the person, the people around him, and where he receives services."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from access import policy
from access.actions import Action
from access.person_number import display
from journal.record.codes import SpokenLanguage
from journal.record.models import (
    Address,
    CareTeamMember,
    Episode,
    OpenRecord,
    PatientIdentifier,
    RelatedPerson,
)
from journal.record.selectors.header import GeneralPractitioner, gp_of
from journal.record.selectors.known import records_of
from journal.record.selectors.relatives import RelativeRow, relatives_with_records
from tenants.database.prepared import prepared


@dataclass(frozen=True, slots=True)
class NumberRow:
    """A number the person is or was known by."""

    shown: str
    kind_label: str
    is_official: bool


@dataclass(frozen=True, slots=True)
class OtherRecord:
    """Another record of the same person that the worker may open."""

    record_id: UUID
    kind_label: str


@dataclass(frozen=True, slots=True)
class PersonPage:
    """All that the identity page shows.

    Args:
        address: None when there is none, or when it is protected; it has a page of its own.
        is_address_hidden: whether it is protected.
    """

    language_label: str
    gp: GeneralPractitioner
    numbers: list[NumberRow]
    address: Address | None
    is_address_hidden: bool
    relatives: list[RelativeRow]
    former_relatives: list[RelatedPerson]
    team: list[CareTeamMember]
    stays: list[Episode]
    former_stays: list[Episode]
    others: list[OtherRecord]


def person_page(record: OpenRecord) -> PersonPage:
    """Read the identity page of an open record.

    A unit whose stay has ended is shown who the person is, not how he lives now.
    """
    relatives, former = relatives_with_records(record)
    stays = stays_shown(record)
    return PersonPage(
        language_label=language_label(record.patient.language),
        gp=gp_of(record),
        numbers=numbers_of(record),
        address=None if record.is_former else address_of(record),
        is_address_hidden=record.decision.hides_address,
        relatives=relatives,
        former_relatives=former,
        team=team_shown(record),
        stays=[stay for stay in stays if stay.ends_at is None],
        former_stays=[stay for stay in stays if stay.ends_at is not None],
        others=_other_records(record),
    )


def numbers_of(record: OpenRecord) -> list[NumberRow]:
    """The person's numbers, the official one first."""
    rows = PatientIdentifier.objects.filter(patient_id=record.patient_id)
    return [
        NumberRow(display(row.value), str(row.get_system_display()), row.is_official)
        for row in rows.order_by("-is_official", "-registered_at")
    ]


def language_label(code: str) -> str:
    """The name of the language a person speaks; empty when it is not known."""
    if not code:
        return ""
    is_known = code in SpokenLanguage.values
    return str(SpokenLanguage(code if is_known else SpokenLanguage.OTHER).label)


@prepared
def _stays(record_id: UUID) -> QuerySet[Episode]:
    stays = Episode.objects.select_related("unit").filter(record_id=record_id)
    return stays.order_by(F("ends_at").desc(nulls_first=True), "-starts_at")


@prepared
def _team(record_id: UUID, now: datetime) -> QuerySet[CareTeamMember]:
    members = CareTeamMember.objects.select_related("worker").filter(
        Q(valid_until=None) | Q(valid_until__gt=now), record_id=record_id
    )
    return members.order_by("function", "worker__sort_key")


def stays_shown(record: OpenRecord) -> list[Episode]:
    """The stays in the record, newest first; a former unit sees none that came after its own."""
    until = record.decision.readable_until
    return [s for s in _stays(record.pk) if until is None or s.starts_at < until]


def team_shown(record: OpenRecord) -> list[CareTeamMember]:
    """The people named in the care team now; not shown to a former unit."""
    if record.decision.readable_until is not None:
        return []
    return _team(record.pk, timezone.now())


def address_of(record: OpenRecord) -> Address | None:
    """The person's address; None when there is none, or it is protected and not opened."""
    return Address.objects.filter(patient_id=record.patient_id).first()


def values_at(
    record: OpenRecord, revision: int, names: Iterable[str]
) -> dict[str, Any]:
    """What a person's particulars and address were at an earlier revision.

    Returns:
        The values by name; empty when there is no such revision.
    """
    patient = record.patient
    earlier = patient.history.filter(revision=revision).first()
    if earlier is None:
        return {}
    later = patient.history.filter(revision__gt=revision).values("event_id")
    addresses = Address.history.filter(patient_id=patient.pk).exclude(
        event_id__in=later
    )
    rows = [earlier, addresses.first() or Address()]
    return {name: _from_first(rows, name) for name in names}


def _from_first(rows: list[Any], name: str) -> Any:
    return next(getattr(row, name) for row in rows if hasattr(row, name))


def _other_records(record: OpenRecord) -> list[OtherRecord]:
    others = [
        known.record_id
        for known in records_of([record.patient_id])
        if known.record_id != record.pk
    ]
    if not others:
        return []
    return [
        OtherRecord(decision.record_id, str(decision.kind.label))
        for decision in policy.records_open_to(
            record.worker, Action.READ_IDENTITY, among=others
        )
    ]
