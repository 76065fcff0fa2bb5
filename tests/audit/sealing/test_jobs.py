"""Every few seconds what waits is sealed, and the platform is told how long it has waited."""

from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from akson_project.celery import app
from audit.jobs import seal_log, seal_logs
from audit.models import LogCheckpoint
from audit.sealing import backlog
from audit.sealing.keys import SealKeyError
from audit.sealing.sealer import AnotherServerError
from tenants import roles
from tenants.context import in_consortium, in_municipality
from tenants.health import SILENT_AFTER, HealthReport
from tests.attacks.by_hand import EVENT, event_row
from tests.attacks.doors import entry
from tests.audit.sealing.looking import another_writer, newest, past_the_triggers
from tests.database import as_login, as_superuser


def report(municipality):
    with in_consortium():
        return HealthReport.objects.get(municipality=municipality)


def alarming():
    with in_consortium():
        return [each.municipality_id for each in HealthReport.objects.alarming()]


def run():
    with as_login(roles.SEALER):
        seal_logs()


def test_what_waits_is_sealed_and_the_rest_left_alone(write, fjord, fjell):
    write(3)

    run()

    assert newest().size >= 3
    with in_municipality(fjell):
        assert not LogCheckpoint.objects.exists()
    run()
    assert (report(fjord).age_s, report(fjell).age_s) == (0, 0)
    assert alarming() == []


def test_platform_is_told_when_each_log_was_last_sealed(write, fjord, fjell):
    write(1)
    run()  # says how it was before
    with in_consortium():
        HealthReport.objects.update(measured_at=timezone.now() - timedelta(minutes=2))

    run()

    assert report(fjord).done_at == newest().sealed_at
    assert report(fjell).done_at is None


def test_one_statement_asks_all_municipalities(world, fjord, fjell):
    asked = []

    def note(execute, sql, *rest):
        asked.append(sql)
        return execute(sql, *rest)

    with (
        as_login(roles.SEALER),
        in_consortium(),
        connection.execute_wrapper(note),
    ):
        found = backlog.backlogs(["fjell", "fjord"])

    assert len([sql for sql in asked if "audit_accessevent" in sql]) == 1
    assert [each.schema for each in found] == ["fjell", "fjord"]


@contextmanager
def an_event_waits(world, database, *, seconds):
    """An event that was stored some time ago waits for another transaction to end."""
    with another_writer(database) as server:
        server.execute(EVENT, event_row(entry(world.nurse)))
        with as_superuser(database) as owner:
            waiting = event_row(entry(world.nurse))
            statement = EVENT.replace("(id,", "(stored_at, id,").replace(
                "VALUES (", f"VALUES (now() - interval '{seconds} seconds', "
            )
            owner.execute(statement, waiting)
        yield


@pytest.mark.parametrize(("seconds", "is_alarm"), [(40, False), (90, True)])
def test_event_that_waits_too_long_is_an_alarm(
    world, fjord, database, seal, seconds, is_alarm
):
    seal()
    with an_event_waits(world, database, seconds=seconds):
        run()

        found = report(fjord)
        assert seconds <= found.age_s < seconds + 20
        assert found.is_alarm == is_alarm
        assert alarming() == [fjord.pk] * is_alarm

    run()
    run()
    assert report(fjord).age_s == 0
    assert alarming() == []


def test_sealer_that_has_stopped_is_an_alarm(write, fjord):
    run()
    with in_consortium():
        HealthReport.objects.update(measured_at=timezone.now() - SILENT_AFTER * 2)

    assert report(fjord).is_alarm
    assert fjord.pk in alarming()
    run()
    assert alarming() == []


def test_a_report_that_says_the_same_is_renewed_once_a_minute(write, fjord):
    run()
    run()
    first = report(fjord).measured_at
    run()
    assert report(fjord).measured_at == first

    with in_consortium():
        HealthReport.objects.update(measured_at=first - timedelta(seconds=61))
    run()
    assert report(fjord).measured_at > first


def test_missing_key_is_told_until_there_is_one(write, fjord, settings):
    settings.AKSON_LOG_KEYS_ARE_MADE = False
    write()

    with pytest.raises(SealKeyError):
        run()
    assert report(fjord).problem == HealthReport.Problem.NO_KEY
    assert alarming() == [fjord.pk]

    settings.AKSON_LOG_KEYS_ARE_MADE = True
    run()
    assert report(fjord).problem == HealthReport.Problem.NONE
    run()  # what waited for the key was told once more before it was sealed
    assert alarming() == []


def test_log_on_another_server_is_told_although_nothing_seems_to_wait(
    write, seal, fjord, database
):
    write()
    seal()
    past_the_triggers(database, "UPDATE fjord.audit_logera SET system_identifier = '1'")

    with pytest.raises(AnotherServerError):
        run()

    assert report(fjord).problem == HealthReport.Problem.ANOTHER_SERVER

    with as_login(roles.SEALER):
        call_command("begin_log_era", "fjord", reason="moved")
    assert report(fjord).problem == HealthReport.Problem.NONE


def test_unexpected_failure_is_told_too(write, fjord, key_folder):
    run()
    (key_folder / str(fjord.pk) / "newest.checkpoint").write_text("no note")
    write()

    with pytest.raises(ValueError, match="signatures"):
        run()

    assert report(fjord).problem == HealthReport.Problem.FAILED


def test_the_clock_asks_often_and_the_sealer_s_queue_alone_does_the_work():
    (often,) = [
        each
        for each in app.conf.beat_schedule.values()
        if each["task"] == seal_logs.name
    ]

    assert often["schedule"] <= 5
    assert often["options"]["expires"] <= 5
    for task in (seal_logs, seal_log):
        route = app.amqp.router.route({}, task.name)
        assert route["queue"].name == "sealing"
