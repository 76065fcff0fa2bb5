"""What the first pages show: my units' patients, and one patient on one screen."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from uuid import UUID

from django.db import DatabaseError
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from access.policy import Decision
from access.roles import RecordKind
from journal.record.codes import SpokenLanguage
from journal.record.models import (
    CareTeamMember,
    CriticalInformation,
    CriticalReview,
    Episode,
    OpenRecord,
    Patient,
    RelatedPerson,
)
from journal.record.models.critical import CriticalStatus, Severity
from journal.record.rules.age import age_text
from journal.record.rules.names import fold

CRITICAL_KIND = "critical"
_GRAVEST = list(Severity.values)


class CriticalUnreadableError(Exception):
    """Critical information could not be read; that must never look like there is none."""


@dataclass(frozen=True, slots=True)
class PatientRow:
    """One patient in the list of a unit."""

    record_id: UUID
    record_kind: RecordKind
    name: str
    birth_date: date
    age: str
    place: str
    unit_name: str
    is_alike: bool
    sort: tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class UnitGroup:
    """The patients of one unit, in the order asked for."""

    name: str
    rows: list[PatientRow]


@dataclass(frozen=True, slots=True)
class RecentRow:
    """A record the worker has read lately and may still open."""

    record_id: UUID
    name: str
    birth_date: date
    at: datetime


def patients_by_unit(
    decisions: Sequence[Decision], *, unit_ids: Iterable[UUID], by_room: bool
) -> list[UnitGroup]:
    """Group open people by the unit that has them now; by name or by room inside it.

    Args:
        decisions: those whose particulars are open in this transaction.
        unit_ids: the units the worker works at; places elsewhere are not shown.
        by_room: whether rooms decide the order.
    """
    records = {decision.record_id: decision for decision in decisions}
    episodes = (
        Episode.objects.filter(record_id__in=list(records), ends_at=None)
        .filter(unit__path__overlap=list(unit_ids))
        .select_related("patient", "unit")
        .order_by("starts_at")
    )
    placed = {episode.record_id: episode for episode in episodes}
    others = {
        decision.patient_id: decision
        for record_id, decision in records.items()
        if record_id not in placed
    }
    people = [(episode.patient, episode) for episode in placed.values()]
    alone = Patient.objects.filter(pk__in=list(others)) if others else ()
    alike = _alike([person for person, _episode in people] + list(alone))
    rows = [_row(person, records[e.record_id], e, alike) for person, e in people]
    rows += [_row(person, others[person.pk], None, alike) for person in alone]
    rows.sort(key=lambda row: row.sort if by_room else (row.sort[0], "", row.sort[2]))
    return [
        UnitGroup(name, list(group))
        for name, group in groupby(rows, key=lambda row: row.unit_name)
    ]


def recent_rows(
    decisions: Sequence[Decision], opened_at: dict[UUID, datetime]
) -> list[RecentRow]:
    """Name the records read lately, newest first; their people are open now."""
    people = Patient.objects.in_bulk([decision.patient_id for decision in decisions])
    rows = [
        RecentRow(
            record_id=decision.record_id,
            name=people[decision.patient_id].list_name,
            birth_date=people[decision.patient_id].birth_date,
            at=opened_at[decision.record_id],
        )
        for decision in decisions
        if decision.patient_id in people
    ]
    return sorted(rows, key=lambda row: row.at, reverse=True)


def _row(
    person: Patient, decision: Decision, episode: Episode | None, alike: set[UUID]
) -> PatientRow:
    place = episode.place_text if episode else ""
    unit_name = episode.unit.name if episode else ""
    return PatientRow(
        record_id=decision.record_id,
        record_kind=decision.kind,
        name=person.list_name,
        birth_date=person.birth_date,
        age=age_text(person.birth_date, person.deceased_on or timezone.localdate()),
        place=place,
        unit_name=unit_name,
        is_alike=person.pk in alike,
        sort=(unit_name or "~", _room_key(place), person.sort_key),
    )


def _alike(people: Sequence[Patient]) -> set[UUID]:
    """Find those in the list who share a name, or a birth date and a family name."""
    seen: dict[tuple[str, str], list[UUID]] = {}
    for person in people:
        family = fold(person.family_name)
        seen.setdefault(("name", person.name_key), []).append(person.pk)
        seen.setdefault((str(person.birth_date), family), []).append(person.pk)
    return {pk for group in seen.values() if len(set(group)) > 1 for pk in group}


def _room_key(place: str) -> str:
    """Order room 9 before room 10, and those without a room last."""
    digits = "".join(c for c in place if c.isdigit())
    return f"{int(digits):09d}{place}" if digits else f"~{place}"


@dataclass(frozen=True, slots=True)
class CriticalItem:
    """One thing that must be known before anybody acts, in words."""

    text: str
    category_label: str
    detail: str


@dataclass(frozen=True, slots=True)
class CriticalOverview:
    """Critical information as one of five states that never look alike.

    `state` is `registered`, `none` (asked, and there is none), `not-asked`,
    `unreadable` (it could not be read now) or `closed` (not for this role).
    """

    state: str
    items: tuple[CriticalItem, ...] = ()
    asked_text: str = ""
    url: str = ""
    url_label: str = ""


def critical_overview(record: OpenRecord) -> CriticalOverview:
    """Read critical information, and where there is none, whether anybody has asked.

    Raises:
        CriticalUnreadableError: the database could not answer.
    """
    kinds = record.decision.subject.kinds
    if kinds is not None and CRITICAL_KIND not in kinds:
        return CriticalOverview("closed")
    try:
        items = list(record.critical_information.filter(status=CriticalStatus.ACTIVE))
        if items:
            items.sort(key=lambda item: (_GRAVEST.index(item.severity), item.category))
            return CriticalOverview("registered", tuple(map(_critical_item, items)))
        review = CriticalReview.objects.filter(record_id=record.pk).first()
    except DatabaseError as error:
        raise CriticalUnreadableError from error
    if review is None:
        return CriticalOverview("not-asked")
    asked_on = timezone.localdate(review.written_at).strftime("%d.%m.%Y")
    words = _("Spurt %(day)s av %(name)s") % {
        "day": asked_on,
        "name": review.author_name,
    }
    return CriticalOverview("none", asked_text=words)


def _critical_item(item: CriticalInformation) -> CriticalItem:
    day = timezone.localdate(item.written_at).strftime("%d.%m.%Y")
    details = [str(item.get_severity_display()), item.reaction, item.source, day]
    return CriticalItem(
        text=item.text,
        category_label=str(item.get_category_display()),
        detail=" · ".join(detail for detail in details if detail),
    )


@dataclass(frozen=True, slots=True)
class Contact:
    """How to reach the patient and his physician; a protected address is left out."""

    phone: str
    address: str
    access_note: str
    is_protected: bool
    gp_name: str
    gp_office: str
    gp_phone: str
    language_label: str
    needs_interpreter: bool


def contact_of(record: OpenRecord) -> Contact:
    """Say how the patient is reached, from what the header has read already."""
    person = record.patient
    address = getattr(person, "address", None)
    is_protected = address is not None and address.is_protected
    lines = [address.line, f"{address.postcode} {address.city}"] if address else []
    return Contact(
        phone=person.phone,
        address=""
        if is_protected
        else ", ".join(x.strip() for x in lines if x.strip()),
        access_note="" if is_protected or not address else address.access_note,
        is_protected=is_protected,
        gp_name=person.gp_name,
        gp_office=person.gp_office,
        gp_phone=person.gp_phone,
        language_label=_language_label(person.language),
        needs_interpreter=person.needs_interpreter,
    )


def _language_label(code: str) -> str:
    known = dict(SpokenLanguage.choices)
    return str(known.get(code, code))


def relatives_of(record: OpenRecord) -> list[RelatedPerson]:
    """The people around the patient now, those who decide or are told first."""
    return list(
        RelatedPerson.objects.filter(
            patient_id=record.patient_id, ended_on=None
        ).order_by("-is_next_of_kin", "-is_guardian", "-is_proxy", "name")
    )


def episodes_of(record: OpenRecord) -> list[Episode]:
    """Stays and services, those in force first."""
    return list(
        record.episodes.select_related("unit").order_by(
            F("ends_at").desc(nulls_first=True), "-starts_at"
        )
    )


def care_team_of(record: OpenRecord) -> list[CareTeamMember]:
    """Those who are named to follow the patient now."""
    return list(
        record.care_team.filter(Q(valid_until=None) | Q(valid_until__gt=timezone.now()))
        .select_related("worker")
        .order_by("function")
    )
