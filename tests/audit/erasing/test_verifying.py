"""What is erased past the decision, or decided by no two persons, is found and named."""

import json
import sys
from uuid import UUID, uuid4

import pytest

from audit.canonical import canonical
from audit.erasing.models import LogErasure, LogErasureConfirmation
from audit.export import verify_akson_log
from audit.export.folder import export_log
from audit.models import AccessEvent
from audit.verifying.erasures import Decision, erased_leaves
from audit.verifying.findings import Wrong
from audit.verifying.runs import verified_log
from tests.audit.erasing.test_erasing import TILE, erase, first_leaves
from tests.database import as_superuser

EVENT, SUBJECT = "fjord.audit_accessevent", "fjord.audit_accesssubject"
LEAF = "fjord.audit_logleaf"


def events(*indices):
    leaves = first_leaves(TILE + 4)
    return [leaves[index] for index in indices]


def delete(server, *indices):
    for event in events(*indices):
        server.execute(f"DELETE FROM {SUBJECT} WHERE event_id = %s", [event])
        server.execute(f"DELETE FROM {EVENT} WHERE id = %s", [event])


def first_kept(server):
    """The first event that was to be kept."""
    delete(server, TILE)
    return Wrong.EVENT_GONE, TILE


def moved_boundary(server):
    """One more than was decided, with all rows of the decision changed to say so."""
    delete(server, TILE)
    for table in ("audit_logerasure", "audit_logerased"):
        server.execute(f"UPDATE fjord.{table} SET leaves = leaves + 1")
    return Wrong.EVENT_GONE, TILE


def no_confirmation(server):
    """That anybody confirmed is gone."""
    server.execute("DELETE FROM fjord.audit_logerased")
    server.execute("DELETE FROM fjord.audit_logerasureconfirmation")
    return Wrong.EVENT_GONE, 0


def no_rows(server):
    """All rows of the decision are gone."""
    no_confirmation(server)
    server.execute("DELETE FROM fjord.audit_logerasure")
    return Wrong.EVENT_GONE, 0


def one_person(server):
    """The confirmation names the proposal's event."""
    server.execute(
        "UPDATE fjord.audit_logerasureconfirmation SET confirmed_event ="
        " (SELECT proposed_event FROM fjord.audit_logerasure)"
    )
    return Wrong.EVENT_GONE, 0


def other_words(server):
    """The proposal's bytes say another number."""
    server.execute(
        f"UPDATE {EVENT} SET body = convert_to(replace(convert_from(body, 'UTF8'),"
        ' \'"leaves":"256"\', \'"leaves":"257"\'), \'UTF8\')'
        " WHERE id = (SELECT proposed_event FROM fjord.audit_logerasure)"
    )
    return Wrong.EVENT_GONE, 0


def other_leaf(server):
    """The leaf of an event that is erased is another."""
    server.execute(
        f"UPDATE {LEAF} SET hash = sha256('x') WHERE era = 2 AND index = %s", [9]
    )
    return Wrong.LEAF_MOVED, 9


def no_leaf(server):
    """The leaf of an event that is erased is gone."""
    server.execute(f"DELETE FROM {LEAF} WHERE era = 2 AND index = %s", [9])
    return Wrong.LEAF_GONE, 9


def other_event(server):
    """In the place of an event that is erased lies another."""
    server.execute(
        f"INSERT INTO {EVENT} (id, recorded_at, verb, outcome, basis, purpose, is_demo, body)"
        " VALUES (%s, now(), 'read', 0, '', '', false, '{}')",
        events(9),
    )
    return Wrong.BODY, 9


def left_rows(server):
    """A patient's row of an event that is erased was put back."""
    server.execute(
        f"INSERT INTO {SUBJECT} (event_id, recorded_at, patient_id, reach)"
        " VALUES (%s, now(), gen_random_uuid(), 1)",
        events(9),
    )
    return Wrong.SUBJECTS, 9


@pytest.mark.parametrize(
    "tamper",
    [
        first_kept,
        moved_boundary,
        no_confirmation,
        no_rows,
        one_person,
        other_words,
        other_leaf,
        no_leaf,
        other_event,
        left_rows,
    ],
)
def test_tampering_around_what_is_erased_is_named(
    fjord, old_log, decide, database, tamper
):
    decide()
    erase()
    with as_superuser(database) as server:
        server.execute("SET session_replication_role = replica")
        for table in (EVENT, SUBJECT, LEAF, *DECISIONS):
            server.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        wrong, index = tamper(server)

    first = verified_log(fjord, None, []).findings[0]

    assert (first.wrong, first.era, first.index) == (wrong, 2, index)


DECISIONS = (
    "fjord.audit_logerasure",
    "fjord.audit_logerasureconfirmation",
    "fjord.audit_logerased",
)


def test_owner_who_erases_without_a_decision_leaves_a_hole_with_a_name(
    fjord, old_log, propose, database
):
    erasure = propose()
    with as_superuser(database) as server:
        server.execute("SET session_replication_role = replica")
        server.execute(
            "INSERT INTO fjord.audit_logerasureconfirmation"
            " (erasure_id, proposed_by, confirmed_by, confirmed_event)"
            " VALUES (%s, %s, %s, %s)",
            [erasure.pk, erasure.proposed_by, uuid4(), uuid4()],
        )
        server.execute(
            "INSERT INTO fjord.audit_logerased (confirmation_id, era, leaves)"
            " VALUES (%s, 2, 256)",
            [erasure.pk],
        )
        server.execute("SET search_path = fjord")
        server.execute("SELECT erase_leaves(2, 0, 1)")

    first = verified_log(fjord, None, []).findings[0]

    assert (first.wrong, first.index) == (Wrong.EVENT_GONE, 0)
    assert first.event_id == first_leaves(1)[0]


@pytest.fixture
def bodies(old_log, decide):
    """The bytes of a decision's two events."""
    erasure = decide()
    confirmation = LogErasureConfirmation.objects.get(pk=erasure.pk)
    ids = (erasure.proposed_event, confirmation.confirmed_event)
    return [bytes(AccessEvent.objects.get(pk=one).body) for one in ids]


def erased_by(one, two):
    from audit.seal.tree import leaf_hash

    return erased_leaves([Decision(one, leaf_hash(one), two, leaf_hash(two))])


def saying(body, *path, value):
    """The same event, saying another thing in one place, sealed as it is."""
    facts = json.loads(body)
    inner = facts
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    return canonical(facts)


def test_only_two_sealed_events_that_agree_decide(bodies):
    one, two = bodies
    proposer = json.loads(one)["actor"]["id"]
    assert erased_by(one, two) == {2: TILE}
    assert erased_leaves([Decision(one, None, two, None)]) == {}
    assert erased_by(two, one) == {}
    assert erased_by(one, one) == {}

    for other in (
        saying(two, "actor", "id", value=proposer),
        saying(two, "detail", "leaves", value="257"),
        saying(two, "detail", "era", value="1"),
        saying(two, "detail", "before", value="2019-01-01T00:00:00+00:00"),
        saying(two, "target", "id", value=str(UUID(int=1))),
        saying(two, "outcome", value=4),
        saying(two, "verb", value="read"),
        saying(two, "actor", value={}),
        saying(two, "detail", value={}),
        b"[]",
        b"\xff",
    ):
        assert erased_by(one, other) == {}


def test_a_decision_about_what_was_young_excuses_nothing(bodies):
    young = LogErasure.objects.get().proposed_at.isoformat()
    one, two = (saying(body, "detail", "before", value=young) for body in bodies)

    assert erased_by(one, two) == {}


def test_what_is_handed_out_after_erasing_is_verified_with_the_number(
    fjord, old_log, decide, tmp_path, monkeypatch, capsys
):
    decide()
    erase()
    export_log(fjord, tmp_path)

    def verified(*arguments):
        monkeypatch.setattr(sys, "argv", ["verify", *map(str, arguments)])
        return verify_akson_log.main()

    assert verified(tmp_path / "2", "--erased", TILE) == 0
    assert verified(tmp_path / "2") == 1
    assert "mangler" in capsys.readouterr().out
