"""Each night what is new is verified, and the result kept; now and then everything is."""

import shutil
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError

from audit.jobs import verify_log, verify_logs_everywhere
from audit.sealing.keys import SealKeyError
from audit.verifying.models import LogVerification
from audit.verifying.runs import verify_new
from tenants import roles
from tenants.context import in_consortium, in_municipality
from tenants.health import HealthReport
from tests.attacks.doors import query
from tests.audit.sealing.looking import newest, past_the_triggers
from tests.database import as_login


@pytest.fixture
def verified(fjord):
    """Verify as the night does; gives what was kept."""

    def verified():
        with as_login(roles.WORKER):
            verify_new(fjord)
        return LogVerification.objects.order_by("-id").first()

    return verified


def report(fjord):
    with in_consortium():
        return HealthReport.objects.get(municipality=fjord, work="verifying")


def run(fjord):
    past_the_triggers(
        fjord.test_database,
        "ALTER TABLE fjord.audit_logverification DISABLE TRIGGER ALL",
        "UPDATE fjord.audit_logverification SET verified_at = verified_at - interval '13 h'",
        "ALTER TABLE fjord.audit_logverification ENABLE ALWAYS TRIGGER append_only",
    )
    with as_login(roles.WORKER):
        verify_log(str(fjord.pk))


def test_only_what_is_new_is_looked_at_again(write, seal, verified):
    write(260)  # so that a tile is full
    seal()
    first = verified()
    assert (first.since, first.faults) == (0, 0)
    assert first.events == first.size == newest().size

    write(5)
    seal()
    second = verified()

    assert (second.since, second.events, second.faults) == (first.size, 5, 0)
    assert second.size == newest().size
    assert (verified().events, verified().size) == (0, second.size)


def test_everything_is_verified_again_after_a_month(write, seal, verified, database):
    write(3)
    seal()
    size = verified().size
    past_the_triggers(
        database,
        "ALTER TABLE fjord.audit_logverification DISABLE TRIGGER ALL",
        "UPDATE fjord.audit_logverification SET verified_at = verified_at - interval '31 d'",
    )

    assert (verified().since, verified().events) == (0, 0)
    assert LogVerification.objects.filter(since=0, events=size).count() == 2


@pytest.mark.parametrize(
    ("harm", "wrong"),
    [
        ("UPDATE fjord.audit_accessevent SET body = body || ' '", "BODY"),
        ("UPDATE fjord.audit_logleaf SET hash = sha256('x')", "BODY"),
    ],
)
def test_what_was_changed_is_named_and_verified_again_until_it_is_sound(
    write, seal, verified, database, harm, wrong
):
    write(3)
    seal()
    before = verified()
    write(2)
    seal()
    past_the_triggers(database, harm)

    found = verified()

    assert found.wrong == wrong
    assert found.event_id is not None
    assert verified().since == before.size  # nothing is gone on from a fault


def test_what_was_verified_before_and_is_gone_is_looked_for_from_the_start(
    write, seal, verified, database
):
    write(3)
    seal()
    size = verified().size
    write(2)
    seal()
    past_the_triggers(
        database, f"DELETE FROM fjord.audit_logleaf WHERE index = {size - 1}"
    )

    found = verified()

    assert found.wrong == "LEAF_GONE"
    assert found.events > 2


def test_night_tells_what_it_found_and_does_not_repeat_what_is_done(
    write, seal, fjord, database
):
    fjord.test_database = database
    write(3)
    seal()
    with as_login(roles.WORKER):
        verify_logs_everywhere()
        verify_logs_everywhere()
    assert LogVerification.objects.count() == 1
    assert not report(fjord).is_alarm
    assert report(fjord).done_at is not None

    write(1)
    seal()
    past_the_triggers(database, "UPDATE fjord.audit_accessevent SET body = body || ' '")
    run(fjord)

    assert report(fjord).problem == HealthReport.Problem.TAMPERED
    assert report(fjord).is_alarm


def test_without_public_keys_nobody_is_accused(write, seal, fjord, settings, tmp_path):
    write(1)
    seal()
    settings.AKSON_LOG_KEYS = str(tmp_path / "elsewhere")

    with as_login(roles.WORKER), pytest.raises(SealKeyError):
        verify_log(str(fjord.pk))

    with as_login(roles.WORKER), pytest.raises(CommandError, match="no public key"):
        call_command("verify_log", "fjord")
    assert report(fjord).problem == HealthReport.Problem.NO_KEY
    assert not LogVerification.objects.exists()


def test_copies_of_the_public_keys_are_enough(
    write, seal, fjord, settings, tmp_path, verified
):
    write(1)
    seal()
    kept = Path(settings.AKSON_LOG_KEYS) / str(fjord.pk) / "1.pub"
    copy = tmp_path / "copies" / str(fjord.pk) / "1.pub"
    copy.parent.mkdir(parents=True)
    shutil.copy(kept, copy)
    settings.AKSON_LOG_KEYS = str(tmp_path / "copies")

    assert verified().faults == 0


def test_screens_and_the_application_keep_no_verification(fjord):
    row = (
        "INSERT INTO audit_logverification (era, size, root, since, events, faults, wrong)"
        " VALUES (1, 1, '', 0, 0, 0, '')"
    )
    with (
        as_login(roles.APP),
        in_municipality(fjord),
        pytest.raises(DatabaseError, match="permission denied"),
    ):
        query(row)
