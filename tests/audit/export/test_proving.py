"""One event handed out with its proof: for whom asks at the server, and who asks for many."""

from io import StringIO
from uuid import uuid4

import pytest
from django.core.management import CommandError, call_command

from audit.export.folder import VERIFIER
from audit.export.proving import prove_all
from audit.models import AccessEvent
from audit.verbs import Verb
from tenants.context import in_municipality


@pytest.fixture
def command(tmp_path):
    """Ask for an event's proof at the server; gives the folder it was written to."""

    def ask(event_id):
        call_command(
            "prove_event",
            "fjord",
            str(event_id),
            to=tmp_path / "given",
            stdout=StringIO(),
        )
        return tmp_path / "given"

    return ask


def test_event_is_handed_out_with_all_a_stranger_needs_and_that_is_logged(
    fjord, write, write_many, seal, command, verified_alone
):
    (event_id,) = write()
    write_many(300)
    seal()

    given = command(event_id)

    answer, said = verified_alone(
        given / VERIFIER.name,
        *("--policy", given / "policy"),
        *("--proof", given / f"{event_id}.tlog-proof"),
        *("--entry", given / f"{event_id}.json"),
    )
    assert answer == 0, said
    assert str(event_id) in said
    with in_municipality(fjord):
        event = AccessEvent.objects.get(verb=Verb.LOG_EXPORTED)
        kept = bytes(AccessEvent.objects.get(pk=event_id).body)
    assert f'"id":"{event_id}","type":"audit.AccessEvent"'.encode() in bytes(event.body)
    assert (given / f"{event_id}.json").read_bytes() == kept


def test_event_is_handed_out_again_with_a_newer_proof(write, seal, command):
    (event_id,) = write()
    seal()
    first = (command(event_id) / f"{event_id}.tlog-proof").read_text()
    write(3)
    seal()

    assert (command(event_id) / f"{event_id}.tlog-proof").read_text() != first


def test_event_that_is_not_sealed_or_not_there_is_told_so(fjord, write, command):
    (event_id,) = write()

    with pytest.raises(CommandError, match="ikke forseglet ennå"):
        command(event_id)
    with pytest.raises(CommandError, match="ingen slik hendelse"):
        command(uuid4())
    with in_municipality(fjord):
        assert AccessEvent.objects.filter(verb=Verb.LOG_EXPORTED).count() == 1


def test_many_are_proved_in_the_order_of_the_log_without_those_that_wait(
    fjord, write, write_many, seal
):
    early = write(2)
    write_many(600)
    late = write(2)
    seal()
    waiting = write(1)

    with in_municipality(fjord):
        proven = list(prove_all([*late, *waiting, *early, uuid4()]))

    assert [each.event_id for each in proven] == [*early, *late]
