"""A witness cosigns a log that grows, and no shorter, forked or unknown one."""

import os
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError

from audit.seal import notes
from audit.witness import keys
from audit.witness.models import WitnessedLog
from audit.witness.witness import know, see
from tenants.context import in_consortium, second_connection
from tests.audit.seal.signing import key
from tests.audit.witness.conftest import ORIGIN, ForeignLog
from tests.database import as_superuser

LOG = ForeignLog()


def remembered():
    with in_consortium():
        return WitnessedLog.objects.get(origin=ORIGIN)


def is_cosigned(answer, note, witness):
    whole = notes.parse(f"{note}{answer.content.decode()}")
    return witness.verifier in whole.verified_by([witness.verifier])


def test_log_that_grows_is_cosigned_each_time(ask, witness):
    sizes = [0, 0, 1, 2, 5, 5, 256, 300]
    for old, new in zip([0, *sizes], sizes, strict=False):
        answer = ask(LOG.asks(old, new))

        assert answer.status_code == 200, (old, new)
        assert is_cosigned(answer, LOG.note(new), witness)
        assert not answer.cookies
        assert remembered().size == new
    assert remembered().note == str(LOG.note(300))


def test_who_believes_something_else_was_seen_last_is_told_what_was(ask):
    ask(LOG.asks(0, 7))

    for written in (LOG.asks(0, 9), LOG.asks(6, 9), LOG.asks(8, 9), LOG.asks(0, 3)):
        answer = ask(written)
        assert (answer.status_code, answer.content) == (409, b"7\n")
        assert answer.headers["Content-Type"] == "text/x.tlog.size"
    assert remembered().size == 7


def test_forked_log_is_refused(ask):
    ask(LOG.asks(0, 7))
    forked = ForeignLog(fork_at=3)

    assert ask(forked.asks(7, 7)).status_code == 409
    assert ask(forked.asks(7, 9)).status_code == 422
    assert remembered().note == str(LOG.note(7))


@pytest.mark.parametrize(
    ("written", "status"),
    [
        (ForeignLog(origin="log.example/unknown").asks(0, 3), 404),
        (ForeignLog(key_seed=2).asks(0, 3), 403),
        (b"", 400),
        (b"old 0\n", 400),
        (b"old 0\n\nnothing signed\n", 400),
        (LOG.asks(0, 3).replace(b"old 0", b"old -1"), 400),
        (LOG.asks(0, 3).replace(b"old 0", b"old 00"), 400),
        (LOG.asks(0, 3).replace(b"old 0", b"old 4"), 400),
        (LOG.asks(0, 3).replace(b"old 0\n", b"old 0\nAAAA\n"), 400),
        (LOG.asks(0, 3).replace(b"\n3\n", b"\n2\n"), 403),
        (b"\xff" + LOG.asks(0, 3), 400),
    ],
)
def test_what_is_unknown_unsigned_or_malformed_is_refused(ask, written, status):
    assert ask(written).status_code == status
    assert remembered().size == 0


def test_every_mutation_of_a_proof_is_refused(ask):
    ask(LOG.asks(0, 7))
    head, _, note = LOG.asks(7, 12).partition(b"\n\n")
    first, *hashes = head.split(b"\n")
    other = b"A" * 43 + b"="
    wrong = [hashes[1:], hashes[:-1], [*hashes, other], [other, *hashes], hashes[::-1]]
    wrong += [[*hashes[:i], other, *hashes[i + 1 :]] for i in range(len(hashes))]

    for each in wrong:
        written = b"\n".join([first, *each]) + b"\n\n" + note
        assert ask(written).status_code == 422
    assert ask(LOG.asks(7, 12)).status_code == 200


def test_new_key_of_a_log_is_known_beside_the_old_one(ask):
    with in_consortium():
        know(ForeignLog(key_seed=2).key.verifier.vkey)

    assert ask(LOG.asks(0, 3)).status_code == 200
    assert ask(ForeignLog(key_seed=2).asks(3, 4)).status_code == 200


def test_two_that_ask_at_once_are_not_both_cosigned(ask, witness, database):
    """The protocol's race: of two that follow from the same size, one is told to wait."""
    ask(LOG.asks(0, 4))
    forked = ForeignLog(fork_at=4)

    def asks(log):
        with second_connection(database=database), in_consortium():
            return see(log.asks(4, 6), cosigner=witness)

    with as_superuser(database) as holder, ThreadPoolExecutor(2) as both:
        with holder.transaction():
            holder.execute("SELECT 1 FROM witness_witnessedlog FOR UPDATE")
            waiting = [both.submit(asks, log) for log in (LOG, forked)]
            _wait_until_both_stand_still(database)
        answers = sorted(each.result().status for each in waiting)

    assert answers == [200, 409]
    assert remembered().size == 6


def _wait_until_both_stand_still(database):
    asked = """SELECT count(*) FROM pg_stat_activity
        WHERE datname = %s AND wait_event_type = 'Lock'"""
    with as_superuser() as server:
        while server.execute(asked, [database]).fetchone() != (2,):
            pass


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE witness_witnessedlog SET size = 2",
        "UPDATE witness_witnessedlog SET root = sha256('x')",
        "UPDATE witness_witnessedlog SET origin = 'other'",
        "DELETE FROM witness_witnessedlog",
        "TRUNCATE witness_witnessedlog",
    ],
)
def test_database_lets_a_log_grow_only_whoever_asks(ask, database, change):
    ask(LOG.asks(0, 4))

    with (
        as_superuser(database) as server,
        pytest.raises(Exception, match=r"only|forgets"),
    ):
        server.execute(change)


def test_consortium_s_own_role_takes_no_log_away(ask):
    with in_consortium(), pytest.raises(DatabaseError, match="permission denied"):
        WitnessedLog.objects.all().delete()


def test_witness_is_on_the_consortium_s_host_alone(ask, fjord):
    assert ask(LOG.asks(0, 1), host="fjord.localhost").status_code == 404


def test_key_that_others_can_read_cosigns_nothing(ask, settings):
    os.chmod(settings.AKSON_WITNESS_KEY, 0o644)

    assert ask(LOG.asks(0, 1)).status_code == 503


def test_command_makes_a_key_once_and_knows_logs(witness, tmp_path, capsys):
    vkeys = tmp_path / "vkeys"
    vkeys.write_text(f"fjord {key('log.example/fjord').verifier.vkey}\n")

    call_command("witness", "know", keys=vkeys)

    said = capsys.readouterr().out.splitlines()
    assert said == [
        f"witness {witness.verifier.vkey}",
        f"{ORIGIN}: 0",
        "log.example/fjord: 0",
    ]
    with pytest.raises(CommandError):
        call_command("witness", "make-key")
    vkeys.write_text("no key\n")
    with pytest.raises(CommandError):
        call_command("witness", "know", keys=vkeys)
    assert keys.witness_key().verifier == witness.verifier
