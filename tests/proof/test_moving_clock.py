"""Things happen to a municipality hour by hour, and nothing is open outside its window."""

from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    rule,
    run_state_machine_as_test,
)

from access.accounts.models import User
from access.actions import Action
from access.models import Block, CareRelation, Employment, Shift
from tests.proof import reference
from tests.proof.amounts import as_many_as
from tests.proof.asking import everything_judged, verdict_of
from tests.proof.facts import (
    Account,
    Asker,
    Closed,
    Duty,
    Facts,
    File,
    Job,
    Period,
    Place,
    Relation,
)
from tests.proof.tables import (
    Calendar,
    undone,
    write,
    write_limits,
    write_reasons,
    write_work,
)
from tests.proof.worlds import FIRST, numbered

CALENDAR = Calendar()
TOP, NORTH, SOUTH = (numbered(1, n) for n in range(3))
PLACES = (Place(TOP, (TOP,)), Place(NORTH, (TOP, NORTH)), Place(SOUTH, (TOP, SOUTH)))
ACCOUNTS = tuple(Account(numbered(2, n)) for n in range(2))
FILES = tuple(File(numbered(3, n), numbered(9, n), "journal") for n in range(2))
ASKED = (Action.READ_IDENTITY, Action.READ_RECORD, Action.SIGN_NOTE, Action.MOVE)
ASKERS = tuple(Asker(account.id, (TOP, NORTH, SOUTH)) for account in ACCOUNTS)
EMPTY = Facts(
    places=PLACES, accounts=ACCOUNTS, files=FILES, askers=ASKERS, matrix=FIRST
)

someone = st.sampled_from([account.id for account in ACCOUNTS])
somewhere = st.sampled_from([TOP, NORTH, SOUTH])
of_somebody = st.sampled_from([file.id for file in FILES])
hours = st.integers(1, 5)
which = st.integers(0, 99)


class Municipality(RuleBasedStateMachine):
    """Two people at work, two patients, three units, and a clock."""

    def __init__(self):
        super().__init__()
        self.kept = undone()
        self.kept.__enter__()
        self.facts, self.told = EMPTY, 0
        write(EMPTY, CALENDAR)

    def teardown(self):
        self.kept.__exit__(None, None, None)

    def _id(self):
        self.told += 1
        return UUID(int=(7 << 64) + self.told)

    def _tell(self, sort, fact):
        """Store one fact more, and nothing else."""
        alone = EMPTY.but(**{sort: (fact,)})
        writers = {"relations": write_reasons, "closed": write_limits}
        writers.get(sort, write_work)(alone, CALENDAR)
        self.facts = self.facts.but(**{sort: (*getattr(self.facts, sort), fact)})

    def _end(self, sort, number, is_one_of=lambda fact: True):
        """End one fact that is in force now, as of now; say whether there was one."""
        in_force = [
            fact
            for fact in getattr(self.facts, sort)
            if fact.period.holds(self.facts.at) and is_one_of(fact)
        ]
        # What begins and ends at the same moment never was, and is not stored.
        in_force = [fact for fact in in_force if fact.period.since < self.facts.at]
        if not in_force:
            return None
        old = in_force[number % len(in_force)]
        new = replace(old, period=Period(old.period.since, self.facts.at))
        self._rows(sort, old).update(valid_until=CALENDAR.moment(self.facts.at))
        facts = tuple(new if one is old else one for one in getattr(self.facts, sort))
        self.facts = self.facts.but(**{sort: facts})
        return old

    def _rows(self, sort, fact):
        since = CALENDAR.moment(fact.period.since)
        if sort == "jobs":
            return Employment.objects.filter(
                user_id=fact.account,
                content_object_id=fact.unit,
                permission__codename=f"work_as_{fact.role}",
                valid_from=since,
            )
        if sort == "duties":
            return Shift.objects.filter(
                user_id=fact.account, unit_id=fact.unit, valid_from=since
            )
        if sort == "relations":
            return CareRelation.objects.filter(id=fact.id)
        return Block.objects.filter(id=fact.id)

    def _relate(self, basis, record, length, **to):
        period = Period(
            self.facts.at, None if length is None else self.facts.at + length
        )
        self._tell("relations", Relation(self._id(), record, basis, period, **to))

    @rule(by=hours)
    def time_passes(self, by):
        self.facts = self.facts.but(at=self.facts.at + by)

    @rule(who=someone, unit=somewhere, role=st.sampled_from(["sykepleier", "leder"]))
    def hire(self, who, unit, role):
        has_it = any(
            (job.account, job.unit, job.role) == (who, unit, role)
            and (job.period.until is None or job.period.until > self.facts.at)
            for job in self.facts.jobs
        )
        if not has_it:
            self._tell("jobs", Job(who, unit, role, Period(self.facts.at)))

    @rule(number=which)
    def end_employment(self, number):
        self._end("jobs", number)

    @rule(number=which, unit=somewhere)
    def move_to_another_unit(self, number, unit):
        job = self._end("jobs", number)
        if job:
            self.hire(job.account, unit, job.role)

    @rule(who=someone, unit=somewhere, length=hours)
    def put_on_duty(self, who, unit, length):
        period = Period(self.facts.at, self.facts.at + length)
        duty = Duty(who, unit, period)
        same = {(d.account, d.unit, d.period.since) for d in self.facts.duties}
        if (who, unit, self.facts.at) not in same:
            self._tell("duties", duty)

    @rule(number=which)
    def take_off_duty(self, number):
        self._end("duties", number)

    @rule(record=of_somebody, unit=somewhere)
    def open_episode(self, record, unit):
        self._relate("episode", record, None, unit=unit)

    @rule(number=which)
    def close_episode(self, number):
        ended = self._end("relations", number, lambda one: one.basis == "episode")
        if ended:
            self._tell(
                "relations",
                Relation(
                    self._id(),
                    ended.record,
                    "former_episode",
                    Period(self.facts.at, self.facts.at + 5),
                    unit=ended.unit,
                    readable_until=self.facts.at,
                ),
            )

    @rule(record=of_somebody, who=someone, length=hours)
    def grant(self, record, who, length):
        self._relate("grant", record, length, account=who)

    @rule(record=of_somebody, who=someone, length=hours)
    def state_a_need(self, record, who, length):
        self._relate("need", record, length, account=who)

    @rule(record=of_somebody, who=someone)
    def emergency(self, record, who):
        self._relate("emergency", record, 8, account=who)

    @rule(number=which)
    def revoke(self, number):
        self._end("relations", number, lambda one: one.account is not None)

    @rule(record=of_somebody, who=someone, length=hours, is_named=st.booleans())
    def block(self, record, who, length, is_named):
        self._tell(
            "closed",
            Closed(
                id=self._id(),
                record=record,
                what="all",
                whom="person" if is_named else "all",
                period=Period(self.facts.at, self.facts.at + length),
                against=who if is_named else None,
            ),
        )

    @rule(number=which)
    def unblock(self, number):
        self._end("closed", number)

    @rule(who=someone)
    def close_or_open_account(self, who):
        was = self.facts.account(who)
        now = replace(was, is_active=not was.is_active)
        User.objects.filter(pk=who).update(is_active=now.is_active)
        accounts = tuple(now if a is was else a for a in self.facts.accounts)
        self.facts = self.facts.but(accounts=accounts)

    @invariant()
    def what_is_open_is_what_the_documents_say_now_and_later(self):
        for at in (self.facts.at, self.facts.at + 2):
            facts = self.facts.but(at=at)
            judged = everything_judged(facts, CALENDAR, among=ASKED)
            opened = {key: one for key, one in judged.items() if one.is_allowed}
            for (asker, record, action), found in opened.items():
                _lies_in_every_window(facts, asker, record, found)
                file = next(one for one in FILES if one.id == record)
                said = reference.judge(facts, asker, file, action)
                assert verdict_of(found, CALENDAR) == said
            assert len(opened) == _count_said(facts)


def _lies_in_every_window(facts, asker, record, found):
    """Looked at without any rule: the facts it rests on are in force."""
    assert facts.account(asker.account).is_active
    assert any(
        job.account == asker.account
        and job.unit == found.unit_id
        and job.period.holds(facts.at)
        for job in facts.jobs
    )
    relation = next(one for one in facts.relations if one.id == found.decision_ref)
    assert relation.record == record
    assert relation.period.holds(facts.at)
    if found.basis == "roster":
        assert any(
            duty.account == asker.account and duty.period.holds(facts.at)
            for duty in facts.duties
        )
    assert not any(
        block.record == record
        and block.whom == "person"
        and block.against == asker.account
        and block.period.holds(facts.at)
        for block in facts.closed
    )


def _count_said(facts):
    return sum(
        reference.judge(facts, asker, file, action.value).is_allowed
        for asker in facts.askers
        for file in facts.files
        for action in ASKED
    )


@pytest.mark.usefixtures("standing_in_fjord")
def test_no_access_outside_a_window_whatever_happens():
    run_state_machine_as_test(
        Municipality,
        settings=settings(as_many_as(10), stateful_step_count=20),
    )
