"""Applications: a basis before any unit has the person, and no longer than they are open."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from access import policy
from access.actions import Action
from access.information import Information
from access.models import Basis, CareRelation, KnownRecord
from access.roles import RecordKind
from audit.models import AccessEvent
from audit.verbs import Outcome, Verb
from journal.casework.rules.applications import (
    is_health_care,
    preliminary_reply_due,
)
from tests import world as worlds


def _basis(worker, record_id, action=Action.READ_IDENTITY):
    found = policy.records_open_to(worker, action, among=[record_id])
    return found[0].basis if found else None


def _application():
    return CareRelation.objects.get(basis=Basis.APPLICATION).source_id


def test_case_handler_has_the_person_by_the_application_before_any_unit_has(
    world, anne, applies
):
    nobodys = worlds.patient(world.clerk, "Kari", "Solvik")

    answer = applies(nobodys)

    assert answer.status_code == 303
    decision = policy.decide(anne, nobodys.record_id, Action.READ_RECORD)
    assert decision is not None
    assert decision.basis == Basis.APPLICATION
    assert decision.grounds.purpose == "COC"
    event = AccessEvent.objects.filter(verb=Verb.REGISTERED_APPLICATION).get()
    assert (event.purpose, event.outcome) == ("COC", Outcome.DONE)


def test_application_opens_assessments_and_not_the_daily_notes(world, anne, applies):
    applies(world.ola)

    decision = policy.decide(anne, world.ola.record_id, Action.READ_RECORD)

    assert decision is not None
    assert Information.CASE in (decision.kinds or ())
    assert Information.DAILY not in (decision.kinds or ())


def test_application_is_for_case_handlers_and_not_for_nurses_of_the_office(
    world, nora, applies
):
    applies(world.ola)

    assert _basis(nora, world.ola.record_id) is None


def test_closed_application_opens_nothing_in_the_next_request(
    world, desk, anne, applies
):
    applies(world.ola)
    at_desk = desk(anne)

    closed = at_desk.post(
        "casework:close", world.ola.record_id, _application(), outcome="innvilget"
    )

    assert closed.status_code == 303
    assert at_desk.follow(closed).status_code == 200
    assert _basis(anne, world.ola.record_id) is None
    assert at_desk.get("casework:applications", world.ola.record_id).status_code == 403


def test_application_is_not_closed_twice_nor_without_an_outcome(
    world, desk, anne, applies
):
    applies(world.ola)
    applies(world.ola)
    first, _second = CareRelation.objects.filter(basis=Basis.APPLICATION).order_by(
        "valid_from"
    )
    at_desk = desk(anne)
    address = ("casework:close", world.ola.record_id, first.source_id)

    without = at_desk.post(*address)
    at_desk.post(*address, outcome="avslag")
    again = at_desk.post(*address, outcome="innvilget")

    assert without.status_code == 422
    assert again.status_code == 422
    assert "allerede avsluttet: avslag" in again.content.decode()


def test_practical_help_alone_begins_a_case_and_health_care_a_journal(
    world, desk, applies
):
    applies(world.ola, services=["1", "9"])

    kinds = dict(
        KnownRecord.objects.filter(patient_id=world.ola.patient_id).values_list(
            "kind", "record_id"
        )
    )
    assert set(kinds) == {RecordKind.JOURNAL, RecordKind.CASE}
    relation = CareRelation.objects.get(basis=Basis.APPLICATION)
    assert relation.record_id == kinds[RecordKind.CASE]


def test_application_sent_twice_is_registered_once(world, applies):
    sent = str(uuid4())

    applies(world.ola, form_id=sent)
    applies(world.ola, form_id=sent)

    assert CareRelation.objects.filter(basis=Basis.APPLICATION).count() == 1


def test_list_says_who_waits_and_whose_preliminary_reply_is_late(
    world, desk, anne, applies
):
    long_ago = timezone.localdate() - timedelta(days=40)
    applies(world.ola, received_on=f"{long_ago:%d.%m.%Y}")
    at_desk = desk(anne)

    listed = at_desk.get("casework:waiting").content.decode()

    assert "Fjellheim, Ola" in listed
    assert "40 dager" in listed
    assert "Fristen er ute" in listed

    at_desk.post("casework:reply", world.ola.record_id, _application())

    assert "Fristen er ute" not in at_desk.get("casework:waiting").content.decode()


def test_list_is_refused_to_who_handles_no_applications_and_the_log_has_it(world, desk):
    answer = desk(world.nurse).get("casework:waiting")

    assert answer.status_code == 403
    assert AccessEvent.objects.filter(outcome=Outcome.REFUSED).count() == 1


def test_new_person_who_applies_is_registered_with_the_application_and_no_stay(
    world, desk, anne, office
):
    answer = desk(anne).post(
        "casework:register_applicant",
        form_id=str(uuid4()),
        given_name="Áile",
        family_name="Øvergård",
        birth_date="14.03.1942",
        sex="female",
        number="148342 12081",
        protection="ugradert",
        services=["15"],
        applicant="parorende",
        received_on=f"{timezone.localdate():%d.%m.%Y}",
        unit=str(office.pk),
    )

    assert answer.status_code == 303
    new = KnownRecord.objects.exclude(patient_id=world.ola.patient_id).get()
    assert new.kind == RecordKind.JOURNAL
    assert _basis(anne, new.record_id) == Basis.APPLICATION
    assert not CareRelation.objects.filter(
        record_id=new.record_id, basis=Basis.EPISODE
    ).exists()


def test_what_is_wrong_is_said_at_its_field_and_what_was_typed_is_kept(
    world, desk, anne, applies
):
    answer = applies(world.ola, services=[], received_on="14.02.1930")
    page = answer.content.decode()

    assert answer.status_code == 422
    assert "Kryss av for minst én tjeneste" in page
    assert 'value="14.02.1930"' in page
    before_birth = applies(world.ola, received_on="14.02.1930")
    assert before_birth.status_code == 422
    assert "før personen ble født" in before_birth.content.decode()
    assert not CareRelation.objects.filter(basis=Basis.APPLICATION).exists()


@pytest.mark.parametrize(
    ("received", "due"),
    [
        (date(2026, 1, 15), date(2026, 2, 15)),
        (date(2026, 1, 31), date(2026, 2, 28)),
        (date(2028, 1, 30), date(2028, 2, 29)),
        (date(2026, 12, 31), date(2027, 1, 31)),
        (date(2026, 8, 31), date(2026, 9, 30)),
    ],
)
def test_preliminary_reply_is_due_within_a_month(received, due):
    assert preliminary_reply_due(received) == due


@pytest.mark.parametrize(
    ("services", "is_care"),
    [(["15"], True), (["1"], False), (["9", "7", "8"], False), (["1", "21"], True)],
)
def test_practical_help_respite_and_support_contact_are_no_health_care(
    services, is_care
):
    assert is_health_care(services) is is_care
