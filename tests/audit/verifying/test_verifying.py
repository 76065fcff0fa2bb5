"""An honest log is never accused; whatever is changed after sealing is found and named."""

from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from io import StringIO
from uuid import uuid4

import pytest
from django.core.management import CommandError, call_command

from audit import log
from audit.entry import Posting, Subject
from audit.models import AccessEvent, LogCheckpoint, LogLeaf
from audit.sealing import keys, sealer
from audit.verbs import Outcome, Reach, Verb
from audit.verifying.findings import FINDINGS_MAX
from tenants import roles
from tenants.context import in_municipality
from tests.attacks.doors import entry, subject
from tests.audit.verifying.tampering import WAYS, is_named, keep, put_back
from tests.database import as_login, as_superuser


def verified(*arguments, **options):
    """What the command says, and whether it is content."""
    out = StringIO()
    try:
        with as_login(roles.WORKER):
            call_command("verify_log", "fjord", *arguments, stdout=out, **options)
    except CommandError:
        return False, out.getvalue()
    return True, out.getvalue()


def findings(fjord):
    from audit.verifying.runs import verified_log

    return verified_log(fjord, None, []).findings


@pytest.fixture
def many_sorts(world):
    """Write an event of each sort."""

    def write():
        ola = subject(world.ola)
        kari = Subject(uuid4(), uuid4(), Reach.RECORD)
        limited = replace(kari, kinds=("besok", "critical"), until=datetime.now(UTC))
        sorts = [
            entry(world.nurse),
            entry(world.nurse, ola, outcome=Outcome.REFUSED, refusal="no_relation"),
            entry(world.nurse, replace(limited, hidden=(uuid4(), uuid4()))),
            entry(world.nurse, replace(kari, kinds=())),
            entry(
                world.nurse,
                *(Subject(uuid4(), None, Reach.IDENTITY) for _ in range(40)),
                verb=Verb.LISTED,
                postings=(Posting(uuid4(), "lege"), Posting(uuid4(), "leder")),
            ),
        ]
        for one in sorts:
            log.append(one)
        long = [Subject(uuid4(), None, Reach.IDENTITY) for _ in range(301)]
        log.append(entry(world.nurse, *long, verb=Verb.LISTED))

    return write


def test_honest_log_is_not_accused(many_sorts, write, seal, fjord):
    demo = replace(
        entry_of_the_demo(), id=uuid4(), recorded_at=datetime(2026, 1, 2, 3, tzinfo=UTC)
    )
    with as_login(roles.MIGRATOR), in_municipality(fjord):
        log.append_demo([demo])
    for _ in range(4):
        many_sorts()
        seal()
    write(5)  # not sealed yet

    is_content, said = verified()

    assert is_content, said
    events = LogLeaf.objects.count()
    assert f"fjord: {events} forseglede hendelser, 4 sjekkpunkter, 0 feil" in said
    assert AccessEvent.objects.count() == events + 5


def entry_of_the_demo():
    from tests.audit.test_append import full

    return replace(
        full(), is_demo=True, subjects=(Subject(uuid4(), None, Reach.IDENTITY),)
    )


def test_honest_log_is_not_accused_in_a_new_era(write, seal, fjord):
    write(3)
    seal()
    with as_login(roles.SEALER):
        sealer.begin_era(fjord, reason="moved")
    write(3)
    seal()
    write(1)

    assert verified()[0]


def test_log_that_is_not_sealed_yet_is_not_accused(fjord):
    assert verified() == (
        True,
        "fjord: 0 forseglede hendelser, 0 sjekkpunkter, 0 feil\n",
    )


@pytest.fixture
def long_log(write, seal, database):
    """A log longer than a tile, and a way to tamper with it that is taken back."""
    for number in (100, 90, 70, 20, 10):
        write(number)
        seal()
    with as_superuser(database) as server:
        keep(server)

        @contextmanager
        def tampered(way, index):
            event = LogLeaf.objects.get(pk=(1, index)).event_id
            way(server, index, event)
            yield event
            put_back(server)

        yield tampered


def test_every_way_to_tamper_is_found_and_the_event_named(long_log, fjord):
    size = LogLeaf.objects.count()
    wrong = {}
    for name, (way, _expected) in WAYS.items():
        for index in (0, size // 3, 255, size - 1):
            with long_log(way, index) as event:
                found = findings(fjord)
            if not is_named(found, name, index, event):
                wrong[name, index] = [str(each) for each in found]

    assert wrong == {}
    assert findings(fjord) == []
    assert size > 256


def test_much_that_is_wrong_is_told_in_part(write, seal, fjord, database):
    write(FINDINGS_MAX + 10)
    seal()
    with as_superuser(database) as server:
        server.execute("ALTER TABLE fjord.audit_accessevent DISABLE TRIGGER ALL")
        server.execute("UPDATE fjord.audit_accessevent SET basis = 'team'")

    is_content, said = verified()

    assert not is_content
    assert said.count("hendelse ") == FINDINGS_MAX
    assert "(basis)" in said


def test_checkpoint_kept_elsewhere_shows_a_log_that_was_cut(
    write, seal, fjord, tmp_path, key_folder
):
    write(3)
    seal()
    kept = tmp_path / "kept.checkpoint"
    kept.write_text(LogCheckpoint.objects.get().note)
    assert verified(checkpoint=[kept])[0]

    kept.write_text(
        LogCheckpoint.objects.get().note.replace(f"/{fjord.pk}/1", f"/{fjord.pk}/2")
    )
    assert (
        "loggen er signert, men har ingen forsegling" in verified(checkpoint=[kept])[1]
    )


def test_keys_of_a_file_are_believed_and_no_others(write, seal, fjord, tmp_path):
    write()
    seal()
    origin = sealer.origin_of(fjord, 1)
    file = tmp_path / "public.keys"
    file.write_text(f"fjord {keys.verifier_keys(fjord.pk, origin)[0].vkey}\n")
    assert verified(keys=file)[0]

    keys.make_key(fjord.pk)
    file.write_text(f"{keys.verifier_keys(fjord.pk, origin)[1].vkey}\n")
    assert "ikke signert av loggen" in verified(keys=file)[1]
    for wrong in ("no key\n", "\n"):
        file.write_text(wrong)
        with pytest.raises(CommandError, match="Nøklene"):
            call_command("verify_log", "fjord", keys=file)


def test_file_that_is_no_checkpoint_is_refused(fjord, tmp_path):
    with pytest.raises(CommandError, match="Sjekkpunktet"):
        call_command("verify_log", "fjord", checkpoint=[tmp_path / "none"])
