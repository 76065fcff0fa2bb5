"""How much Akson is used: counted in each municipality, and small figures never leave it."""

import json
from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from access.accounts.models import User
from access.jobs import count_use_everywhere
from audit import log
from audit.entry import Actor, Place
from audit.entry import Client as Screen
from audit.models import AccessEvent
from audit.using import used
from audit.verbs import Outcome, Verb
from tenants.context import in_consortium
from tenants.modules.registry import Module
from tenants.rollout.clustering import move, store_cluster
from tenants.rollout.clusters import Cluster
from tenants.running.models import PEOPLE, UNITS, UseCount
from tenants.running.use import WEEKS, Figure, store, told
from tenants.running.weeks import A_WEEK, moments_of, weeks_before
from tests.attacks.doors import entry

PAGE = "/admin/bruk/"
NORWAY = ZoneInfo("Europe/Oslo")
# The week before the clocks went back, which they did on its Sunday.
MONDAY = date(2025, 10, 20)


@pytest.fixture
def happened(world):
    """Let somebody do something at a moment: another person each time, if nobody is named."""

    def happened(at, *, by=None, unit=None, page="", verb=Verb.LISTED, **facts):
        one = entry(world.nurse, verb=verb, **facts)
        log.append(
            replace(
                one,
                id=uuid4(),
                recorded_at=at,
                actor=Actor(id=by or uuid4(), name="Noen"),
                place=Place(unit_id=unit or world.north.pk, unit_name="Enhet"),
                client=Screen(page=page),
            )
        )

    return happened


def last_week(hour=12):
    """A moment in the last week that is over."""
    (monday,) = weeks_before(timezone.localdate(), 1)
    return datetime(monday.year, monday.month, monday.day, hour, tzinfo=NORWAY)


def stored(municipality, week=None):
    (last,) = weeks_before(timezone.localdate(), 1)
    rows = UseCount.objects.filter(
        municipality=municipality, week_begins_on=week or last
    )
    return dict(rows.values_list("what", "count"))


def test_week_is_norways_also_when_the_clock_is_changed(happened):
    within = (
        datetime(2025, 10, 20, 0, 0, tzinfo=NORWAY),
        datetime(2025, 10, 20, 1, 59, tzinfo=NORWAY),
        datetime(2025, 10, 26, 23, 59, tzinfo=NORWAY),
    )
    outside = (
        datetime(2025, 10, 19, 23, 59, tzinfo=NORWAY),
        datetime(2025, 10, 27, 0, 0, tzinfo=NORWAY),
    )
    for at in (*within, *outside):
        happened(at)

    assert used(*moments_of(MONDAY)).people == 3


def test_person_is_counted_once_and_who_was_refused_or_helped_is_not(happened, world):
    nurse, at = uuid4(), last_week()
    for _time in range(3):
        happened(at, by=nurse)
    happened(at, outcome=Outcome.REFUSED)
    happened(at, verb=Verb.SUPPORT_LOOKED)
    happened(at, by=nurse, unit=world.south.pk)

    found = used(at - timedelta(hours=1), at + timedelta(hours=1))

    assert (found.people, found.units) == (1, 2)


def test_unit_is_counted_where_a_page_of_one_module_was_used(happened):
    at, units = last_week(), [uuid4() for _ in range(3)]
    for unit in units:
        happened(at, unit=unit, page="encounters:here_now")
    happened(at, unit=units[0], page="enrolments:gp_list")
    happened(at, page="enrolments:move")  # it may be of either
    happened(at, page="casework:waiting", verb=Verb.READ)  # the core's

    found = used(at - timedelta(hours=1), at + timedelta(hours=1)).of_modules

    assert found == {
        Module.LEGEVAKT: 3,
        Module.GP_LISTS: 1,
        Module.PROGRAMMES: 0,
        Module.APPLICATIONS: 0,
    }


def test_each_municipality_counts_and_hides_what_is_small_before_it_is_told(
    happened, fjord, fjell
):
    at = last_week()
    for _person in range(5):
        happened(at, unit=uuid4(), page="encounters:here_now")
    happened(at - timedelta(days=7), page="encounters:here_now")

    count_use_everywhere.delay()

    with in_consortium():
        assert stored(fjord) == {
            PEOPLE: 5,
            UNITS: 5,
            "legevakt": 5,
            "gp_lists": 0,
            "programmes": 0,
            "applications": 0,
        }
        week_before = at.date() - A_WEEK
        assert stored(fjord, week_before)[PEOPLE] is None
        assert stored(fjord, week_before)["legevakt"] is None
        assert stored(fjell)[PEOPLE] == 0
        assert UseCount.objects.filter(what=PEOPLE, municipality=fjord).count() == WEEKS


def test_what_was_told_stands_and_the_log_says_that_it_was_counted(happened, fjord):
    count_use_everywhere.delay()
    happened(last_week())

    count_use_everywhere.delay()

    event = AccessEvent.objects.get(verb=Verb.LOG_READ)
    detail = json.loads(bytes(event.body))["detail"]
    assert (event.actor_id, detail["what"]) == (None, "use_counted")
    with in_consortium():
        assert stored(fjord)[PEOPLE] == 0
        with pytest.raises(ProgrammingError, match="permission denied"):
            UseCount.objects.update(count=0)


@pytest.mark.parametrize(
    ("count", "said"), [(0, 0), (1, None), (4, None), (5, 5), (12, 12)]
)
def test_one_to_four_are_never_told(count, said):
    assert told(count) == said


@pytest.mark.parametrize("count", [1, 4])
def test_database_takes_no_small_figure(consortium, fjord, count):
    with (
        pytest.raises(IntegrityError, match="use_by_one_to_four_is_never_told"),
        transaction.atomic(),
    ):
        store(fjord.pk, [(MONDAY, PEOPLE, count)])


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        (Figure(), "–"),
        (Figure(told=0, counts=1), "0"),
        (Figure(hidden=1, counts=1), "færre enn 5"),
        (Figure(told=12, counts=2), "12"),
        (Figure(told=12, hidden=2, counts=3), "14–20"),
        (Figure(hidden=2, counts=2), "2–8"),
    ],
)
def test_figure_says_no_more_than_is_known(figure, said):
    assert str(figure) == said


@pytest.fixture
def kari(database):
    with in_consortium():
        user = User.objects.create_superuser("kari")
        browser = Client(headers={"host": "konsortium.localhost"})
        browser.force_login(user, backend="access.backends.AccountBackend")
    return browser


def test_page_and_file_have_the_figures_together_and_of_each(kari, fjord, fjell):
    week = weeks_before(timezone.localdate(), 1)[0]
    with in_consortium():
        cluster = Cluster(name="Fjordene", lead=fjord, wave=3)
        store_cluster(cluster, by="kari")
        move([fjell], into=cluster, by="kari")
        store(fjord.pk, [(week, PEOPLE, 41), (week, "legevakt", 6)])
        store(fjell.pk, [(week, PEOPLE, None)])

    page = kari.get(PAGE)
    with CaptureQueriesContext(connection) as captured:
        kari.get(PAGE)

    rows = {
        name: [str(figure) for figure in figures]
        for _heading, groups in page.context["by_week"]
        for name, figures in groups
    }
    assert [rows[name][0] for name in ("Alle sammen", "Bølge 3", "Fjordene")] == [
        "42–45"
    ] * 3
    assert page.context["line"].lowest.count(",") == 2  # one week alone is seen too
    assert (rows["Fjord"][0], rows["Fjell"][0]) == ("41", "færre enn 5")
    assert rows["Fjord"][1] == "–"
    counts = [q for q in captured.captured_queries if "tenants_" in q["sql"]]
    assert len(counts) <= 6
    lines = kari.get("/admin/bruk.csv").content.decode("utf-8-sig").splitlines()
    assert f"Fjell;Fylket;Fjordene;3;{week:%G-%V};{week};færre enn 5;–" in lines[1]
    assert len(lines) == 3


def test_nobody_else_sees_it_and_nothing_counted_is_said(kari, fjord):
    with in_consortium():
        support = User.objects.create_user("stein", is_staff=True)
        browser = Client(headers={"host": "konsortium.localhost"})
        browser.force_login(support, backend="access.backends.AccountBackend")

    assert browser.get(PAGE).status_code == 403
    assert browser.get("/admin/bruk.csv").status_code == 403
    assert "Ingen uker er talt ennå her" in kari.get(PAGE).content.decode()
