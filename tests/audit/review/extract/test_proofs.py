"""A patient is given his extract with proofs, which tell him nothing of other patients."""

import json
from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from audit.entry import Query, Subject
from audit.verbs import Outcome, Reach, Verb
from tests.audit.export.conftest import verified_alone
from tests.audit.review.proofs.unpacked import PAPER, asked, unpack
from tests.audit.review.screens import text_of
from tests.audit.sealing.conftest import key_folder, seal

__all__ = ["key_folder", "seal", "verified_alone"]


@pytest.fixture
def ask(world, at_the_screen):
    """Ask for the proofs as somebody, of the days round today."""
    today = timezone.localdate()
    since, until = (f"{today + timedelta(days=days):%d.%m.%Y}" for days in (-3, 1))

    def ask(by=world.leader, **options):
        return at_the_screen(by).get(
            f"/records/{world.ola.record_id}/log/proofs/",
            {"since": since, "until": until, "lang": "nb"},
            **options,
        )

    return ask


def test_patient_is_given_proofs_of_what_says_nothing_of_others(
    world, happened, readings, seal, ask, verified_alone, tmp_path
):
    him = Subject(world.ola.patient_id, world.ola.record_id, Reach.RECORD)
    alone = [happened(subjects=(him,), minutes_ago=m) for m in (30, 20)]
    also = Subject(world.ola.patient_id, uuid4(), Reach.RECORD)
    twice = happened(subjects=(him, also), minutes_ago=10)
    other = uuid4()
    listed = (Subject(world.ola.patient_id), Subject(other))
    happened(subjects=listed, verb=Verb.LISTED)
    happened(of=world.ola, verb=Verb.SEARCHED, query=Query("name", "Kari Nord"))
    seal()

    names = unpack(ask(), tmp_path)

    entries = [tmp_path / name for name in names if name.endswith(".json")]
    told = [json.loads(entry.read_bytes()) for entry in entries]
    mine = [*map(str, alone), str(twice)]
    assert [body["id"] for body in told if body["id"] in mine] == mine
    assert len(told) == len(mine) + 1  # that he was registered
    everything = b"".join((tmp_path / name).read_bytes() for name in names)
    assert str(other).encode() not in everything
    assert b"Kari Nord" not in everything
    for number in (1, len(told)):
        answer, said = verified_alone(*asked(tmp_path, f"hendelse-{number:04}"))
        assert answer == 0, said
    assert {"innsyn-i-logg.pdf", PAPER, "policy"} <= set(names)
    (event,) = readings(Verb.HANDED_OUT_LOG)
    detail = json.loads(bytes(event.body))["detail"]
    assert (detail["what"], detail["printed_for"]) == ("proofs", "patient")


def test_what_is_too_new_to_be_proved_is_told_on_the_page(world, happened, ask):
    happened(of=world.ola)

    answer = ask(follow=True)

    assert answer.request["PATH_INFO"] == f"/records/{world.ola.record_id}/log/"
    assert "ikke er forseglet ennå. Vent noen sekunder" in text_of(answer)


@pytest.mark.parametrize("who", ["nurse", "auditor"])
def test_others_may_not_and_the_log_says_they_tried(world, readings, ask, who):
    assert ask(getattr(world, who)).status_code == 403
    assert len(readings(Verb.HANDED_OUT_LOG, Outcome.REFUSED)) == 1
