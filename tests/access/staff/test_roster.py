"""The duty roster: who sees it, who writes it, and what a shift opens."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from access.actions import Action
from access.bases import Basis
from access.errors import RightsError
from access.models import Employment, Shift, ShiftLeader
from access.policy import records_open_to
from access.roles import Role
from access.staff.services.roster import add_shift, change_shift, end_shift
from access.staff.services.shift_leaders import appoint, withdraw
from audit.verbs import Verb
from tests import world as worlds
from tests.access.staff.conftest import browser_of

NEW = "/vakter/ny/"


def _shift(world, user, *, begins=timedelta(0), hours=8, at=None):
    start = timezone.now() + begins
    return Shift(
        user_id=getattr(user, "user_id", None) or user.pk,
        unit=at or world.north,
        valid_from=start,
        valid_until=start + timedelta(hours=hours),
    )


def _basis(worker, known):
    (decision,) = records_open_to(worker, Action.READ_RECORD, among=[known.record_id])
    return decision.basis


def _appointed(world, vera, *, unit=None):
    now = timezone.now()
    return appoint(
        ShiftLeader(
            user=vera,
            unit=unit or world.north,
            valid_from=now,
            valid_until=now + timedelta(days=30),
        ),
        by=world.leader,
    )


def test_leader_puts_a_nurse_on_duty_by_hand(world, lise, siri, logged):
    today = timezone.localdate()
    typed = {
        "unit": world.north.pk,
        "user": world.nurse.user_id,
        "day": f"{today:%d.%m.%Y}",
        "begins_at": "15",
        "ends_at": "22.30",
    }

    answer = lise.post(NEW, typed, follow=True)

    assert answer.status_code == 200
    assert "Vakten er lagt inn." in answer.text
    assert "Siri Sykepleier" in siri.get("/vakter/").text
    (event,) = logged(Verb.RIGHTS_CHANGED)
    assert event["detail"]["what"] == "shift_added"
    assert event["detail"]["unit_name"] == "Hjemmetjenesten nord"


def test_a_shift_that_ends_after_midnight_ends_the_next_day(world, lise):
    day = timezone.localdate() + timedelta(days=3)
    typed = {
        "unit": world.north.pk,
        "user": world.nurse.user_id,
        "day": f"{day:%d%m%Y}",
        "begins_at": "22:30",
        "ends_at": "0730",
    }

    lise.post(NEW, typed)

    ends = timezone.localtime(Shift.objects.get().valid_until)
    assert ends.date() == day + timedelta(days=1)
    assert (ends.hour, ends.minute) == (7, 30)


def test_on_duty_the_patients_of_the_unit_are_ones_own_and_after_it_the_units(world):
    assert _basis(world.nurse, world.ola) == Basis.EPISODE

    shift = add_shift(
        _shift(world, world.nurse, begins=timedelta(hours=-1)), by=world.leader
    )
    assert _basis(world.nurse, world.ola) == Basis.ROSTER

    end_shift(shift, by=world.leader)
    assert _basis(world.nurse, world.ola) == Basis.EPISODE


def test_a_shift_struck_before_it_begins_is_gone_and_may_come_back(world, lise):
    shift = add_shift(
        _shift(world, world.nurse, begins=timedelta(hours=1)), by=world.leader
    )
    end_shift(shift, by=world.leader)
    day = f"?dag={timezone.localdate(shift.valid_from).isoformat()}"
    assert "Siri Sykepleier</strong>" not in lise.get(f"/vakter/{day}").text

    again = Shift(
        user_id=world.nurse.user_id,
        unit=world.north,
        valid_from=shift.valid_from,
        valid_until=shift.valid_from + timedelta(hours=4),
    )
    add_shift(again, by=world.leader)

    assert Shift.objects.count() == 1
    assert "Siri Sykepleier</strong>" in lise.get(f"/vakter/{day}").text


def test_leader_changes_and_ends_a_shift_from_the_list(world, lise):
    shift = add_shift(
        _shift(world, world.nurse, begins=timedelta(minutes=-5)), by=world.leader
    )
    assert f"/vakter/{shift.pk}/" in lise.get("/vakter/").text
    begins = timezone.localtime(shift.valid_from)
    typed = {
        "day": f"{begins:%d.%m.%Y}",
        "begins_at": f"{begins:%H.%M}",
        "ends_at": f"{begins + timedelta(hours=3):%H.%M}",
    }

    lise.post(f"/vakter/{shift.pk}/", typed)
    shift.refresh_from_db()
    assert shift.valid_until - shift.valid_from == timedelta(hours=3)

    lise.post(f"/vakter/{shift.pk}/avslutt/")
    shift.refresh_from_db()
    assert shift.valid_until <= timezone.now()


@pytest.mark.parametrize(
    ("what", "field"),
    [
        ({"hours": 25}, "ends_at"),
        ({"hours": -1}, "ends_at"),
        ({"begins": timedelta(days=-400)}, "user"),
    ],
)
def test_impossible_shift_is_refused_at_its_field(world, what, field):
    with pytest.raises(RightsError) as refused:
        add_shift(_shift(world, world.nurse, **what), by=world.leader)

    assert refused.value.field == field


def test_who_does_not_work_there_or_is_on_duty_already_is_not_put_on_duty(world):
    add_shift(_shift(world, world.nurse), by=world.leader)
    for user in (world.stranger, world.nurse):
        shift = _shift(world, user, begins=timedelta(hours=1))
        with pytest.raises(RightsError):
            add_shift(shift, by=world.leader)


def test_nobody_puts_himself_on_duty(world):
    with pytest.raises(RightsError):
        add_shift(_shift(world, world.leader), by=world.leader)


def test_a_nurse_reads_the_list_and_writes_nothing_in_it(world, siri, vera):
    shift = add_shift(_shift(world, vera), by=world.leader)

    page = siri.get("/vakter/").text
    assert "Vera Vakt" in page
    assert "Vikar i kveld" not in page
    assert siri.get(NEW).status_code == 403
    assert siri.get("/vakter/vaktledere/").status_code == 403
    assert siri.get(f"/vakter/{shift.pk}/").status_code == 404
    assert siri.post(f"/vakter/{shift.pk}/avslutt/").status_code == 404
    with pytest.raises(RightsError):
        change_shift(
            shift,
            valid_from=shift.valid_from,
            valid_until=shift.valid_until - timedelta(hours=1),
            by=world.nurse,
        )


def test_the_list_of_another_unit_is_not_shown(world, siri):
    Shift(
        user_id=world.stranger.user_id,
        unit=world.south,
        valid_from=timezone.now(),
        valid_until=timezone.now() + timedelta(hours=8),
    ).save()

    assert "Frank Fremmed" not in siri.get("/vakter/").text


def test_shift_leader_staffs_the_unit_while_appointed_and_at_work_there(
    world, vera, lise
):
    typed = {
        "unit": world.north.pk,
        "user": vera.pk,
        "last_day": f"{timezone.localdate() + timedelta(days=30):%d.%m.%Y}",
    }
    lise.post("/vakter/vaktledere/", typed)
    browser = browser_of("vera.vakt")
    page = f"/vakter/vikar/{world.north.pk}/"
    assert browser.get(page).status_code == 200
    assert "Vera Vakt" in lise.get("/vakter/vaktledere/").text

    # She appoints nobody, and elsewhere she leads nothing.
    assert browser.get("/vakter/vaktledere/").status_code == 403
    assert browser.get(f"/vakter/vikar/{world.south.pk}/").status_code == 404

    appointment = ShiftLeader.objects.get()
    lise.post(f"/vakter/vaktledere/{appointment.pk}/avslutt/")
    assert browser.get(page).status_code == 403


def test_an_appointment_is_worth_nothing_to_who_works_there_no_longer(world, vera):
    _appointed(world, vera)
    worlds.hire(vera, Role.NURSE, world.south)
    Employment.objects.filter(user=vera, content_object=world.north).update(
        valid_until=timezone.now()
    )

    with pytest.raises(RightsError):
        add_shift(_shift(world, world.nurse), by=worlds.worker(vera))


def test_appointments_are_the_leaders_alone_and_are_logged(world, vera, logged):
    with pytest.raises(RightsError):
        _appointed(world, vera, unit=world.south)
    appointment = _appointed(world, vera)
    with pytest.raises(RightsError):
        _appointed(world, vera)
    with pytest.raises(RightsError):
        withdraw(appointment, by=worlds.worker(vera))
    withdraw(appointment, by=world.leader)

    whats = [event["detail"]["what"] for event in logged(Verb.RIGHTS_CHANGED)]
    assert whats == ["shift_leader_appointed", "shift_leader_withdrawn"]
    assert ShiftLeader.history.count() == 2


def test_unknown_things_are_not_there(lise, world):
    assert lise.get(f"/vakter/{uuid4()}/").status_code == 404
    assert lise.post("/vakter/vikar/99999/avslutt/").status_code == 404
    assert lise.get("/vakter/", {"dag": "i går"}).status_code == 200
    assert lise.get("/vakter/", {"dag": "9999-12-31"}).status_code == 200
