"""The oldest events are erased by two persons' decision; all proofs hold, and nothing more goes."""

from datetime import UTC, datetime, timedelta
from io import StringIO
from uuid import uuid4

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError

from access.errors import RightsError
from audit import log
from audit.erasing import store
from audit.erasing.models import LogErased, LogErasure
from audit.erasing.store import Part
from audit.models import AccessEvent, AccessSubject, LogLeaf
from audit.review.retention import services
from audit.verbs import Verb
from audit.verifying.findings import Wrong
from audit.verifying.runs import verified_log
from tenants import roles
from tests.attacks.doors import entry, query, subject
from tests.audit.erasing.conftest import OLD
from tests.database import as_login, as_superuser

TILE = 256


def erase():
    """Carry out what is decided, as the operator does."""
    out = StringIO()
    with as_login(roles.MIGRATOR):
        call_command("erase_log", "fjord", stdout=out)
    return out.getvalue()


def first_leaves(number, *, era=2):
    leaves = LogLeaf.objects.filter(era=era, index__lt=number).order_by("index")
    return list(leaves.values_list("event_id", flat=True))


def test_two_auditors_decide_and_what_is_old_is_gone_while_all_proofs_hold(
    world, fjord, old_log, decide, seal
):
    before = AccessEvent.objects.count()
    decide()

    said = erase()

    assert said == f"fjord: {TILE} hendelser er slettet.\n"
    gone = first_leaves(TILE)
    assert len(gone) == TILE
    assert not AccessEvent.objects.filter(pk__in=gone).exists()
    assert not AccessSubject.objects.filter(event_id__in=gone).exists()
    # The two steps, and that it was carried out, are what came to it.
    assert AccessEvent.objects.count() == before + 3 - TILE
    log.append(entry(world.nurse, subject(world.ola)))
    seal()
    report = verified_log(fjord, None, [])
    assert report.findings == []
    assert report.erased == TILE
    assert erase() == ""


def test_verification_says_how_much_was_erased(fjord, old_log, decide):
    decide()
    erase()
    out = StringIO()

    with as_login(roles.WORKER):
        call_command("verify_log", "fjord", stdout=out)

    assert f"{TILE} slettet etter vedtak" in out.getvalue()


def test_an_ended_tree_may_be_erased_to_its_last_leaf(
    fjord, old_log, begin_era, decide
):
    begin_era()

    decide()
    erase()

    assert verified_log(fjord, None, []).erased == OLD


def test_what_is_to_be_kept_is_not_offered(world, seal, write_old, begin_era):
    seal()
    write_old(TILE, ago=timedelta(days=6 * 366))
    begin_era()

    assert store.erasable() == []


def test_sign_ins_are_kept_for_five_years_and_readings_for_ten(
    world, seal, write_old, begin_era
):
    seal()
    write_old(TILE, ago=timedelta(days=6 * 366), verb=Verb.SIGNED_IN)
    write_old(TILE, ago=timedelta(days=6 * 366))
    begin_era()

    (part,) = store.erasable()
    assert (part.era, part.events) == (2, TILE)


def test_nobody_decides_alone(world, old_log, propose, seal):
    erasure = propose()

    with pytest.raises(RightsError, match="En annen revisor"):
        services.confirm(erasure, by=world.auditor)

    seal()
    assert erase() == ""
    with as_login(roles.MIGRATOR), pytest.raises(DatabaseError, match="to personer"):
        as_owner("SELECT begin_erasing(%s)", [erasure.pk])


def as_owner(statement, params=None):
    query("SET search_path = fjord, extensions")
    return query(statement, params)


def test_nothing_is_erased_before_the_decision_is_sealed(
    old_log, propose, second_auditor
):
    services.confirm(propose(), by=second_auditor)

    with pytest.raises(CommandError, match="forseglede"):
        erase()

    assert LogErased.objects.count() == 0


def test_what_was_seen_must_be_what_is_proposed(world, old_log):
    with pytest.raises(RightsError, match="endret"):
        services.propose(by=world.auditor, era=2, leaves=TILE + 1)
    with pytest.raises(RightsError, match="endret"):
        services.propose(by=world.auditor, era=1, leaves=TILE)

    assert LogErasure.objects.count() == 0


def test_a_proposal_is_confirmed_once(world, old_log, propose, second_auditor):
    erasure = propose()
    services.confirm(erasure, by=second_auditor)

    with pytest.raises(RightsError, match="før"):
        services.confirm(erasure, by=second_auditor)


def test_erasing_that_was_interrupted_goes_on(
    fjord, old_log, decide, database, monkeypatch
):
    erasure = decide()
    with as_superuser(database) as server:
        server.execute("SET search_path = fjord")
        server.execute("SELECT begin_erasing(%s)", [erasure.pk])
        server.execute("SELECT erase_leaves(2, 0, 100)")
    assert verified_log(fjord, None, []).findings == []

    assert erase() == f"fjord: {TILE - 100} hendelser er slettet.\n"

    assert verified_log(fjord, None, []).erased == TILE


INSERT = """INSERT INTO audit_logerasure
  (id, era, leaves, before, proposed_by, proposed_event) VALUES (%s, 2, 256, now(), %s, %s)"""


def test_nobody_proposes_or_confirms_in_another_s_name(
    world, old_log, propose, second_auditor
):
    erasure = propose()
    event = log.append(entry(world.nurse))
    confirm = """INSERT INTO audit_logerasureconfirmation
      (erasure_id, proposed_by, confirmed_by, confirmed_event) VALUES (%s, %s, %s, %s)"""

    with log.open_door(event), pytest.raises(DatabaseError, match="row-level security"):
        query(INSERT, [uuid4(), second_auditor.user_id, event[0]])
    with pytest.raises(DatabaseError, match="row-level security"):
        query(INSERT, [uuid4(), world.auditor.user_id, uuid4()])
    for proposer, confirmer in (
        (world.auditor.user_id, second_auditor.user_id),
        (world.nurse.user_id, world.nurse.user_id),
        (second_auditor.user_id, world.nurse.user_id),
    ):
        event = log.append(entry(world.nurse))
        with pytest.raises(DatabaseError), log.open_door(event):
            query(confirm, [erasure.pk, proposer, confirmer, event[0]])


@pytest.mark.parametrize("login", [roles.APP, roles.WORKER])
def test_application_erases_nothing_that_is_decided(fjord, old_log, decide, login):
    from tenants.context import in_municipality

    erasure = decide()

    with as_login(login), in_municipality(fjord):
        for statement in (
            f"SELECT begin_erasing('{erasure.pk}')",
            "SELECT erase_leaves(2, 0, 256)",
            f"INSERT INTO audit_logerased VALUES ('{erasure.pk}', 2, 9, now())",
            "DELETE FROM audit_accessevent",
            "UPDATE audit_logerasure SET leaves = 9",
            "DELETE FROM audit_logerasureconfirmation",
        ):
            with pytest.raises(DatabaseError, match="permission denied"):
                query(statement)


def test_owner_erases_nothing_but_what_is_decided(old_log, decide, database):
    erasure = decide()
    kept = first_leaves(OLD)[TILE]

    with as_superuser(database) as server:
        server.execute("SET ROLE akson_owner")
        server.execute("SET search_path = fjord")
        for statement in (
            "SELECT erase_leaves(2, 0, 256)",  # not begun
            "DELETE FROM audit_accesssubject",
            "DELETE FROM audit_logerasure",
            "TRUNCATE audit_logerased",
        ):
            with pytest.raises(psycopg.Error, match="kan ikke endres"):
                server.execute(statement)
        server.execute("SELECT begin_erasing(%s)", [erasure.pk])
        for statement in (
            "SELECT erase_leaves(2, 0, 257)",
            "SELECT erase_leaves(1, 0, 1)",
            f"DELETE FROM audit_accesssubject WHERE event_id = '{kept}'",
            f"UPDATE audit_accessevent SET verb = 'x' WHERE id = '{first_leaves(1)[0]}'",
        ):
            with pytest.raises(psycopg.Error, match="kan ikke endres"):
                server.execute(statement)

    assert AccessEvent.objects.filter(pk__in=first_leaves(OLD)).count() == OLD


def test_a_decision_about_what_must_be_kept_is_refused_by_the_database(
    world, seal, write_old, begin_era, database, second_auditor, propose
):
    seal()
    write_old(OLD)
    begin_era()
    erasure = propose()
    services.confirm(erasure, by=second_auditor)
    seal()
    with as_superuser(database) as server:  # an event of yesterday among the old ones
        server.execute("ALTER TABLE fjord.audit_accessevent DISABLE TRIGGER USER")
        server.execute(
            "UPDATE fjord.audit_accessevent SET stored_at = now() WHERE id = %s",
            [first_leaves(OLD)[100]],
        )

    with pytest.raises(CommandError, match="ennå skal lagres"):
        erase()


def test_two_persons_cannot_decide_about_what_must_be_kept(
    world, fjord, seal, second_auditor, database, monkeypatch
):
    seal()
    young = LogLeaf.objects.count()
    now = datetime.now(UTC)
    monkeypatch.setattr(store, "erasable", lambda: [Part(1, 0, young, now, now)])
    services.propose(by=world.auditor, era=1, leaves=young)
    erasure = LogErasure.objects.get()
    services.confirm(erasure, by=second_auditor)
    seal()

    with pytest.raises(CommandError, match="ennå skal lagres"):
        erase()

    with as_superuser(database) as server:  # who goes past it is found
        server.execute("SET session_replication_role = replica")
        server.execute(
            "INSERT INTO fjord.audit_logerased (confirmation_id, era, leaves)"
            " VALUES (%s, 1, %s)",
            [erasure.pk, young],
        )
        server.execute("SET search_path = fjord")
        server.execute("SELECT erase_leaves(1, 0, %s)", [young])
    assert verified_log(fjord, None, []).findings[0].wrong is Wrong.EVENT_GONE
