"""One patient's or one employee's events over time."""

import itertools
import json
import re
from datetime import UTC, date, datetime, timedelta

import pytest

from access.models import CaseOrigin, Shift
from access.oversight.cases.looked import looked
from access.oversight.cases.services import make_case, open_up
from audit.models import AccessEvent
from audit.review.rules.log_filter import OSLO, LogFilter, Named
from audit.review.rules.pseudonyms import pseudonym
from audit.review.timeline import selectors
from audit.review.timeline.rules import Scale, Shape
from audit.verbs import Outcome, Verb
from tests import world as worlds
from tests.audit.review.screens import LOG, choose, rows_of, text_of

TIMELINE = "/logg/tidslinje/"
NOON = datetime(2026, 5, 6, 10, tzinfo=UTC)
WEEK = LogFilter(since=date(2026, 5, 4), until=date(2026, 5, 10))


def of_siri(world):
    actor = Named(world.nurse.user_id, "Siri Sykepleier")
    chosen = LogFilter(since=WEEK.since, until=WEEK.until, actor=actor)
    return selectors.timeline_of(chosen, reader_id=world.auditor.user_id)


def of_ola(world):
    patient = Named(world.ola.patient_id, "Ola F")
    chosen = LogFilter(since=WEEK.since, until=WEEK.until, patient=patient)
    return selectors.timeline_of(chosen, reader_id=world.auditor.user_id)


def on_duty(world, begins, hours=8):
    Shift.objects.create(
        user_id=world.nurse.user_id,
        unit=world.north,
        valid_from=begins,
        valid_until=begins + timedelta(hours=hours),
    )


def test_patient_s_timeline_has_a_row_for_each_person_and_unit(world, happened):
    happened(at=NOON, of=world.ola)
    happened(at=NOON + timedelta(days=1), of=world.ola)
    happened(at=NOON + timedelta(days=2), of=world.ola, by=world.stranger)

    shown = of_ola(world)

    rows = [(row.label, row.meta, len(row.points)) for row in shown.rows]
    assert rows == [
        ("Siri Sykepleier", "Hjemmetjenesten nord", 2),
        ("Frank Fremmed", "Hjemmetjenesten sør", 1),
    ]
    assert shown.duties is None
    assert (shown.scale.since, shown.scale.until) == (
        date(2026, 5, 6),
        date(2026, 5, 8),
    )
    assert len(shown.lines) == 3


def test_employee_s_timeline_has_a_row_for_each_patient_by_his_mark(world, happened):
    kari = worlds.patient(world.clerk, "Kari", "Nabo")
    happened(at=NOON, of=world.ola)
    happened(at=NOON, of=world.ola)
    happened(at=NOON, of=[world.ola, kari], verb=Verb.LISTED, basis="listed")
    happened(at=NOON, verb=Verb.SIGNED_IN, basis="")

    labels = [row.label for row in of_siri(world).rows]

    mark = pseudonym(world.ola.patient_id)
    assert labels[0] == f"Pasient {mark}"
    assert set(labels[1:]) == {"Lister og søk", "Annet"}


@pytest.mark.parametrize(
    ("facts", "shape"),
    [
        ({}, Shape.OPENED),
        ({"verb": Verb.LISTED, "basis": "listed"}, Shape.LISTED),
        ({"basis": "need"}, Shape.DECLARED),
        ({"verb": Verb.EMERGENCY_BEGAN, "basis": "emergency"}, Shape.DECLARED),
        ({"outcome": Outcome.REFUSED, "basis": ""}, Shape.REFUSED),
    ],
)
def test_each_kind_of_event_has_a_form_of_its_own(world, happened, facts, shape):
    happened(at=NOON, of=world.ola, **facts)

    ((point,),) = [row.points for row in of_ola(world).rows]

    assert point.shape is shape


def test_search_just_before_does_not_hide_what_was_opened(world, happened):
    for minutes, verb in ((2, Verb.SEARCHED), (1, Verb.READ), (0, Verb.SEARCHED)):
        happened(at=NOON - timedelta(minutes=minutes), of=world.ola, verb=verb)

    (row,) = of_siri(world).rows

    shapes = [point.shape for point in row.points]
    assert shapes == [Shape.LISTED, Shape.LISTED, Shape.OPENED]


def test_shifts_stand_behind_and_what_is_outside_them_is_counted(world, happened):
    on_duty(world, NOON - timedelta(hours=4))
    struck = Shift(
        user_id=world.nurse.user_id,
        unit=world.north,
        valid_from=NOON + timedelta(hours=9),
        valid_until=NOON + timedelta(hours=9, microseconds=1),
    )
    struck.save()
    for hours in (0, 4.9, 5.1, 12):
        happened(at=NOON + timedelta(hours=hours), of=world.ola)

    shown = of_siri(world)

    assert shown.duties is not None
    assert [duty.shift.unit.name for duty in shown.duties] == ["Hjemmetjenesten nord"]
    assert shown.off_duty == 2
    (row,) = shown.rows
    assert [point.is_off_duty for point in row.points] == [True, True, False, False]


def test_without_shifts_nothing_is_said_to_be_outside_them(world, auditor, happened):
    happened(of=world.ola)
    url = choose(auditor, person="Siri Sykepleier", verb="read")

    page = text_of(auditor.get(f"{TIMELINE}?{url.partition('?')[2]}"))

    assert "Ingen vakter er registrert" in page
    assert "utenfor vaktene" not in page


def test_very_many_events_are_cut_and_the_page_says_so(
    world, auditor, happened, monkeypatch
):
    monkeypatch.setattr(selectors, "MOST_EVENTS", 2)
    for minute in range(3):
        happened(minutes_ago=minute, of=world.ola)
    url = choose(auditor, person="Siri Sykepleier", verb="read")

    answer = auditor.get(f"{TIMELINE}?{url.partition('?')[2]}")

    assert len(rows_of(answer)) == 2
    assert "nyeste er vist" in text_of(answer)


def test_each_point_leads_to_its_event_and_so_does_the_table(world, auditor, happened):
    events = {str(happened(minutes_ago=n, of=world.ola)) for n in (1, 2)}
    url = choose(auditor, patient="Ola Fjellheim 14.02.1942", verb="read")
    page = auditor.get(url)
    assert f'href="{TIMELINE}?{url.partition("?")[2]}"' in page.content.decode()

    shown = auditor.get(f"{TIMELINE}?{url.partition('?')[2]}").content.decode()

    points = re.findall(r'<a href="/logg/([0-9a-f-]{36})/\?[^"]+" tabindex="-1"', shown)
    table = re.findall(r'<a class="ds-link" href="/logg/([0-9a-f-]{36})/', shown)
    assert set(points) == set(table) == events
    assert len(points) == len(table) == 2
    assert "Fjellheim, født" in shown


def test_that_it_was_read_is_in_the_log_also_of_the_patient(
    world, auditor, happened, readings
):
    happened(of=world.ola)
    url = choose(auditor, patient="Ola Fjellheim 14.02.1942")
    before = len(readings())

    auditor.get(f"{TIMELINE}?{url.partition('?')[2]}")

    (event,) = readings()[before:]
    said = json.loads(bytes(event.body))
    assert said["client"]["page"] == "audit:timeline"
    assert said["subjects"] == [{"patient": str(world.ola.patient_id), "reach": 0}]


def test_of_nobody_in_particular_there_is_no_timeline(world, auditor, happened):
    url = choose(auditor, verb="read")

    answer = auditor.get(f"{TIMELINE}?{url.partition('?')[2]}")

    assert answer.status_code == 303
    assert answer["Location"] == LOG
    assert TIMELINE not in auditor.get(url).content.decode()


def test_opened_case_leads_to_the_week_it_is_about(world, auditor, happened, readings):
    event = happened(of=world.ola)
    case = make_case(looked([event]), by=world.auditor, origin=CaseOrigin.AUDITOR)
    way = f"/logg/saker/{case.pk}/uken/"

    assert auditor.get(way).status_code == 404
    assert way not in auditor.get(f"/logg/saker/{case.pk}/").content.decode()
    open_up(case, by=world.auditor)
    before = len(readings())
    answer = auditor.get(way, follow=True)

    assert way in auditor.get(f"/logg/saker/{case.pk}/").content.decode()
    assert "Gjort av: Siri Sykepleier" in text_of(answer)
    assert str(event) in answer.content.decode()
    said = json.loads(bytes(readings()[before].body))
    assert said["detail"]["person"] == str(world.nurse.user_id)
    assert said["detail"]["from"] == case.week.isoformat()


def test_others_are_refused(world, at_the_screen):
    assert at_the_screen(world.leader).get(TIMELINE).status_code == 403


def test_empty_timeline_says_so(world, auditor):
    url = choose(auditor, person="Siri Sykepleier", verb="printed")

    page = text_of(auditor.get(f"{TIMELINE}?{url.partition('?')[2]}"))

    assert "Ingen hendelser i utvalget" in page
    assert AccessEvent.objects.filter(verb="printed").count() == 0


def test_scale_is_right_where_a_day_has_23_hours():
    scale = Scale(date(2026, 3, 29), date(2026, 3, 29))

    assert scale.x(scale.begins_at) == 0
    assert scale.x(scale.ends_at) == 100
    noon = datetime(2026, 3, 29, 12, tzinfo=OSLO)
    assert scale.x(noon) == pytest.approx(100 * 11 / 23, abs=0.01)
    assert scale.x(noon - timedelta(days=2)) == 0


@pytest.mark.parametrize(("days", "ticks"), [(1, 4), (2, 2), (6, 6), (7, 4), (400, 6)])
def test_no_more_is_marked_than_there_is_room_for(days, ticks):
    scale = Scale(WEEK.since, WEEK.since + timedelta(days=days - 1))

    marked = scale.ticks()

    assert len(marked) == ticks
    assert marked[0].x == 0
    assert all(before.x < after.x for before, after in itertools.pairwise(marked))
