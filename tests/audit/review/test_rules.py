"""The arithmetic of the auditor's screens."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.review.rules.cells import safe_cell
from audit.review.rules.days import HEIGHT, WIDTH, Count, bars
from audit.review.rules.log_filter import LogFilter, Named
from audit.review.rules.pseudonyms import pseudonym

MONDAY = date(2026, 11, 16)
named = st.none() | st.builds(Named, st.uuids(), st.text(max_size=30))
filters = st.builds(
    LogFilter,
    since=st.dates(),
    until=st.dates(),
    patient=named,
    actor=named,
    unit_id=st.none() | st.uuids(),
    verbs=st.sampled_from([(), ("read",), ("read", "listed")]),
    bases=st.sampled_from([(), ("episode",)]),
    outcome=st.sampled_from([None, 0, 4]),
)


def test_pseudonym_is_short_and_the_same_every_time():
    person = UUID("3f2b1c00-0000-4000-8000-0000000003e8")

    assert pseudonym(person) == "000-0Z8"
    assert pseudonym(person) == pseudonym(UUID(str(person)))


def test_few_patients_share_a_pseudonym():
    marks = {pseudonym(uuid4()) for _ in range(2000)}

    assert len(marks) >= 1998
    assert not any(set("ILOU") & set(mark) for mark in marks)


@given(filters)
def test_filter_survives_the_session(chosen):
    assert LogFilter.from_json(chosen.to_json()) == chosen


@given(filters)
def test_log_keeps_no_name_of_what_was_asked_for(chosen):
    facts = chosen.facts()

    assert set(facts) <= {"from", "to", "person", "unit", "verb", "basis", "outcome"}
    assert all(isinstance(value, str) and value for value in facts.values())


def test_period_is_whole_days_in_norway():
    chosen = LogFilter(
        since=date(2026, 3, 28), until=date(2026, 3, 29)
    )  # summer time begins

    assert chosen.begins_at.astimezone(UTC) == datetime(2026, 3, 27, 23, tzinfo=UTC)
    assert chosen.ends_at.astimezone(UTC) == datetime(2026, 3, 29, 22, tzinfo=UTC)
    assert chosen.days == 2


def test_the_day_begins_with_the_last_seven_days():
    chosen = LogFilter.last_days(date(2026, 11, 22))

    assert (chosen.since, chosen.until, chosen.days) == (MONDAY, date(2026, 11, 22), 7)


@pytest.mark.parametrize(
    ("days", "number", "first", "second"),
    [
        (1, 1, (0, 0), None),
        (7, 7, (0, 0), (1, 1)),
        (62, 62, (0, 0), (1, 1)),
        (63, 9, (0, 6), (7, 13)),
        (400, 58, (0, 6), (7, 13)),
        (401, 14, (0, 14), (15, 45)),
    ],
)
def test_long_periods_have_wider_bars(days, number, first, second):
    drawn = bars([], since=MONDAY, until=MONDAY + timedelta(days=days - 1))
    spans = [
        ((bar.begins_on - MONDAY).days, (bar.ends_on - MONDAY).days) for bar in drawn
    ]

    assert len(drawn) == number
    assert spans[0] == first
    assert second is None or spans[1] == second
    assert drawn[-1].ends_on == MONDAY + timedelta(days=days - 1)


@given(
    st.lists(
        st.tuples(st.integers(0, 90), st.integers(0, 10**6), st.integers(0, 10**6)),
        max_size=30,
        unique_by=lambda count: count[0],
    ),
    st.integers(1, 91),
)
def test_bars_stand_in_the_picture_and_hold_every_event(counts, days):
    until = MONDAY + timedelta(days=days - 1)
    given_counts = [
        Count(MONDAY + timedelta(days=day), done + refused, refused)
        for day, done, refused in counts
        if day < days
    ]

    drawn = bars(given_counts, since=MONDAY, until=until)

    assert sum(bar.events for bar in drawn) == sum(one.events for one in given_counts)
    assert sum(bar.refused for bar in drawn) == sum(one.refused for one in given_counts)
    for bar in drawn:
        assert bar.x >= 0
        assert bar.x + bar.width <= WIDTH + 0.1
        assert 0 <= bar.refused_y <= bar.done_y <= HEIGHT
        assert bar.refused_height == 0 if not bar.refused else bar.refused_height >= 4
        assert bar.done_y + bar.done_height == pytest.approx(HEIGHT, abs=0.02)


@pytest.mark.parametrize(
    "text", ["=1+1", "+47", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "\uff1d1"]
)
def test_cell_that_a_spreadsheet_would_compute_is_guarded(text):
    assert safe_cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Siri", "a=1", "12.11.2026 08:00:00", "'=1"])
def test_other_cells_stand_as_they_are(text):
    assert safe_cell(text) == text
