"""A substitute for tonight, or for a week: who takes him in, and what he may then open."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from access.actions import Action
from access.bases import Basis
from access.errors import RightsError
from access.models import Employment, Shift
from access.policy import records_open_to
from access.roles import Role
from access.staff.services.substitutes import Help, send_home, take_in
from audit.verbs import Verb
from tests import world as worlds


@pytest.fixture
def tonight(world):
    """Until the shift ends, in the north."""
    end = timezone.now() + timedelta(hours=7)
    return Help(world.north, Role.NURSE, on_duty_until=end, until=end)


@pytest.fixture
def page(world):
    """The address where a substitute is taken in at the ward in the north."""
    return f"/vakter/vikar/{world.north.pk}/"


def _ground(user, known):
    found = records_open_to(
        worlds.worker(user), Action.READ_RECORD, among=[known.record_id]
    )
    return found[0].basis if found else None


def _ends(answer):
    return [
        value for value, _said in answer.context["form"].fields["stays_until"].choices
    ]


def test_leader_takes_in_a_substitute_and_the_patients_are_his_for_the_shift(
    world, lise, frank, page, logged
):
    answer = lise.get(page, {"q": "fremmed"})
    choice = f"{frank.pk}:sykepleier"
    assert f'value="{choice}"' in answer.text

    sent = {"person": choice, "stays_until": _ends(answer)[0]}
    lise.post(f"{page}?q=fremmed", sent)

    assert _ground(frank, world.ola) == Basis.ROSTER
    employment = Employment.objects.get(user=frank, content_object=world.north)
    assert employment.is_substitute
    assert employment.valid_until <= timezone.now() + timedelta(hours=24)
    events = logged(Verb.RIGHTS_CHANGED)
    assert [event["detail"]["what"] for event in events] == ["hired", "shift_added"]
    assert {event["actor"]["role"] for event in events} == {"leder"}
    assert {event["target"]["id"] for event in events} == {str(frank.pk)}


def test_for_a_week_he_is_on_duty_for_the_first_shift_only(world, lise, frank, page):
    week = _ends(lise.get(page))[2]

    lise.post(
        f"{page}?q=fremmed",
        {"person": f"{frank.pk}:sykepleier", "stays_until": week},
    )

    employment = Employment.objects.get(user=frank, content_object=world.north)
    assert employment.valid_until > timezone.now() + timedelta(days=6, hours=12)
    shift = Shift.objects.get(user=frank)
    assert shift.valid_until <= timezone.now() + timedelta(hours=10)


def test_those_who_helped_before_stand_there_without_a_search(
    world, lise, frank, page, tonight
):
    assert "fremmed" not in lise.get(page).text.lower()
    send_home(take_in(frank, to=tonight, by=world.leader), by=world.leader)

    assert "Frank Fremmed" in lise.get(page).text


def test_sent_home_he_opens_nothing_more(world, lise, frank, tonight):
    employment = take_in(frank, to=tonight, by=world.leader)
    assert _ground(frank, world.ola)

    lise.post(f"/vakter/vikar/{employment.pk}/avslutt/")

    assert _ground(frank, world.ola) is None
    assert not Shift.objects.get(user=frank).valid_until > timezone.now()
    assert worlds.worker(frank).unit_ids == [world.south.pk]


def test_a_role_he_does_not_have_is_refused(world, frank, tonight):
    for role in (Role.PHYSICIAN, Role.LEADER, Role.AUDITOR):
        wanted = Help(world.north, role, tonight.on_duty_until, tonight.until)
        with pytest.raises(RightsError):
            take_in(frank, to=wanted, by=world.leader)

    assert not Employment.objects.filter(user=frank, content_object=world.north)


def test_who_leads_elsewhere_comes_only_in_a_clinical_role(world, page, lise):
    worlds.person("lars.leder", (Role.LEADER, world.south), (Role.NURSE, world.south))

    page = lise.get(page, {"q": "lars"}).text

    assert "Lars Leder – Sykepleier, Hjemmetjenesten sør" in page
    assert "Leder, Hjemmetjenesten" not in page


def test_neither_a_nurse_nor_a_leader_of_another_unit_takes_anybody_in(
    world, siri, frank, tonight, page
):
    assert siri.get(page).status_code == 403
    other = worlds.worker(worlds.person("lars.leder", (Role.LEADER, world.south)))
    for by in (world.nurse, other, world.auditor):
        with pytest.raises(RightsError):
            take_in(frank, to=tonight, by=by)
    assert not Employment.objects.filter(is_substitute=True)


def test_nobody_takes_in_himself(world, tonight, lise, page):
    leader = worlds.person("lena.leder", (Role.LEADER, world.north))
    worlds.hire(leader, Role.NURSE, world.south)

    with pytest.raises(RightsError):
        take_in(leader, to=tonight, by=worlds.worker(leader))


@pytest.mark.parametrize(("duty", "until"), [(30, 30), (8, 24 * 8), (-1, -1), (9, 8)])
def test_neither_a_shift_beyond_a_day_nor_more_than_a_week(world, frank, duty, until):
    now = timezone.now()
    wanted = Help(
        world.north,
        Role.NURSE,
        on_duty_until=now + timedelta(hours=duty),
        until=now + timedelta(hours=until),
    )

    with pytest.raises(RightsError):
        take_in(frank, to=wanted, by=world.leader)


def test_the_database_lets_no_substitute_stay_longer(world, frank):
    long = worlds.hire(frank, Role.NURSE, world.north, until=timezone.now())
    with pytest.raises(IntegrityError), transaction.atomic():
        Employment.objects.filter(pk=long.pk).update(is_substitute=True)


def test_what_is_missing_is_said_at_its_field(lise, frank, page):
    answer = lise.post(
        f"{page}?q=fremmed", {"stays_until": "1999-01-01T00:00:00+01:00"}
    )

    assert answer.status_code == 422
    assert "Velg hvem som kommer." in answer.text
    assert "Velg hvor lenge, på nytt." in answer.text


def test_who_works_there_in_the_role_is_not_offered(world, lise, page):
    assert "Siri Sykepleier" not in lise.get(page, {"q": "siri"}).text
