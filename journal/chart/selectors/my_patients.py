"""My units' patients now, each under the unit that has him."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum, auto
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from access.models import Basis, Unit
from access.norwegian_order import text_key
from access.policy import Decision
from access.roles import RecordKind
from journal.record.models import Episode, Patient
from journal.record.rules.age import age_text
from journal.record.rules.names import fold
from journal.record.rules.places import room_key


class ListOrder(StrEnum):
    """How the patients of a unit may be ordered, in the words of the address."""

    NAME = "navn"
    ROOM = "rom"


class Elsewhere(Enum):
    """Why somebody is in the list who is at none of my units, in the order shown."""

    CONTACT = auto()
    GP_LIST = auto()
    PROGRAMME = auto()
    APPLICATION = auto()
    GRANTED = auto()
    TEAM = auto()
    NO_STAY = auto()
    DEAD = auto()


_ELSEWHERE = {
    Basis.CONTACT: Elsewhere.CONTACT,
    Basis.GP_LIST: Elsewhere.GP_LIST,
    Basis.PROGRAMME: Elsewhere.PROGRAMME,
    Basis.APPLICATION: Elsewhere.APPLICATION,
    Basis.GRANT: Elsewhere.GRANTED,
    Basis.TEAM: Elsewhere.TEAM,
}
Place = Unit | Elsewhere


@dataclass(frozen=True, slots=True)
class PatientRow:
    """One record in a list of patients; `unit_names` only where he is elsewhere."""

    record_id: UUID
    patient_id: UUID
    kind: RecordKind
    name: str
    birth_date: date
    age: str
    deceased_on: date | None
    place: str
    unit_names: str
    is_alike: bool
    sort_key: str

    @property
    def record_kind_label(self) -> str:
        """What sort of record it is, when it is not the ordinary journal."""
        return kind_label(self.kind)


@dataclass(frozen=True, slots=True)
class PatientGroup:
    """The patients under one heading: a unit, or a reason to see those elsewhere."""

    title: str
    rows: list[PatientRow]
    is_by_room: bool
    is_unit: bool

    @property
    def has_rooms(self) -> bool:
        """Whether anybody in it has a room."""
        return any(row.place for row in self.rows)


@dataclass(frozen=True, slots=True)
class MyPatients:
    """All that the list shows; `people_count` leaves out the dead."""

    groups: list[PatientGroup]
    people_count: int

    @property
    def has_rooms(self) -> bool:
        """Whether there is anything to order by room."""
        return any(group.has_rooms for group in self.groups)

    @property
    def order(self) -> ListOrder | None:
        """The order the list is in; None when the units differ."""
        orders = {group.is_by_room for group in self.groups if group.has_rooms}
        if len(orders) > 1:
            return None
        return ListOrder.ROOM if True in orders else ListOrder.NAME


def my_patients(
    decisions: Sequence[Decision],
    *,
    unit_ids: Iterable[UUID],
    order: ListOrder | None,
) -> MyPatients:
    """Group open people by the unit that has them now, each in every unit he is at.

    Those at none of the worker's units are grouped by why he sees them; the dead
    stand by themselves, last.

    Args:
        decisions: those whose particulars are open in this transaction.
        unit_ids: the units the worker works at; stays elsewhere give no group.
        order: what was chosen; None orders a unit by room when most there have one.
    """
    stays = _stays_now(decisions)
    people = _people(decisions, stays)
    alike = _alike(people.values())
    rows: defaultdict[Place, list[PatientRow]] = defaultdict(list)
    for decision in decisions:
        person = people.get(decision.patient_id)
        if person is None:
            continue
        at = _places(decision, person, stays[decision.record_id], set(unit_ids))
        for place, here in at.items():
            is_elsewhere = isinstance(place, Elsewhere)
            row = _row(decision, person, here, is_elsewhere=is_elsewhere, alike=alike)
            rows[place].append(row)
    everybody = [row for some in rows.values() for row in some]
    living = {row.patient_id for row in everybody if row.deceased_on is None}
    groups = [
        _group(title, rows[place], order, is_unit=isinstance(place, Unit))
        for place, title in _headings(rows).items()
    ]
    return MyPatients(groups, len(living))


def kind_label(kind: RecordKind) -> str:
    """What sort of record it is in words; empty for the ordinary journal."""
    return "" if kind is RecordKind.JOURNAL else str(kind.label)


def _stays_now(decisions: Sequence[Decision]) -> dict[UUID, list[Episode]]:
    """The stays in force, by record; those elsewhere too."""
    stays: defaultdict[UUID, list[Episode]] = defaultdict(list)
    records = [decision.record_id for decision in decisions]
    for stay in (
        Episode.objects.filter(record_id__in=records, ends_at=None)
        .select_related("patient", "unit__parent")
        .order_by("starts_at")
    ):
        stays[stay.record_id].append(stay)
    return stays


def _people(
    decisions: Sequence[Decision], stays: dict[UUID, list[Episode]]
) -> dict[UUID, Patient]:
    """Who they are: read with their stays, and asked for where there are none."""
    people = {stay.patient_id: stay.patient for some in stays.values() for stay in some}
    without = {d.patient_id for d in decisions} - people.keys()
    return people | (Patient.objects.in_bulk(without) if without else {})


def _places(
    decision: Decision, person: Patient, stays: list[Episode], mine: set[UUID]
) -> dict[Place, list[Episode]]:
    """Under which headings a record stands, with the stays it is there for."""
    if person.deceased_on is not None:
        return {Elsewhere.DEAD: stays}
    places: dict[Place, list[Episode]] = {}
    for stay in stays:
        if not mine.isdisjoint(stay.unit.path):
            places.setdefault(stay.unit, []).append(stay)
    why = _ELSEWHERE.get(decision.basis or Basis.EPISODE, Elsewhere.NO_STAY)
    return places or {why: stays}


def _row(
    decision: Decision,
    person: Patient,
    stays: list[Episode],
    *,
    is_elsewhere: bool,
    alike: set[UUID],
) -> PatientRow:
    names = dict.fromkeys(stay.unit.name for stay in stays)
    return PatientRow(
        record_id=decision.record_id,
        patient_id=person.pk,
        kind=decision.kind,
        name=person.list_name,
        birth_date=person.birth_date,
        age=age_text(person.birth_date, person.deceased_on or timezone.localdate()),
        deceased_on=person.deceased_on,
        place=next((stay.place_text for stay in stays if stay.place_text), ""),
        unit_names=", ".join(names) if is_elsewhere else "",
        is_alike=person.pk in alike,
        sort_key=person.sort_key,
    )


def _headings(places: Iterable[Place]) -> dict[Place, str]:
    """What stands over each group, in the order shown: units first, as a Norwegian orders.

    Units that are called the same are told apart by what they belong to.
    """
    there = set(places)
    units = [place for place in there if isinstance(place, Unit)]
    names = Counter(unit.name.casefold() for unit in units)
    titles: dict[Place, str] = {
        unit: f"{unit.name}, {unit.parent.name}"
        if unit.parent and names[unit.name.casefold()] > 1
        else unit.name
        for unit in units
    }
    ordered = sorted(titles.items(), key=lambda u: text_key(u[1]))
    besides: dict[Place, str] = {
        Elsewhere.CONTACT: _("I legevakten nå"),
        Elsewhere.GP_LIST: _("På fastlegelisten"),
        Elsewhere.PROGRAMME: _("I helsestasjonens program"),
        Elsewhere.APPLICATION: _("Har en åpen søknad hos dere"),
        Elsewhere.GRANTED: _("Du er gitt tilgang"),
        Elsewhere.TEAM: _("Du er i behandlerteamet"),
        Elsewhere.NO_STAY: _("Uten opphold hos dere nå"),
        Elsewhere.DEAD: _("Døde"),
    }
    return dict(ordered) | {why: besides[why] for why in Elsewhere if why in there}


def _group(
    title: str, rows: list[PatientRow], order: ListOrder | None, *, is_unit: bool
) -> PatientGroup:
    with_room = sum(bool(row.place) for row in rows)
    is_by_room = order is ListOrder.ROOM or (
        order is None and with_room * 2 > len(rows)
    )
    rows = sorted(rows, key=lambda row: (row.sort_key, row.kind))
    if is_by_room:
        rows.sort(key=lambda row: room_key(row.place))
    return PatientGroup(title, rows, is_by_room, is_unit)


def _alike(people: Iterable[Patient]) -> set[UUID]:
    """Find those in the list who share a name, or a birth date and a family name."""
    seen: dict[tuple[str, str], list[UUID]] = {}
    for person in people:
        family = fold(person.family_name)
        seen.setdefault(("name", person.name_key), []).append(person.pk)
        seen.setdefault((str(person.birth_date), family), []).append(person.pk)
    return {pk for group in seen.values() if len(set(group)) > 1 for pk in group}
