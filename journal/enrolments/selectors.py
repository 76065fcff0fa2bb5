"""Reads of lists: which a worker keeps, how many are on each, who stands on a page of one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db import connection
from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from access import policy
from access.actions import Action
from access.codes import ServiceType
from access.models import Basis, CareRelation, Unit, UnitKind
from access.policy import Decision
from access.worker import Worker
from journal.record.models import EndReason, Enrolment, OpenRecord
from journal.record.rules.age import age_text

PAGE_SIZE = 50
# As long as who kept a list may still see who has left it.
LATELY = timedelta(days=14)
_IN_ORDER = "SELECT patient_id, by_name, by_age FROM journal_in_order(%s)"


class Order(StrEnum):
    """How a list may be ordered, in the words of the address."""

    NAME = "navn"
    AGE = "alder"


@dataclass(frozen=True, slots=True)
class List:
    """One list a worker keeps, and how many are on it; names are behind the door."""

    unit: Unit
    count: int
    new_count: int
    coming_count: int


@dataclass(frozen=True, slots=True)
class Row:
    """Somebody on a list, or who left it lately."""

    id: UUID
    record_id: UUID
    name: str
    birth_date: date
    age: str
    programme: str
    unit_name: str
    starts_on: date
    ends_on: date | None
    why: str
    is_new: bool


def units_that_enrol(worker: Worker, *services: ServiceType) -> QuerySet[Unit]:
    """The units of some services, at or under the worker's own, where he takes people on a list.

    A GP's list is a unit of its own (liste) in the practice; a health station is one itself.
    """
    mine = Q(pk__in=[])
    for service in services:
        posts = worker.posts_that(Action.ENROL, at=service)
        at = [post.unit_id for post in posts]
        mine |= Q(service_type=service, path__overlap=at)
    is_no_list = Q(service_type=ServiceType.GENERAL_PRACTICE) & ~Q(kind=UnitKind.LIST)
    return Unit.objects.filter(mine, is_active=True).exclude(is_no_list)


def other_lists(worker: Worker, enrolment: Enrolment) -> QuerySet[Unit]:
    """The other lists of the same practice or health station to which somebody may be moved."""
    service = ServiceType(enrolment.unit.service_type)
    return units_that_enrol(worker, service).exclude(pk=enrolment.unit_id)


def lists_of(units: Sequence[Unit]) -> list[List]:
    """Count who is on each list now, who came lately, and who is to come."""
    now = timezone.now()
    has_come, has_left = Q(valid_from__lte=now), Q(valid_until__lte=now)
    counted = (
        CareRelation.objects.filter(_on_a_list(), unit__in=units)
        .exclude(has_left)
        .values("unit_id")
        .annotate(
            here=Count("patient_id", filter=has_come, distinct=True),
            new=Count(
                "patient_id",
                filter=has_come & Q(valid_from__gt=now - LATELY),
                distinct=True,
            ),
            coming=Count("patient_id", filter=~has_come, distinct=True),
        )
    )
    of = {row["unit_id"]: (row["here"], row["new"], row["coming"]) for row in counted}
    return [List(unit, *of.get(unit.pk, (0, 0, 0))) for unit in units]


def page_of_list(
    worker: Worker, units: Sequence[Unit], *, number: str, order: Order
) -> Page[Decision]:
    """Choose whom a page shows, in order, of those on some lists that are open to the worker."""
    now = timezone.now()
    here = (
        CareRelation.objects.filter(_on_a_list(), unit__in=units)
        .filter(valid_from__lte=now)
        .exclude(valid_until__lte=now)
    )
    return Paginator(_in_order(_open_of(worker, here), order), PAGE_SIZE).get_page(
        number
    )


def left_lately(worker: Worker, units: Sequence[Unit]) -> list[Decision]:
    """Those who left some lists in the last days, as far as they are still open to the worker."""
    former = CareRelation.objects.filter(
        basis=Basis.FORMER_EPISODE,
        unit__in=units,
        valid_from__lte=timezone.now(),
        valid_until__gt=timezone.now(),
    )
    return _open_of(worker, former)


def rows_on(decisions: Sequence[Decision], units: Sequence[Unit]) -> list[Row]:
    """Read those of a page, in the order of the page; their particulars are open now."""
    today = timezone.localdate()
    now = Q(ends_on=None) | Q(ends_on__gt=today)
    found = _enrolments(decisions, units).filter(now, starts_on__lte=today)
    place = {decision.record_id: n for n, decision in enumerate(decisions)}
    rows = sorted(found, key=lambda one: (place[one.record_id], one.programme))
    return [_row(enrolment, today) for enrolment in rows]


def rows_that_left(decisions: Sequence[Decision], units: Sequence[Unit]) -> list[Row]:
    """Read those who left in the last days, the latest first."""
    today = timezone.localdate()
    found = _enrolments(decisions, units).filter(
        ends_on__lte=today, ends_on__gt=today - LATELY
    )
    shown = found.exclude(end_reason=EndReason.MISTAKE).order_by("-ends_on", "pk")
    return [_row(enrolment, today) for enrolment in shown]


def my_enrolment(record: OpenRecord, enrolment_id: UUID) -> Enrolment | None:
    """An enrolment that has no end, at one of the worker's units; None when there is none."""
    found = record.enrolments.filter(pk=enrolment_id, ends_on=None)
    mine = found.filter(unit__path__overlap=record.worker.unit_ids)
    return mine.select_related("unit").first()


def _on_a_list() -> Q:
    return Q(basis__in=[Basis.GP_LIST, Basis.PROGRAMME])


def _open_of(worker: Worker, relations: QuerySet[CareRelation]) -> list[Decision]:
    among = list(relations.values_list("record_id", flat=True).distinct())
    if not among:
        return []
    return policy.records_open_to(worker, Action.READ_IDENTITY, among=among)


def _in_order(decisions: list[Decision], order: Order) -> list[Decision]:
    """Put people in order before anybody's name is read; PostgreSQL tells whose turn it is."""
    if not decisions:
        return []
    with connection.cursor() as cursor:
        cursor.execute(_IN_ORDER, [[decision.patient_id for decision in decisions]])
        column = 1 if order is Order.NAME else 2
        place = {row[0]: row[column] for row in cursor.fetchall()}
    return sorted(decisions, key=lambda decision: place.get(decision.patient_id, 0))


def _enrolments(
    decisions: Sequence[Decision], units: Sequence[Unit]
) -> QuerySet[Enrolment]:
    records = [decision.record_id for decision in decisions]
    return Enrolment.objects.filter(
        record_id__in=records, unit__in=units
    ).select_related("patient", "unit")


def _row(enrolment: Enrolment, today: date) -> Row:
    person = enrolment.patient
    last_day = person.deceased_on or today
    return Row(
        id=enrolment.pk,
        record_id=enrolment.record_id,
        name=person.list_name,
        birth_date=person.birth_date,
        age=age_text(person.birth_date, max(last_day, person.birth_date)),
        programme=str(enrolment.get_programme_display()),
        unit_name=enrolment.unit.name,
        starts_on=enrolment.starts_on,
        ends_on=enrolment.ends_on,
        why=str(enrolment.get_end_reason_display()),
        is_new=enrolment.starts_on > today - LATELY,
    )
