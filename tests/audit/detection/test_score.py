"""What the score promises, whatever the weights are."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from access.bases import Basis
from audit.detection.rules.grounds import STRENGTH_OF_BASIS
from audit.detection.rules.lookups import Lookup
from audit.detection.rules.prevalence import Prevalence, prevalence
from audit.detection.rules.score import Scale
from audit.detection.rules.weights import (
    ABSENCE_COUNTS,
    SEEN_CLOSE,
    SEEN_MANNER,
    SEEN_STRENGTH,
    USUAL_CLOSE,
    USUAL_MANNER,
    USUAL_STRENGTH,
    Mark,
    Strength,
    digest,
)

DOCS = Path(__file__).resolve().parents[3] / "docs" / "detection.md"

MARKS = [*SEEN_CLOSE, *SEEN_MANNER]


@st.composite
def _lookups(draw):
    return Lookup(
        worker=draw(st.sampled_from("abc")),
        patient=draw(st.sampled_from("xyz")),
        week=draw(st.sampled_from([738_000, 738_007])),
        role=draw(st.sampled_from(["nurse", "clerk", ""])),
        strength=draw(st.sampled_from(Strength)),
        marks=set(draw(st.lists(st.sampled_from(MARKS), max_size=6))),
        known=set(ABSENCE_COUNTS) if draw(st.booleans()) else set(),
        surname=draw(st.none() | st.floats(0.0001, 0.2)),
        size=draw(st.integers(1, 3)),
        often=draw(st.integers(1, 3)),
    )


def _with(lookup, **changes):
    fields = {name: getattr(lookup, name) for name in Lookup.__slots__}
    return Lookup(**fields | changes)


def _score(lookup, common):
    return Scale(common).weigh(lookup).score


@given(_lookups(), st.sampled_from(MARKS), st.lists(_lookups(), max_size=30))
def test_a_further_mark_never_lowers_the_score(lookup, mark, log):
    common = prevalence(log)

    more = _with(lookup, marks=lookup.marks | {mark})

    assert _score(more, common) >= _score(lookup, common) - 1e-9


@given(_lookups(), st.lists(_lookups(), max_size=30))
def test_an_explained_access_never_outranks_the_same_one_unexplained(lookup, log):
    common = prevalence(log)

    scores = [_score(_with(lookup, strength=step), common) for step in Strength]

    assert scores == sorted(scores, reverse=True)


@given(_lookups(), st.floats(0.0001, 0.2), st.floats(0.0001, 0.2))
def test_a_rarer_shared_surname_never_counts_less(lookup, one, other):
    rare, common = sorted((one, other))

    assert _score(_with(lookup, surname=rare), Prevalence()) >= _score(
        _with(lookup, surname=common), Prevalence()
    )


@pytest.mark.parametrize(
    ("seen", "usual"),
    [
        (SEEN_STRENGTH, USUAL_STRENGTH),
        (SEEN_CLOSE, USUAL_CLOSE),
        (SEEN_MANNER, USUAL_MANNER),
    ],
)
def test_every_weight_has_its_counterpart_and_is_a_share(seen, usual):
    assert seen.keys() == usual.keys()
    assert all(0 < share < 1 for share in [*seen.values(), *usual.values()])


def test_the_shares_of_how_well_accesses_are_explained_add_up():
    assert sum(SEEN_STRENGTH.values()) == pytest.approx(1)
    assert sum(USUAL_STRENGTH.values()) == pytest.approx(1)


def test_every_ground_of_the_access_log_has_a_strength():
    assert {basis.value for basis in Basis} == STRENGTH_OF_BASIS.keys()


def test_every_mark_is_weighed_somewhere():
    of_a_week = {Mark.MANY, Mark.MANY_UNEXPLAINED}

    assert {*SEEN_CLOSE, *SEEN_MANNER, Mark.SURNAME, *of_a_week} == set(Mark)


def test_the_published_figures_were_made_with_these_weights():
    """Who changes a weight makes the figures anew: `./akson bench detection`."""
    assert f"digest `{digest()}`" in DOCS.read_text()
