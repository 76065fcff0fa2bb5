"""A patient's extract of the log: what he is told, who gives it, and that it is logged."""

import json
import re
from datetime import date, datetime, timedelta
from uuid import uuid4

import pytest
from django.utils import timezone, translation

from audit.entry import Client, Grounds, Subject
from audit.models import AccessEvent
from audit.review.extract import accesses as telling
from audit.review.extract.accesses import accesses_to
from audit.review.extract.groups import extract_of
from audit.review.extract.paper import Whose, paper
from audit.review.rules.log_filter import OSLO
from audit.verbs import Outcome, Reach, Verb
from journal.readers.rules.period import Period
from tests import world as worlds
from tests.audit.review.screens import text_of

# A week's Wednesday, noon in Norway, far from any border.
NOON = datetime(2026, 9, 16, 12, tzinfo=OSLO)
AUTUMN = Period(date(2026, 9, 1), date(2026, 9, 30))
WHOSE = Whose("Ola Fjellheim", "14.02.1942", "Fjord", "Lise Leder")


def ids_and_numbers(text):
    return re.findall(r"[0-9a-f]{8}-[0-9a-f]{4}|\b\d{11}\b", text)


@pytest.fixture
def opened(happened, world):
    """Somebody opened Ola's record: `opened(at=NOON, by=world.nurse)`."""

    def opened(*, at=NOON, by=world.nurse, verb=Verb.READ, **facts):
        reached = Subject(world.ola.patient_id, world.ola.record_id, Reach.RECORD)
        facts.setdefault("subjects", (reached,))
        return happened(at=at, by=by, verb=verb, **facts)

    return opened


def told(world, period=AUTUMN):
    return extract_of(accesses_to(world.ola.patient_id, period))


def page(client, known, **days):
    return client.get(f"/records/{known.record_id}/log/", days)


def autumn():
    return {"since": "01.09.2026", "until": "30.09.2026"}


def test_a_week_of_one_person_at_one_unit_for_one_purpose_is_one_line(world, opened):
    for hours in (0, 1, 2):
        opened(at=NOON + timedelta(hours=hours))
    opened(at=NOON + timedelta(hours=3), verb=Verb.SIGNED)

    (group,) = told(world).opened

    assert group.first.who == "Siri Sykepleier"
    assert (group.first.title, group.first.unit) == (
        "sykepleier",
        "Hjemmetjenesten nord",
    )
    assert group.week == "Uke 38, 14.9.–20.9.2026"
    assert group.whats == "Signerte notat, Leste journalen (3)"
    assert group.span == "16.09. 12.00 – 16.09. 15.00"
    assert group.first.purpose == "Helsehjelp"
    assert group.reasons == "Aktivt opphold ved enheten"
    assert [access.at.astimezone(OSLO).hour for access in group.accesses] == [
        15,
        14,
        13,
        12,
    ]


@pytest.mark.parametrize(
    "other",
    [
        {"at": NOON + timedelta(days=7)},
        {"grounds": Grounds("emergency", "BTG", reason_code="fare_for_liv")},
    ],
)
def test_another_week_or_purpose_is_another_line(world, opened, other):
    opened()
    opened(**other)

    assert len(told(world).opened) == 2


def test_another_person_or_unit_is_another_line(world, opened):
    opened()
    opened(by=world.leader)
    opened(unit=world.south)

    assert len(told(world).opened) == 3


def test_week_begins_on_monday_in_norway(world, opened):
    sunday_night = datetime(2026, 9, 20, 23, 59, tzinfo=OSLO)
    opened(at=sunday_night)
    opened(at=sunday_night + timedelta(minutes=2))

    weeks = [group.week for group in told(world).opened]

    assert weeks == ["Uke 39, 21.9.–27.9.2026", "Uke 38, 14.9.–20.9.2026"]


def test_shown_in_a_list_is_told_apart_on_the_ground_of_this_patient(world, happened):
    listed = Subject(world.ola.patient_id, basis="episode")
    other = Subject(uuid4(), basis="grant")
    happened(
        at=NOON,
        verb=Verb.LISTED,
        subjects=(other, listed),
        grounds=Grounds("listed", "TREAT"),
    )

    extract = told(world)

    assert extract.opened == []
    assert extract.listed[0].reasons == "Aktivt opphold ved enheten"


def test_refusals_and_mentions_are_no_access(world, opened):
    opened(outcome=Outcome.REFUSED, refusal="no_relation")
    opened(subjects=(Subject(world.ola.patient_id, reach=Reach.MENTIONED),))

    extract = told(world)

    assert extract.opened == extract.listed == []


def test_emergency_is_told_by_its_coded_reason(world, opened):
    need = Grounds("emergency", "BTG", uuid4(), True, reason_code="fare_for_liv")
    opened(by=world.stranger, grounds=need)

    (group,) = told(world).opened

    assert group.first.purpose == "Nødtilgang fordi liv eller helse var i fare"
    assert ": " in group.reasons


def test_days_are_norwegian_days_with_both_ends(world, opened):
    first = datetime(2026, 9, 1, 0, 0, tzinfo=OSLO)
    after = datetime(2026, 10, 1, 0, 0, tzinfo=OSLO)
    opened(at=first)
    opened(at=after)
    opened(at=after - timedelta(microseconds=1))
    opened(at=first - timedelta(microseconds=1))

    assert len(accesses_to(world.ola.patient_id, AUTUMN)) == 2


def test_leader_gives_a_patient_the_extract_and_that_is_in_the_log(
    world, at_the_screen, opened, readings
):
    opened(client=Client(page="documentation:notes"))

    answer = page(at_the_screen(world.leader), world.ola, **autumn())

    shown = text_of(answer)
    assert answer.status_code == 200
    assert "Siri Sykepleier" in shown
    assert "listen over notater" in shown
    assert "Journalen er åpnet av 1 person." in shown
    (event,) = readings(Verb.HANDED_OUT_LOG)
    assert event.purpose == "PATRQT"
    body = json.loads(bytes(event.body))
    assert body["detail"] == {"from": "2026-09-01", "to": "2026-09-30"}
    assert body["subjects"][0]["patient"] == str(world.ola.patient_id)
    assert body["actor"]["role"] == "leder"


def test_page_shows_no_id_code_or_national_number(world, at_the_screen, opened):
    opened()

    (section,) = re.findall(
        r'aria-labelledby="opened">.*?</section>',
        page(at_the_screen(world.leader), world.ola, **autumn()).text,
        re.DOTALL,
    )

    shown = re.sub(r"<[^>]+>", " ", section)
    assert ids_and_numbers(shown) == []
    assert "TREAT" not in shown
    assert "episode" not in shown


def test_giving_it_out_is_itself_told_next_time(world, at_the_screen):
    leader = at_the_screen(world.leader)
    page(leader, world.ola)

    shown = text_of(page(leader, world.ola))

    assert "Ga pasienten innsyn i tilgangsloggen" in shown


@pytest.mark.parametrize("who", ["nurse", "clerk", "auditor", "stranger"])
def test_others_may_not_and_the_log_says_they_tried(
    world, at_the_screen, readings, who
):
    client = at_the_screen(getattr(world, who))

    for address in ("log/", "log/pdf/"):
        answer = client.get(f"/records/{world.ola.record_id}/{address}", autumn())
        assert answer.status_code == 403

    assert len(readings(Verb.HANDED_OUT_LOG, Outcome.REFUSED)) == 2


def test_leader_may_not_give_out_his_own(world, at_the_screen):
    elsewhere = worlds.patient(world.clerk, "Per", "Sund", at=world.south)

    assert page(at_the_screen(world.leader), elsewhere).status_code == 403


def test_days_that_are_none_are_told_at_their_field(world, at_the_screen, opened):
    opened()
    wrong = {"since": "30.09.2026", "until": "01.09.2026"}

    answer = page(at_the_screen(world.leader), world.ola, **wrong)

    assert answer.status_code == 422
    assert "Siste dag kan ikke være før første dag." in answer.text
    assert "Siri Sykepleier" not in answer.text


@pytest.mark.parametrize("days", [autumn(), {}])
def test_more_than_can_be_given_is_told_and_not_cut(
    world, at_the_screen, opened, monkeypatch, days
):
    monkeypatch.setattr(telling, "MOST_EVENTS", 1)
    now = timezone.now()
    for at in (NOON, NOON, now, now):
        opened(at=at)
    client = at_the_screen(world.leader)

    answer = page(client, world.ola, **days)
    paper_answer = client.get(f"/records/{world.ola.record_id}/log/pdf/", autumn())

    assert answer.status_code == 422
    assert "Velg færre dager." in answer.text
    assert paper_answer.status_code == 302


@pytest.mark.parametrize(
    ("language", "title"),
    [("nb", "Ingen har åpnet"), ("nn", "Ingen har opna")],
)
def test_paper_is_a_tagged_pdf_in_the_language_that_is_asked_for(
    world, opened, language, title
):
    opened()

    file = paper(told(world), WHOSE, AUTUMN, language=language)

    assert file.startswith(b"%PDF-1.7")
    assert b"pdfuaid" in file
    assert b"/StructTreeRoot" in file
    assert f"/Lang({language}-NO)".encode() in file
    with translation.override(language):
        assert title in translation.gettext("Ingen har åpnet noe i disse dagene.")


def test_paper_with_nothing_in_it_is_paper_too(world):
    assert paper(told(world), WHOSE, AUTUMN, language="nb").startswith(b"%PDF")


def test_name_that_looks_like_layout_is_a_name(world, opened):
    odd = Whose('#panic("x") *Ola*', "14.02.1942", "$Fjord$", "@Lise")

    assert paper(told(world), odd, AUTUMN, language="nb").startswith(b"%PDF")


def test_paper_is_given_by_the_leader_and_logged_as_print_for_the_patient(
    world, at_the_screen, opened, readings
):
    opened()

    answer = at_the_screen(world.leader).get(
        f"/records/{world.ola.record_id}/log/pdf/", {**autumn(), "lang": "nn"}
    )

    assert answer["Content-Type"] == "application/pdf"
    assert "Fjellheim" not in answer["Content-Disposition"]
    (event,) = readings(Verb.HANDED_OUT_LOG)
    assert json.loads(bytes(event.body))["detail"]["printed_for"] == "patient"
    assert AccessEvent.objects.filter(verb=Verb.HANDED_OUT_LOG).count() == 1
