"""Leaving a GP's list: for the GP beside, for good, by a mistake, or by death."""

from datetime import timedelta
from uuid import uuid4

from django.utils import timezone

from access.actions import Action
from access.models import Basis
from journal.documentation import services as notes
from journal.documentation.models import NoteKind
from journal.record.gate import open_record
from journal.record.models import EndReason
from journal.record.services.death import mark_dead, withdraw_death
from tests.journal.documentation.builders import content
from tests.journal.enrolments.reading import OLA, basis, day, enrolment_of, rows, typed


def test_moving_within_the_practice_and_off_the_list(
    world, practice, vigdis, berit, enrols, desk
):
    enrols(vigdis, "gp", practice[1], **OLA, starts_on=typed(day(-10)))
    at_desk, ids = desk(vigdis), (world.ola.record_id, enrolment_of(world).pk)
    shown = at_desk.get("enrolments:move", *ids)
    form_id = shown.context["form"]["form_id"].value()

    moved = at_desk.post(
        "enrolments:move",
        *ids,
        form_id=form_id,
        unit=str(practice[2].pk),
        starts_on=typed(day()),
    )

    assert moved.status_code == 303
    assert rows(world)[-1] == ("Anders Lie", day(), None)
    assert basis(berit, world.ola.record_id) == Basis.FORMER_EPISODE

    early = at_desk.post(
        "enrolments:end",
        world.ola.record_id,
        enrolment_of(world).pk,
        ends_on=typed(day(-3)),
        reason="flyttet",
    )

    assert early.status_code == 422
    assert "før innmeldingen" in early.text


def test_mistake_leaves_the_practice_nothing(world, practice, vigdis, enrols, desk):
    enrols(vigdis, "gp", practice[1], **OLA, starts_on=typed(day(-2)))

    desk(vigdis).post(
        "enrolments:end",
        world.ola.record_id,
        enrolment_of(world).pk,
        ends_on=typed(day()),
        reason=EndReason.MISTAKE,
    )

    assert basis(vigdis, world.ola.record_id) is None


def test_mistake_is_not_taken_back_over_one_s_own_draft(
    world, practice, vigdis, berit, enrols, desk
):
    enrols(vigdis, "gp", practice[1], **OLA)
    with open_record(world.ola.record_id, by=berit, to=Action.DRAFT_NOTE) as record:
        begun = content("Begynt på", kind=NoteKind.PHYSICIAN)
        notes.save_draft(record, note_id=uuid4(), content=begun, page=notes.Page())

    answer = desk(berit).post(
        "enrolments:end",
        world.ola.record_id,
        enrolment_of(world).pk,
        ends_on=typed(day()),
        reason=EndReason.MISTAKE,
    )

    assert answer.status_code == 422
    assert "usignerte notater" in answer.text
    assert rows(world) == [("Berit Dahl", day(), None)]


def test_the_dead_are_on_no_list_and_the_gp_has_thirty_days(
    world, practice, vigdis, berit, enrols
):
    enrols(vigdis, "gp", practice[1], **OLA, starts_on=typed(day(-5)))

    with open_record(
        world.ola.record_id, by=world.nurse, to=Action.MARK_DEAD
    ) as record:
        mark_dead(record, on=day())

    assert rows(world) == [("Berit Dahl", day(-5), day())]
    later = timezone.now() + timedelta(days=29)
    assert basis(berit, world.ola.record_id, at=later) == Basis.GP_LIST
    too_late = timezone.now() + timedelta(days=31)
    assert basis(berit, world.ola.record_id, at=too_late) is None

    with open_record(
        world.ola.record_id, by=world.nurse, to=Action.MARK_DEAD
    ) as record:
        withdraw_death(record)

    assert rows(world) == [("Berit Dahl", day(-5), None)]
    assert basis(berit, world.ola.record_id, at=too_late) == Basis.GP_LIST


def test_ward_that_has_the_patient_does_not_take_him_off_his_gp_s_list(
    world, practice, vigdis, enrols, desk
):
    enrols(vigdis, "gp", practice[1], **OLA)
    enrolment = enrolment_of(world)

    answer = desk(world.nurse).post(
        "enrolments:end",
        world.ola.record_id,
        enrolment.pk,
        ends_on=typed(day()),
        reason="flyttet",
    )

    assert answer.status_code == 403
    assert rows(world) == [("Berit Dahl", day(), None)]
