"""docs/asvs.csv says truly which requirements of OWASP ASVS 5.0 are met, and what shows it."""

import ast
import csv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# How many requirements each chapter has (OWASP ASVS 5.0.0): sections and their lengths.
CHAPTERS = {
    6: [3, 12, 8, 6, 8, 4, 2, 4],
    7: [3, 4, 2, 5, 3, 2],
    8: [4, 4, 3, 2],
    16: [1, 5, 4, 3, 4],
}


def _rows():
    with (ROOT / "docs" / "asvs.csv").open(newline="") as file:
        return list(csv.DictReader(file))


def _tests_in(path):
    tree = ast.parse((ROOT / path).read_text())
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def test_every_requirement_of_the_chapters_stands_once_in_order():
    wanted = [
        f"{chapter}.{section}.{number}"
        for chapter, lengths in CHAPTERS.items()
        for section, length in enumerate(lengths, 1)
        for number in range(1, length + 1)
    ]

    assert [row["id"] for row in _rows()] == wanted


@pytest.mark.parametrize("row", _rows(), ids=lambda row: row["id"])
def test_status_is_one_of_four_and_what_is_not_met_says_why(row):
    assert row["status"] in {"done", "partly", "open", "not applicable"}
    assert row["level"] in {"1", "2", "3"}
    assert row["evidence"] or row["note"]


@pytest.mark.parametrize("row", _rows(), ids=lambda row: row["id"])
def test_evidence_is_there(row):
    for evidence in filter(None, row["evidence"].split("; ")):
        path, _, name = evidence.partition("::")
        assert (ROOT / path).is_file()
        assert not name or name in _tests_in(path)
