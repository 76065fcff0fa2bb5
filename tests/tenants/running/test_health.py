"""How the municipalities run: told in words, what is wrong first, and never asked of a schema."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from access.accounts.models import User
from tenants import roles
from tenants.backup import services as backups
from tenants.backup.models import Backup
from tenants.context import in_consortium
from tenants.health import HealthReport, report_ages, report_failed_task, report_problem
from tenants.jobs import measure_storage
from tenants.models import Municipality
from tenants.rollout.area import Area
from tenants.rollout.clustering import store_cluster
from tenants.rollout.clusters import Cluster
from tenants.running.health import health_of
from tenants.running.models import StorageMeasure
from tenants.schemas import STUCK_AFTER, SchemaUpgrade
from tests.database import as_login

Work = HealthReport.Work
PAGE = "/admin/drift/"


def browser_of(user):
    browser = Client(headers={"host": "konsortium.localhost"})
    browser.force_login(user, backend="access.backends.AccountBackend")
    return browser


def all_is_well(*municipalities):
    """Let the work that is told of say that it is done."""
    now = timezone.now()
    for one in municipalities:
        report_ages(Work.SEALING, {one.pk: 0}, bound_s=60, done_at={one.pk: now})
        backups.record(one.pk, way=Backup.Way.FILE, moment=now)


def started(number):
    """Municipalities in operation, as the register knows them; no page may ask for more."""
    for each in range(number):
        name = f"kommune{each}"
        facts = {"county_number": "46", "county_name": "Vestland"}
        all_is_well(
            Municipality.objects.create(
                name=name, schema_name=name, state="active", **facts
            )
        )


def faults(municipality):
    (row,) = [r for r in health_of(Area()) if r.municipality == municipality]
    return [(fault.text, fault.chapter) for fault in row.faults]


def stopped(municipality, since):
    """What is wrong when nobody has said since then that the upgrade still runs."""
    with as_login(roles.MIGRATOR), in_consortium():
        SchemaUpgrade.objects.filter(municipality=municipality).update(
            state="running", read_only_until=since
        )
    found = faults(municipality)
    with as_login(roles.MIGRATOR), in_consortium():
        SchemaUpgrade.objects.filter(municipality=municipality).update(
            state="done", read_only_until=None
        )
    return found


@pytest.fixture
def kari(database):
    with in_consortium():
        return browser_of(User.objects.create_superuser("kari"))


@pytest.fixture
def well(consortium, fjord, fjell):
    all_is_well(fjord, fjell)


def test_what_is_wrong_comes_first_and_leads_to_what_to_do(kari, well, fjord, settings):
    settings.AKSON_RUNBOOK = "https://docs.example/runbook.md"
    report_ages(Work.VERIFYING, {fjord.pk: 0}, bound_s=60)
    report_problem(Work.VERIFYING, fjord.pk, HealthReport.Problem.TAMPERED)

    page = kari.get(PAGE).content.decode()

    assert "1 kommune må sees på" in page
    assert 'href="https://docs.example/runbook.md#tampered">Det forseglede er' in page
    assert page.index("Fjord") < page.index("Fjell")
    assert "Fjell" not in kari.get(f"{PAGE}?bare_feil=on").content.decode()
    assert "1 kommune må sees på" in kari.get("/admin/").content.decode()


def test_nothing_wrong_is_said_in_one_line_and_nothing_alarms(kari, well):
    page = kari.get(PAGE).content.decode()

    assert "Alt går som det skal i 2 kommuner" in page
    assert "running-fault" not in page
    assert "Alt går som det skal i 2 kommuner" in kari.get("/admin/").content.decode()


def test_page_asks_as_often_for_many_as_for_two_and_in_no_schema(kari, well):
    def asked():
        with CaptureQueriesContext(connection) as captured:
            assert kari.get(PAGE).status_code == 200
        return [query["sql"] for query in captured.captured_queries]

    asked()
    two = asked()
    started(20)
    many = asked()

    assert len(many) == len(two)
    health = [sql for sql in many if "tenants_" in sql]
    assert len(health) <= 6, "\n".join(health)


def test_work_that_is_late_silent_or_failed_is_told_apart(well, fjord):
    now = timezone.now()
    report_ages(Work.WITNESSING, {fjord.pk: 7_200}, bound_s=900)
    report_ages(Work.REVIEW, {fjord.pk: 0}, bound_s=900)
    HealthReport.objects.filter(work="review").update(
        measured_at=now - timedelta(days=3)
    )
    for _time in range(3):
        report_failed_task(fjord.pk)

    found = faults(fjord)

    assert [chapter for _text, chapter in found] == ["witnessing", "review", "tasks"]
    late, silent, failed = (text.replace("\xa0", " ") for text, _chapter in found)
    assert late == "Bevitnelse av tilgangsloggen: Det eldste har ventet i 2 timer"
    assert silent.startswith("Kontroll av tilgangsloggen: Ingen har meldt fra siden")
    assert failed.startswith("3 mislyktes, sist ")


def test_whatever_work_has_failed_is_told(well, fjord):
    HealthReport.objects.filter(municipality=fjord).delete()
    now = timezone.now()
    for work in Work:
        HealthReport.objects.create(
            municipality=fjord, work=work, age_s=0, bound_s=9, measured_at=now,
            problem=HealthReport.Problem.FAILED,
        )  # fmt: skip

    told = faults(fjord)

    assert len(told) == len(Work)
    assert ("Brev til kommunen: Uventet feil", "failed") in told


def test_no_sealer_at_all_is_a_fault(consortium, fjord):
    assert faults(fjord) == [("Ingen har meldt fra", "sealing")]


def test_older_schema_is_told_from_the_others(well, fjord, fjell):
    with as_login(roles.MIGRATOR), in_consortium():
        mine = SchemaUpgrade.objects.get(municipality=fjord)
        assert mine.to_digest  # whoever made the schema said which
        SchemaUpgrade.objects.filter(municipality=fjell).update(
            to_digest="0123456789abcdef", finished_at=timezone.now()
        )

    assert faults(fjell) == []
    assert stopped(fjell, timezone.now()) == []
    assert stopped(fjell, timezone.now() - STUCK_AFTER) == [
        ("Oppgraderingen stanset", "schema")
    ]
    ((text, chapter),) = faults(fjord)
    assert (text, chapter) == (
        f"Eldre enn de andre ({mine.to_digest[:7]})",
        "schema",
    )


def test_room_is_measured_once_a_day_without_reading_and_growth_is_told(
    kari, well, fjord, fjell
):
    measure_storage()
    measure_storage()

    stored = {one.municipality_id: one for one in StorageMeasure.objects.all()}
    assert set(stored) == {fjord.pk, fjell.pk}
    assert StorageMeasure.objects.count() == 2
    assert min(one.bytes for one in stored.values()) > 1_000_000
    today = timezone.localdate()
    StorageMeasure.objects.create(
        municipality=fjord, day=today - timedelta(days=30), bytes=1_000_000
    )
    page = kari.get(PAGE).content.decode().replace("\xa0", " ")
    assert re.search(r"\d+,\d MB \(\+\d+,\d MB på 30 dager\)", page)
    StorageMeasure.objects.filter(municipality=fjell).update(
        day=today - timedelta(days=3)
    )
    assert [chapter for _text, chapter in faults(fjell)] == ["storage"]


def test_file_and_page_are_narrowed_to_county_cluster_and_wave(kari, well, fjord):
    started(1)
    store_cluster(Cluster(name="Fjordene", lead=fjord, wave=3), by="kari")

    def rows(query):
        answer = kari.get(f"/admin/drift.csv?{query}").content.decode("utf-8-sig")
        return [line.split(";")[0] for line in answer.splitlines()[1:]]

    cluster = Cluster.objects.get()
    assert rows("fylke=46") == ["kommune0"]
    assert rows(f"klynge={cluster.pk}") == rows("bolge=3") == ["Fjord"]
    assert rows("bolge=77") == ["Fjell", "Fjord", "kommune0"]
    assert "Fjordene, bølge 3" in kari.get(PAGE).content.decode()


def test_whoever_may_not_see_it_does_not(fjord):
    with in_consortium():
        browser = browser_of(User.objects.create_user("uten", is_staff=True))

    assert browser.get(PAGE).status_code == 403
    assert browser.get("/admin/drift.csv").status_code == 403
    assert "må sees på" not in browser.get("/admin/").content.decode()
