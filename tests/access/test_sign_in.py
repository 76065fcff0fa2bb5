"""Signing in and out: what opens, what closes, and what the log says of it."""

import re
from datetime import timedelta

from axes.models import AccessAttempt
from django.core import mail
from django.utils import timezone

from access.accounts.models import User
from access.accounts.sessions import SIGNED_IN_AT
from access.session_limits import LONGEST
from audit.verbs import Verb
from tests import world as worlds
from tests.access.conftest import new_browser

FAILURES = 5


def test_one_unit_leads_straight_to_work(world, browser, sign_in, logged):
    answer = sign_in("siri.sykepleier")

    assert answer.status_code == 302
    assert answer.url == "/inn/"
    assert browser.get("/inn/").url == "/"
    (event,) = logged(Verb.SIGNED_IN)
    assert event["actor"]["name"] == "Siri Sykepleier"
    assert event["client"]["session"]


def test_a_user_name_is_the_same_in_capital_letters(world, sign_in):
    answer = sign_in(" Siri.Sykepleier ")

    assert answer.status_code == 302


def test_the_page_asked_for_comes_after_sign_in(world, browser, sign_in):
    asked = browser.get("/profil/")

    assert asked.url == "/konto/logg-inn/?next=/profil/"
    assert sign_in("siri.sykepleier", next="/profil/").url == "/profil/"


def test_another_site_is_never_the_page_after_sign_in(world, sign_in):
    assert sign_in("siri.sykepleier", next="https://example.org/").url == "/inn/"


def test_a_wrong_password_is_told_and_logged_without_what_was_typed(
    world, browser, sign_in, logged, user_of
):
    answer = sign_in("siri.sykepleier", "hemmelig-gjetning")

    assert answer.status_code == 422
    assert "Brukernavnet eller passordet er feil" in answer.text
    (event,) = logged(Verb.SIGN_IN_FAILED)
    assert event["target"] == {
        "type": "accounts.User",
        "id": str(user_of(world.nurse).pk),
    }
    assert "actor" not in event or "name" not in event["actor"]
    assert "hemmelig" not in str(event)
    assert "siri" not in str(event).lower()


def test_a_name_nobody_has_is_answered_alike_and_logged_as_a_hash(
    world, sign_in, logged
):
    known = sign_in("siri.sykepleier", "feil-passord-her")
    unknown = sign_in("Passordet-mitt-123", "feil-passord-her")

    assert unknown.status_code == known.status_code == 422
    assert _plain(unknown) == _plain(known)
    event = logged(Verb.SIGN_IN_FAILED)[1]
    assert re.fullmatch("k1:[0-9a-f]{64}", event["query"]["keyed_hash"])
    assert "passordet-mitt" not in str(event).lower()
    kept = AccessAttempt.objects.values_list("username", "post_data", "get_data")
    assert "assordet-mitt" not in str(list(kept))


def test_repeated_failures_close_the_name_and_nobody_gets_in(world, sign_in, logged):
    answers = [sign_in("siri.sykepleier", "feil") for _ in range(FAILURES)]
    right = sign_in("siri.sykepleier")

    assert [answer.status_code for answer in answers] == [422] * 4 + [429]
    assert right.status_code == 429
    assert "stengt i 15 minutter" in right.text
    assert len(logged(Verb.LOCKED_OUT)) == 1
    outcomes = [event["outcome"] for event in logged(Verb.SIGN_IN_FAILED)]
    assert outcomes == [8] * FAILURES + [4]


def test_a_name_nobody_has_is_closed_in_the_same_words(world, sign_in, logged):
    known, unknown = (
        [sign_in(name, "x") for _ in range(FAILURES)][-1]
        for name in ("siri.sykepleier", "ingen.slik")
    )

    assert known.status_code == unknown.status_code == 429
    assert _plain(unknown) == _plain(known)
    assert len(logged(Verb.LOCKED_OUT)) == 2


def test_a_closed_name_opens_by_itself_after_a_quarter(world, sign_in):
    for _ in range(FAILURES):
        sign_in("siri.sykepleier", "feil")
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=16))

    assert sign_in("siri.sykepleier").status_code == 302


def test_the_lock_says_whom_to_call(administrator, root, sign_in):
    root.phone = "57 00 00 00"
    root.save()
    answer = [sign_in("siri.sykepleier", "feil") for _ in range(FAILURES)][-1]

    assert 'href="tel:57000000"' in answer.text
    assert "Arne" not in answer.text


def test_a_closed_account_is_answered_like_a_wrong_password(world, sign_in, user_of):
    User.objects.filter(pk=world.nurse.user_id).update(is_active=False)

    assert sign_in("siri.sykepleier").status_code == 422


def test_signing_out_needs_a_post_and_empties_the_browser(
    world, browser, sign_in, logged
):
    sign_in("siri.sykepleier")
    asked = browser.get("/konto/logg-ut/")
    assert asked.status_code == 200
    assert browser.get("/profil/").status_code == 200

    answer = browser.post("/konto/logg-ut/")

    assert answer.url == "/konto/logg-inn/"
    assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert browser.get("/profil/").status_code == 302
    assert len(logged(Verb.SIGNED_OUT)) == 1


def test_no_page_is_kept_by_anybody(world, browser, sign_in):
    sign_in("siri.sykepleier")

    for path in ("/", "/profil/", "/konto/logg-ut/", "/finnes-ikke/"):
        assert browser.get(path).headers["Cache-Control"] == "no-store"


def test_a_sign_in_lasts_one_shift_however_busy(world, browser, sign_in, logged):
    sign_in("siri.sykepleier")
    session = browser.session
    session[SIGNED_IN_AT] -= LONGEST.total_seconds() + 1
    session.save()

    answer = browser.get("/profil/")

    assert answer.url == "/konto/logg-inn/?next=/profil/"
    assert len(logged(Verb.SIGNED_OUT)) == 1


def test_a_fragment_is_told_that_the_session_ended(world, browser):
    answer = browser.get("/profil/", headers={"hx-request": "true"})

    assert answer.status_code == 401


def test_the_neighbour_municipality_does_not_know_the_session(
    world, fjell, browser, sign_in
):
    sign_in("siri.sykepleier")

    answer = browser.get("/profil/", headers={"host": "fjell.localhost"})

    assert answer.status_code == 302


def test_nobody_signs_himself_up(world, browser):
    for path in ("/konto/signup/", "/konto/email/", "/accounts/signup/"):
        assert browser.get(path).status_code == 404


def test_a_new_password_ends_other_sign_ins_and_is_logged(
    world, browser, sign_in, logged
):
    other = new_browser()
    other.post(
        "/konto/logg-inn/",
        {"login": "siri.sykepleier", "password": worlds.PASSWORD},
    )
    sign_in("siri.sykepleier")
    new = "en-helt-ny-fjord"

    answer = browser.post(
        "/konto/passord/",
        {"oldpassword": worlds.PASSWORD, "password1": new, "password2": new},
    )

    assert answer.url == "/profil/"
    assert browser.get("/profil/").status_code == 200
    assert other.get("/profil/").status_code == 302
    assert logged(Verb.PASSWORD_CHANGED)[0]["detail"] == {"how": "changed"}


def test_a_weak_or_wrong_password_change_is_explained(world, browser, sign_in):
    sign_in("siri.sykepleier")

    answer = browser.post(
        "/konto/passord/",
        {"oldpassword": "feil", "password1": "kort", "password2": "kort"},
    )

    assert answer.status_code == 422
    assert "Passordet du har nå, er ikke riktig." in answer.text
    assert "Passordet er for kort. Det må ha minst 12 tegn." in answer.text


def test_a_forgotten_password_is_mended_by_one_link_that_works_once(
    world, browser, sign_in, logged
):
    User.objects.filter(pk=world.nurse.user_id).update(email="siri@fjord.example")
    for _ in range(FAILURES):
        sign_in("siri.sykepleier", "glemt")

    answer = browser.post("/konto/glemt-passord/", {"email": "siri@fjord.example"})

    assert answer.url == "/konto/glemt-passord/sendt/"
    (letter,) = mail.outbox
    assert "Brukernavnet ditt er siri.sykepleier" in letter.body
    (link,) = re.findall(
        r"http://fjord\.localhost(/konto/nytt-passord/\S+)", str(letter.body)
    )
    form = browser.get(link).url
    new = "en-helt-ny-fjord"
    done = browser.post(form, {"password1": new, "password2": new})
    assert done.url == "/konto/nytt-passord/ferdig/"
    assert browser.get(done.url).status_code == 200
    assert sign_in("siri.sykepleier", new).status_code == 302
    assert logged(Verb.PASSWORD_CHANGED)[0]["detail"] == {"how": "link"}
    again = new_browser().get(link)
    assert "Lenken virker ikke lenger" in again.text


def test_asking_for_a_link_tells_nobody_who_has_an_account(world, browser):
    User.objects.filter(pk=world.nurse.user_id).update(email="siri@fjord.example")

    known = browser.post("/konto/glemt-passord/", {"email": "siri@fjord.example"})
    unknown = browser.post("/konto/glemt-passord/", {"email": "hvem@fjord.example"})

    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)
    assert len(mail.outbox) == 1


def test_the_demo_shows_its_accounts_and_nobody_else_does(world, browser, settings):
    assert "Dette er en demo" not in browser.get("/konto/logg-inn/").text

    settings.AKSON_DEMO = True
    page = browser.get("/konto/logg-inn/").text

    assert "Dette er en demo" in page
    assert "siri.sykepleier" in page


def test_an_old_form_is_explained(world):
    strict = new_browser(enforce_csrf_checks=True)

    answer = strict.post("/konto/logg-inn/", {"login": "siri.sykepleier"})

    assert answer.status_code == 403
    assert "Skjemaet var for gammelt" in answer.text


def _plain(answer):
    """The page without what differs between any two of them."""
    text = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", answer.text)
    text = re.sub(r'"X-CSRFToken": "\w+"', "", text)
    return re.sub(r'name="login" value="[^"]*"', "", text)
