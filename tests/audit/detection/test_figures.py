"""How the figures in docs/detection.md are counted."""

import pytest

from tests.simulation.figures import Listed, Tally, wilson
from tests.simulation.municipality import Truth
from tests.simulation.settings import Kind


def _truth(*events, kind=Kind.FAMILY):
    return Truth(kind, "w", frozenset(events), camouflaged=False)


def _listed(*events, week=1):
    return Listed(week, frozenset(events))


def test_a_planted_case_is_found_when_one_of_its_accesses_is_shown_within_the_budget():
    tally = Tally()

    tally.add(
        [_listed("a", "x"), _listed("y"), _listed("c"), _listed("c", week=2)],
        [_truth("a", "b"), _truth("c", kind=Kind.MASS), _truth("d")],
        budget=2,
    )

    assert tally.recall() == (2, 3)
    assert tally.recall("mass") == (1, 1)
    assert tally.precision == pytest.approx(2 / 3)


def test_a_case_that_is_shown_twice_is_found_once():
    tally = Tally()

    tally.add([_listed("a"), _listed("b", week=2)], [_truth("a", "b")], budget=1)

    assert tally.recall() == (1, 1)
    assert tally.precision == 1


@pytest.mark.parametrize(
    ("found", "of", "low", "high"),
    [(0, 10, 0.0, 0.278), (10, 10, 0.722, 1.0), (81, 263, 0.255, 0.366)],
)
def test_the_interval_is_wilsons(found, of, low, high):
    """The last: Newcombe, Statistics in Medicine 1998, table I."""
    assert wilson(found, of) == pytest.approx((low, high), abs=0.001)
