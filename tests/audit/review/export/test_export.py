"""The log as a file: what stands in it, what does not, and that the log tells of it."""

import json
import re
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from access.models import CaseOrigin
from access.oversight.cases.looked import looked
from access.oversight.cases.services import make_case, open_up
from audit.entry import Client, Grounds, Target
from audit.review.rules.log_filter import Named
from audit.review.rules.pseudonyms import pseudonym
from audit.verbs import Verb
from tests import world as worlds
from tests.audit.review.export.taking import (
    CHOSEN,
    MARK,
    NOON,
    export,
    of_nurse,
    rows_of,
)


@pytest.fixture
def opened(world, happened):
    """A case about the nurse's week, which the auditor has opened."""
    event = happened(at=NOON + timedelta(hours=1), of=world.ola)
    case = make_case(looked([event]), by=world.auditor, origin=CaseOrigin.AUDITOR)
    open_up(case, by=world.auditor)
    return case


def test_file_says_what_the_screen_says_and_not_who(world, happened):
    ref = uuid4()
    event = happened(
        at=NOON,
        of=world.ola,
        grounds=Grounds("episode", "TREAT", ref, service="15"),
        target=Target("Note", "n1"),
        client=Client(
            address="10.0.0.7", session="abc", request_id="r1", user_agent="Firefox"
        ),
    )

    file = export(CHOSEN, world)

    (row,) = rows_of(file)
    assert file.startswith(b"\xef\xbb\xbfTidspunkt;Hvem;")
    assert file.endswith(b"\r\n")
    assert row["Tidspunkt"] == "06.05.2026 12:00:00"
    assert re.fullmatch(f"Ansatt {MARK}", row["Hvem"])
    assert row["Helsepersonellkategori"] == "Sykepleier"
    assert row["Enhet"] == "Hjemmetjenesten nord"
    assert row["Handling"] == "Leste journalen"
    assert row["Utfall"] == "Gjennomført"
    assert row["Grunnlag"] == "Aktivt opphold ved enheten"
    assert row["Formål"] == "Helsehjelp (TREAT)"
    assert row["Antall pasienter"] == "1"
    assert re.fullmatch(f"Pasient {MARK}", row["Pasienter"])
    assert re.fullmatch(f"Note {MARK}", row["Gjelder"])
    assert row["Demodata"] == "Nei"
    told = file.decode()
    for known in ("Siri", "Fjellheim", pseudonym(world.ola.patient_id), str(event)):
        assert known not in told
    for known in (str(ref), "n1", "10.0.0.7", "Firefox", "abc", "r1"):
        assert known not in row.values()
    assert str(world.nurse.user_id) not in told


def test_marks_are_the_same_in_one_file_and_others_in_the_next(world, happened):
    kari = worlds.patient(world.clerk, "Kari", "Nabo")
    happened(at=NOON, of=[world.ola, kari], verb=Verb.LISTED)
    happened(at=NOON, of=world.ola, by=world.stranger)
    happened(at=NOON, of=kari)

    first, second = (rows_of(export(CHOSEN, world)) for _ in range(2))

    for rows in (first, second):
        assert len({row["Hvem"] for row in rows}) == 2
        marks = [set(re.findall(MARK, row["Pasienter"])) for row in rows]
        assert sorted(map(len, marks)) == [1, 1, 2]
        assert len(set.union(*marks)) == 2
    for column in ("Hvem", "Pasienter", "Hendelse"):
        seen = [
            set(re.findall(MARK, " ".join(r[column] for r in f)))
            for f in (first, second)
        ]
        assert seen[0].isdisjoint(seen[1])


def test_employees_week_has_names_once_its_case_is_opened(
    world, happened, opened, readings
):
    happened(at=NOON, of=world.ola, client=Client(address="10.0.0.7"))

    file = export(of_nurse(world), world)

    first = rows_of(file)[-1]
    assert first["Hvem"] == "Siri Sykepleier"
    assert first["Pasienter"] == f"Pasient {pseudonym(world.ola.patient_id)}"
    assert first["Nettadresse (IP)"] == "10.0.0.7"
    said = json.loads(bytes(readings(Verb.LOG_EXPORTED)[-1].body))
    assert said["target"] == {"type": "access.ReviewCase", "id": str(opened.pk)}


@pytest.mark.parametrize("beyond", ["another", "longer", "everybody"])
def test_what_the_case_is_not_about_has_marks_all_the_same(
    world, happened, opened, beyond
):
    happened(at=NOON, of=world.ola)
    chosen = {
        "another": replace(CHOSEN, actor=Named(world.stranger.user_id, "Frank")),
        "longer": of_nurse(world, until=NOON.date() + timedelta(days=7)),
        "everybody": CHOSEN,
    }[beyond]

    assert b"Siri" not in export(chosen, world)


def test_case_that_nobody_has_opened_gives_no_names(world, happened):
    event = happened(at=NOON, of=world.ola)
    make_case(looked([event]), by=world.auditor, origin=CaseOrigin.AUDITOR)

    assert b"Siri" not in export(of_nurse(world), world)


def test_that_it_was_taken_out_is_in_the_log_with_what_was_chosen(
    world, happened, readings
):
    happened(at=NOON, of=world.ola)
    chosen = replace(CHOSEN, patient=Named(world.ola.patient_id, "Ola"))

    export(chosen, world)

    (event,) = readings(Verb.LOG_EXPORTED)
    said = json.loads(bytes(event.body))
    assert event.actor_id == world.auditor.user_id
    assert said["detail"] == {"from": "2026-05-06", "to": "2026-05-06", "rows": "1"}
    assert said["subjects"] == [{"patient": str(world.ola.patient_id), "reach": 0}]
    assert "target" not in said


def test_file_about_one_patient_only_counts_the_others(world, happened, opened):
    kari = worlds.patient(world.clerk, "Kari", "Nabo")
    nils = worlds.patient(world.clerk, "Nils", "Nabo")
    happened(at=NOON, of=[kari, world.ola, nils], verb=Verb.LISTED)
    of_ola: dict[str, Any] = {
        "patient": Named(world.ola.patient_id, "Ola F"),
        "verbs": ("listed",),
    }

    (hidden,) = rows_of(export(replace(CHOSEN, **of_ola), world))
    (named,) = rows_of(export(of_nurse(world, **of_ola), world))

    assert re.fullmatch(f"Pasient {MARK} og 2 andre", hidden["Pasienter"])
    assert named["Pasienter"] == "Ola F og 2 andre"
    assert hidden["Antall pasienter"] == named["Antall pasienter"] == "3"
