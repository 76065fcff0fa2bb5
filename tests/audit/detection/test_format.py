"""A municipality hands its log over as lines of JSON."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from audit.detection.format.lines import TAKE
from audit.detection.format.reading import PROBLEMS_TOLD, read
from audit.detection.rules.facts import FOREVER
from audit.detection.rules.grounds import STRENGTH_OF_BASIS

DOCS = Path(__file__).resolve().parents[3] / "docs" / "score-format.md"
EVENT = {
    "type": "event",
    "id": "e1",
    "time": "2026-11-24T23:10:00+01:00",
    "worker": "w1",
    "patient": "r2",
}


def _read(*lines):
    return read(
        line if isinstance(line, str) else json.dumps(line, ensure_ascii=False)
        for line in lines
    )


def _problems(*lines):
    return _read(*lines).problems


def test_an_event_with_only_what_is_required_is_read():
    reading = _read({"type": "event", "time": 1_764_020_400, "worker": 7, "patient": 9})

    [access] = reading.world.accesses
    assert not reading.problems
    assert (access.id, access.worker, access.patient) == ("line-1", "7", "9")
    assert access.searched is None
    assert access.on_duty is None
    assert not access.wrote


@pytest.mark.parametrize(
    "time",
    [
        "2026-11-24T22:10:00Z",
        "2026-11-24T23:10:00+01:00",
        "2026-11-24T23:10:00",
        "2026-11-24 23:10",
        datetime(2026, 11, 24, 22, 10, tzinfo=UTC).timestamp(),
    ],
)
def test_the_same_moment_is_understood_however_it_is_written(time):
    [access] = _read(EVENT | {"time": time}).world.accesses

    assert access.at == datetime(2026, 11, 24, 22, 10, tzinfo=UTC).timestamp()
    assert access.hour == 23


def test_a_last_day_counts_to_its_end():
    stay = {"type": "episode", "patient": "p", "unit": "u", "end": "2026-11-24"}

    [read_stay] = _read(stay).world.stays["p"]

    assert read_stay.span.since == -FOREVER
    assert (
        datetime.fromtimestamp(read_stay.span.until, UTC).isoformat()
        == "2026-11-24T23:00:00+00:00"
    )


def test_a_search_counts_for_each_of_its_few_hits_and_not_when_it_found_many():
    aimed = {**EVENT, "action": "search", "patient": None, "patients": ["a", "b"]}
    wide = aimed | {"patients": list("abcdefgh")}
    shown = EVENT | {"action": "list"}

    reading = _read(aimed, wide, shown)

    assert [access.patient for access in reading.world.accesses] == ["a", "b"]
    assert all(access.searched for access in reading.world.accesses)
    assert not reading.problems


def test_lines_may_come_in_any_order_and_have_fields_nobody_knows():
    lines = [
        EVENT | {"weather": {"rain": True}},
        {"type": "worker", "id": "w1", "resident": "r1", "units": ["u1"], "x": 1},
        {"type": "resident", "id": "r1", "surname": "Berg-Hansen", "y": []},
    ]

    there, back = _read(*lines).world, _read(*reversed(lines)).world

    assert there.workers == back.workers
    assert there.people == back.people
    assert there.people["r1"].surnames == {"berg", "hansen"}


@pytest.mark.parametrize(
    ("given", "street", "number"),
    [
        ({"address": "Fjordveien 12 B, 5003 Bergen"}, "fjordveien", 12),
        ({"address": "Fjordveien 12B H0201"}, "fjordveien", 12),
        ({"street": "Fjordveien", "house_number": 12}, "fjordveien", 12),
        ({"street": "Fjordveien", "house_number": "12 B"}, "fjordveien", 12),
        ({"street": "Fjordveien 12"}, "fjordveien", 12),
        ({"address": "Haugen"}, "haugen", None),
        ({}, "", None),
    ],
)
def test_an_address_is_divided_however_it_is_given(given, street, number):
    [person] = _read({"type": "resident", "id": "r", **given}).world.people.values()

    assert (person.street, person.number) == (street, number)


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("{", "Linje 1: Dette er ikke JSON."),
        ("[1]", "Linje 1: Linja skal være et objekt, {...}."),
        ({"id": "x"}, "Linje 1: Feltet «type» mangler."),
        (EVENT | {"time": None}, "Linje 1: Feltet «time» mangler."),
        (EVENT | {"patient": ""}, "Linje 1: Feltet «patient» mangler."),
        (
            EVENT | {"worker": {}},
            "Linje 1: Feltet «worker» skal være en tekst eller et heltall.",
        ),
        (
            EVENT | {"wrote": "kanskje"},
            "Linje 1: Feltet «wrote» skal være true eller false.",
        ),
        (
            EVENT | {"time": "i går"},
            "Linje 1: Feltet «time» er ikke et tidspunkt, for eksempel 2026-11-26T13:05:00Z.",
        ),
        (EVENT | {"time": 1e30}, "Linje 1: Tidspunktet ligger utenfor kalenderen."),
        ({"type": "worker"}, "Linje 1: Feltet «id» mangler."),
        ({"type": "shift", "worker": "w"}, "Linje 1: Feltet «start» mangler."),
        (
            {"type": "task", "patient": "p"},
            "Linje 1: Feltet «worker» eller «unit» mangler.",
        ),
        (
            {
                "type": "episode",
                "patient": "p",
                "unit": "u",
                "start": "2026-02-02",
                "end": "2026-01-01",
            },
            "Linje 1: Feltet «end» er før «start».",
        ),
    ],
)
def test_a_bad_line_is_named_by_number_and_field(line, problem):
    assert _problems(line) == [problem]


def test_a_bad_line_does_not_take_the_good_ones_with_it():
    reading = _read(EVENT, "", "{", EVENT | {"id": "e2"})

    assert [access.id for access in reading.world.accesses] == ["e1", "e2"]
    assert reading.problems == ["Linje 3: Dette er ikke JSON."]


def test_only_the_first_bad_lines_are_told_one_by_one():
    reading = _read(*["{"] * 50)

    assert len(reading.problems) == PROBLEMS_TOLD
    assert reading.bad == 50


def test_a_type_nobody_knows_is_counted_and_passed_over():
    reading = _read({"type": "weather"}, {"type": "weather"}, EVENT)

    assert reading.unknown == {"weather": 2}
    assert not reading.bad


def test_a_worker_is_the_resident_with_his_id_when_nobody_else_is_named():
    world = _read({"type": "worker", "id": "x"}, {"type": "resident", "id": "x"}).world

    assert world.workers["x"].person == "x"


def test_a_worker_who_lives_elsewhere_brings_his_own_name():
    world = _read({"type": "worker", "id": "w", "name": "Ola Hegrestø"}).world

    assert world.people[world.workers["w"].person].surnames == {"hegrestø"}


def test_every_type_and_basis_is_described():
    text = DOCS.read_text()

    assert {kind for kind in TAKE if f"`{kind}`" not in text} == set()
    assert {b for b in STRENGTH_OF_BASIS if f"`{b}`" not in text} <= {"after_emergency"}


def test_the_example_in_the_docs_is_read():
    example = re.findall(r"```json\n(.*?)```", DOCS.read_text(), re.DOTALL)[-1]

    reading = read(example.splitlines())

    assert not reading.problems
    assert len(reading.world.accesses) == 1
