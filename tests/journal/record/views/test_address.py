"""A protected address has a page of its own, for whoever is to go there."""

from datetime import timedelta

import pytest
from django.utils import timezone

from access.actions import Action
from access.models import Shift
from audit.models import AccessEvent
from journal.record.gate import open_record
from journal.record.models import Address


@pytest.fixture
def siri(world, desk):
    return desk(world.nurse)


def protect(world):
    with open_record(world.ola.record_id, by=world.nurse, to=Action.CHANGE_IDENTITY):
        Address.objects.update(protection="strengt_fortrolig", access_note="Kode 4477")


def test_protected_address_is_marked_and_kept_from_the_unit(world, siri):
    protect(world)

    page = siri.get("record:person", world.ola.record_id).text

    assert "Storgata 1" not in page
    assert "4477" not in page
    assert "Strengt fortrolig adresse" in page
    assert "Vis adressen" not in page
    assert siri.get("record:address", world.ola.record_id).status_code == 403


def test_whoever_is_on_duty_sees_it_on_a_page_of_its_own(world, siri):
    protect(world)
    Shift.objects.create(
        user_id=world.nurse.user_id,
        unit=world.north,
        valid_from=timezone.now() - timedelta(hours=1),
        valid_until=timezone.now() + timedelta(hours=1),
    )

    page = siri.get("record:person", world.ola.record_id).text
    assert "Storgata 1" not in page
    assert "Vis adressen" in page

    shown = siri.get("record:address", world.ola.record_id).text
    assert "Storgata 1" in shown
    assert "Kode 4477" in shown
    event = AccessEvent.objects.order_by("-stored_at")[0]
    assert (event.verb, event.basis) == ("read_address", "roster")


def test_who_may_not_see_it_changes_the_rest_and_leaves_it(world, siri):
    protect(world)
    record_id = world.ola.record_id

    form = siri.get("record:person_edit", record_id)
    assert "Storgata" not in form.text
    assert 'name="line"' not in form.text
