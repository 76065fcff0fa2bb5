"""The demo's story, stored: its people sign in, find their patients and read them."""

import re

import pytest
from django.db import DatabaseError, connection
from django.db.models import F
from django.test import Client

from access import policy
from access.accounts.models import User
from access.actions import Action
from access.models import (
    Basis,
    EmergencyAccess,
    PatientAnswer,
    PatientQuestion,
    ReviewCase,
)
from access.workplace import in_all_posts
from akson_project.demo.accounts import demo_accounts
from akson_project.demo.loading import load_world
from akson_project.demo.loading.asking import load_questions
from akson_project.demo.loading.following import load_following
from akson_project.demo.loading.letting_in import HELPERS
from akson_project.demo.loading.reviewing import control_log
from akson_project.demo.tour import PASSWORD, today
from audit.log import open_door
from audit.models import AccessEvent
from audit.review.cases.emergencies import unclosed_emergencies
from audit.verbs import Verb
from tenants import roles
from tenants.context import in_directory, in_municipality
from tenants.models import Municipality
from tests import database as databases
from tests.akson_project.demo.telling import notes_of, world_of

RECORD = re.compile(r'href="(/records/[0-9a-f-]{36}/)"')
PLACE = re.compile(r'name="units" value="([^"]+)"')
TABLES = ("journal_patient", "journal_note", "audit_accessevent")


@pytest.fixture(scope="module")
def karasjok(django_db_setup, django_db_blocker):
    """Karasjok's story, stored once for all tests here in a municipality of the tests."""
    with django_db_blocker.unblock(), databases.fresh_copy(django_db_setup):
        with in_directory():
            municipality = Municipality.objects.get(schema_name="fjord")
        with databases.as_login(roles.MIGRATOR):
            world = world_of("karasjok", today())
            load_world(world, municipality, password=PASSWORD)
            load_following(world, municipality)
            load_following(world, municipality)  # a second time changes nothing
            control_log(municipality)
            load_questions(world, municipality)
        with in_municipality(municipality):
            yield municipality


def signed_in(username):
    client = Client(headers={"host": "fjord.localhost"})
    answer = client.post("/konto/logg-inn/", {"login": username, "password": PASSWORD})
    assert answer.status_code == 302
    page = client.get("/", follow=True)
    if places := PLACE.findall(page.content.decode()):
        page = client.post("/arbeidssted/", {"units": places}, follow=True)
    return client, page


def test_every_account_on_the_sign_in_page_opens(karasjok):
    accounts = demo_accounts()
    shown = Client(headers={"host": "fjord.localhost"}).get("/konto/logg-inn/")

    assert len(accounts) == 27
    for account in accounts:
        _, page = signed_in(account.username)
        assert page.status_code == 200, account.username
    assert shown.status_code == 200


def test_nurse_finds_her_patients_and_reads_what_was_written(karasjok):
    nurse = next(a for a in demo_accounts() if a.work.startswith("Sykepleier"))
    client, start = signed_in(nurse.username)
    addresses = RECORD.findall(start.content.decode())

    pages = [client.get(address) for address in addresses[:10]]

    assert len(addresses) > 10
    assert {page.status_code for page in pages} == {200}
    assert all("note__text" in page.content.decode() for page in pages)


def test_clerk_and_auditor_have_their_pages(karasjok):
    work = {account.work.split(",")[0]: account for account in demo_accounts()}

    clerk, _ = signed_in(work["Merkantil"].username)
    auditor, _ = signed_in(work["Revisor"].username)

    assert clerk.get("/patients/new/").status_code == 200
    assert "Tilgangslogg" in auditor.get("/logg/", follow=True).content.decode()
    assert "Avviste forsøk" in auditor.get("/logg/utvalg/").content.decode()


def test_control_of_the_log_finds_who_reads_of_her_grandmother(karasjok):
    most_telling = ReviewCase.objects.filter(origin="funnet").order_by("-score")[0]
    auditor, _ = signed_in(
        next(a for a in demo_accounts() if a.work.startswith("Revisor")).username
    )

    page = auditor.get("/logg/saker/").content.decode()

    assert most_telling.worker.username == "marja.beaskagieddi"
    assert most_telling.reasons["kin"] == "grandparent"
    assert "Pasienten er den ansattes besteforelder." in page
    assert "Beaskagieddi" not in page


def test_two_patients_have_asked_and_one_has_her_answer_in_a_letter(karasjok):
    waits, answered = PatientQuestion.objects.order_by(
        F("answered_at").asc(nulls_first=True)
    )
    leader, _ = signed_in(waits.written_by.username)

    page = leader.get(f"/records/{waits.record_id}/log/").content.decode()
    address = f"/records/{answered.record_id}/log/{answered.pk}/answer/"
    letter = leader.get(address).content.decode()

    assert waits.answered_at is None
    assert waits.case.worker_id != answered.case.worker_id
    assert "Venter på forklaring" in page
    assert str(PatientAnswer.NEEDED.label) in letter


def test_the_wards_have_their_week_on_the_roster_and_one_review_is_overdue(karasjok):
    work = {account.work.split(",")[0]: account for account in demo_accounts()}
    nurse = next(a for a in demo_accounts() if a.work.startswith("Sykepleier"))
    client, _ = signed_in(nurse.username)
    admin, _ = signed_in(work["Lokal administrator"].username)

    roster = client.get("/vakter/").text
    reviews = admin.get("/tilganger/").text

    assert roster.count("<li class=") > 3
    assert reviews.count("skulle vært kontrollert") == 1
    assert reviews.count("Kontrollert ") > 5


def test_everything_the_story_tells_is_stored(karasjok):
    told = world_of("karasjok", today())
    with databases.as_superuser(connection.settings_dict["NAME"]) as owner:
        patients, notes, events = (
            owner.execute(f"SELECT count(*) FROM fjord.{table}").fetchone()[0]
            for table in TABLES
        )

    assert patients == len(told.patients) == 200
    assert notes >= len(list(notes_of(told))) > 2000
    assert events > len(told.reads) > 1000


def test_the_log_says_that_demo_data_was_stored_and_no_more(karasjok):
    event = AccessEvent.objects.get(verb="stored_demo")

    assert event.is_demo
    assert event.subjects.count() == 0
    assert not AccessEvent.objects.filter(verb="registered").exists()


def test_start_that_was_interrupted_afterwards_goes_on_where_it_was(karasjok):
    before = [account.username for account in demo_accounts()]

    with databases.as_login(roles.MIGRATOR):
        load_world(world_of("karasjok", today()), karasjok, password=PASSWORD)

    assert [account.username for account in demo_accounts()] == before


def test_reads_of_the_story_are_marked_and_open_no_door(karasjok):
    event = AccessEvent.objects.filter(is_demo=True, verb="read")[0]

    with (
        pytest.raises(DatabaseError, match="row-level security"),
        open_door([event.id]),
    ):
        pass


def test_one_patient_has_blocked_something_and_a_note_is_kept_from_somebody(karasjok):
    kinds = ("block", "withholding")
    tables = ("access_block", "journal_withholding")
    with databases.as_superuser(connection.settings_dict["NAME"]) as server:
        server.execute("SET search_path = fjord")
        counts = {
            kind: server.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            for kind, table in zip(kinds, tables, strict=True)
        }

    assert counts["block"] == 1
    assert counts["withholding"] >= 1


def test_emergencies_are_there_to_be_reviewed_and_the_open_one_opens(karasjok):
    cases = EmergencyAccess.objects.order_by("began_at")
    past, *helpers, now = cases
    assert (past.ended_at is None, now.ended_at is None) == (False, True)
    assert past.explained_at is not None
    assert {helper.patient_id for helper in helpers} == {past.patient_id}
    together, alone = unclosed_emergencies()
    assert [len(one.accesses) for one in (together, alone)] == [1 + HELPERS, 1]
    said = AccessEvent.objects.filter(verb=Verb.EMERGENCY_BEGAN)
    assert {(event.actor_id, event.recorded_at) for event in said} == {
        (case.worker_id, case.began_at) for case in cases
    }

    worker = in_all_posts(User.objects.get(pk=now.worker_id))
    decision = policy.decide(worker, now.record_id, Action.READ_RECORD)
    assert decision is not None
    assert decision.basis == Basis.EMERGENCY
