"""Employments, units and accounts: rules, history, and what the log says."""

from datetime import timedelta

import pytest
from django.utils import timezone

from access.accounts.models import User
from access.actions import Action
from access.errors import RightsError
from access.events import carry_out
from access.models import Employment, Unit
from access.policy import records_open_to
from access.roles import Role
from access.services.accounts import creating, password_link, set_active
from access.services.employment import change_end, end_employment, hire
from access.services.units import save_unit
from audit.models import AccessEvent
from audit.verbs import Outcome, Verb
from tests import world as worlds
from tests.access.conftest import new_browser


@pytest.fixture
def by(administrator):
    """The local administrator at work."""
    return worlds.worker(administrator)


@pytest.fixture
def newcomer(world):
    """An account without any employment."""
    return worlds.person("nils.ny")


def _reads(worker, known):
    return bool(records_open_to(worker, Action.READ_RECORD, among=[known.record_id]))


def test_hiring_opens_the_units_patients_and_is_logged(world, by, newcomer, logged):
    hire(newcomer, role=Role.NURSE, unit=world.north, by=by)

    nurse = worlds.worker(newcomer)
    assert _reads(nurse, world.ola)
    (event,) = logged(Verb.RIGHTS_CHANGED)
    assert event["target"]["id"] == str(newcomer.pk)
    assert event["actor"]["role"] == "lokal_administrator"
    assert event["detail"]["rights"] == f"sykepleier@{world.north.pk}"
    history = Employment.history.get(user=newcomer)
    assert history.history_user_id == by.user_id


def test_the_end_counts_at_once_and_signs_out_who_has_nothing_left(world, by, newcomer):
    employment = worlds.hire(newcomer, Role.NURSE, world.north)
    browser = new_browser()
    browser.post("/konto/logg-inn/", {"login": "nils.ny", "password": worlds.PASSWORD})
    assert browser.get("/profil/").status_code == 200

    end_employment(employment, by=by)

    assert browser.get("/profil/").url.startswith("/konto/logg-inn/")
    nurse = worlds.worker(newcomer)
    assert not _reads(nurse, world.ola)


def test_whoever_has_another_employment_stays_signed_in(world, by, newcomer):
    worlds.hire(newcomer, Role.NURSE, world.south)
    employment = worlds.hire(newcomer, Role.NURSE, world.north)
    browser = new_browser()
    browser.post("/konto/logg-inn/", {"login": "nils.ny", "password": worlds.PASSWORD})

    end_employment(employment, by=by)

    assert browser.get("/profil/").status_code == 200


def test_people_can_be_hired_again(world, by, newcomer):
    first = hire(newcomer, role=Role.NURSE, unit=world.north, by=by)
    end_employment(first, by=by)

    hire(newcomer, role=Role.NURSE, unit=world.north, by=by)

    assert Employment.objects.filter(user=newcomer).count() == 2


def test_the_same_role_twice_at_a_time_is_refused_in_words(world, by, newcomer):
    hire(newcomer, role=Role.NURSE, unit=world.north, by=by)

    with pytest.raises(RightsError, match="allerede denne rollen"):
        hire(newcomer, role=Role.NURSE, unit=world.north, by=by)


def test_an_employment_that_never_began_will_not_begin(world, by, newcomer):
    later = timezone.now() + timedelta(days=3)
    employment = hire(
        newcomer, role=Role.NURSE, unit=world.north, by=by, valid_from=later
    )

    end_employment(employment, by=by)

    assert Employment.objects.filter(
        pk=employment.pk, valid_until__lt=timezone.now()
    ).exists()


def test_the_end_before_the_beginning_is_refused_in_words(world, by, newcomer):
    employment = hire(newcomer, role=Role.NURSE, unit=world.north, by=by)

    with pytest.raises(RightsError, match="Sluttdato må være etter startdato"):
        change_end(employment, until=timezone.now() - timedelta(days=1), by=by)


def test_nobody_changes_his_own_rights(world, by, administrator):
    mine = Employment.objects.get(user=administrator)

    with pytest.raises(RightsError, match="dine egne rettigheter"):
        hire(administrator, role=Role.PHYSICIAN, unit=world.north, by=by)
    with pytest.raises(RightsError, match="dine egne rettigheter"):
        end_employment(mine, by=by)
    with pytest.raises(RightsError, match="dine egne rettigheter"):
        set_active(administrator, is_active=False, by=by)


def test_who_gives_rights_does_not_review_them(world, by, root, newcomer):
    hire(newcomer, role=Role.AUDITOR, unit=root, by=by)

    with pytest.raises(RightsError, match="både revisor og lokal administrator"):
        hire(newcomer, role=Role.LOCAL_ADMIN, unit=root, by=by)


def test_a_change_that_fails_is_told_by_a_second_event(
    world, by, newcomer, monkeypatch
):
    def broken(self, *args, **kwargs):
        raise OSError("disk")

    monkeypatch.setattr(Employment, "save", broken)
    with pytest.raises(OSError, match="disk"):
        hire(newcomer, role=Role.NURSE, unit=world.north, by=by)

    outcomes = AccessEvent.objects.filter(verb=Verb.RIGHTS_CHANGED)
    assert sorted(outcomes.values_list("outcome", flat=True)) == [
        Outcome.DONE,
        Outcome.FAILED,
    ]


def test_a_moved_unit_takes_its_subtree_and_its_rights_along(world, by, root):
    team = save_unit(Unit(name="Team A", kind="list", parent=world.north), by=by)
    inner = save_unit(Unit(name="Rute 1", kind="list", parent=team), by=by)
    assert inner.path == [root.pk, world.north.pk, team.pk, inner.pk]

    team.parent = world.south
    save_unit(team, by=by)

    inner.refresh_from_db()
    assert inner.path == [root.pk, world.south.pk, team.pk, inner.pk]
    assert Unit.history.filter(id=team.pk).count() == 2


def test_a_unit_never_lies_under_itself(world, by):
    team = save_unit(Unit(name="Team A", kind="list", parent=world.north), by=by)
    world.north.parent = team

    with pytest.raises(RightsError, match="under seg selv"):
        save_unit(world.north, by=by)


def test_a_new_unit_belongs_somewhere(world, by):
    with pytest.raises(RightsError, match="Velg hvilken enhet"):
        save_unit(Unit(name="Løs", kind="ward"), by=by)


def test_a_unit_out_of_use_is_no_workplace(world, root, by):
    day_centre = save_unit(Unit(name="Dagsenteret", kind="ward", parent=root), by=by)
    nina = worlds.person("nina.ny", (Role.NURSE, day_centre))
    day_centre.is_active = False
    save_unit(day_centre, by=by)

    assert worlds.worker(nina).posts == ()


def test_a_unit_with_patients_or_units_in_use_is_not_closed(world, root, by):
    world.north.is_active = root.is_active = False

    with pytest.raises(RightsError, match="1 pasient er registrert her"):
        save_unit(world.north, by=by)
    with pytest.raises(RightsError, match="Ta først disse ut av bruk") as refused:
        save_unit(root, by=by)

    assert world.north.name in refused.value.message
    assert Unit.objects.get(pk=world.north.pk).is_active


def test_an_account_begins_without_a_password_and_with_a_link(world, by, browser):
    user = User(username="Nina.Ny", first_name="Nina")
    carry_out([creating(user)], by=by)
    hire(user, role=Role.NURSE, unit=world.north, by=by)
    user.refresh_from_db()

    path = password_link(user, by=by)

    user.refresh_from_db()
    assert not user.has_usable_password()
    form = browser.get(path).url
    done = browser.post(
        form, {"password1": "en-helt-ny-fjord", "password2": "en-helt-ny-fjord"}
    )
    assert done.status_code == 302


def test_a_closed_account_is_signed_out_everywhere(world, by, browser, sign_in):
    sign_in("siri.sykepleier")

    set_active(User.objects.get(username="siri.sykepleier"), is_active=False, by=by)

    assert browser.get("/profil/").status_code == 302
    assert sign_in("siri.sykepleier").status_code == 422
