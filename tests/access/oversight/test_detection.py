"""The log is controlled at night or when asked: what is telling becomes cases, and nothing twice."""

import pytest
from django.core.management import call_command
from django.db import connection

from access import jobs
from access.accounts.models import User
from access.models import AccessRules, CaseAccess, LogReview, ReviewCase
from access.oversight.detection import services
from audit.models import AccessEvent, AccessSubject
from audit.verbs import Reach, Verb
from tenants.context import in_consortium, in_municipality
from tenants.health import HealthReport
from tests import world as worlds
from tests.access.oversight.desk import Desk
from tests.access.oversight.kin import make_siblings
from tests.database import as_login

CASES = "/logg/saker/"


@pytest.fixture
def ruth(world):
    return Desk(world.auditor)


@pytest.fixture
def brother(world):
    """Ola, whom Siri's unit has, is her brother."""
    make_siblings(world)
    return world.ola


@pytest.fixture
def looked(world, brother):
    """Siri has been in her brother's record, and turned two pages."""
    desk = Desk(world.nurse)
    desk.get(f"/records/{brother.record_id}/")
    desk.get(f"/records/{brother.record_id}/")
    return list(AccessEvent.objects.filter(verb=Verb.READ).values_list("pk", flat=True))


@pytest.fixture
def review(fjord):
    """Control the log as background work does."""

    def run(**options):
        with as_login("akson_worker"), in_municipality(fjord):
            return services.review_log(**options)

    return run


def found():
    return ReviewCase.objects.filter(origin="funnet")


def of_siri(world):
    return found().get(worker_id=world.nurse.user_id)


def test_look_at_a_brother_becomes_a_case_with_reasons_in_words(
    world, ruth, looked, review
):
    run = review()

    case = of_siri(world)
    assert run.made == found().count()
    assert case.made_by is None
    assert case.reasons["kin"] == "sibling"
    events = CaseAccess.objects.filter(case=case).values_list("event_id", flat=True)
    assert set(looked) <= set(events)
    page = ruth.get(CASES).text
    assert "Pasienten er den ansattes søster eller bror." in page
    assert "Siri" not in page
    assert "Fjellheim" not in page
    assert "Loggen ble sist kontrollert" in page


def test_what_was_made_once_is_not_made_again(world, looked, review):
    review()
    before = found().count()

    again = review()

    assert (again.made, found().count()) == (0, before)


def test_no_more_is_made_than_the_municipality_has_time_for(world, looked, review):
    AccessRules.objects.update(cases_per_week=1)

    review()
    assert found().count() == 1
    review()
    assert found().count() == 1


def test_most_telling_comes_first_in_the_list(world, ruth, looked, review):
    worlds.patient(world.clerk, at=world.north)
    review()

    scores = [case.score for case in found().order_by("-score")]
    assert scores[0] == of_siri(world).score
    page = ruth.get(CASES).text
    assert page.index(str(of_siri(world).pk)) < min(
        (page.index(str(case.pk)) for case in found() if case != of_siri(world)),
        default=len(page),
    )


def test_log_says_that_the_system_read_it_and_made_the_case(
    world, brother, looked, review, logged
):
    review(asked_by=world.auditor.user_id)

    read = logged(Verb.LOG_READ)[-1]
    assert (read["actor"].get("id"), read["actor"]["name"]) == (None, "Akson")
    assert read["client"]["channel"] == "job"
    assert read["detail"]["asked_by"] == str(world.auditor.user_id)
    made = next(
        said
        for said in logged(Verb.CASE_MADE)
        if said["target"]["id"] == str(of_siri(world).pk)
    )
    assert made["actor"]["name"] == "Akson"
    (subject,) = AccessSubject.objects.filter(event_id=made["id"])
    assert (subject.patient_id, subject.reach) == (brother.patient_id, Reach.MENTIONED)


def test_what_an_auditor_looks_into_already_is_left_alone(world, ruth, looked, review):
    for event in looked:
        ruth.post(f"/logg/{event}/sak/")

    review()

    assert not found().filter(worker_id=world.nurse.user_id).exists()


def test_the_only_auditor_is_not_made_a_case_of_since_nobody_could_see_it(
    world, looked, review
):
    auditor = world.auditor.user_id
    siri = User.objects.get(pk=world.nurse.user_id)
    worlds.hire(siri, "revisor", world.north)
    User.objects.filter(pk=auditor).update(is_active=False)
    siri_alone = User.objects.get(pk=auditor)
    siri_alone.employment_set.all().delete()

    review()

    assert not found().filter(worker_id=siri.pk).exists()


def test_two_at_once_are_one(world, fjord, looked, review):
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(4120604, hashtext('fjord'))")

    assert review() is None
    assert not LogReview.objects.exists()


def test_auditor_asks_for_it_and_sees_what_came_of_it(world, ruth, looked):
    told = ruth.post(f"{CASES}kontroller/", follow=True).text

    assert "Loggen kontrolleres nå." in told
    assert LogReview.objects.get().asked_by_id == world.auditor.user_id
    assert "nye sak" in told or "ny sak" in told


def test_nurse_cannot_ask_for_it(world):
    assert Desk(world.nurse).post(f"{CASES}kontroller/").status_code in (403, 404)
    assert not LogReview.objects.exists()


def test_night_does_it_once_and_says_how_it_went(world, fjord, looked):
    with as_login("akson_worker"):
        jobs.review_logs_everywhere()
        jobs.review_logs_everywhere()

    assert LogReview.objects.count() == 1
    with in_consortium():
        report = HealthReport.objects.get(municipality=fjord, work="review")
        assert not report.is_alarm
        assert report not in HealthReport.objects.alarming()


def test_night_that_fails_is_seen_and_tried_again(world, fjord, looked, monkeypatch):
    with monkeypatch.context() as broken, as_login("akson_worker"):
        broken.setattr(services, "LOOKS_BACK", None)
        with pytest.raises(TypeError):
            jobs.review_access_log(str(fjord.pk))

    assert LogReview.objects.get().has_failed
    with in_consortium():
        assert HealthReport.objects.get(work="review").is_alarm
    with as_login("akson_worker"):
        jobs.review_access_log(str(fjord.pk))
    assert LogReview.objects.done().count() == 1
    with in_consortium():
        assert not HealthReport.objects.get(work="review").is_alarm


def test_operator_asks_for_one_municipality(world, fjord, looked, capsys):
    with as_login("akson_worker"):
        call_command("review_log", municipality=["fjord"])

    told = capsys.readouterr().out
    assert told.startswith("Fjord: ")
    assert "sak" in told
