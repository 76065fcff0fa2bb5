"""What the database decides and what the documents say agree in every world."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from access import policy
from access.actions import Action
from access.bases import ASKED_FOR, GROUNDS, PASS_BLOCKS, STRONGEST_FIRST, Basis
from access.information import Information
from access.predicate import ALL
from tests.proof import documents, reference
from tests.proof.amounts import as_many_as
from tests.proof.asking import (
    KNOWN,
    everything_judged,
    everything_open,
    verdict_of,
)
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
    """Everybody asks about each record, for everything; then for all his records at once."""
    with undone():
        write(facts, CALENDAR)
        judged = everything_judged(facts, CALENDAR)
        listed = everything_open(facts, CALENDAR, only=ALL)

        for (asker, record, action), found in judged.items():
            file = next(one for one in facts.files if one.id == record)
            said = reference.judge(facts, asker, file, action)
            assert verdict_of(found, CALENDAR) == said, (asker, file, action)
        assert len(judged) == len(facts.askers) * len(facts.files) * len(KNOWN)
        assert listed == {
            asked: _as_listed(found)
            for asked, found in judged.items()
            if found.is_allowed
        }
        _policy_asks_the_same(facts, judged, number)


def _as_listed(found):
    """A list does not say what only the page of one record is to know."""
    return replace(found, grounds_here=frozenset(), tie="", is_partly_blocked=False)


def _policy_asks_the_same(facts, judged, number):
    """One of the questions, and one of the lists, through the policy itself."""
    asker = facts.askers[number % len(facts.askers)]
    file = facts.files[number // 7 % len(facts.files)]
    action = KNOWN[number // 77 % len(KNOWN)]
    worker, at = worker_of(facts, asker), CALENDAR.moment(facts.at)

    assert (
        policy.decide(worker, file.id, action, at=at)
        == judged[asker, file.id, action.value]
    )
    listed = policy.records_open_to(worker, action, at=at)
    assert {one.record_id: one for one in listed} == {
        record: _as_listed(found)
        for (who, record, what), found in judged.items()
        if (who, what) == (asker, action.value) and found.is_allowed
    }
