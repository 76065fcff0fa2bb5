"""Keys lie outside the database, for the sealer alone, and are changed without a gap."""

import stat
from io import StringIO
from uuid import uuid4

import pytest
from django.core.management import CommandError, call_command

from audit.models import LogCheckpoint
from audit.seal import notes
from audit.sealing import keys, sealer
from audit.sealing.keys import SealKeyError
from tenants import roles
from tests.database import as_login

HERE = uuid4()
ORIGIN = "akson.example/log/1"


def mode_of(file):
    return stat.S_IMODE(file.stat().st_mode)


def test_first_key_is_made_where_that_is_meant_and_nobody_else_reads_it(key_folder):
    (key,) = keys.signing_keys(HERE, ORIGIN)

    folder = key_folder / str(HERE)
    assert sorted(file.name for file in folder.iterdir()) == ["1.pem", "1.pub"]
    assert (mode_of(folder), mode_of(folder / "1.pem")) == (0o700, 0o600)
    assert keys.verifier_keys(HERE, ORIGIN) == [key.verifier]
    (again,) = keys.signing_keys(HERE, ORIGIN)
    assert again.verifier == key.verifier


def test_no_key_is_made_in_production(settings):
    settings.AKSON_LOG_KEYS_ARE_MADE = False
    with pytest.raises(SealKeyError, match="no key"):
        keys.signing_keys(HERE, ORIGIN)

    settings.AKSON_LOG_KEYS = ""
    with pytest.raises(SealKeyError, match="AKSON_LOG_KEYS"):
        keys.signing_keys(HERE, ORIGIN)


def test_key_that_was_lost_is_not_replaced_in_silence(key_folder):
    keys.signing_keys(HERE, ORIGIN)
    (key_folder / str(HERE) / "1.pem").unlink()

    with pytest.raises(SealKeyError, match="no key"):
        keys.signing_keys(HERE, ORIGIN)


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660])
def test_key_that_others_can_read_is_not_used(key_folder, mode):
    keys.make_key(HERE)
    (key_folder / str(HERE) / "1.pem").chmod(mode)

    with pytest.raises(SealKeyError, match="0600"):
        keys.signing_keys(HERE, ORIGIN)


def test_both_keys_sign_while_one_takes_over_from_the_other(write, seal, fjord):
    write()
    seal()
    assert keys.make_key(fjord.pk) == 2
    write()
    seal()
    keys.retire_key(fjord.pk, 1)
    write()
    seal()

    origin = sealer.origin_of(fjord, 1)
    old, new = keys.verifier_keys(fjord.pk, origin)
    written = LogCheckpoint.objects.order_by("size").values_list("note", flat=True)
    signed = [notes.parse(note).verified_by([old, new]) for note in written]
    assert signed[-3:] == [[old], [old, new], [new]]


def test_last_key_is_not_retired(fjord):
    keys.make_key(HERE)

    for number in (1, 2):
        with pytest.raises(SealKeyError):
            keys.retire_key(HERE, number)
    assert keys.signing_keys(HERE, ORIGIN)


def told(*arguments, **options):
    out = StringIO()
    with as_login(roles.SEALER):
        call_command(*arguments, stdout=out, **options)
    return out.getvalue().splitlines()


def test_command_makes_lists_and_retires_keys(fjord, fjell, write, seal):
    made = told("log_key", "make")
    assert [line.split()[0] for line in made] == ["fjell", "fjord"]

    both = told("log_key", "make", "fjord")
    assert len(both) == 2
    assert made[1] in both
    assert told("log_key", "retire", "fjord", number=1) == both
    assert told("log_key", "list", "fjord") == both
    write()
    seal()
    signed = LogCheckpoint.objects.get().note
    vkeys = [
        key.vkey for key in keys.verifier_keys(fjord.pk, sealer.origin_of(fjord, 1))
    ]
    assert [f"fjord {vkey}" for vkey in vkeys] == both
    assert len(notes.parse(signed).signatures) == 1


@pytest.mark.parametrize(
    ("arguments", "options"),
    [
        (("log_key", "retire", "fjord"), {"number": 1}),  # the only one
        (("log_key", "retire", "fjord"), {}),
        (("log_key", "list", "dal"), {}),
        (("begin_log_era", "dal"), {"reason": "moved"}),
    ],
)
def test_command_that_cannot_be_done_says_so(fjord, arguments, options):
    keys.make_key(fjord.pk)

    with pytest.raises(CommandError):
        told(*arguments, **options)


def test_command_begins_an_era(fjord, write, seal):
    write()
    seal()

    (origin,) = told("begin_log_era", "fjord", reason="moved to a new server")

    assert origin == sealer.origin_of(fjord, 2)
    assert LogCheckpoint.objects.get(era=2).size == 0
