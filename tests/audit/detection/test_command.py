"""An operator lets a file be looked through on the command line."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

RESIDENTS = [
    {"type": "resident", "id": "me", "surname": "Hegrestø", "relatives": ["p"]},
    {"type": "resident", "id": "p", "surname": "Solbakk"},
    {"type": "worker", "id": "w", "resident": "me", "role": "nurse", "units": ["u"]},
]
EVENT = {"type": "event", "id": "e1", "worker": "w", "patient": "p"}
TUESDAY = EVENT | {"time": "2026-11-24T13:00:00"}
NEXT_WEEK = EVENT | {"id": "e2", "patient": "q", "time": "2026-12-01T13:00:00"}


@pytest.fixture
def score(tmp_path):
    def run(*lines, **options):
        path = tmp_path / "log.ndjson"
        path.write_text(
            "\n".join(
                line if isinstance(line, str) else json.dumps(line) for line in lines
            )
        )
        out, err = StringIO(), StringIO()
        call_command("score_access_log", str(path), stdout=out, stderr=err, **options)
        return [
            json.loads(line) for line in out.getvalue().splitlines()
        ], err.getvalue()

    return run


def test_cases_come_ranked_with_reasons_in_plain_words(score):
    found, problems = score(*RESIDENTS, NEXT_WEEK, TUESDAY)

    assert not problems
    assert [(case["rank"], case["week"], case["events"]) for case in found] == [
        (1, "2026-W48", ["e1"]),
        (2, "2026-W49", ["e2"]),
    ]
    assert found[0]["worker"] == "w"
    assert found[0]["patients"] == ["p"]
    assert found[0]["reasons"][:2] == [
        "Ingen kjent grunn forklarer at den ansatte åpnet journalen.",
        "Pasienten er i familie med den ansatte.",
    ]


def test_reasons_name_nobody(score):
    found, _ = score(*RESIDENTS, TUESDAY)

    assert "Hegrestø" not in json.dumps(found, ensure_ascii=False)


def test_a_budget_leaves_out_what_is_past_it_each_week(score):
    other = TUESDAY | {"id": "e3", "worker": "w2"}

    found, _ = score(*RESIDENTS, TUESDAY, other, NEXT_WEEK, per_week=1)

    assert [case["events"] for case in found] == [["e1"], ["e2"]]


def test_bad_lines_are_told_and_the_rest_is_scored(score):
    found, problems = score(TUESDAY, "{", {"type": "weather"})

    assert len(found) == 1
    assert problems.splitlines() == [
        "Linje 2: Dette er ikke JSON.",
        "1 av 3 linjer kunne ikke brukes, og er hoppet over.",
        "1 linjer av ukjent type «weather» er hoppet over.",
    ]


def test_strict_stops_at_bad_lines(score):
    with pytest.raises(CommandError, match="Stanset"):
        score(TUESDAY, "{", strict=True)


def test_a_file_without_events_says_so(score):
    with pytest.raises(CommandError, match="ingen hendelser"):
        score(*RESIDENTS)


def test_a_file_that_is_not_there_is_named():
    with pytest.raises(CommandError, match=r"Fila nowhere\.ndjson kan ikke leses"):
        call_command("score_access_log", "nowhere.ndjson")
