"""A stranger lets himself in: by a need he states, or in an emergency; and when he cannot."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from access.accounts.models import User
from access.actions import Action
from access.models import (
    AccessRules,
    Basis,
    Block,
    CareRelation,
    EmergencyAccess,
    EmergencyReason,
    StatedNeed,
)
from access.person_number import read_number
from access.roles import Role
from audit.hashing import number_hash
from audit.models import AccessEvent
from audit.verbs import Outcome, Verb
from journal.record.errors import RuleError
from journal.record.gate import open_record
from journal.record.services import letting_in
from journal.record.services.person import add_number
from tests import world as worlds
from tests.journal.documentation.builders import typed as note
from tests.journal.record.asking import decided

PROVES = {"step_up_password": worlds.PASSWORD}


def take_emergency(desk, worker, known, **typed):
    return desk(worker).post(
        "record:emergency",
        known.record_id,
        **{"reason": "fare_for_liv", **PROVES, **typed},
    )


def block(world, whom, **against):
    Block.objects.create(
        record_id=world.ola.record_id,
        patient_id=world.ola.patient_id,
        what="all",
        whom=whom,
        valid_from=timezone.now() - timedelta(minutes=1),
        **against,
    )


def test_refused_nurse_taps_a_reason_and_is_on_the_page_she_wanted(world, desk):
    frank = desk(world.stranger)
    refused = frank.get("documentation:notes", world.ola.record_id)
    assert f'action="/records/{world.ola.record_id}/need/"' in refused.text
    wanted = f"/records/{world.ola.record_id}/notes/"
    assert f'name="next" value="{wanted}"' in refused.text

    answer = frank.post(
        "record:need", world.ola.record_id, reason="pasient_ber", next=wanted
    )

    assert answer.url == wanted
    assert frank.follow(answer).status_code == 200
    need = StatedNeed.objects.get()
    assert need.ends_at - need.began_at == timedelta(hours=4)
    relation = CareRelation.objects.get(basis=Basis.NEED)
    assert (relation.source_id, relation.reason_code) == (need.pk, "pasient_ber")
    (stated,) = AccessEvent.objects.filter(verb=Verb.STATED_NEED)
    assert (stated.basis, stated.decision_ref) == ("need", relation.pk)
    (read,) = AccessEvent.objects.filter(verb=Verb.READ, outcome=Outcome.DONE)
    assert read.decision_ref == relation.pk


def test_a_need_is_over_after_its_hours(world, desk):
    desk(world.stranger).post("record:need", world.ola.record_id, reason="deltar")

    later = timezone.now() + timedelta(hours=4, seconds=1)
    answer = decided(world.stranger, world.ola.record_id, Action.READ_RECORD, at=later)

    assert not answer.is_allowed


def test_page_elsewhere_is_not_gone_to(world, desk):
    answer = desk(world.stranger).post(
        "record:need", world.ola.record_id, reason="deltar", next="//evil.example/"
    )

    assert answer.url == f"/records/{world.ola.record_id}/"


def test_unknown_reason_lets_nobody_in_and_asks_again(world, desk):
    answer = desk(world.stranger).post(
        "record:need", world.ola.record_id, reason="nysgjerrig"
    )

    assert answer.status_code == 422
    assert not CareRelation.objects.filter(basis=Basis.NEED).exists()


def test_unit_wide_stay_is_opened_by_a_stated_need_where_the_municipality_asks(
    world, desk
):
    AccessRules.objects.update(unit_wide="stated_need")
    siri = desk(world.nurse)
    refused = siri.get("chart:patient", world.ola.record_id)
    assert refused.status_code == 403
    assert f"/records/{world.ola.record_id}/need/" in refused.text

    siri.post("record:need", world.ola.record_id, reason="deltar")

    assert siri.get("chart:patient", world.ola.record_id).status_code == 200


@pytest.mark.parametrize("name", ["record:need", "record:emergency"])
def test_clerk_cannot_let_herself_in_and_one_event_says_she_tried(world, desk, name):
    mona = worlds.worker(worlds.person("mia.merkantil", (Role.CLERK, world.south)))
    before = AccessEvent.objects.filter(outcome=Outcome.REFUSED).count()

    answer = desk(mona).post(name, world.ola.record_id, reason="fare_for_liv", **PROVES)

    assert answer.status_code == 403
    assert AccessEvent.objects.filter(outcome=Outcome.REFUSED).count() == before + 1
    assert "Fjellheim" not in answer.text


@pytest.mark.parametrize("name", ["record:need", "record:emergency"])
def test_own_record_is_opened_in_no_way(world, desk, name):
    number = read_number("14834212081", synthetic_only=True)
    with open_record(
        world.ola.record_id, by=world.clerk, to=Action.CHANGE_IDENTITY
    ) as record:
        add_number(record, number=number)
    User.objects.filter(pk=world.stranger.user_id).update(
        person_hash=number_hash(number.value)
    )

    answer = desk(world.stranger).get(name, world.ola.record_id)

    assert answer.status_code == 403
    assert "din egen journal" in answer.text


def test_record_that_is_not_here_is_not_found(world, desk):
    assert desk(world.stranger).get("record:need", uuid4()).status_code == 404


def test_emergency_shows_the_patient_and_is_in_the_log(world, desk):
    answer = take_emergency(desk, world.stranger, world.ola)

    page = desk(world.stranger).follow(answer)
    assert page.status_code == 200
    assert "Fjellheim" in page.text
    case = EmergencyAccess.objects.get()
    assert case.unit_id == world.south.pk
    assert case.ends_at - case.began_at == timedelta(hours=4)
    (began,) = AccessEvent.objects.filter(verb=Verb.EMERGENCY_BEGAN)
    assert (began.basis, began.purpose) == ("emergency", "BTG")
    (read,) = AccessEvent.objects.filter(verb=Verb.READ, outcome=Outcome.DONE)
    assert (read.purpose, read.decision_ref) == ("BTG", began.decision_ref)


@pytest.mark.parametrize(
    "typed", [{"step_up_password": "feil"}, {"step_up_password": ""}, {"reason": ""}]
)
def test_without_proof_or_reason_nothing_opens(world, desk, typed):
    answer = take_emergency(desk, world.stranger, world.ola, **typed)

    assert answer.status_code == 422
    assert worlds.PASSWORD not in answer.text
    assert not EmergencyAccess.objects.exists()
    assert not CareRelation.objects.filter(basis=Basis.EMERGENCY).exists()


def test_who_has_access_needs_no_emergency(world, desk):
    answer = take_emergency(desk, world.nurse, world.ola)

    assert answer.url == f"/records/{world.ola.record_id}/"
    assert not EmergencyAccess.objects.exists()


def test_block_of_a_unit_gives_way_and_block_of_a_person_holds(world, desk):
    block(world, "unit", unit=world.south)
    assert take_emergency(desk, world.stranger, world.ola).status_code == 303
    block(world, "person", worker_id=world.stranger.user_id)

    answer = desk(world.stranger).get("chart:patient", world.ola.record_id)

    assert answer.status_code == 403
    assert "navngitt deg i sperringen" in answer.text
    assert "/emergency/" not in answer.text


def test_emergency_is_made_longer_once_and_never_past_eight_hours(world, desk):
    take_emergency(desk, world.stranger, world.ola)
    case = EmergencyAccess.objects.get()

    letting_in.extend_emergency(case, by=world.stranger, reason=EmergencyReason.ACUTE)

    case.refresh_from_db()
    assert case.ends_at == case.began_at + timedelta(hours=8)
    assert may_read(world, case.ends_at - timedelta(seconds=1))
    assert not may_read(world, case.ends_at + timedelta(seconds=1), whole=True)
    with pytest.raises(RuleError):
        letting_in.extend_emergency(
            case, by=world.stranger, reason=EmergencyReason.ACUTE
        )


def may_read(world, at, *, whole=False):
    answer = decided(world.stranger, world.ola.record_id, Action.READ_RECORD, at=at)
    return answer.is_allowed and not (whole and answer.readable_until)


def test_after_the_end_own_draft_is_finished_and_nothing_else_is_read(world, desk):
    frank = desk(world.stranger)
    take_emergency(desk, world.stranger, world.ola)
    note_id = uuid4()
    draft = frank.client.post(
        f"/records/{world.ola.record_id}/notes/{note_id}/autosave/",
        note("Lå på gulvet."),
    )
    assert draft.status_code == 200
    letting_in.end_emergency(EmergencyAccess.objects.get(), by=world.stranger)

    answer = decided(world.stranger, world.ola.record_id, Action.READ_RECORD)

    assert answer.basis is Basis.AFTER_EMERGENCY
    assert answer.readable_until is not None
    assert answer.readable_until.year == 1900
    assert "critical" not in (answer.kinds or ("critical",))
    assert (
        "Lå på gulvet."
        in frank.get("documentation:edit", world.ola.record_id, note_id).text
    )
    signed = frank.client.post(
        f"/records/{world.ola.record_id}/notes/{note_id}/sign/",
        note("Lå på gulvet.", **draft.json()["fields"]),
    )
    assert signed.status_code in {302, 303}
    page = frank.get("chart:patient", world.ola.record_id).text
    assert "Lå på gulvet." in page
    assert "Ingen registrert" not in page
    over = timezone.now() + timedelta(hours=49)
    assert not may_read(world, over)
