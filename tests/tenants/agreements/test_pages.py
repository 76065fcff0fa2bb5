"""The page where a municipality answers without an account, and the consortium's lists."""

import pytest
from django.core import mail
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from access.accounts.models import User
from tenants.agreements.letters import LetterOfIntent
from tenants.context import in_consortium
from tests.tenants.agreements.ground import PDF, asked, reachable
from tests.tenants.rollout.ground import listed
from tests.world import PASSWORD

PAGE = "/intensjonserklaering/"
LETTERS = "/admin/tenants/letterofintent/"
HOST = {"host": "konsortium.localhost"}


@pytest.fixture
def code(database, mailoutbox):
    """The code of Vestvik's letter."""
    cache.clear()
    with in_consortium():
        return asked(reachable())[1]


@pytest.fixture
def kari(code):
    with in_consortium():
        user = User.objects.create_superuser("kari", password=PASSWORD)
        browser = Client(headers=HOST)
        browser.force_login(user, backend="access.backends.AccountBackend")
    return browser


def sent(code, *, file=PDF, browser=None, **changed):
    told = {
        "code": code,
        "answer_sent": "1",
        "answer": "yes",
        "case_number": "112/26",
        "decided_on": "01.11.2026",
        "signed_by": "Åse Øvrebø",
        "signed_by_title": "Ordfører",
    }
    if file is not None:
        told["file"] = SimpleUploadedFile("svar.pdf", file, "application/pdf")
    return (browser or Client(headers=HOST)).post(PAGE, told | changed)


def test_answer_is_stored_and_the_code_stands_in_no_address(code):
    browser = Client(headers=HOST)
    page = browser.post(PAGE, {"code": code})
    assert "Intensjonserklæring fra Vestvik" in page.content.decode()

    answer = sent(code, browser=browser)

    assert "Takk, svaret er mottatt" in answer.content.decode()
    assert (answer["Cache-Control"], answer["Referrer-Policy"]) == (
        "no-store",
        "same-origin",
    )
    assert "akson-session" not in browser.cookies
    with in_consortium():
        assert LetterOfIntent.objects.get().answer == "yes"
    again = sent(code, browser=browser)
    assert again.status_code == 422
    assert "Koden virker ikke" in again.content.decode()


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"file": b"MZ not a letter"}, "Filen er ikke en hel PDF"),
        ({"file": PDF[:12]}, "Filen er ikke en hel PDF"),
        ({"file": None}, "Velg den signerte erklæringen"),
        ({"decided_on": "31.12.2098"}, "Datoen kan ikke være fram i tid"),
        ({"decided_on": "01.01.0001"}, "Sjekk årstallet"),
        ({"answer": ""}, "Velg filen på nytt"),
    ],
)
def test_what_is_wrong_is_told_at_its_field_and_nothing_is_stored(
    code, changed, message
):
    answer = sent(code, **changed)

    assert answer.status_code == 422
    assert message in answer.content.decode()
    assert 'value="112/26"' in answer.content.decode()
    with in_consortium():
        assert LetterOfIntent.objects.get().answered_at is None


def test_form_too_large_is_turned_away(code):
    answer = sent(code, file=PDF + b" " * (6 * 1024 * 1024))

    assert answer.status_code == 413
    assert "høyst 5 MB" in answer.content.decode()


def test_who_tries_codes_is_stopped(code):
    browser = Client(headers=HOST)
    answers = [browser.post(PAGE, {"code": "tull"}).status_code for _ in range(31)]

    assert (set(answers[:30]), answers[30]) == ({422}, 429)


def test_another_site_s_form_is_not_taken(code):
    browser = Client(headers=HOST, enforce_csrf_checks=True)

    assert browser.post(PAGE, {"code": code}).status_code == 403


def test_page_is_the_consortium_s_alone(code):
    answer = Client(headers={"host": "fjord.localhost"}).get(PAGE)

    assert answer.status_code in {302, 404}


def test_signed_letter_is_given_to_those_who_may_see_it_and_never_opened(code, kari):
    sent(code)
    with in_consortium():
        letter = LetterOfIntent.objects.get()
        stig = User.objects.create_user("stig", password=PASSWORD, is_staff=True)
        other = Client(headers=HOST)
        other.force_login(stig, backend="access.backends.AccountBackend")
    address = f"{LETTERS}{letter.pk}/pdf/"

    answer = kari.get(address)

    assert answer.content == PDF
    assert answer["Content-Disposition"].startswith("attachment")
    assert "sandbox" in answer["Content-Security-Policy"]
    assert other.get(address).status_code == 403
    assert Client(headers=HOST).get(address).status_code == 302


def test_several_are_asked_at_once_and_the_list_says_who_is_silent(kari):
    with in_consortium():
        chosen = [reachable("Nordvik", "55").pk, listed("Midtvik", "50").pk]
    action = {"action": "ask_for_letters", "_selected_action": chosen}
    address = "/admin/tenants/municipality/"

    shown = kari.post(address, action).content.decode()
    assert "Én kommune blir spurt" in shown
    assert "har ingen kontaktperson som får brev" in shown
    past = action | {"confirmed": "1", "answer_by": "01.01.2026"}
    assert "Velg en dag som kommer." in kari.post(address, past).content.decode()

    kari.post(address, past | {"answer_by": "15.01.2099"})

    assert mail.outbox[-1].to == ["post@nordvik.example"]
    with in_consortium():
        LetterOfIntent.objects.update(answer_by="2026-01-01", failures=1)
    silent = kari.get(f"{LETTERS}?svar=tause").context["cl"].result_list
    assert {one.municipality.name for one in silent} == {"Vestvik", "Nordvik"}
    first_page = kari.get("/admin/").content.decode()
    assert "2 kommuner har ikke svart" in first_page
    assert "2 brev om intensjonserklæring kommer ikke fram" in first_page
    lost = kari.get(f"{LETTERS}?svar=feil").context["cl"].result_list
    assert len(lost) == 2


def test_nynorsk_municipality_is_written_to_and_answers_in_nynorsk(
    database, mailoutbox
):
    cache.clear()
    with in_consortium():
        vestvik = reachable()
        vestvik.language = "nn"
        vestvik.save()
        code = asked(vestvik)[1]

    page = Client(headers=HOST).post(PAGE, {"code": code})

    assert mailoutbox[0].subject.startswith("Intensjonserklæring om Akson: svar innan")
    assert "Intensjonserklæring frå Vestvik" in page.content.decode()
    assert page["Content-Language"] == "nn"


def test_link_is_shown_once_for_one_that_gets_no_mail(code, kari):
    with in_consortium():
        chosen = [LetterOfIntent.objects.get().pk]
    action = {"action": "show_link", "_selected_action": chosen}

    link = kari.post(LETTERS, action).context["link"]

    new = link.partition("#")[2]
    assert "Intensjonserklæring fra" in kari.post(PAGE, {"code": new}).content.decode()
    assert kari.post(PAGE, {"code": code}).status_code == 422
