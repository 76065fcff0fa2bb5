"""How long a sign-in lasts, where one is signed in, and how it is ended."""

from datetime import timedelta

import pytest
from django.contrib.sessions.backends.base import UpdateError
from django.utils import timezone

from access.accounts.sessions import SIGNED_IN_AT, Session
from access.devices import device_words
from access.models import Shift
from access.services.sessions import close_sessions
from access.session_limits import AFTER_SHIFT, ENDS_AT, LONGEST
from audit.verbs import Verb
from tests import world as worlds
from tests.access.conftest import new_browser

EDGE = "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0"


def on_duty(world, *, begins, ends):
    """Put Siri on the roster, some hours from now."""
    now = timezone.now()
    return Shift.objects.create(
        user_id=world.nurse.user_id,
        unit=world.north,
        valid_from=now + timedelta(hours=begins),
        valid_until=now + timedelta(hours=ends),
    )


def hours_left(browser):
    return (browser.session[ENDS_AT] - timezone.now().timestamp()) / 3600


def another_browser(**headers):
    other = new_browser()
    other.post(
        "/konto/logg-inn/",
        {"login": "siri.sykepleier", "password": worlds.PASSWORD},
        headers=headers,
    )
    return other


def test_a_sign_in_follows_the_shift_with_time_to_finish(world, browser, sign_in):
    on_duty(world, begins=-1, ends=7)

    sign_in("siri.sykepleier")

    assert hours_left(browser) == pytest.approx(9, abs=0.01)


def test_a_double_shift_is_one_and_never_more_than_the_longest(world, browser, sign_in):
    on_duty(world, begins=-1, ends=7)
    on_duty(world, begins=7, ends=15)

    sign_in("siri.sykepleier")

    assert hours_left(browser) == pytest.approx(14, abs=0.01)


@pytest.mark.parametrize("shift", [None, (5, 12), (-9, -1)])
def test_without_a_shift_now_it_lasts_the_longest(world, browser, sign_in, shift):
    if shift:
        on_duty(world, begins=shift[0], ends=shift[1])

    sign_in("siri.sykepleier")

    assert hours_left(browser) == pytest.approx(14, abs=0.01)


def test_after_the_shift_the_person_is_signed_out(world, browser, sign_in, logged):
    on_duty(world, begins=-1, ends=1)
    sign_in("siri.sykepleier")
    session = browser.session
    session[ENDS_AT] -= (timedelta(hours=1) + AFTER_SHIFT).total_seconds() + 1
    session.save()

    assert browser.get("/profil/").status_code == 302
    assert len(logged(Verb.SIGNED_OUT)) == 1


def test_whoever_works_longer_confirms_it_and_stays(world, browser, sign_in, logged):
    on_duty(world, begins=-1, ends=1)
    sign_in("siri.sykepleier")
    assert "Fortsett to timer til" in browser.get("/konto/forleng/").text

    wrong = browser.post("/konto/forleng/", {"step_up_password": "feil-passord-her"})
    right = browser.post("/konto/forleng/", {"step_up_password": worlds.PASSWORD})

    assert wrong.status_code == 422
    assert "Du er logget inn til" in right.text
    assert hours_left(browser) == pytest.approx(5, abs=0.01)
    assert logged(Verb.STEPPED_UP)[-1]["detail"] == {
        "how": "password",
        "what": "extend",
    }


def test_nobody_stays_longer_than_the_longest(world, browser, sign_in):
    sign_in("siri.sykepleier")
    session = browser.session
    session[SIGNED_IN_AT] -= LONGEST.total_seconds() - 600
    session[ENDS_AT] -= LONGEST.total_seconds() - 600
    session.save()

    browser.post("/konto/forleng/", {"step_up_password": worlds.PASSWORD})

    assert hours_left(browser) < 0.2
    assert "mer enn 14 timer" in browser.get("/konto/forleng/").text


def test_one_sees_where_one_is_signed_in_in_words(world, browser, sign_in):
    another_browser(**{"user-agent": EDGE})
    sign_in("siri.sykepleier")
    worlds.person("lise.lotte")

    page = browser.get("/konto/sikkerhet/").text

    assert "Edge på Windows" in page
    assert page.count("Logg ut der") == 1
    for session in Session.objects.all():
        assert session.session_key not in page


def test_another_sign_in_is_ended_and_acts_no_more(world, browser, sign_in, logged):
    other = another_browser()
    sign_in("siri.sykepleier")
    theirs = Session.objects.exclude(pk=browser.session.session_key).get()

    browser.post("/konto/innlogginger/avslutt/", {"session": str(theirs.reference)})

    assert other.get("/profil/").status_code == 302
    assert browser.get("/profil/").status_code == 200
    assert logged(Verb.SESSION_ENDED)[0]["detail"] == {"what": "session_one"}


@pytest.mark.parametrize("reference", ["", "tull", None])
def test_nobody_ends_what_is_somebody_elses(world, browser, sign_in, logged, reference):
    other = another_browser()
    theirs = Session.objects.get()
    sign_in("frank.fremmed")
    sent = str(theirs.reference) if reference is None else reference

    answer = browser.post("/konto/innlogginger/avslutt/", {"session": sent})

    assert answer.status_code == 303
    assert other.get("/profil/").status_code == 200
    assert logged(Verb.SESSION_ENDED) == []


def test_signing_out_everywhere_ends_all_at_once(world, browser, sign_in, logged):
    other = another_browser()
    sign_in("siri.sykepleier")

    answer = browser.post("/konto/innlogginger/overalt/")

    assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert other.get("/profil/").status_code == 302
    assert browser.get("/profil/").status_code == 302
    assert logged(Verb.SESSION_ENDED)[0]["detail"] == {"what": "session_all"}


def test_sessions_are_closed_from_the_outside(world, browser, sign_in):
    sign_in("siri.sykepleier")
    other = new_browser()
    other.post(
        "/konto/logg-inn/", {"login": "frank.fremmed", "password": worlds.PASSWORD}
    )

    assert close_sessions(world.nurse.user_id) == 1

    assert browser.get("/profil/").status_code == 302
    assert other.get("/profil/").status_code == 200


def test_a_session_that_was_ended_is_not_brought_back_by_a_late_request(
    world, browser, sign_in
):
    sign_in("siri.sykepleier")
    session = browser.session
    session["late"] = True
    close_sessions(world.nurse.user_id)

    with pytest.raises(UpdateError):
        session.save()

    assert not Session.objects.filter(user=world.nurse.user_id).exists()


def test_ended_sessions_are_thrown_away_when_somebody_signs_in(world, sign_in):
    Session.objects.create(
        session_key="x" * 32,
        session_data="",
        expire_date=timezone.now() - timedelta(days=1),
    )

    sign_in("siri.sykepleier")

    assert Session.objects.count() == 1


@pytest.mark.parametrize(
    ("device", "words"),
    [
        (EDGE, "Edge på Windows"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) Safari/604.1", "Safari på iPhone"),
        (
            "Mozilla/5.0 (Linux; Android 14) Chrome/140.0 Mobile Safari/537.36",
            "Chrome på Android",
        ),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0", "Firefox på Linux"),
        ("curl/8", "Ukjent nettleser"),
    ],
)
def test_a_device_is_named_as_people_do(device, words):
    assert device_words(device) == words
