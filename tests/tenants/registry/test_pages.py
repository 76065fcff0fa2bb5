"""The consortium's pages of the register: import, coverage as a file, and who may see them."""

from datetime import date

import pytest
from django.contrib.admin.models import LogEntry
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from access.accounts.models import User
from tenants.context import in_consortium
from tenants.models import MunicipalityNumber
from tenants.registry.models import InhabitantCount
from tenants.rollout.clustering import store_cluster
from tenants.rollout.clusters import Cluster
from tenants.rollout.services import come_to_stage
from tests.tenants.rollout.ground import NEW_YEAR, count_inhabitants, listed
from tests.world import PASSWORD

IMPORT = "/admin/tenants/inhabitantcount/import/"
FILE = "kommunenummer;innbyggere\n4601;3001\n"


def browser_of(user):
    browser = Client(headers={"host": "konsortium.localhost"})
    browser.force_login(user, backend="access.backends.AccountBackend")
    return browser


@pytest.fixture
def vestvik(database):
    with in_consortium():
        municipality = listed("Vestvik", "46")
        MunicipalityNumber.objects.create(
            municipality=municipality, number="4601", valid_from=date(2024, 1, 1)
        )
    return municipality


@pytest.fixture
def kari(vestvik):
    with in_consortium():
        return browser_of(User.objects.create_superuser("kari", password=PASSWORD))


def shown(browser, text=FILE):
    file = SimpleUploadedFile("folk.csv", text.encode(), content_type="text/csv")
    told = {"file": file, "counted_on": "01.01.2026", "source": "SSB"}
    return browser.post(IMPORT, told)


def confirm(browser, page):
    return browser.post(IMPORT, page.context["form"].initial)


def test_what_was_shown_is_stored_when_it_is_confirmed(kari):
    page = shown(kari)
    with in_consortium():
        assert not InhabitantCount.objects.exists()

    answer = confirm(kari, page)

    assert answer.status_code == 302
    with in_consortium():
        stored = InhabitantCount.objects.get()
        told = LogEntry.objects.get()
    assert (stored.inhabitants, stored.recorded_by) == (3001, "kari")
    assert (told.object_repr, told.change_message) == (
        "Vestvik",
        "Importert fra SSB, per 01.01.2026: innbyggere – → 3001.",
    )


def test_nothing_is_stored_when_the_register_changed_meanwhile(kari, vestvik):
    page = shown(kari)
    with in_consortium():
        count_inhabitants(vestvik, 2_000)

    answer = confirm(kari, page)

    assert answer.status_code == 409
    assert "Noe er endret siden du så forskjellene" in answer.content.decode()
    with in_consortium():
        assert InhabitantCount.objects.get().inhabitants == 2_000


def test_file_of_something_else_is_told_at_its_field(kari):
    answer = shown(kari, "navn;alder\nOla;3\n")

    assert answer.status_code == 422
    assert "Filen må ha en kolonne" in answer.content.decode()
    assert 'value="SSB"' in answer.content.decode()


def test_coverage_is_taken_out_as_a_file(kari, vestvik):
    with in_consortium():
        count_inhabitants(vestvik, 2_000, is_example=True)
        come_to_stage(vestvik, "intent", on=NEW_YEAR, by="kari")

    lines = kari.get("/admin/dekning.csv").content.decode("utf-8-sig").splitlines()

    assert lines[0].startswith("Område;Innbyggere;Interessert;Intensjonserklæring")
    assert lines[1] == "Hele landet;2000;0;2000;0;0;0;0;0;2000"
    assert lines[-1] == "Innbyggertallene er eksempler."


def test_story_of_the_rollout_has_the_same_figures_as_picture_and_table(kari, vestvik):
    with in_consortium():
        count_inhabitants(vestvik, 2_000, is_example=True)
        come_to_stage(vestvik, "intent", on=timezone.localdate(), by="kari")

    page = kari.get("/admin/innforing/").content.decode()

    # Nobody to the left, a year and a half ago; all of them to the right, today.
    assert 'points="0.0,208.0 0.0,208.0 ' in page
    assert "600.0,8.0 600.0,208.0" in page
    assert "<td>100,0</td>" in page
    assert "Innbyggertallene er eksempler." in page


def test_story_of_the_rollout_is_told_of_one_wave(kari, vestvik):
    with in_consortium():
        count_inhabitants(vestvik, 2_000)
        count_inhabitants(listed("Nordvik", "55"), 6_000)
        come_to_stage(vestvik, "intent", on=timezone.localdate(), by="kari")
        store_cluster(Cluster(name="Vest", lead=vestvik, wave=2), by="kari")

    def newest(query):
        page = kari.get(f"/admin/innforing/{query}")
        return page.context["rows"][0][1][0]

    assert newest("") == 25
    assert newest("?bolge=2") == newest("?fylke=46") == 100
    assert newest("?fylke=55") == 0


def test_municipalities_are_found_by_region_and_by_how_far_they_have_come(
    kari, vestvik
):
    with in_consortium():
        come_to_stage(vestvik, "intent", on=NEW_YEAR, by="kari")
        listed("Nordvik", "55")

    def names(query):
        page = kari.get(f"/admin/tenants/municipality/?{query}")
        return {one.name for one in page.context["cl"].result_list}

    assert names("helseregion=west") == {"Vestvik"}
    assert names("helseregion=north") == {"Nordvik"}
    assert names("trinn=intent") == {"Vestvik"}
    assert "Vestvik" not in names("trinn=none")
    assert names("helseregion=tull") == names("")


def test_staff_without_the_right_neither_import_nor_see_the_coverage(vestvik):
    with in_consortium():
        user = User.objects.create_user("stig.stab", password=PASSWORD, is_staff=True)
        browser = browser_of(user)

    assert browser.get(IMPORT).status_code == 403
    assert browser.get("/admin/dekning.csv").status_code == 403
    assert browser.get("/admin/innforing/").status_code == 403
    assert "Innbyggere som er dekket" not in browser.get("/admin/").content.decode()
