"""Every minute what is new is handed over, and the platform is told how far witnesses are behind."""

import pytest
from django.utils import timezone

from akson_project.celery import app
from audit.cosigning.lag import lags
from audit.cosigning.models import LogCosignature
from audit.jobs import cosign_log, cosign_logs
from audit.sealing import sealer
from audit.sealing.keys import folder_of
from tenants import roles
from tenants.context import in_consortium
from tenants.health import HealthReport
from tests.audit.cosigning.conftest import make_known
from tests.audit.sealing.looking import newest, past_the_triggers
from tests.database import as_login

HOUR_S = 3600


def run():
    with as_login(roles.SEALER):
        cosign_logs()


def report(fjord):
    with in_consortium():
        return HealthReport.objects.get(municipality=fjord, work="witnessing")


def age(database, *, seconds):
    """Let all that was sealed and cosigned have happened earlier."""
    past_the_triggers(
        database,
        f"UPDATE fjord.audit_logcheckpoint SET sealed_at = sealed_at - interval '{seconds} s'",
        f"UPDATE fjord.audit_logcosignature SET moment = moment - {seconds}",
    )


def test_what_is_new_is_handed_over_once_and_again_when_an_hour_has_passed(
    known, fjord, write, seal, database
):
    run()
    run()
    assert LogCosignature.objects.count() == 1
    write(1)
    seal()
    run()
    assert LogCosignature.objects.count() == 2
    assert (report(fjord).age_s, report(fjord).problem) == (0, "")

    age(database, seconds=HOUR_S + 60)
    run()

    assert LogCosignature.objects.filter(size=newest().size).count() == 2


def test_age_is_that_of_the_oldest_checkpoint_nobody_stands_for(
    known, fjord, write, seal, cosign, database, settings
):
    cosign()
    write(1)
    seal()
    age(database, seconds=600)
    write(1)
    seal()
    key, _address = settings.AKSON_LOG_WITNESSES.split()
    settings.AKSON_LOG_WITNESSES = f"{key} http://127.0.0.1:9"  # nobody answers

    run()
    assert 600 <= report(fjord).age_s < 620
    assert not report(fjord).is_alarm

    age(database, seconds=600)
    run()
    assert report(fjord).is_alarm


def test_refusal_is_an_alarm_until_a_new_tree_has_begun(
    known, fjord, write, seal, database
):
    write(1)
    seal()
    run()
    past_the_triggers(
        database,
        "DELETE FROM fjord.audit_logcheckpoint WHERE size > 1",
        "DELETE FROM fjord.audit_logcosignature",
    )
    with as_login(roles.SEALER):
        # Whoever cut the log signs on with the log's own key.
        folder_of(fjord.pk).joinpath("newest.checkpoint").unlink()
    _seal_again(database, fjord)
    run()
    for _again in range(2):
        assert report(fjord).problem == HealthReport.Problem.REFUSED
        assert report(fjord).is_alarm
        age(database, seconds=HOUR_S + 60)
        run()

    with as_login(roles.SEALER):
        sealer.begin_era(fjord, reason="tampered")
    make_known(fjord, era=2)
    run()
    run()
    assert report(fjord).problem == HealthReport.Problem.NONE


def _seal_again(database, fjord):
    past_the_triggers(
        database,
        "TRUNCATE fjord.audit_logleaf, fjord.audit_logtile, fjord.audit_logcheckpoint",
        "UPDATE fjord.audit_accessevent SET body = body || '\\x20'",
    )
    with as_login(roles.SEALER):
        sealer.seal(fjord, batch=1)


def test_log_the_witness_does_not_know_is_an_alarm_until_it_does(
    witness, fjord, write, seal
):
    write(1)
    seal()
    run()
    run()
    assert report(fjord).problem == HealthReport.Problem.UNKNOWN_LOG

    make_known(fjord)
    run()
    assert report(fjord).problem == HealthReport.Problem.NONE


def test_what_cannot_be_read_is_told(known, fjord, write, seal, cosign, database):
    cosign()
    write(1)
    seal()
    past_the_triggers(database, "DELETE FROM fjord.audit_logleaf")
    run_failed = pytest.raises(Exception, match="hash")
    with run_failed:
        run()
    assert report(fjord).problem == HealthReport.Problem.FAILED


def test_nobody_is_asked_where_no_witness_is_named(known, fjord, settings):
    settings.AKSON_LOG_WITNESSES = ""
    run()
    with in_consortium():
        assert not HealthReport.objects.filter(work="witnessing").exists()


def test_one_question_asks_all_municipalities(known, fjell):
    with as_login(roles.SEALER), in_consortium():
        (found,) = lags(["fjell", "fjord"])

    assert found.schema == "fjord"
    assert found.waiting_since is not None
    assert found.waiting_since < timezone.now()
    assert found.is_due


def test_the_clock_asks_each_minute_on_a_queue_of_its_own():
    (often,) = [
        each
        for each in app.conf.beat_schedule.values()
        if each["task"] == cosign_logs.name
    ]

    assert often["schedule"] == often["options"]["expires"] == 60
    for task in (cosign_logs, cosign_log):
        assert app.amqp.router.route({}, task.name)["queue"].name == "cosigning"
