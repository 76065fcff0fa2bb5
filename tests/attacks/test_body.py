"""Attempts to open by rows that say another thing than the bytes that will be sealed."""

import json
from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError

from access.roles import Role
from audit import log
from audit.canonical import canonical
from audit.entry import Grounds, Place, Subject
from audit.models import AccessEvent
from audit.review.selectors.checks import disagreements
from audit.verbs import Outcome, Reach, Verb
from tests import world as worlds
from tests.attacks.by_hand import stored_by_hand
from tests.attacks.doors import entry, open_by_hand, query, subject

REFUSED = "row-level security"
NAMES = "SELECT given_name FROM journal_patient"
OTHER, ANOTHER = UUID(int=7), UUID(int=8)


@pytest.fixture
def honest(world):
    """A rightful event about Ola, with everything columns are derived from."""
    return entry(
        world.nurse,
        subject(world.ola),
        place=world.nurse.place(),
        grounds=Grounds("episode", "TREAT", uuid4(), service="15"),
    )


def is_refused(event_id):
    with pytest.raises(DatabaseError, match=REFUSED):
        open_by_hand(event_id, NAMES)
    return True


def body_with(one, **changes):
    """The bytes of an entry, with another thing said in them."""
    said = {**json.loads(one.body()), **changes}
    return canonical({key: fact for key, fact in said.items() if fact is not None})


def test_rows_that_say_what_the_body_says_open(world, honest):
    assert open_by_hand(stored_by_hand(honest), NAMES) == [("Ola",)]


def test_body_that_names_another_patient_opens_nobody(world, honest):
    kari = worlds.patient(world.clerk, "Kari", "Nabo")
    of_kari = replace(honest, subjects=(subject(kari),))
    to_ola = {"patient_id": world.ola.patient_id, "record_id": world.ola.record_id}

    event = stored_by_hand(of_kari, subjects=[to_ola])

    assert is_refused(event)
    assert len(disagreements(AccessEvent.objects.get(pk=event))) == 1


def test_back_dated_subject_opens_nobody(world, honest):
    # The auditor looks for a patient by the moment in his row, not in the event's.
    earlier = {"recorded_at": honest.recorded_at - timedelta(days=400)}

    event = stored_by_hand(honest, subjects=[earlier])

    assert is_refused(event)
    assert len(disagreements(AccessEvent.objects.get(pk=event))) == 1


@pytest.mark.parametrize(
    "lie",
    [
        {"verb": "read_identity"},
        {"actor_id": OTHER},
        {"actor_id": None},
        {"unit_id": OTHER},
        {"unit_id": None},
        {"unit_ids": [OTHER, ANOTHER]},
        {"basis": "team"},
        {"purpose": "COC"},
        {"decision_ref": OTHER},
        {"decision_ref": None},
    ],
    ids=str,
)
def test_event_is_not_found_under_another_heading_than_its_own(world, honest, lie):
    event = stored_by_hand(honest, event=lie)

    assert is_refused(event)
    assert len(disagreements(AccessEvent.objects.get(pk=event))) == 1


@pytest.mark.parametrize(
    "lie",
    [
        {"id": str(OTHER)},
        {"outcome": Outcome.REFUSED.value},
        {"demo": True},
        {"recorded": "2026-01-01T00:00:00.000000Z"},
        {"actor": {"name": "Ingen"}},
        {"subjects": []},
        {"subjects": None},
        {"posts": [{"unit": str(OTHER), "role": Role.NURSE.value}]},
    ],
    ids=str,
)
def test_body_that_denies_it_opens_nothing(world, honest, lie):
    event = stored_by_hand(honest, event={"body": body_with(honest, **lie)})

    assert is_refused(event)


@pytest.mark.parametrize(
    ("told", "row"),
    [
        ({"reach": Reach.IDENTITY}, {"reach": 2}),
        ({"kinds": ("draft",)}, {"kinds": None}),
        ({"kinds": ("draft",)}, {"kinds": ["draft", "besok"]}),
        ({"hidden": (OTHER,)}, {"hidden": None}),
    ],
    ids=["reach", "all kinds", "one kind more", "hidden"],
)
def test_row_does_not_reach_further_than_the_body_says(world, honest, told, row):
    shy = replace(honest, subjects=(replace(honest.subjects[0], **told),))

    assert is_refused(stored_by_hand(shy, subjects=[row]))


def test_row_is_not_read_longer_than_the_body_says(world, honest):
    ended = honest.recorded_at - timedelta(days=1)
    former = replace(honest, subjects=(replace(honest.subjects[0], until=ended),))

    assert is_refused(stored_by_hand(former, subjects=[{"until": None}]))


def test_nobody_is_beside_those_the_body_names(world, honest):
    kari = worlds.patient(world.clerk, "Kari", "Nabo")
    with_kari = {"patient_id": kari.patient_id, "record_id": kari.record_id}

    assert is_refused(stored_by_hand(honest, subjects=[{}, with_kari]))
    assert is_refused(stored_by_hand(replace(honest, id=uuid4()), subjects=[{}, {}]))


def test_list_with_one_false_name_opens_nobody(world):
    kari = worlds.patient(world.clerk, "Kari", "Nabo")
    people = [Subject(uuid4(), reach=Reach.IDENTITY) for _ in range(40)]
    listed = entry(world.nurse, *people, verb=Verb.LISTED)
    rows = [{"patient_id": person.patient_id} for person in people[1:]]

    event = stored_by_hand(listed, subjects=[*rows, {"patient_id": kari.patient_id}])

    assert is_refused(event)


@pytest.mark.parametrize("body", [b"xx", b"[]", b'"{}"', b"\xff\xfe", b'{"id":1'])
def test_bytes_that_are_no_event_open_nothing(world, honest, body):
    event = stored_by_hand(honest, event={"body": body})

    with pytest.raises(DatabaseError):
        open_by_hand(event, NAMES)


@pytest.mark.parametrize("size", [0, 1, 65_536])
def test_bytes_that_fit_in_no_tile_are_no_event(world, honest, size):
    with pytest.raises(DatabaseError, match="body_fits_in_a_tile"):
        stored_by_hand(honest, event={"body": b"x" * size})


def test_who_works_at_several_units_opens_a_list_from_all_of_them(world):
    user = worlds.person(
        "vera.vikar", (Role.NURSE, world.north), (Role.NURSE, world.south)
    )
    vera = worlds.worker(user)
    named = Subject(world.ola.patient_id, reach=Reach.IDENTITY)
    listed = replace(vera.entry(Verb.LISTED), subjects=(named,))

    with log.open_door(log.append(listed)):
        assert query(NAMES) == [("Ola",)]
    lie = {"unit_ids": [world.north.pk]}
    assert is_refused(stored_by_hand(replace(listed, id=uuid4()), event=lie))
    assert vera.place() != Place()
