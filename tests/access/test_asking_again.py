"""Before rights or the matrix change, whoever is at the screen shows that it is still he."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.utils import timezone

from access.accounts.models import User
from access.asking_again import SHOWN_AT
from access.matrix.rules.cells import Grade
from access.matrix.selectors.in_force import matrix_in_force, version_in_force
from access.models import Employment
from access.publishing.models import MatrixVersion
from access.publishing.services import begin_draft
from access.roles import RecordKind, Role
from access.services.pins import set_pin
from access.step_up import CONFIRMED_AT
from audit.verbs import Outcome, Verb
from tenants.context import in_consortium
from tests import world as worlds
from tests.access.matrix.conftest import kari  # noqa: F401 - a fixture
from tests.access.matrix.test_matrix import NURSE, typed
from tests.access.staff.importing import NORTH, hidden, upload
from tests.publishing import issue

PIN = "302918"


def later(browser):
    """Let the sign-in lie a while back."""
    session = browser.session
    session[SHOWN_AT] = (timezone.now() - timedelta(minutes=6)).timestamp()
    session.pop(CONFIRMED_AT, None)
    session.save()


@pytest.fixture
def arne(administrator, browser, sign_in):
    """A local administrator who signed in six minutes ago."""
    sign_in("arne.admin")
    later(browser)
    return browser


def carried(page):
    """What the page that asks holds of the form that was sent."""
    found = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', page)
    data: dict[str, list[str]] = {}
    for name, value in found:
        data.setdefault(name, []).append(unescape(value))
    return data


def answer_again(browser, path, page, secret=worlds.PASSWORD):
    """Answer the page that asks, as a browser would send it."""
    return browser.post(path, carried(page.text) | {"step_up_password": secret})


def test_matrix_changes_once_the_administrator_has_shown_who_he_is(arne, logged):
    sent = typed(Role.NURSE, cell_besok="read")

    asked = arne.post(NURSE, sent)

    assert "Endringen er ikke lagret ennå" in asked.text
    assert logged(Verb.RIGHTS_CHANGED) == []
    wrong = answer_again(arne, NURSE, asked, "feil-passord-her")
    assert wrong.status_code == 422
    assert "Det stemmer ikke" in wrong.text
    assert "feil-passord-her" not in wrong.text
    rights = matrix_in_force()[RecordKind.JOURNAL, Role.NURSE]
    assert "besok" in rights.signs

    done = answer_again(arne, NURSE, wrong)

    assert done.status_code == 303
    rights = matrix_in_force()[RecordKind.JOURNAL, Role.NURSE]
    assert "besok" in rights.reads - rights.writes
    shown = logged(Verb.STEPPED_UP)
    assert [event["outcome"] for event in shown] == [Outcome.FAILED, Outcome.DONE]
    assert shown[-1]["detail"] == {"what": "matrix", "how": "password"}


def test_pin_is_enough_and_the_next_change_is_not_asked_about(arne, administrator):
    set_pin(PIN, by=worlds.worker(administrator))
    asked = arne.post(NURSE, typed(Role.NURSE, cell_besok="read"))
    assert answer_again(arne, NURSE, asked, PIN).status_code == 303

    again = arne.post(NURSE, typed(Role.NURSE, cell_besok="write"))

    assert again.status_code == 303
    # To change how one signs in, the PIN was not enough.
    assert "/konto/bekreft/" in arne.get("/konto/kodeapp/").url


def test_new_version_and_rules_ask_too(arne):
    issue(saksnotat=(Role.CARE_WORKER, Grade.WRITE))
    pages = ["/tilgangsstyring/ny-versjon/", "/tilgangsstyring/lokale-valg/"]

    answers = [arne.post(page, {"version": "2"}) for page in pages]

    assert ["Er det deg?" in answer.text for answer in answers] == [True, True]
    assert version_in_force().number == 1


@pytest.fixture
def siri_works(world):
    """Siri's employment."""
    return Employment.objects.get(user_id=world.nurse.user_id)


def test_hiring_and_ending_and_lost_factors_ask_first(arne, world, siri_works):
    hired = {
        "user": str(world.nurse.user_id),
        "role": Role.LEADER.value,
        "content_object": str(world.north.pk),
        "first_day": f"{timezone.localdate():%d.%m.%Y}",
        "last_day": "",
    }
    posts = {
        "/admin/access/employment/add/": hired,
        f"/admin/access/employment/{siri_works.pk}/change/": {
            "last_day": "",
            "access_employment_end_now": "1",
        },
        "/admin/access/employment/": {
            "action": "end_chosen",
            "_selected_action": [str(siri_works.pk)],
        },
        f"/admin/accounts/user/{world.nurse.user_id}/change/": {
            "accounts_user_lose_factors": "1"
        },
    }

    asked = {path: arne.post(path, data) for path, data in posts.items()}

    assert {page.status_code for page in asked.values()} == {200}
    assert all("Er det deg?" in page.text for page in asked.values())
    siri_works.refresh_from_db()
    assert siri_works.valid_until is None
    path = "/admin/access/employment/"
    assert carried(asked[path].text)["_selected_action"] == [str(siri_works.pk)]

    answer_again(arne, path, asked[path])

    siri_works.refresh_from_db()
    assert siri_works.valid_until is not None


def test_import_asks_and_then_stores_what_was_shown(arne, world):
    day = f"{timezone.localdate():%d.%m.%Y}"
    columns = "Brukernavn;Fornavn;Etternavn;Enhet;Rolle;Fra og med"
    shown = upload(arne, f"{columns}\nny.nora;Nora;Ny;{NORTH};Sykepleier;{day}\n")
    path = "/ansatte/import/"

    asked = arne.post(path, hidden(shown))

    assert "Er det deg?" in asked.text
    assert not User.objects.filter(username="ny.nora").exists()
    assert answer_again(arne, path, asked).status_code == 303
    assert User.objects.filter(username="ny.nora").exists()


def test_review_and_shift_leaders_ask_a_leader(world, browser, sign_in):
    sign_in("lise.leder")
    later(browser)

    for path in (f"/tilganger/{world.north.pk}/", "/vakter/vaktledere/"):
        assert "Er det deg?" in browser.post(path, {}).text


def test_consortium_publishes_once_the_password_was_typed_again(kari):  # noqa: F811
    with in_consortium():
        draft = begin_draft(MatrixVersion(note="Etter høring"))
        later(kari)
    path = f"/admin/publishing/matrixversion/{draft.pk}/change/"
    offered = kari.get(path).context["actions_submit_line"]
    sent = {"note": "Etter høring i kommunene", offered[0].action_name: "1"}

    asked = kari.post(path, sent)

    assert "Versjonen er ikke gitt ut ennå" in asked.text
    wrong = kari.post(path, carried(asked.text) | {"password": "feil-passord-her"})
    assert wrong.status_code == 422
    assert "Det stemmer ikke" in wrong.text
    assert "feil-passord-her" not in wrong.text
    right = carried(wrong.text) | {"password": worlds.PASSWORD}
    assert kari.post(path, right).status_code == 302
    with in_consortium():
        draft.refresh_from_db()
    assert draft.note == "Etter høring i kommunene"
