"""The auditor's first page, through a browser's eyes."""

import json
import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from access.models import CaseOrigin
from access.oversight.cases.looked import Looked
from access.oversight.cases.services import make_case
from audit.review.overview import selectors
from audit.review.overview.figures import EXPLAINED, KINDS, LABELS
from audit.review.overview.forms import OverviewForm
from audit.review.overview.rules import Figure
from audit.review.rules.log_filter import LogFilter
from audit.verbs import Outcome, Verb
from tests.audit.review.screens import rows_of, text_of

OVERVIEW = "/logg/oversikt/"
# A Wednesday; its week begins on the fourth.
NOON = datetime(2026, 5, 6, 10, tzinfo=UTC)
THREE_WEEKS = LogFilter(since=date(2026, 4, 20), until=date(2026, 5, 10))


@pytest.fixture
def spring(world, happened):
    """Two weeks of which each figure has something, and one between them of nothing."""
    earlier = NOON - timedelta(weeks=2)
    for basis in ("roster", "episode", "former_episode", "need"):
        happened(at=NOON, of=world.ola, basis=basis)
    happened(at=NOON, verb=Verb.EMERGENCY_BEGAN, basis="emergency", of=world.ola)
    happened(at=earlier, verb=Verb.STATED_NEED, basis="need", of=world.ola)
    happened(at=earlier, outcome=Outcome.REFUSED, basis="", of=world.ola)
    happened(at=earlier, verb=Verb.LOG_READ, basis="review", by=world.auditor)
    happened(at=earlier, verb=Verb.LOG_EXPORTED, basis="review", by=world.auditor)


def counted():
    shown = selectors.overview(THREE_WEEKS)
    assert shown is not None
    return shown


def numbers_of(shown):
    """Each week's figures, the newest first."""
    return [
        {one.figure: one.events for one in week.numbers if one.events}
        for week in shown.weeks
    ]


def test_each_figure_counts_its_own_week_by_week(world, spring):
    shown = counted()

    assert numbers_of(shown) == [
        {
            Figure.EVENTS: 5,
            Figure.EMERGENCIES: 1,
            Figure.SYSTEM: 3,
            Figure.UNIT_WIDE: 2,
        },
        {},
        {
            Figure.EVENTS: 4,
            Figure.REFUSED: 1,
            Figure.NEEDS: 1,
            Figure.READ: 1,
            Figure.EXPORTED: 1,
        },
    ]
    totals = {card.number.figure: card.number.events for card in shown.cards}
    assert totals[Figure.EVENTS] == 9
    assert set(totals) == set(Figure) == set(KINDS) == set(LABELS)
    assert set(EXPLAINED) < set(Figure)


def test_share_is_of_what_was_done_on_a_ground(world, spring):
    shares = {
        card.number.figure: card.share
        for card in counted().cards
        if card.share is not None
    }

    assert shares == {Figure.SYSTEM: 50, Figure.UNIT_WIDE: 33}


def test_picture_has_the_weeks_of_the_table_and_the_refused_striped(world, spring):
    shown = counted()

    events = shown.cards[0]
    assert [(bar.events, bar.refused) for bar in events.bars] == [
        (4, 1),
        (0, 0),
        (5, 0),
    ]
    assert [bar.begins_on for bar in events.bars][::-1] == [
        w.span[0] for w in shown.weeks
    ]


def test_log_is_counted_by_one_statement_however_long_the_period(world, spring):
    period = LogFilter(since=date(2024, 6, 1), until=date(2026, 5, 31))

    with CaptureQueriesContext(connection) as captured:
        selectors.overview(period)

    asked = [q["sql"] for q in captured if "audit_accessevent" in q["sql"]]
    assert len(asked) == 1


def test_too_long_a_count_is_given_up_and_said_plainly(
    world, auditor, spring, monkeypatch
):
    monkeypatch.setattr(selectors, "_WITHIN_MS", 50)

    def slowly(execute, sql, params, many, context):
        if "GROUP BY 1, 2, 3, 4" in sql:
            execute("SELECT pg_sleep(2)", None, False, context)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(slowly):
        assert selectors.overview(THREE_WEEKS) is None
    monkeypatch.setattr("audit.review.overview.views.overview", lambda _chosen: None)
    assert "Velg færre dager" in text_of(auditor.get(OVERVIEW))


def test_weeks_begin_on_mondays_and_this_one_is_the_last():
    period = OverviewForm.usual(date(2026, 11, 26))

    assert (period.since, period.until) == (date(2026, 9, 7), date(2026, 11, 26))
    assert period.since.weekday() == 0


def test_auditor_goes_from_a_figure_to_the_events_behind_it(world, auditor, happened):
    happened(minutes_ago=2, outcome=Outcome.REFUSED, basis="", of=world.ola)
    happened(minutes_ago=1, of=world.ola)
    page = auditor.get(OVERVIEW).content.decode()
    (way,) = set(
        re.findall(r'href="([^"]+tall=avvist[^"]+)"', page[: page.index("<table")])
    )

    answer = auditor.get(way.replace("&amp;", "&"), follow=True)

    assert "Utfall: Avvist" in text_of(answer)
    assert len(rows_of(answer)) == 1


def test_every_figure_leads_to_as_many_events_as_it_says(world, auditor, spring):
    shown = counted()
    days = {"since": "20.04.2026", "until": "10.05.2026"}

    for card in shown.cards:
        figure = card.number.figure
        answer = auditor.get(
            f"{OVERVIEW}hendelser/", {"tall": figure.value, **days}, follow=True
        )
        assert len(rows_of(answer)) == card.number.events, figure


@pytest.mark.parametrize("asked", [{}, {"tall": "x"}, {"tall": "avvist", "since": "x"}])
def test_figure_that_is_none_is_not_found(world, auditor, asked):
    days = {"since": "01.05.2026", "until": "10.05.2026"}

    assert auditor.get(f"{OVERVIEW}hendelser/", days | asked).status_code == 404


def test_that_the_figures_are_read_is_in_the_log_and_names_nobody(
    world, auditor, spring, readings
):
    before = len(readings())

    page = text_of(
        auditor.get(OVERVIEW, {"since": "20.04.2026", "until": "10.05.2026"})
    )

    (event,) = readings()[before:]
    said = json.loads(bytes(event.body))
    assert said["detail"] == {"from": "2026-04-20", "to": "2026-05-10"}
    assert said["client"]["page"] == "audit:overview"
    assert "Fjellheim" not in page
    assert "Siri" not in page


def test_what_waits_stands_first_and_leads_there(world, auditor, happened):
    event = happened(of=world.ola)
    access = Looked(
        event_id=event,
        worker_id=world.nurse.user_id,
        unit_id=world.north.id,
        day=timezone.localdate(),
        people=((world.ola.patient_id, None),),
    )
    make_case([access], by=world.auditor, origin=CaseOrigin.AUDITOR)

    page = auditor.get(OVERVIEW)

    assert "Kontrollsaker 1 " in text_of(page)
    assert 'href="/logg/saker/">1<' in page.content.decode()


@pytest.mark.parametrize(
    ("days", "says"),
    [
        ({"since": "tull", "until": ""}, "Skriv datoen"),
        ({"since": "10.05.2026", "until": "01.05.2026"}, "Siste dag"),
        ({"since": "01.01.2020", "until": "01.05.2026"}, "høyst"),
    ],
)
def test_days_that_are_none_are_explained_and_what_waits_is_shown(
    world, auditor, days, says
):
    answer = auditor.get(OVERVIEW, days)

    assert answer.status_code == 422
    assert says in text_of(answer)
    assert "Kontrollsaker" in text_of(answer)


@pytest.mark.parametrize("path", [OVERVIEW, f"{OVERVIEW}hendelser/"])
def test_others_are_refused_and_the_log_says_they_tried(
    world, at_the_screen, readings, path
):
    for worker in (world.nurse, world.leader):
        assert at_the_screen(worker).get(path).status_code == 403
        assert readings(outcome=Outcome.REFUSED)[-1].actor_id == worker.user_id
