"""The auditor's page of the seal: when it was sealed, who saw it, and what the night found."""

import re

import pytest

from audit.verifying.runs import verify_new
from tenants import roles
from tests.audit.cosigning.conftest import cosign, known, port, witness
from tests.audit.sealing.conftest import key_folder, seal, write, write_many
from tests.audit.sealing.looking import newest, past_the_triggers
from tests.database import as_login

__all__ = [
    "cosign",
    "key_folder",
    "known",
    "port",
    "seal",
    "witness",
    "write",
    "write_many",
]
PAGE = "/logg/forsegling/"


def text(answer):
    assert answer.status_code == 200
    main = answer.content.decode().partition("<main")[2]
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())


@pytest.fixture
def verify(fjord):
    def verify():
        with as_login(roles.WORKER):
            verify_new(fjord)

    return verify


def test_page_says_that_all_is_well(auditor, known, write, seal, cosign, verify):
    write(3)
    seal()
    cosign()
    verify()

    said = text(auditor.get(PAGE))

    assert "Loggen er slik den ble forseglet" in said
    assert "konsortium.example/witness Har skrevet under" in said
    assert "Sist etterprøvd" in said


def test_page_says_what_is_not_done_yet(auditor, fjord):
    said = text(auditor.get(PAGE))

    assert "Noe er ikke gjort i tide" in said
    assert "Ingenting er forseglet ennå." in said
    assert "Ingen vitner er spurt." in said
    assert "Ikke etterprøvd ennå." in said


def test_page_names_the_event_that_was_changed(auditor, write, seal, verify, database):
    (first, *_rest) = write(3)
    seal()
    past_the_triggers(
        database,
        f"UPDATE fjord.audit_accessevent SET body = body || ' ' WHERE id = '{first}'",
    )
    verify()

    answer = auditor.get(PAGE)

    assert "En hendelse er endret etter at den ble forseglet." in text(answer)
    assert f"/logg/{first}/" in answer.content.decode()


def test_page_says_that_a_witness_refuses(
    auditor, known, write, seal, cosign, database
):
    first = newest().size
    write(2)
    seal()
    cosign()
    past_the_triggers(
        database, f"DELETE FROM fjord.audit_logcheckpoint WHERE size > {first}"
    )
    cosign()

    said = text(auditor.get(PAGE))
    assert "Loggen er kanskje ikke slik den ble forseglet" in said
    assert "Loggen er kortere enn den vitnet har sett." in said


def test_nobody_but_an_auditor_sees_it(at_the_screen, world):
    assert at_the_screen(world.nurse).get(PAGE).status_code == 403
