"""The consortium's page of mergers, divisions and new numbers: shown first, then recorded."""

from concurrent.futures import ThreadPoolExecutor
from copy import copy

import pytest
from django.contrib.admin.models import LogEntry
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connections

from access.accounts.models import User
from tenants.agreements.services import plan_asking
from tenants.context import in_consortium
from tenants.models import Municipality
from tenants.registry.changes import MunicipalityChange
from tenants.rollout.services import come_to_stage, why_not
from tenants.services import can_be_started
from tests.access.consortium.test_at_once import WAITING
from tests.database import as_superuser
from tests.tenants.registry.division import AHEAD, change, numbered
from tests.tenants.registry.test_pages import browser_of
from tests.tenants.rollout.ground import NEW_YEAR
from tests.world import PASSWORD

ADD = "/admin/tenants/municipalitychange/add/"
LIST = "/admin/tenants/municipality/"
TOLD = {
    "kind": "merger",
    "before": "1001, 1018",
    "after": "4204 Kristiansand",
    "goes_on": "1001",
    "county_name": "Agder",
    "takes_effect_on": "01.01.2026",
    "legal_basis": "Stortinget, Innst. 386 S (2016–2017)",
    "decided_on": "08.06.2017",
}


@pytest.fixture
def two(database):
    with in_consortium():
        return numbered("Kristiansand", "1001"), numbered("Søgne", "1018")


@pytest.fixture
def kari(two):
    with in_consortium():
        return browser_of(User.objects.create_superuser("kari", password=PASSWORD))


def test_what_is_shown_is_recorded_when_it_is_confirmed(kari, two):
    _kristiansand, sogne = two
    with in_consortium():
        come_to_stage(sogne, "intent", on=NEW_YEAR, by="kari")
        Municipality.objects.filter(pk=sogne.pk).update(state="active")

    shown = kari.post(ADD, TOLD)
    page = shown.content.decode()

    assert "Søgne: Opphører 01.01.2026" in page
    assert "Trinnet «Intensjonserklæring» følger ikke med" in page
    assert "stenges ikke av dette" in page
    with in_consortium():
        assert not MunicipalityChange.objects.exists()
    confirmed = TOLD | {"shown": shown.context["plan"].digest}
    listed = kari.post(ADD, confirmed, follow=True).content.decode()
    assert "1001 Kristiansand, 1018 Søgne" in listed
    with in_consortium():
        said = LogEntry.objects.filter(object_repr="Søgne").get().change_message
        sogne.refresh_from_db()
    assert (sogne.state, sogne.schema_name) == ("active", "kommune_1018")
    assert said == "Opphør 01.01.2026, ved sammenslåing til Kristiansand."
    again = kari.post(ADD, confirmed)
    assert (again.status_code, "gjelder bare til" in again.content.decode()) == (
        422,
        True,
    )
    assert "er fortsatt i drift" in kari.get("/admin/").content.decode()


@pytest.mark.parametrize(
    ("field", "typed", "message"),
    [
        ("before", "1001", "Skriv minst to kommuner."),
        ("before", "1001, 1999", "1999 finnes ikke"),
        ("after", "4204 Kristiansand\n4205 Sør", "Skriv én kommune."),
        ("after", "Kristiansand", "Et kommunenummer har fire sifre."),
        ("after", "4204 Kristiansand 923609017", "kan ikke være riktig"),
        ("after", f"4204 {'K' * 101}", "Navnet er på mer enn 100 tegn."),
        ("goes_on", "1017", "ikke blant dem som slås sammen"),
        ("decided_on", "02.01.2026", "fra før dagen endringen gjelder fra"),
        ("county_name", "", "Fylket 42 er ikke i registeret"),
    ],
)
def test_fault_stands_at_its_field_and_what_was_typed_stays(
    kari, field, typed, message
):
    answer = kari.post(ADD, TOLD | {field: typed})

    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]
    assert message in answer.content.decode()
    assert "Innst. 386 S (2016–2017)" in answer.content.decode()


def test_list_shows_those_there_are_and_the_page_from_whom_each_came(kari, two):
    kristiansand, sogne = two
    with in_consortium():
        change("1001 4204 Kristiansand", "1018 4204")

    def names(query=""):
        found = kari.get(f"{LIST}?{query}").context["cl"].result_list
        return {one.name for one in found} & {"Kristiansand", "Søgne"}

    assert names() == {"Kristiansand"}
    assert names("gyldig=opphort") == {"Søgne"}
    assert "Opphørt 01.01.2026" in kari.get(f"{LIST}?q=1018").content.decode()
    page = kari.get(f"{LIST}{kristiansand.pk}/change/").content.decode()
    assert "Sammenslåing 01.01.2026 med Søgne. 1001 → 4204." in page
    assert f"{LIST}{sogne.pk}/change/" in page


def test_nothing_new_begins_in_one_that_is_no_more(two):
    _kristiansand, sogne = two
    with in_consortium():
        change("1001 4204 Kristiansand", "1018 4204")

        assert not can_be_started(sogne)
        assert plan_asking([sogne]).left_out == ((sogne, "er opphørt"),)
        assert why_not(sogne, "intent", on=NEW_YEAR) == "Kommunen opphørte 01.01.2026."


REFORM = """oldCode;oldName;newCode;newName;fylkesnavn;changeOccurred
1001;Kristiansand;4204;Kristiansand;Agder;2026-01-01
1018;Søgne;4204;Kristiansand;;2026-01-01
3001;Halden;3101;Halden;Østfold;2026-01-01
"""
FILE = "/admin/tenants/municipalitychange/fil/"


def sent_file(browser, text):
    file = SimpleUploadedFile("reform.csv", text.encode(), content_type="text/csv")
    told = {key: TOLD[key] for key in ("takes_effect_on", "legal_basis", "decided_on")}
    return browser.post(FILE, told | {"file": file})


def test_whole_reform_comes_from_a_file_all_of_it_or_nothing(kari):
    with in_consortium():
        halden = numbered("Halden", "3001")

    wrong = sent_file(kari, REFORM.replace("3001;", "3999;"))
    assert "Linje 4:</strong> Kommunenummeret 3999 finnes" in wrong.content.decode()
    shown = sent_file(kari, REFORM)
    told = dict(shown.context["form"].data) | {"shown": shown.context["plan"].digest}
    answer = kari.post(FILE, told)

    assert answer.status_code == 302
    with in_consortium():
        kinds = set(MunicipalityChange.objects.values_list("kind", flat=True))
        halden.refresh_from_db()
    assert (kinds, halden.county_name) == ({"merger", "new_number"}, "Østfold")
    assert kari.post(FILE, told).status_code == 409


def test_file_of_something_else_is_told_at_its_field(kari):
    answer = sent_file(kari, "navn;alder\nOla;3\n")

    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == ["file"]
    assert "«gammelt nummer» og «nytt nummer»" in answer.content.decode()


def test_line_that_cannot_be_stored_or_understood_is_told_before_it_is_confirmed(kari):
    head = "gammelt nummer;nytt nummer;navn;fylkesnavn;fortsetter\n"
    long = sent_file(kari, f"{head}1001;4204;{'K' * 101};Agder\n1018;4205;;{'A' * 51}")
    unread = sent_file(kari, f"{head}1001;4204;;Agder;j\n1018;4204;;;Nei")

    assert [(one.line, one.field) for one in long.context["plan"].problems] == [
        (2, "name"),
        (3, "county_name"),
    ]
    (problem,) = unread.context["plan"].problems
    assert (problem.line, "«j». Skriv ja eller nei." in problem.message) == (2, True)


def test_organisation_number_may_be_written_in_groups(kari, two):
    kristiansand, _sogne = two
    head = "gammelt nummer;nytt nummer;orgnr;fylkesnavn\n"
    (read,) = (
        sent_file(kari, f"{head}1018;4205;964 338 531;Agder").context["plan"].changes
    )
    told = TOLD | {"after": "4204 Kristiansand 923 609 016"}
    shown = kari.post(ADD, told).context["plan"].digest

    assert read.parts[0].orgnr_after == "964338531"
    assert kari.post(ADD, told | {"shown": shown}).status_code == 302
    with in_consortium():
        kristiansand.refresh_from_db()
    assert (kristiansand.name, kristiansand.orgnr) == ("Kristiansand", "923609016")


def test_planned_change_is_taken_back_on_its_page(kari, two):
    _kristiansand, sogne = two
    with in_consortium():
        planned = change("1001 4204 Kristiansand", "1018 4204", on=AHEAD)
    page = f"/admin/tenants/municipalitychange/{planned.pk}"

    shown = kari.get(f"{page}/change/").content.decode()
    assert "Trekk endringen tilbake" in shown
    assert ("Planlagt" in shown, "ahead" in shown) == (True, False)
    told = kari.post(f"{page}/withdraw/", follow=True).content.decode()
    again = kari.post(f"{page}/withdraw/", follow=True).content.decode()

    assert "Endringen er trukket tilbake." in told
    assert "Trekk endringen tilbake" not in told
    assert "allerede trukket tilbake" in again
    assert "Trukket tilbake" in kari.get(f"{LIST}{sogne.pk}/change/").content.decode()


def test_second_of_two_who_confirm_at_once_is_told_and_stores_nothing(
    kari, two, database
):
    confirmed = TOLD | {"shown": kari.post(ADD, TOLD).context["plan"].digest}

    def confirm(browser):
        try:
            return browser.post(ADD, confirmed)
        finally:
            connections.close_all()

    # Both are found right before either is stored.
    with as_superuser(database) as holder, ThreadPoolExecutor(2) as both:
        with holder.transaction():
            holder.execute("SELECT 1 FROM tenants_municipalitynumber FOR UPDATE")
            answers = [both.submit(confirm, one) for one in (kari, copy(kari))]
            with as_superuser() as server:
                while server.execute(WAITING, [database]).fetchone() != (2,):
                    pass
        pages = sorted((one.result() for one in answers), key=lambda p: p.status_code)

    assert [page.status_code for page in pages] == [302, 409]
    assert "gjelder bare til 01.01.2026" in pages[1].content.decode()
    with in_consortium():
        assert MunicipalityChange.objects.count() == 1
