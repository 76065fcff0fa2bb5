"""Relatives: who they are, what they may be told, and which patient they are."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from access.actions import Action
from journal.record.errors import RuleError, StaleFormError
from journal.record.gate import open_record
from journal.record.models import RelatedPerson
from journal.record.selectors.versions import version_of
from journal.record.services.relatives import (
    Relative,
    add_relative,
    change_relative,
    end_relative,
    link_relative,
)
from tests import world as worlds

KARI = Relative(name="Kari Fjellheim", kind="DA", is_next_of_kin=True)


def opened(world, known=None):
    record_id = (known or world.ola).record_id
    return open_record(record_id, by=world.nurse, to=Action.CHANGE_IDENTITY)


def add(world, relative=KARI, *, known=None, id=None):
    with opened(world, known) as record:
        return add_relative(record, relative=relative, id=id or uuid4())


def test_relative_is_stored_once_however_often_it_is_sent(world):
    form_id = uuid4()

    first, second = add(world, id=form_id), add(world, id=form_id)

    assert first.pk == second.pk
    with opened(world):
        assert RelatedPerson.objects.count() == 1


def test_second_to_change_is_told(world):
    row = add(world)
    with opened(world) as record:
        version = version_of(row)
        change_relative(record, row, relative=replace(KARI, phone="1"), version=version)

    with pytest.raises(StaleFormError), opened(world) as record:
        change_relative(record, row, relative=replace(KARI, phone="2"), version=version)


def test_ended_relative_stays_readable(world):
    row = add(world)

    with opened(world) as record:
        ended = end_relative(record, row)

    assert ended.ended_on == timezone.localdate()


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({}, "has_parental_responsibility"),
        ({"parental_from": date(2026, 1, 1)}, "has_parental_responsibility"),
        ({"parental_from": date(1942, 2, 13)}, "parental_from"),
        (
            {"parental_from": date(1950, 1, 1), "parental_until": date(1949, 1, 1)},
            "parental_until",
        ),
        ({"parental_until": date(1942, 2, 13)}, "parental_until"),
        ({"parental_until": date(1960, 2, 15)}, "parental_until"),
    ],
)
def test_parental_responsibility_that_cannot_be(world, facts, field):
    relative = replace(KARI, kind="MO", has_parental_responsibility=True, **facts)

    with pytest.raises(RuleError) as refused:
        add(world, relative)

    assert refused.value.field == field


@pytest.mark.parametrize(
    "facts",
    [
        {"parental_from": date(1942, 2, 14)},
        {"parental_until": date(1950, 1, 1)},
        {"parental_from": date(1942, 2, 14), "parental_until": date(1960, 2, 14)},
    ],
)
def test_parental_responsibility_that_once_was_is_kept(world, facts):
    father = Relative(name="Far", kind="FA", has_parental_responsibility=True, **facts)

    row = add(world, father)

    assert {name: getattr(row, name) for name in facts} == facts


def test_mother_of_a_child_has_responsibility(world):
    born = timezone.localdate() - timedelta(days=40)
    child = worlds.patient(world.clerk, "Liv", "Dal", at=world.north, born=born)
    mother = Relative(
        name="Mor Dal",
        kind="MO",
        has_parental_responsibility=True,
        parental_from=born,
    )

    assert add(world, mother, known=child).has_parental_responsibility


def test_relative_is_linked_to_a_patient_the_worker_may_open(world):
    row = add(world)
    kari = worlds.patient(world.clerk, "Kari", "Fjellheim", at=world.north)

    with opened(world) as record:
        linked = link_relative(record, row, patient_id=kari.patient_id)
        assert linked.linked_patient_id == kari.patient_id
        assert link_relative(record, row, patient_id=None).linked_patient_id is None


def test_relative_is_not_linked_to_somebody_else(world):
    row = add(world)
    hidden = worlds.patient(world.clerk, "Kari", "Fjellheim", at=world.south)

    for patient_id in (hidden.patient_id, uuid4(), world.ola.patient_id):
        with pytest.raises(RuleError), opened(world) as record:
            link_relative(record, row, patient_id=patient_id)
