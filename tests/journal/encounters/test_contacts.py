"""Whoever comes to the legevakt is registered: that is the ground, and never an emergency."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from access import policy
from access.accounts.models import User
from access.actions import Action
from access.models import Basis, Block, CareRelation, KnownRecord
from access.roles import RecordKind, Role
from audit.models import AccessEvent
from audit.verbs import Outcome, Verb
from journal.documentation import services as notes
from journal.documentation.models import NoteKind
from journal.record.gate import open_record
from tests import world as worlds


@pytest.fixture
def legevakt(world):
    return worlds.legevakt(world)


@pytest.fixture
def trude(legevakt):
    """A nurse at the legevakt, to whom the patient is a stranger."""
    return worlds.worker(worlds.person("trude.legevakt", (Role.NURSE, legevakt)))


@pytest.fixture
def arrives(desk, trude, legevakt):
    """`arrives(...)`: Trude registers somebody; keywords say who."""

    def _register(**who):
        now = timezone.localtime()
        return desk(trude).post(
            "encounters:register",
            **{
                "form_id": str(uuid4()),
                "sex": "unknown",
                "arrival": "selv",
                "arrived_at_date": f"{now:%d.%m.%Y}",
                "arrived_at_time": f"{now:%H.%M}",
                "unit": str(legevakt.pk),
                **who,
            },
        )

    return _register


OLA = {"given_name": "Ola", "family_name": "Fjellheim", "birth_date": "14.02.1942"}


def _basis(worker, record_id):
    among = [record_id]
    found = policy.records_open_to(worker, Action.READ_RECORD, among=among)
    return found[0].basis if found else None


def _sign(trude, known):
    with open_record(known.record_id, by=trude, to=Action.SIGN_NOTE) as record:
        content = notes.Content(
            text="Undersøkt. Reiser hjem.",
            kind=NoteKind.VISIT,
            happened_at=timezone.now(),
        )
        notes.sign_note(record, note_id=uuid4(), content=content)


def test_registering_somebody_known_opens_his_record_as_acute_care(
    world, trude, arrives
):
    asked = arrives(**OLA)
    assert asked.status_code == 422
    assert "er registrert" in asked.content.decode()
    assert _basis(trude, world.ola.record_id) is None

    done = arrives(**OLA, is_same="same")

    assert done.status_code == 303
    assert str(world.ola.record_id) in done.headers["Location"]
    decision = policy.decide(trude, world.ola.record_id, Action.READ_RECORD)
    assert decision is not None
    assert (decision.basis, decision.grounds.purpose) == (Basis.CONTACT, "ETREAT")
    event = AccessEvent.objects.get(verb=Verb.REGISTERED_CONTACT)
    assert (event.basis, event.purpose) == ("contact", "ETREAT")


def test_registering_refers_to_the_ground_it_makes_as_reading_by_it_does(
    world, trude, arrives
):
    arrives(**OLA, is_same="same")

    ground = CareRelation.objects.get(basis=Basis.CONTACT)
    registered = AccessEvent.objects.get(verb=Verb.REGISTERED_CONTACT)
    assert registered.decision_ref == ground.pk
    with open_record(world.ola.record_id, by=trude, to=Action.READ_RECORD):
        read = AccessEvent.objects.get(verb=Verb.READ)
    assert read.decision_ref == ground.pk


def test_name_that_only_looks_like_it_opens_nobody_s_record(world, trude, arrives):
    asked = arrives(**(OLA | {"family_name": "Fjellhem"}), is_same="same")

    assert asked.status_code == 422
    assert "ikke skrevet helt likt" in asked.content.decode()
    assert _basis(trude, world.ola.record_id) is None
    assert not CareRelation.objects.filter(basis=Basis.CONTACT).exists()


def test_somebody_new_is_registered_by_name_alone_and_is_there_at_once(
    world, trude, arrives
):
    done = arrives(
        given_name="Ukjent", family_name="Mann", birth_date="01.01.1970", sex="male"
    )

    assert done.status_code == 303
    new = KnownRecord.objects.exclude(pk=world.ola.record_id).get()
    assert new.kind == RecordKind.JOURNAL
    assert _basis(trude, new.record_id) == Basis.CONTACT


def test_unknown_number_asks_for_the_name_and_a_known_one_asks_for_nothing(
    world, trude, arrives
):
    asked = arrives(number="148342 12081")
    assert asked.status_code == 422
    assert "Skriv navn og fødselsdato" in asked.content.decode()
    registered = arrives(
        number="148342 12081",
        given_name="Áile",
        family_name="Øvergård",
        birth_date="14.03.1942",
    )
    assert registered.status_code == 303

    again = arrives(number="148342 12081")

    assert again.status_code == 422
    assert "allerede en åpen kontakt" in again.content.decode()


def test_same_form_sent_twice_is_one_contact(world, arrives):
    sent = str(uuid4())
    who = {"given_name": "Kari", "family_name": "Ny", "birth_date": "02.02.1980"}

    first = arrives(**who, form_id=sent)
    second = arrives(**who, form_id=sent)

    assert (first.status_code, second.status_code) == (303, 303)
    assert CareRelation.objects.filter(basis=Basis.CONTACT).count() == 1


def test_contact_is_not_closed_without_a_signed_note_or_a_reason(
    world, desk, trude, arrives
):
    arrives(**OLA, is_same="same")
    at_desk = desk(trude)

    refused = at_desk.post("encounters:close", world.ola.record_id)

    assert refused.status_code == 422
    assert "si hvorfor" in refused.content.decode()
    assert _basis(trude, world.ola.record_id) == Basis.CONTACT

    _sign(trude, world.ola)
    closed = at_desk.post("encounters:close", world.ola.record_id)

    assert closed.status_code == 303
    decision = policy.decide(trude, world.ola.record_id, Action.READ_RECORD)
    assert decision is not None
    assert decision.basis == Basis.FORMER_EPISODE
    assert decision.readable_until is not None


def test_reason_why_there_is_no_note_closes_the_contact(world, desk, trude, arrives):
    arrives(**OLA, is_same="same")

    closed = desk(trude).post("encounters:close", world.ola.record_id, no_note="gikk")

    assert closed.status_code == 303
    assert _basis(trude, world.ola.record_id) == Basis.FORMER_EPISODE


def test_own_draft_keeps_the_contact_open(world, desk, trude, arrives):
    arrives(**OLA, is_same="same")
    with open_record(world.ola.record_id, by=trude, to=Action.DRAFT_NOTE) as record:
        content = notes.Content(
            text="Begynt", kind=NoteKind.VISIT, happened_at=timezone.now()
        )
        notes.save_draft(record, note_id=uuid4(), content=content, page=notes.Page())

    refused = desk(trude).post("encounters:close", world.ola.record_id, no_note="gikk")

    assert refused.status_code == 422
    assert "Du har en kladd" in refused.content.decode()


def test_list_shows_who_is_here_the_most_urgent_first(world, desk, trude, arrives):
    arrives(**OLA, is_same="same", urgency="gronn")
    who = {"given_name": "Kari", "family_name": "Ny", "birth_date": "02.02.1980"}
    arrives(**who, urgency="rod")

    page = desk(trude).get("encounters:here_now").content.decode()

    assert page.index("Ny, Kari") < page.index("Fjellheim, Ola")
    assert "Rød – akutt" in page


def test_nurse_elsewhere_registers_no_arrival_and_the_log_has_the_attempt(world, desk):
    at_desk = desk(world.stranger)

    answers = [
        at_desk.get("encounters:register"),
        at_desk.post("encounters:register", **OLA, form_id=str(uuid4())),
        at_desk.get("encounters:here_now"),
    ]

    assert [answer.status_code for answer in answers] == [403] * 3
    assert AccessEvent.objects.filter(outcome=Outcome.REFUSED).count() == len(answers)


def test_whom_the_patient_has_shut_out_by_name_cannot_register_him(
    world, trude, arrives
):
    Block.objects.create(
        record_id=world.ola.record_id,
        patient_id=world.ola.patient_id,
        what="all",
        whom="person",
        worker_id=trude.user_id,
        valid_from=timezone.now() - timedelta(days=1),
    )

    answer = arrives(**OLA, is_same="same")

    assert answer.status_code == 403
    assert not CareRelation.objects.filter(basis=Basis.CONTACT).exists()


def test_moment_that_cannot_be_is_said_at_its_field_and_nothing_is_stored(
    world, arrives
):
    tomorrow = timezone.localdate() + timedelta(days=1)

    answer = arrives(**OLA, is_same="same", arrived_at_date=f"{tomorrow:%d.%m.%Y}")

    assert answer.status_code == 422
    assert "fram i tid" in answer.content.decode()
    assert not CareRelation.objects.filter(basis=Basis.CONTACT).exists()


def test_ended_work_at_the_legevakt_ends_the_ground(world, trude, arrives):
    arrives(**OLA, is_same="same")
    user = User.objects.get(pk=trude.user_id)
    user.is_active = False
    user.save()

    assert _basis(trude, world.ola.record_id) is None
