"""The pages of blocks: found from the patient, filled in, searched in, and logged."""

import re
from uuid import uuid4

import pytest
from django.utils import timezone

from access.models import Block, BlockedWhat, BlockedWhom
from access.roles import Role
from audit.models import AccessEvent
from tests import world as worlds


@pytest.fixture
def nurse(world, desk):
    return desk(world.nurse)


def typed(**changes):
    now = timezone.localtime()
    return {
        "form_id": str(uuid4()),
        "what": "all",
        "whom": "role",
        "role": "leder",
        "spoken_with": "patient",
        "spoken_at_date": f"{now:%d.%m.%Y}",
        "spoken_at_time": f"{now:%H.%M}",
        "told": "Vil ikke at lederen leser.",
    } | changes


def block_it(nurse, world, **changes):
    return nurse.post("blocking:block_new", world.ola.record_id, **typed(**changes))


def test_nurse_sets_sees_and_ends_a_block_and_the_log_tells(world, nurse, desk):
    record_id = world.ola.record_id
    assert "Sperringer" in nurse.get("record:person", record_id).text

    shown = nurse.follow(block_it(nurse, world))
    assert "Hele journalen" in shown.text
    assert "Alle med rollen Leder" in shown.text
    assert "Vil ikke at lederen leser." in shown.text
    leader = desk(world.leader)
    refused = leader.get("chart:patient", record_id)
    assert refused.status_code == 403
    assert "Pasienten har sperret dette for deg" in refused.text

    block = Block.objects.get()
    ended = nurse.post("blocking:block_end", record_id, block.pk, **typed())
    assert ended.status_code == 303
    assert leader.get("chart:patient", record_id).status_code == 200
    verbs = AccessEvent.objects.filter(actor_id=world.nurse.user_id)
    assert {"read_blocks", "blocked", "ended_block"} <= set(
        verbs.values_list("verb", flat=True)
    )


def test_searching_for_an_employee_keeps_what_is_typed_and_judges_nothing(world, nurse):
    half = typed(whom="person", q="fremmed", told="Skrevet alt", find="1")
    half["spoken_with"] = ""
    found = nurse.post("blocking:block_new", world.ola.record_id, **half)

    assert found.status_code == 200
    assert "Frank Fremmed – Sykepleier, Hjemmetjenesten sør" in found.text
    assert "Skrevet alt" in found.text
    assert half["spoken_at_time"] in found.text
    assert "Velg hvem du snakket med" not in found.text
    assert not Block.objects.exists()


def test_a_named_employee_is_shut_out(world, nurse):
    answer = block_it(nurse, world, whom="person", worker=str(world.stranger.user_id))

    assert answer.status_code == 303
    assert Block.objects.get().worker_id == world.stranger.user_id
    assert "Også i nødsituasjoner" in nurse.follow(answer).text


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"what": ""}, "Velg hva som skal sperres."),
        ({"what": "kind"}, "Velg hvilken type opplysninger."),
        ({"what": "document"}, "Velg hvilket notat."),
        ({"whom": "person"}, "Søk etter den ansatte, og velg."),
        ({"whom": "unit"}, "Velg hvilken enhet."),
        ({"role": ""}, "Velg hvilken rolle."),
        ({"told": ""}, "Skriv kort hva som ble sagt."),
        ({"spoken_with": "parent"}, "Skriv navnet på den du snakket med."),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_stored(world, nurse, changes, message):
    answer = block_it(nurse, world, **changes)

    assert answer.status_code == 422
    assert message in answer.text
    assert not Block.objects.exists()


def test_a_note_is_chosen_among_those_of_the_record(world, nurse, note):
    page = nurse.get("blocking:block_new", world.ola.record_id).text
    (entry_id,) = re.findall(r'<option value="([0-9a-f-]{36})"[^>]*>Besøk', page)

    answer = block_it(nurse, world, what="document", document=entry_id)

    assert answer.status_code == 303
    assert Block.objects.get().document_id == note.entry_id
    assert "Besøk i hjemmet" in nurse.follow(answer).text


def test_whoever_blocks_himself_out_is_led_home_and_told(world, nurse):
    answer = block_it(nurse, world, role="sykepleier")

    assert answer.url == "/"
    assert "Sperringen gjelder også deg" in nurse.follow(answer).text


def test_an_open_page_is_closed_at_the_next_request(world, nurse, set_block, desk):
    leader, record_id = desk(world.leader), world.ola.record_id
    assert leader.get("documentation:new", record_id).status_code == 200

    set_block(whom=BlockedWhom.ROLE, role="leder")

    saved = leader.post("documentation:autosave", record_id, uuid4(), text="Mer")
    assert saved.status_code == 403


def test_care_worker_is_neither_offered_the_page_nor_let_in(world, desk):
    carer = desk(
        worlds.worker(worlds.person("hans.hjelp", (Role.CARE_WORKER, world.north)))
    )

    assert "Sperringer" not in carer.get("record:person", world.ola.record_id).text
    assert carer.get("blocking:blocks", world.ola.record_id).status_code == 403


def test_the_list_says_nothing_of_a_block_that_names_oneself(
    world, nurse, set_block, desk
):
    block = set_block(
        BlockedWhat.KIND, kind="legenotat", whom=BlockedWhom.ROLE, role="sykepleier"
    )
    record_id = world.ola.record_id

    shown = nurse.get("blocking:blocks", record_id).text
    assert "Deler av journalen er sperret" in shown
    assert "Legenotat" not in shown
    assert "naboen" not in shown
    assert "Ingenting er sperret" not in shown
    assert nurse.get("blocking:block_end", record_id, block.pk).status_code == 404
    ended = nurse.post("blocking:block_end", record_id, block.pk, **typed())
    assert ended.status_code == 404

    leaders = desk(world.leader).get("blocking:blocks", record_id).text
    assert "Legenotat" in leaders
    assert "naboen" in leaders


def test_a_part_that_is_blocked_to_all_is_seen_and_ended_by_those_who_may(
    world, nurse, set_block, note
):
    block = set_block(
        BlockedWhat.DOCUMENT, document_id=note.entry_id, whom=BlockedWhom.ALL
    )
    record_id = world.ola.record_id

    shown = nurse.get("blocking:blocks", record_id).text
    assert "Et notat du ikke har tilgang til" in shown
    assert "Fortalte om broren" not in shown
    ended = nurse.post("blocking:block_end", record_id, block.pk, **typed())
    assert ended.status_code == 303


def test_a_block_that_is_not_there_is_unknown(world, nurse):
    record_id = world.ola.record_id

    assert nurse.get("blocking:block_end", record_id, uuid4()).status_code == 404
