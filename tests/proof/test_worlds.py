"""What the database decides and what the documents say agree in every world."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from access import policy
from access.actions import Action
from access.bases import ASKED_FOR, GROUNDS, PASS_BLOCKS, STRONGEST_FIRST, Basis
from access.information import Information
from tests.proof import documents, reference
from tests.proof.amounts import as_many_as
from tests.proof.asking import KNOWN, everything_open, verdict_of
from tests.proof.tables import Calendar, undone, worker_of, write
from tests.proof.worlds import worlds

CALENDAR = Calendar()


def test_reference_knows_every_action_ground_and_kind():
    """A new one is written into tests/proof/documents.py from its document, by hand."""
    assert {action.value for action in Action} == documents.ACTIONS
    assert set(documents.STRENGTH) == {basis.value for basis in Basis}
    assert set(documents.KINDS) == {kind.value for kind in Information}


@pytest.mark.parametrize("basis", Basis)
def test_ground_is_worth_what_the_documents_list(basis):
    ground = GROUNDS[basis]

    assert {action.value for action in ground.carries} == documents.CARRIES[basis]
    assert ground.purpose == documents.PURPOSE.get(basis, "TREAT")
    assert ground.names_the_worker == (basis in documents.NAMES_THE_WORKER)
    assert ground.user_selected == (basis in documents.CHOSEN_BY_ONESELF)
    assert ASKED_FOR.get(basis) == documents.ASKS_FOR.get(basis)


def test_grounds_are_as_strong_as_the_documents_say():
    assert documents.STRENGTH == STRONGEST_FIRST
    assert set(PASS_BLOCKS) == documents.PASSES_BLOCKS


@as_many_as(300)
@given(facts=worlds(), number=st.integers(0, 10**6))
def test_database_and_documents_agree(standing_in_fjord, facts, number):
    with undone():
        write(facts, CALENDAR)
        opened = everything_open(facts, CALENDAR)

        _agree_on_what_is_open(facts, opened)
        _agree_on_one(facts, opened, number)
        _agree_on_a_list(facts, opened, number)


def _agree_on_what_is_open(facts, opened):
    for asker in facts.askers:
        for file in facts.files:
            for action in documents.ACTIONS:
                said = reference.judge(facts, asker, file, action)
                found = opened.get((asker, file.id, action))
                if found is None:
                    assert not said.is_allowed, (asker, file, action, said)
                else:
                    assert verdict_of(found, CALENDAR) == said, (asker, file, action)
    known = {file.id for file in facts.files}
    assert {record for _asker, record, _action in opened} <= known


def _agree_on_one(facts, opened, number):
    """One question through the policy itself, also when the answer is no."""
    asker, file, action = _one(facts, number)
    said = reference.judge(facts, asker, file, action.value)

    found = policy.decide(
        worker_of(facts, asker), file.id, action, at=CALENDAR.moment(facts.at)
    )

    assert found is not None
    assert verdict_of(found, CALENDAR) == said
    assert found.is_allowed == ((asker, file.id, action.value) in opened)


def _agree_on_a_list(facts, opened, number):
    """The list of all records says of each what was said of it alone."""
    asker, _file, action = _one(facts, number)

    listed = policy.records_open_to(
        worker_of(facts, asker), action, at=CALENDAR.moment(facts.at)
    )

    assert {one.record_id: one for one in listed} == {
        record: replace(
            found, grounds_here=frozenset(), tie="", is_partly_blocked=False
        )
        for (who, record, what), found in opened.items()
        if (who, what) == (asker, action.value)
    }


def _one(facts, number):
    return (
        facts.askers[number % len(facts.askers)],
        facts.files[number // 7 % len(facts.files)],
        KNOWN[number // 77 % len(KNOWN)],
    )
