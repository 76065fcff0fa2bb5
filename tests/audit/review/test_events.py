"""The events of a part of the log: which, in what order, and how many."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from access.models import Unit
from access.roles import Role
from audit.entry import Subject
from audit.models import AccessEvent
from audit.review.rules.log_filter import LogFilter, Named
from audit.review.selectors.events import (
    Cursor,
    all_events_in,
    cursor_after,
    event_with_id,
    events_in,
)
from audit.review.selectors.figures import figures_of, number_of_events
from audit.review.selectors.people import (
    accounts_named,
    first_day_of,
    unit_name,
    units_as_choices,
)
from audit.verbs import Outcome, Reach, Verb
from tests import world as worlds

NOON = datetime(2026, 5, 6, 10, tzinfo=UTC)
DAY = NOON.date()


def on(day, until=None, **facts):
    return LogFilter(since=day, until=until or day, **facts)


def counted(chosen):
    figures = figures_of(chosen, within_ms=9000)
    assert figures is not None
    return figures


def ids(chosen, **options):
    return [event.id for event in events_in(chosen, **options)]


@pytest.fixture
def week(world, happened):
    """Events of a week: a nurse, a stranger who is refused, a leader, a sign-in."""
    kari = worlds.patient(world.clerk, "Kari", "Nabo", at=world.south)
    facts = {
        "nurse": {"of": world.ola},
        "list": {"of": [world.ola, kari], "verb": Verb.LISTED, "basis": "listed"},
        "refused": {
            "of": world.ola,
            "by": world.stranger,
            "outcome": Outcome.REFUSED,
            "basis": "",
        },
        "kari": {"of": kari, "by": world.stranger},
        "sign_in": {"verb": Verb.SIGNED_IN, "by": world.leader, "basis": ""},
    }
    return {
        name: happened(at=NOON - timedelta(days=days), **fact)
        for days, (name, fact) in enumerate(facts.items())
    } | {"kari_id": kari.patient_id}


def test_each_filter_finds_its_own(world, week):
    everything = on(DAY - timedelta(days=6), DAY)
    root = Unit.objects.get(parent=None).id
    expected: dict[str, tuple[dict[str, Any], str]] = {
        "everything": ({}, "nurse list refused kari sign_in"),
        "patient": (
            {"patient": Named(world.ola.patient_id, "Ola")},
            "nurse list refused",
        ),
        "person": ({"actor": Named(world.stranger.user_id, "Frank")}, "refused kari"),
        "unit": ({"unit_id": world.south.id}, "refused kari"),
        "units below": ({"unit_id": root}, "nurse list refused kari sign_in"),
        "verb": ({"verbs": ("listed",)}, "list"),
        "basis": ({"bases": ("episode",)}, "nurse kari"),
        "no basis": ({"bases": ("none",)}, "refused sign_in"),
        "outcome": ({"outcome": Outcome.REFUSED.value}, "refused"),
        "all at once": (
            {
                "patient": Named(week["kari_id"], "Kari"),
                "actor": Named(world.stranger.user_id, "Frank"),
                "unit_id": world.south.id,
                "verbs": ("read",),
                "bases": ("episode",),
                "outcome": 0,
            },
            "kari",
        ),
        "nothing": ({"verbs": ("printed",)}, ""),
    }

    for name, (asked, found) in expected.items():
        chosen = replace(everything, **asked)
        wanted = [week[event] for event in found.split()]
        assert ids(chosen) == wanted, name
        assert number_of_events(chosen, at_most=100) == len(wanted), name
        figures = counted(chosen)
        assert figures.events == len(wanted), name
        assert figures.refused == found.count("refused"), name


def test_unit_finds_the_lists_of_those_who_work_there_and_elsewhere(world, happened):
    user = worlds.person(
        "vera.vikar", (Role.NURSE, world.north), (Role.NURSE, world.south)
    )
    vera = worlds.worker(user)
    listed = happened(at=NOON, verb=Verb.LISTED, by=vera, postings=vera.postings)
    east = worlds.unit("Hjemmetjenesten øst", parent=world.north.parent)

    assert vera.place().unit_id == world.north.id
    for unit, found in ((world.north, [listed]), (world.south, [listed]), (east, [])):
        chosen = on(DAY, unit_id=unit.id)
        assert ids(chosen) == found
        assert number_of_events(chosen, at_most=9) == len(found)
    of_ola = on(DAY, unit_id=east.id, patient=Named(world.ola.patient_id, "Ola"))
    assert ids(of_ola) == []


def test_figures_are_counted_day_by_day_in_norway(world, happened):
    midnight = datetime(2026, 5, 5, 22, tzinfo=UTC)  # in Norway, the sixth begins
    happened(at=midnight - timedelta(seconds=1))
    happened(at=midnight, by=world.stranger)
    happened(at=midnight, by=world.stranger, outcome=Outcome.REFUSED)

    figures = counted(on(DAY - timedelta(days=1), DAY))

    assert (figures.events, figures.people, figures.refused) == (3, 2, 1)
    assert [(one.day.day, one.events, one.refused) for one in figures.by_day] == [
        (5, 1, 0),
        (6, 2, 1),
    ]
    assert len(ids(on(DAY))) == 2


def test_too_long_a_count_is_given_up(world, happened, monkeypatch):
    happened(at=NOON)
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")

    def slowly(execute, sql, params, many, context):
        if "count(" in sql.lower():
            execute("SELECT pg_sleep(2)", None, False, context)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(slowly):
        assert figures_of(on(DAY), within_ms=50) is None
    assert counted(on(DAY)).events == 1


@pytest.mark.parametrize("asked", ["everything", "patient", "person", "unit"])
def test_pages_follow_on_each_other_also_within_one_moment(world, happened, asked):
    chosen = {
        "everything": on(DAY),
        "patient": on(DAY, patient=Named(world.ola.patient_id, "")),
        "person": on(DAY, actor=Named(world.nurse.user_id, "")),
        "unit": on(DAY, unit_id=world.north.id),
    }[asked]
    moments = [NOON, NOON, NOON, NOON - timedelta(hours=3), NOON - timedelta(hours=9)]
    made = {happened(at=at, of=world.ola) for at in moments}

    pages, after = [], None
    while page := events_in(chosen, after=after, size=2):
        pages.append([event.id for event in page])
        after = Cursor.read(str(cursor_after(page)))

    assert [len(page) for page in pages] == [2, 2, 1]
    assert {event for page in pages for event in page} == made
    assert [event.id for event in all_events_in(chosen, size=2)] == [
        one for page in pages for one in page
    ]
    moments = [event.recorded_at for event in events_in(chosen)]
    assert moments == sorted(moments, reverse=True)


def test_event_about_two_records_of_one_patient_is_one_event(world, happened):
    twice = [
        Subject(world.ola.patient_id, uuid4(), Reach.RECORD, ("draft",))
        for _ in range(2)
    ]
    event = happened(at=NOON, subjects=tuple(twice))
    chosen = on(DAY, patient=Named(world.ola.patient_id, "Ola"))

    assert ids(chosen) == [event]
    assert number_of_events(chosen, at_most=9) == 1
    assert counted(chosen).events == 1


@pytest.mark.parametrize(
    "text", ["", "x", "20260506T100000.000000_x", "1_2_3", "ø_" + "0" * 32]
)
def test_cursor_that_is_none_is_no_cursor(text):
    assert Cursor.read(text) is None


def test_the_newest_page_does_not_read_the_whole_period(world, happened):
    for _ in range(3):
        happened(minutes_ago=2)
    today = timezone.localdate()

    with CaptureQueriesContext(
        connection,
    ) as queries:
        events_in(on(today - timedelta(days=365), today), size=3)

    asked = [query["sql"] for query in queries if "audit_accessevent" in query["sql"]]
    assert len(asked) == 1


def test_unknown_event_is_none(world):
    first = AccessEvent.objects.earliest("stored_at")

    assert event_with_id(uuid4()) is None
    assert event_with_id(first.id) == first


def test_accounts_are_found_by_every_word_of_the_name(world):
    worlds.person("siri.sykepleierberg", (Role.NURSE, world.south))

    assert [one.label for one in accounts_named("Siri Sykepleier")] == [
        "Siri Sykepleier"
    ]
    assert len(accounts_named("siri")) == 2
    assert [one.label for one in accounts_named("frank.fremmed")] == ["Frank Fremmed"]
    assert accounts_named("Siri Fremmed") == []
    assert accounts_named("  ") == []


def test_people_and_units_to_choose_among_stand_in_norwegian_order(world):
    for name in ("ola.åsen", "ola.ærfugl", "ola.østre", "ola.alta"):
        worlds.person(name)
    for name in ("Ås", "Ærfugl", "Alta"):
        worlds.unit(name, parent=world.north)

    names = [one.label for one in accounts_named("ola")]
    units = [label.strip() for _, label in units_as_choices()]

    assert names == ["Ola Alta", "Ola Ærfugl", "Ola Østre", "Ola Åsen"]
    below = units.index("Hjemmetjenesten nord") + 1
    assert units[below : below + 3] == ["Alta", "Ærfugl", "Ås"]


def test_units_are_listed_as_a_tree(world):
    assert [name.count("\u2003") for _id, name in units_as_choices()] == [0, 1, 1]
    assert unit_name(world.north.id) == "Hjemmetjenesten nord"
    assert unit_name(uuid4())


def test_first_day_of_a_patient_in_the_log(world, happened):
    happened(at=NOON, of=world.ola)

    assert first_day_of(world.ola.patient_id) == DAY
    assert first_day_of(uuid4()) is None
