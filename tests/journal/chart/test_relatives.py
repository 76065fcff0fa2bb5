"""The people around the patient, as the first page and the identity page show them."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from access.actions import Action
from journal.record.gate import open_record
from journal.record.services.relatives import Relative, add_relative
from tests.journal.chart.reading import tags

PAGES = ("chart:patient", "record:person")


def days(number):
    return timezone.localdate() + timedelta(days=number)


@pytest.fixture
def siri(world, desk):
    return desk(world.nurse)


@pytest.fixture
def liv(world, living):
    """A child of six."""
    return living(world.north, "Liv", "Dal", born=days(-6 * 366))


@pytest.fixture
def add(world):
    """Register a relative of somebody."""

    def _add(known, name="Per Dal", kind="FA", **facts):
        with open_record(
            known.record_id, by=world.nurse, to=Action.CHANGE_IDENTITY
        ) as record:
            relative = Relative(name=name, kind=kind, **facts)
            return add_relative(record, relative=relative, id=uuid4())

    return _add


def shown(desk, known, name="Per Dal"):
    """The tags beside somebody's name, which both pages show alike."""
    one, other = [tags(desk.get(p, known.record_id).text, name) for p in PAGES]
    assert one == other
    return one


@pytest.mark.parametrize(
    ("begins", "until", "words"),
    [
        (None, None, "Foreldreansvar"),
        (-30, None, "Foreldreansvar"),
        (None, 10, "Foreldreansvar til {until}"),
        (None, 0, "Hadde foreldreansvar til {until}"),
        (-900, -3, "Hadde foreldreansvar til {until}"),
        (5, None, "Foreldreansvar fra {begins}"),
    ],
)
def test_parental_responsibility_is_told_with_its_period(
    siri, liv, add, begins, until, words
):
    begins = None if begins is None else days(begins)
    until = None if until is None else days(until)
    add(
        liv,
        has_parental_responsibility=True,
        parental_from=begins,
        parental_until=until,
    )

    told = {
        "begins": f"{begins:%d.%m.%Y}" if begins else "",
        "until": f"{until:%d.%m.%Y}" if until else "",
    }
    assert shown(siri, liv) == [words.format(**told)]


def test_it_ends_when_the_child_is_18(world, siri, living, add):
    born = days(-19 * 366)
    grown = living(world.north, "Liv", "Dal", born=born)
    add(grown, has_parental_responsibility=True, parental_from=born)

    of_age = born.replace(year=born.year + 18)
    assert shown(siri, grown) == [f"Hadde foreldreansvar til {of_age:%d.%m.%Y}"]


def test_who_has_none_has_no_tag(siri, liv, add):
    add(liv, is_next_of_kin=True)

    assert shown(siri, liv) == ["Nærmeste pårørende"]


def test_every_relative_leads_to_his_place_on_the_identity_page(
    world, siri, living, add
):
    per, kari = add(world.ola), add(world.ola, "Kari Fjellheim", "DA")
    patient = living(world.south, "Kari", "Fjellheim")
    link(world, kari, patient)

    first, identity = [siri.get(p, world.ola.record_id).text for p in PAGES]

    for row in (per, kari):
        assert f"/person/#relative-{row.pk}" in first
        assert f'id="relative-{row.pk}"' in identity
    # Nothing tells that Kari is a patient at a unit the nurse does not work at.
    assert str(patient.record_id) not in first + identity


def link(world, row, patient):
    """Link a relative to a patient whom the nurse had then, and has no longer."""
    with open_record(world.ola.record_id, by=world.nurse, to=Action.CHANGE_IDENTITY):
        row.linked_patient_id = patient.patient_id
        row.save(update_fields=["linked_patient"])
