"""Where do I work now: one unit, several, none, and what changes at once."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from access.models import Employment, LastWorkplace
from access.roles import Role
from audit.verbs import Verb
from tests import world as worlds

OSLO = ZoneInfo("Europe/Oslo")


def _two_places(world):
    user = worlds.person(
        "vera.vikar", (Role.NURSE, world.north), (Role.CARE_WORKER, world.south)
    )
    return user, str(world.north.pk), str(world.south.pk)


def test_several_units_are_asked_about_before_anything_else(world, browser, sign_in):
    _two_places(world)
    sign_in("vera.vikar")

    assert browser.get("/inn/").url == "/arbeidssted/"
    assert browser.get("/").url == "/arbeidssted/"
    page = browser.get("/arbeidssted/").text
    assert "Hjemmetjenesten nord" in page
    assert "Helsefagarbeider" in page


def test_one_or_several_units_may_be_chosen_and_it_is_logged(
    world, browser, sign_in, logged
):
    _user, north, south = _two_places(world)
    sign_in("vera.vikar")

    answer = browser.post("/arbeidssted/", {"units": [north, south]})

    assert answer.status_code == 303
    assert browser.get("/inn/").url == "/"
    (event,) = logged(Verb.CHOSE_WORKPLACE)
    assert event["posts"] == [
        {"role": "sykepleier", "unit": north},
        {"role": "helsefagarbeider", "unit": south},
    ]
    assert browser.get("/profil/").wsgi_request.worker.unit_names == [
        "Hjemmetjenesten nord",
        "Hjemmetjenesten sør",
    ]


def test_the_workplace_is_changed_without_signing_out(world, browser, sign_in):
    _user, north, south = _two_places(world)
    sign_in("vera.vikar")
    browser.post("/arbeidssted/", {"units": [north]})

    browser.post("/arbeidssted/", {"units": [south]})

    worker = browser.get("/profil/").wsgi_request.worker
    assert worker.unit_names == ["Hjemmetjenesten sør"]


def test_the_last_choice_is_one_tap_away(world, browser, sign_in):
    user, _north, south = _two_places(world)
    LastWorkplace.objects.create(user=user, unit_ids=[south])
    sign_in("vera.vikar")

    page = browser.get("/arbeidssted/").text

    assert "Samme som sist" in page
    assert f'<input type="hidden" name="units" value="{south}">' in page
    assert f'id="unit-{south}" aria-describedby="unit-{south}-work" checked' in page


def test_the_page_asked_for_comes_after_the_choice(world, browser, sign_in):
    _user, north, _south = _two_places(world)
    sign_in("vera.vikar")

    asked = browser.get("/mine-oppslag/")
    assert asked.url == "/arbeidssted/?next=%2Fmine-oppslag%2F"
    chosen = browser.post("/arbeidssted/", {"units": [north], "next": "/mine-oppslag/"})
    assert chosen.url == "/mine-oppslag/"
    stolen = browser.post("/arbeidssted/", {"units": [north], "next": "//example.org/"})
    assert stolen.url == "/inn/"


def test_no_choice_and_a_foreign_choice_are_explained(world, browser, sign_in):
    user, north, _south = _two_places(world)
    worlds.hire(user, Role.CLERK, world.north.parent)
    sign_in("vera.vikar")
    Employment.objects.filter(user=user, content_object=north).update(
        valid_until=timezone.now()
    )

    none = browser.post("/arbeidssted/", {})
    foreign = browser.post("/arbeidssted/", {"units": [north]})

    assert none.status_code == foreign.status_code == 422
    assert "Velg minst ett arbeidssted." in none.text
    assert "Du har ikke lenger en ansettelse der." in foreign.text


def test_an_ended_employment_counts_from_the_next_request(
    world, administrator, browser, sign_in
):
    sign_in("siri.sykepleier")
    record = f"/records/{world.ola.record_id}/"
    assert browser.get(record).status_code == 200

    Employment.objects.filter(user_id=world.nurse.user_id).update(
        valid_until=timezone.now()
    )

    assert browser.get(record).url.startswith("/arbeidssted/")
    assert browser.get(record, headers={"hx-request": "true"}).status_code == 403
    page = browser.get("/arbeidssted/").text
    assert "Du har ingen ansettelse i Akson nå" in page
    assert "Arne Admin" in page


def test_an_employment_that_has_not_begun_opens_nothing(world, browser, sign_in):
    user = worlds.person("frida.framtid")
    worlds.hire(user, Role.NURSE, world.north, since=-timedelta(days=2))
    sign_in("frida.framtid")

    assert browser.get("/inn/").url == "/arbeidssted/"
    assert "ingen ansettelse" in browser.get("/arbeidssted/").text


def test_those_who_work_with_one_thing_begin_there(
    world, administrator, browser, sign_in
):
    sign_in("ruth.revisor")
    assert browser.get("/inn/").url == "/logg/oversikt/"
    browser.post("/konto/logg-ut/")
    sign_in("arne.admin")
    assert browser.get("/inn/").url == "/admin/"


def test_the_bare_address_asks_for_no_page_but_another_does(world, browser, sign_in):
    assert browser.get("/").url == "/konto/logg-inn/?next=/"

    assert sign_in("ruth.revisor", next="/").url == "/inn/"
    browser.post("/konto/logg-ut/")

    assert sign_in("ruth.revisor", next="/profil/").url == "/profil/"


def test_the_written_language_changes_at_once(world, browser, sign_in, user_of):
    sign_in("siri.sykepleier")

    answer = browser.post("/profil/", {"language": "nn"})

    assert answer.status_code == 303
    page = browser.get("/profil/")
    assert page.headers["Content-Language"] == "nn"
    assert '<html lang="nn"' in page.text
    assert user_of(world.nurse).language == "nn"
    browser.post("/profil/", {"language": ""})
    assert browser.get("/profil/").headers["Content-Language"] == "nb"


def test_a_language_nobody_has_is_refused(world, browser, sign_in):
    sign_in("siri.sykepleier")

    assert browser.post("/profil/", {"language": "xx"}).status_code == 422


def test_the_profile_shows_my_account_and_all_my_employments(world, browser, sign_in):
    sign_in("siri.sykepleier")

    page = browser.get("/profil/").text

    assert "siri.sykepleier" in page
    assert "Hjemmetjenesten nord" in page
    assert "<dd>Sykepleier</dd>" in page
    assert "<dd>SP</dd>" not in page


def test_the_profile_says_the_last_day_of_an_employment(
    world, browser, sign_in, user_of
):
    employment = Employment.objects.get(user_id=world.nurse.user_id)
    employment.valid_from = datetime(2026, 2, 1, tzinfo=OSLO)
    employment.valid_until = datetime(2099, 1, 1, tzinfo=OSLO)
    employment.save()
    sign_in("siri.sykepleier")

    page = browser.get("/profil/").text

    assert "Fra og med 01.02.2026 til og med 31.12.2098" in page


def test_only_who_has_a_choice_is_offered_another_workplace(world, browser, sign_in):
    user, north, _south = _two_places(world)
    sign_in("vera.vikar")
    browser.post("/arbeidssted/", {"units": [north]})
    offered = '<span class="work__change">'

    several = browser.get("/").text
    Employment.objects.filter(user=user, content_object=north).update(
        valid_until=timezone.now()
    )
    one = browser.get("/").text

    assert offered in several
    assert offered not in one
    assert "Hjemmetjenesten sør" in one


@pytest.mark.parametrize(
    ("role", "reads"),
    [
        (Role.CLERK, True),
        (Role.CARE_WORKER, True),
        (Role.AUDITOR, False),
        (Role.LOCAL_ADMIN, False),
    ],
)
def test_only_who_may_see_patients_is_offered_to_find_them(
    world, browser, sign_in, role, reads
):
    worlds.person("rolf.rolle", (role, world.north))
    sign_in("rolf.rolle")

    page = browser.get("/mine-oppslag/").text

    for offer in ("Mine pasienter", "Søk", 'data-shortcut="/"', "Tasten / går til søk"):
        assert (offer in page) is reads
    assert "Mine oppslag" in page


@pytest.mark.parametrize(
    ("roles", "first"),
    [
        ([Role.AUDITOR], "/logg/oversikt/"),
        ([Role.LOCAL_ADMIN], "/admin/"),
        ([Role.AUDITOR, Role.LOCAL_ADMIN], "/logg/oversikt/"),
    ],
)
def test_who_may_see_no_patient_is_led_from_the_list_of_patients_to_his_own_work(
    world, browser, sign_in, roles, first
):
    worlds.person("rolf.rolle", *[(role, world.north) for role in roles])
    sign_in("rolf.rolle")

    assert browser.get("/").url == first


def test_clerk_who_also_reviews_the_log_begins_with_his_patients(
    world, browser, sign_in
):
    worlds.person("rolf.rolle", (Role.AUDITOR, world.north), (Role.CLERK, world.north))
    sign_in("rolf.rolle")

    assert browser.get("/inn/").url == "/"
    assert "Mine pasienter" in browser.get("/").text
