"""A queryset whose SQL is kept gives what the queryset itself gives."""

from datetime import datetime
from uuid import UUID

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.db.models import BooleanField, Count, QuerySet
from django.db.models.expressions import RawSQL
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from access.accounts.models import User
from access.models import Employment
from tenants.context import in_municipality
from tenants.database.prepared import UnpreparableError, prepared


def _at(units):
    return RawSQL("access_unit.id = ANY (%s)", [units], BooleanField())


@prepared
def accounts(username: str) -> QuerySet[User]:
    return User.objects.filter(username=username)


@prepared
def employments(
    user_id: UUID, units: list[UUID], now: datetime
) -> QuerySet[Employment]:
    """Employments in force of a person at some units, with the unit."""
    found: QuerySet[Employment] = (
        Employment.objects.select_related("content_object", "permission")
        .annotate(histories=Count("user__employment"))
        .filter(_at(units), user_id=user_id, valid_from__lte=now)
        .order_by("content_object__name")
    )
    return found


def values_of(world):
    return world.nurse.user_id, [world.north.pk, world.south.pk], timezone.now()


def as_seen(rows):
    return [
        (row.pk, row.histories, row.content_object.name, row.permission.codename)
        for row in rows
    ]


def test_rows_are_those_of_the_queryset_with_relations_and_annotations(world):
    values = values_of(world)
    found = employments(*values)

    assert as_seen(found)
    assert as_seen(found) == as_seen(employments.queryset(*values))


def test_relations_are_read_with_the_rows_in_one_statement(world):
    values = values_of(world)
    employments(*values)
    with CaptureQueriesContext(connection) as captured:
        as_seen(employments(*values))

    assert len(captured) == 1


def test_values_of_each_call_count_and_no_others(world):
    user_id, units, now = values_of(world)
    assert employments(user_id, units, now)

    assert employments(world.leader.user_id, units, now)[0].user_id != user_id
    assert employments(user_id, [], now) == []
    assert [user.pk for user in accounts("siri.sykepleier")] == [user_id]
    assert accounts("SIRI.SYKEPLEIER") == []
    assert employments(user_id, units, datetime(2000, 1, 1, tzinfo=now.tzinfo)) == []


def test_same_sql_reads_the_municipality_one_stands_in(two_municipalities):
    @prepared
    def groups() -> QuerySet[Group]:
        return Group.objects.filter(name__startswith="secret")

    for municipality in two_municipalities:
        with in_municipality(municipality):
            assert [g.name for g in groups()] == [f"secret of {municipality.name}"]


def test_value_that_the_sql_does_not_hold_as_it_is_is_refused(fjord):
    @prepared
    def ignoring(user_id: UUID) -> QuerySet[User]:
        return User.objects.all()

    @prepared
    def shaping(name: str) -> QuerySet[User]:
        return User.objects.filter(username__startswith=name)

    @prepared
    def several(names: list[str]) -> QuerySet[User]:
        return User.objects.filter(username__in=names)

    @prepared
    def prefetching() -> QuerySet[User]:
        return User.objects.prefetch_related("employment_set")

    with in_municipality(fjord):
        with pytest.raises(UnpreparableError):
            ignoring(UUID(int=1))
        with pytest.raises(UnpreparableError):
            shaping("siri")
        with pytest.raises(UnpreparableError):
            several(["siri"])
        with pytest.raises(UnpreparableError):
            prefetching()
