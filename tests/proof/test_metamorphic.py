"""What a change of the world may and may not do to what is open, whatever the world."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from access.models import Block, CareRelation, Employment, KnownRecord, Shift
from tenants import roles
from tenants.context import in_municipality
from tests.database import as_login
from tests.proof.amounts import as_many_as
from tests.proof.asking import everything_open
from tests.proof.facts import Cell, Closed, Kin, Period
from tests.proof.renaming import backwards, renamed
from tests.proof.tables import Calendar, undone, write
from tests.proof.worlds import worlds

CALENDAR = Calendar()
LEVELS = (("reads", "writes", "signs"), ("writes", "signs"), ("signs",), ("does",))
# What gives access; without one of these nobody gains by it.
GIVES = ("jobs", "duties", "relations")


def _opened(facts):
    with undone():
        write(facts, CALENDAR)
        return everything_open(facts, CALENDAR)


@as_many_as(15)
@given(facts=worlds(), number=st.integers(0, 10**6))
@pytest.mark.parametrize("sort", GIVES)
def test_taking_a_fact_away_never_adds_access(standing_in_fjord, sort, facts, number):
    told = getattr(facts, sort)
    if not told:
        return
    gone = number % len(told)
    fewer = facts.but(**{sort: told[:gone] + told[gone + 1 :]})

    assert set(_opened(fewer)) <= set(_opened(facts))


@as_many_as(15)
@given(facts=worlds(), number=st.integers(0, 10**6))
def test_taking_a_right_from_a_role_never_adds_access(standing_in_fjord, facts, number):
    cells = sorted(facts.matrix, key=str)
    which = cells[number % len(cells)]
    cell, level = facts.matrix[which], number // 20 % len(LEVELS)
    gone = sorted(getattr(cell, LEVELS[level][0]))[:1]
    # What is no longer read is not written either, nor signed.
    kept = {name: getattr(cell, name) - set(gone) for name in LEVELS[level]}
    # Who does not see whose record it is, does nothing in it.
    left = Cell() if gone == ["identity.read"] else replace(cell, **kept)
    adapted = facts.adapted | {which: left}
    fewer = facts.but(adapted=adapted, matrix=facts.matrix | adapted)

    assert set(_opened(fewer)) <= set(_opened(facts))


@as_many_as(20)
@given(
    facts=worlds(),
    number=st.integers(0, 10**6),
    what=st.sampled_from(["all", "kind", "document"]),
    whom=st.sampled_from(["person", "role", "unit", "all"]),
)
def test_one_more_block_never_adds_access(standing_in_fjord, facts, number, what, whom):
    job = facts.jobs[number % len(facts.jobs)]
    against = {"person": job.account, "role": job.role, "unit": job.unit, "all": None}
    record = facts.files[number % len(facts.files)].id
    block = Closed(
        id=backwards(record),
        record=record,
        what=what,
        whom=whom,
        period=Period(-9),
        kind="daglig" if what == "kind" else "",
        document=record if what == "document" else None,
        against=against[whom],
    )
    before = _opened(facts)

    after = _opened(facts.but(closed=(*facts.closed, block)))

    assert set(after) <= set(before)
    for asked, found in after.items():
        was = before[asked]
        if found.decision_ref == was.decision_ref and found.role == was.role:
            assert _reaches_no_further(found, was)


def _reaches_no_further(found, was):
    kinds = was.kinds is None or (
        found.kinds is not None and set(found.kinds) <= set(was.kinds)
    )
    return kinds and set(found.hidden or ()) >= set(was.hidden or ())


@as_many_as(15)
@given(
    facts=worlds(),
    number=st.integers(0, 10**6),
    tie=st.sampled_from(["self", "family"]),
)
def test_one_more_tie_never_adds_access(standing_in_fjord, facts, number, tie):
    patient = facts.files[number % len(facts.files)].patient
    known = {(kin.patient, kin.person_hash) for kin in facts.kin}
    for account in facts.accounts:
        if account.person_hash and (patient, account.person_hash) not in known:
            more = Kin(patient, account.person_hash, tie)
            after = _opened(facts.but(kin=(*facts.kin, more)))
            assert set(after) <= set(_opened(facts))
            return


@as_many_as(10)
@given(facts=worlds())
def test_names_decide_nothing(standing_in_fjord, facts):
    other = renamed(facts, backwards)

    told = {
        (_number(asker, facts.askers), backwards(record), action): found.basis
        for (asker, record, action), found in _opened(facts).items()
    }

    assert told == {
        (_number(asker, other.askers), record, action): found.basis
        for (asker, record, action), found in _opened(other).items()
    }


def _number(asker, askers):
    return askers.index(asker)


@as_many_as(10)
@given(facts=worlds(), theirs=worlds())
def test_another_municipalitys_facts_change_nothing_here(fjord, fjell, facts, theirs):
    """The same ids over there, of people and records, with other facts about them."""
    with as_login(roles.MIGRATOR):
        with in_municipality(fjord):
            alone = _opened(facts)
        with in_municipality(fjell), undone():
            write(theirs, CALENDAR)
            with in_municipality(fjord), undone():
                write(facts, CALENDAR)
                beside = everything_open(facts, CALENDAR)

    assert beside == alone


@as_many_as(10)
@given(facts=worlds())
def test_without_any_facts_nothing_is_open(standing_in_fjord, facts):
    with undone():
        write(facts, CALENDAR)
        assert KnownRecord.objects.count() == len(facts.files)
        for sort in (CareRelation, Block, Shift, Employment):
            sort.objects.all().delete()

        assert everything_open(facts, CALENDAR) == {}
