"""An administrator imports people, employments and shifts: shown first, then as shown."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.core import mail
from django.utils import timezone

from access.accounts.models import User
from access.models import Employment
from access.roles import Role
from audit.verbs import Verb
from tests import world as worlds
from tests.access.conftest import new_browser
from tests.access.staff.conftest import browser_of
from tests.access.staff.importing import NORTH, PAGE, confirm, hidden, upload

STAFF = (
    "Brukernavn;Fornavn;Etternavn;Stilling;Helsepersonellkategori;HPR-nummer;E-post;"
    "Enhet;Rolle;Fra og med;Til og med\n"
)
TODAY = timezone.localdate


def _row(username="nina.ny", name="Nina;Ny", unit=NORTH, role="Sykepleier", **facts):
    first = facts.get("first", f"{TODAY():%d.%m.%Y}")
    rest = (
        f"{facts.get('title', '')};{facts.get('profession', '')};{facts.get('hpr', '')}"
    )
    until, email = facts.get("until", ""), facts.get("email", "")
    return f"{username};{name};{rest};{email};{unit};{role};{first};{until}\n"


def test_nothing_is_stored_before_it_is_confirmed(arne, logged):
    answer = upload(arne, STAFF + _row(profession="Sykepleier", hpr="9999901"))

    assert answer.status_code == 200
    assert "Ny konto" in answer.text
    assert f"Sykepleier, {NORTH}" in answer.text
    assert not User.objects.filter(username="nina.ny").exists()
    assert logged(Verb.RIGHTS_CHANGED) == []


def test_what_was_shown_is_stored_and_a_second_time_there_is_no_difference(
    world, arne, logged
):
    text = STAFF + _row(profession="Sykepleier", hpr="9999901", title="sykepleier")

    stored = confirm(arne, upload(arne, text))

    assert "Importen er lagret." in stored.text
    nina = User.objects.get(username="nina.ny")
    assert (nina.profession, nina.hpr_number) == ("SP", "9999901")
    assert worlds.worker(nina).unit_ids == [world.north.pk]
    assert not nina.has_usable_password()
    whats = [event["detail"]["what"] for event in logged(Verb.RIGHTS_CHANGED)]
    assert whats == ["account_created", "hired_anew"]
    again = upload(arne, text)
    assert "Ingen forskjeller" in again.text
    assert "Lagre alt dette" not in again.text


def test_a_new_person_with_an_address_is_mailed_a_link_that_works(arne):
    confirm(arne, upload(arne, STAFF + _row(email="nina@fjord.example")))

    assert mail.outbox[0].to == ["nina@fjord.example"]
    assert User.objects.get(username="nina.ny").email == "nina@fjord.example"
    path = re.search(r"http://fjord\.localhost(\S+)", str(mail.outbox[0].body))
    assert path is not None
    assert new_browser().get(path[1]).status_code == 302


def test_one_person_in_two_places_is_one_account(world, arne):
    text = STAFF + _row() + _row(unit="Hjemmetjenesten sør")

    confirm(arne, upload(arne, text))

    nina = User.objects.get(username="nina.ny")
    assert set(worlds.worker(nina).unit_ids) == {world.north.pk, world.south.pk}


def test_an_end_in_the_file_ends_the_employment_and_the_session(world, arne):
    siri = browser_of("siri.sykepleier")
    first = timezone.localdate(timezone.now() - timedelta(days=30))
    yesterday = f"{TODAY() - timedelta(days=1):%d.%m.%Y}"
    row = _row("siri.sykepleier", "Siri;Sykepleier", first=f"{first:%d.%m.%Y}")
    row = row.replace(";\n", f";{yesterday}\n")

    shown = upload(arne, STAFF + row)
    assert "Avsluttes" in shown.text
    confirm(arne, shown)

    assert not worlds.worker(User.objects.get(username="siri.sykepleier")).posts
    assert siri.get("/profil/").status_code == 302


def test_what_is_missing_ends_only_when_asked_for_and_by_its_number(world, arne):
    text = STAFF + _row("siri.sykepleier", "Siri;Sykepleier")
    assert "Lise Leder" not in upload(arne, text).text

    shown = upload(arne, text, ends_missing="on")
    assert "Lise Leder" in shown.text
    assert "Mona Merkantil" in shown.text
    assert "Frank Fremmed" not in shown.text
    wrong = confirm(arne, shown, missing_count="1")
    assert "Tallet stemmer ikke med listen." in wrong.text
    assert world.leader.posts == worlds.worker(_user("lise.leder")).posts

    confirm(arne, shown, missing_count="2")

    assert not worlds.worker(_user("lise.leder")).posts
    assert worlds.worker(_user("siri.sykepleier")).posts
    assert worlds.worker(_user("arne.admin")).posts


def test_a_file_without_ends_leaves_those_that_are_set(world, arne):
    until = timezone.now() + timedelta(days=40)
    Employment.objects.filter(user=world.nurse.user_id).update(valid_until=until)
    text = (
        "Brukernavn;Enhet;Rolle;Fra og med\n"
        f"siri.sykepleier;{NORTH};Sykepleier;{TODAY():%d.%m.%Y}\n"
    )

    assert "Ingen forskjeller" in upload(arne, text).text
    with_ends = text.replace("med\n", "med;Til og med\n")
    assert "Endres" in upload(arne, with_ends).text


def _user(username):
    return User.objects.get(username=username)


def test_when_the_world_has_changed_since_nothing_is_stored_and_it_is_said(world, arne):
    shown = upload(arne, STAFF + _row())
    worlds.person("nina.ny")

    answer = confirm(arne, shown)

    assert answer.status_code == 409
    assert "Noe er endret siden du så forskjellene" in answer.text
    assert not Employment.objects.filter(user__username="nina.ny").exists()


def test_another_text_than_the_one_shown_is_not_stored(arne):
    sent = hidden(upload(arne, STAFF + _row()))
    sent["csv_text"] = STAFF + _row("nils.nois", "Nils;Nois")

    answer = arne.post(PAGE, sent)

    assert answer.status_code == 409
    assert not User.objects.filter(username="nils.nois").exists()


@pytest.mark.parametrize(
    ("row", "column", "message"),
    [
        (_row(unit="Månebasen"), "Enhet", "Du administrerer ingen enhet"),
        (_row(role="Sjef"), "Rolle", "Rollen finnes ikke."),
        (_row(role="Lokal administrator"), "Rolle", "gis for hånd"),
        (_row(role="Revisor"), "Rolle", "gis for hånd"),
        (_row(first="31.02.2026"), "Fra og med", "Skriv datoen som 14.02.2026."),
        (_row(first=""), "Fra og med", "Må fylles ut."),
        (_row(until="01.01.2020"), "Til og med", "Må være etter den første dagen."),
        (_row(profession="Trollmann"), "Helsepersonellkategori", "Kategorien finnes"),
        (_row(email="ikke en adresse"), "E-post", "e-post"),
        (_row("nina ny!"), "Brukernavn", "brukernavn"),
        (_row(name=";Ny"), "Fornavn", "Må fylles ut for en ny person."),
        (_row(name="=HYPERLINK(1);Ny"), "Fornavn", "Kan ikke begynne med «=»."),
        (_row(title="@SUM(1)"), "Stilling", "Kan ikke begynne med «@»."),
        (_row() + _row(), "Rolle", "Samme ansettelse står lenger opp i filen."),
        (_row() + _row(name="Nora;Ny"), "Fornavn", "Står med noe annet"),
    ],
)
def test_what_is_wrong_is_told_by_line_and_column_and_nothing_can_be_stored(
    arne, row, column, message
):
    answer = upload(arne, STAFF + row)

    line = row.count("\n") + 1
    assert f"Linje {line}, {column}" in answer.text
    assert message in unescape(answer.text)
    assert "Lagre alt dette" not in answer.text


def test_a_plan_with_a_mistake_is_not_stored_by_sending_it_all_the_same(arne):
    sent = hidden(upload(arne, STAFF + _row()))
    sent["csv_text"] += _row("per.ny", role="Sjef")

    arne.post(PAGE, sent)

    assert not User.objects.filter(username__endswith=".ny").exists()


def test_a_number_of_somebody_else_is_refused(world, arne):
    User.objects.filter(username="siri.sykepleier").update(hpr_number="9999901")

    taken = upload(arne, STAFF + _row(hpr="9999901")).text
    other = _row("siri.sykepleier", "Siri;Sykepleier", hpr="9999902")

    assert "Nummeret tilhører kontoen siri.sykepleier." in taken
    assert "Kontoen har et annet HPR-nummer." in upload(arne, STAFF + other).text


def test_an_administrator_of_a_part_imports_there_only(world):
    worlds.person("pia.part", (Role.LOCAL_ADMIN, world.north))
    worlds.hire(_user("siri.sykepleier"), Role.NURSE, world.south)
    pia = browser_of("pia.part")

    elsewhere = upload(pia, STAFF + _row(unit="Hjemmetjenesten sør"))
    shared = upload(pia, STAFF + _row("siri.sykepleier", "Siri;Annet-Navn"))

    assert "Du administrerer ingen enhet i bruk" in elsewhere.text
    assert "arbeider også utenfor enhetene dine" in shared.text


def test_nobody_changes_himself_by_a_file(arne):
    answer = upload(arne, STAFF + _row("arne.admin", "Arne;Admin"))

    assert "Dine egne, som du ikke kan endre" in answer.text
    assert "Lagre alt dette" not in answer.text


def test_only_a_local_administrator_imports(lise, siri):
    for browser in (lise, siri):
        assert browser.get(PAGE).status_code == 403
        assert upload(browser, STAFF + _row()).status_code == 403


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "Filen er tom."),
        (b"PK\x00\x00", "Dette er ingen CSV-fil."),
        (b"Navn;Alder\nNina;30\n", "Filen mangler kolonnen:"),
        (b'Enhet\n"x', "Et anførselstegn mangler et annet. Se på linje 2."),
        (b"x" * 1_000_001, "Filen er for stor."),
    ],
)
def test_a_file_that_cannot_be_read_says_why_at_its_field(arne, content, message):
    answer = upload(arne, content)

    assert answer.status_code == 422
    assert message in answer.text


def test_the_examples_can_be_downloaded_and_name_what_is_needed(arne):
    page = arne.get(PAGE).text
    for kind in ("ansatte", "vakter"):
        assert f"/ansatte/import/{kind}.csv" in page
        answer = arne.get(f"/ansatte/import/{kind}.csv")
        assert answer.content.startswith(b"\xef\xbb\xbfBrukernavn;")
        assert "attachment" in answer["Content-Disposition"]


def test_the_administrator_finds_the_page_from_the_lists(arne):
    for path in ("/admin/accounts/user/", "/admin/access/employment/"):
        page = arne.get(path).text
        assert "Importer fra fil" in page
        (address,) = set(re.findall(r'href="([^"]*fra-fil[^"]*)"', page))
        assert arne.get(address).url == PAGE
