"""The auditor takes one event out with its proof, and anybody verifies it."""

import json
import shutil
from uuid import uuid4

import pytest
from django.utils import timezone

from audit.review.proofs.bundle import Told, bundle
from audit.verbs import Outcome, Verb
from tests.audit.cosigning.conftest import cosign, known, port, witness
from tests.audit.export.conftest import verified_alone
from tests.audit.review.proofs.unpacked import (
    PAPER,
    VERIFIER,
    asked,
    unpack,
    unpack_bytes,
)
from tests.audit.review.screens import LOG, text_of
from tests.audit.sealing.conftest import key_folder, seal

__all__ = [
    "cosign",
    "key_folder",
    "known",
    "port",
    "seal",
    "verified_alone",
    "witness",
]


def test_auditor_takes_an_event_out_and_a_stranger_verifies_it(
    world, auditor, happened, readings, seal, verified_alone, tmp_path
):
    event = happened(of=world.ola)
    seal()

    answer = auditor.post(f"{LOG}{event}/bevis/")

    names = unpack(answer, tmp_path)
    assert names == sorted(
        ["hendelse-0001.json", "hendelse-0001.tlog-proof", "policy", PAPER, VERIFIER]
    )
    verified, said = verified_alone(*asked(tmp_path, "hendelse-0001"))
    assert verified == 0, said
    assert str(event) in said
    assert (tmp_path / PAPER).read_bytes().startswith(b"%PDF-1.7")
    assert b"pdfuaid" in (tmp_path / PAPER).read_bytes()
    (reading,) = readings(Verb.LOG_EXPORTED)
    body = json.loads(bytes(reading.body))
    assert body["target"] == {"id": str(event), "type": "audit.AccessEvent"}
    assert str(event) not in answer["Content-Disposition"]


def test_event_that_is_not_sealed_yet_is_told_so_on_its_page(world, auditor, happened):
    event = happened(of=world.ola)

    answer = auditor.post(f"{LOG}{event}/bevis/", follow=True)

    assert answer.redirect_chain == [(f"{LOG}{event}/", 303)]
    assert "ikke er forseglet ennå. Vent noen sekunder og prøv igjen." in text_of(
        answer
    )


def test_keys_that_are_not_here_are_asked_for_elsewhere(
    world, auditor, happened, seal, key_folder, tmp_path
):
    event = happened(of=world.ola)
    seal()
    shutil.rmtree(key_folder)

    names = unpack(auditor.post(f"{LOG}{event}/bevis/"), tmp_path)

    assert "policy" not in names
    assert PAPER in names


def test_what_witnesses_have_signed_is_verified_by_them(
    world, happened, known, seal, cosign, verified_alone, tmp_path
):
    first = happened(of=world.ola)
    seal()
    alone = bundle([told(first)], language="nb")
    cosign()
    second = happened(of=world.ola)
    seal()

    both = bundle([told(first), told(second)], language="nb")

    for name, file in {"alone": alone, "both": both}.items():
        names = unpack_bytes(file, tmp_path / name)
        assert len([one for one in names if one.endswith(".json")]) == 1
        assert verified_alone(*asked(tmp_path / name, "hendelse-0001"))[0] == 0
    policies = [(tmp_path / name / "policy").read_text() for name in ("alone", "both")]
    assert ["quorum none" in policy for policy in policies] == [True, False]


def told(event):
    return Told(event, timezone.now(), "Siri Sykepleier", "Leste journalen")


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_page_is_written_in_both_languages(world, happened, seal, language):
    event = happened(of=world.ola)
    one = Told(event, timezone.now(), "#panic() Siri", "Leste *journalen*")
    seal()

    assert bundle([one], language=language, left_out=2) is not None


def test_others_may_not_take_an_event_out(world, at_the_screen, happened, readings):
    event = happened(of=world.ola)

    answer = at_the_screen(world.leader).post(f"{LOG}{event}/bevis/")

    assert answer.status_code == 403
    assert readings(Verb.LOG_EXPORTED) == []
    assert len(readings(outcome=Outcome.REFUSED)) == 1


def test_event_that_is_not_there_is_not_found(auditor, readings):
    assert auditor.post(f"{LOG}{uuid4()}/bevis/").status_code == 404
    assert readings(Verb.LOG_EXPORTED) == []
