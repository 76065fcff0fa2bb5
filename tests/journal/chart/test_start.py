"""The start page besides the list: my unsigned drafts, and what I opened lately."""

from uuid import uuid4

import pytest
from django.utils import timezone

from access.actions import Action
from access.models import CareRelation
from access.roles import Role
from journal.documentation import services as notes
from journal.record.gate import open_record
from tests import world as worlds
from tests.journal.chart.reading import section
from tests.journal.documentation.builders import content


@pytest.fixture
def siri(world, desk):
    return desk(world.nurse)


def start(desk):
    return desk.client.get("/").text


def save(known, by, text):
    with open_record(known.record_id, by=by, to=Action.DRAFT_NOTE) as record:
        notes.save_draft(
            record, note_id=uuid4(), content=content(text), page=notes.Page()
        )


def forget(known):
    """Let everybody's relation to somebody end."""
    CareRelation.objects.filter(record_id=known.record_id).update(
        valid_until=timezone.now()
    )


def test_records_read_lately_stand_newest_first(world, siri, living):
    kari = living(world.north, "Kari", "Dal")
    for known in (world.ola, kari):
        siri.get("chart:patient", known.record_id)

    recent = section(start(siri), "recent")

    assert "Sist åpnet av deg" in recent
    assert recent.index("Dal, Kari") < recent.index("Fjellheim, Ola")
    assert "i dag kl." in recent


def test_case_and_death_show_among_those_read_lately(world, desk, case_of, die):
    user = worlds.person("sol.saksbehandler", (Role.CASE_HANDLER, world.north))
    sol = desk(worlds.worker(user))
    case = case_of(world.ola, world.north)
    sol.get("chart:patient", case.record_id)
    die(world.ola)

    recent = section(start(sol), "recent")

    assert "Tjenestesak" in recent
    assert "Død" in recent


def test_record_that_is_no_longer_open_is_not_among_those_read_lately(world, siri):
    siri.get("chart:patient", world.ola.record_id)
    forget(world.ola)

    assert section(start(siri), "recent") == ""


def test_what_a_colleague_read_is_not_mine(world, siri, desk):
    siri.get("chart:patient", world.ola.record_id)

    assert section(start(desk(world.leader)), "recent") == ""


def test_my_drafts_stand_with_their_first_words_and_lead_back_to_them(world, siri):
    save(world.ola, world.nurse, "Sov da jeg kom, trøtt.")
    save(world.ola, world.leader, "Lederen skriver dette.")

    page = start(siri)

    drafts = section(page, "drafts")
    assert "Mine usignerte notater 1" in drafts
    assert "Fjellheim, Ola" in drafts
    assert "Sov da jeg kom, trøtt." in drafts
    assert "Lederen" not in page
    address = page.split("/edit/")[0].rsplit('href="', 1)[1]
    assert siri.client.get(f"{address}/edit/").status_code == 200


def test_draft_in_a_closed_record_is_told_of_without_a_name(world, siri):
    save(world.ola, world.nurse, "Sov da jeg kom, trøtt.")
    forget(world.ola)

    page = start(siri)

    assert "kladd i en journal du ikke lenger har tilgang til" in page
    assert "Fjellheim" not in page
    assert "trøtt" not in page


def test_without_drafts_and_lookups_the_page_has_neither(world, siri):
    page = start(siri)

    assert section(page, "drafts") == section(page, "recent") == ""
