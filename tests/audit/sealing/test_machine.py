"""Whatever happens in whatever order: every committed event is sealed once, and no other."""

from contextlib import ExitStack
from typing import Any
from uuid import uuid4

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from audit.models import LogCheckpoint, LogLeaf
from audit.seal.growth import Edge
from audit.sealing import sealer
from tenants import roles
from tests.audit.sealing.killing import seal_in_a_process, start_two
from tests.audit.sealing.looking import TABLES, holds, past_the_triggers
from tests.database import as_login, as_superuser

INSERT = """
INSERT INTO fjord.audit_accessevent
  (id, recorded_at, verb, outcome, basis, purpose, is_demo, body)
SELECT id, now(), 'read', 0, '', '', false, convert_to(id::text, 'UTF8')
FROM unnest(%s::uuid[]) AS id
"""
SLOTS = st.integers(0, 2)
NUMBERS = st.integers(1, 4)
BATCHES = st.sampled_from([1, 2, 3, 7, 5000])


class Log(RuleBasedStateMachine):
    """Writers that commit at once, late or never, and sealers that work, die and meet."""

    fjord: Any
    database: Any
    keys: Any

    def __init__(self):
        super().__init__()
        past_the_triggers(
            self.database, f"TRUNCATE {_named(TABLES)}, fjord.audit_opening"
        )
        for file in self.keys.rglob("newest.checkpoint"):
            file.unlink()
        self.committed, self.open = set(), {}

    def teardown(self):
        for slot in list(self.open):
            self._end(slot, commits=True)
        while self._seal(batch=5000):
            pass
        assert set(LogLeaf.objects.values_list("event_id", flat=True)) == self.committed
        if self.committed:
            holds(self.fjord)

    @rule(number=st.sampled_from([1, 2, 5, 150]))
    def write(self, number):
        with as_superuser(self.database) as server:
            self.committed |= self._insert(server, number)

    @rule(slot=SLOTS, number=NUMBERS)
    def write_and_wait(self, slot, number):
        """In a transaction that is left open, after what it has written already."""
        if slot not in self.open:
            stack = ExitStack()
            server = stack.enter_context(as_superuser(self.database))
            server.execute("BEGIN")
            self.open[slot] = (stack, server, set())
        _stack, server, written = self.open[slot]
        written |= self._insert(server, number)

    @precondition(lambda self: self.open)
    @rule(slot=SLOTS, number=NUMBERS)
    def change_one_s_mind(self, slot, number):
        """Write within a savepoint, and take that back only."""
        if slot in self.open:
            _stack, server, _written = self.open[slot]
            server.execute("SAVEPOINT here")
            self._insert(server, number)
            server.execute("ROLLBACK TO SAVEPOINT here")

    @precondition(lambda self: self.open)
    @rule(slot=SLOTS, commits=st.booleans())
    def end(self, slot, commits):
        if slot in self.open:
            self._end(slot, commits=commits)

    @rule(batch=BATCHES)
    def seal(self, batch):
        assert self._seal(batch=batch) <= batch

    @rule(batch=BATCHES, point=st.integers(0, 10))
    def seal_and_be_killed(self, batch, point):
        seal_in_a_process(self.fjord, self.database, kill_at=point, batch=batch)

    @rule(batch=BATCHES)
    def seal_by_two(self, batch):
        start_two(self.fjord, batch=batch)

    @invariant()
    def what_is_sealed_was_committed_and_hangs_together(self):
        leaves = list(LogLeaf.objects.order_by("index").values_list("event_id", "hash"))
        events = [event for event, _hash in leaves]
        newest = LogCheckpoint.objects.order_by("-size").first()
        edge = Edge()
        edge.append(bytes(each) for _event, each in leaves)

        assert len(set(events)) == len(events)
        assert set(events) <= self.committed
        if newest is None:
            assert leaves == []
        else:
            assert (newest.size, bytes(newest.root)) == (edge.size, edge.root())

    def _insert(self, server, number):
        ids = {uuid4() for _ in range(number)}
        server.execute("SET ROLE t_fjord")
        server.execute(INSERT, [list(ids)])
        server.execute("RESET ROLE")
        return ids

    def _end(self, slot, *, commits):
        stack, server, written = self.open.pop(slot)
        server.execute("COMMIT" if commits else "ROLLBACK")
        stack.close()
        if commits:
            self.committed |= written

    def _seal(self, *, batch):
        with as_login(roles.SEALER):
            return sealer.seal(self.fjord, batch=batch)


def _named(tables):
    return ", ".join(f"fjord.{table}" for table in tables)


def test_every_committed_event_is_sealed_once(world, fjord, database, key_folder):
    class LogHere(Log):
        pass

    LogHere.fjord, LogHere.database, LogHere.keys = fjord, database, key_folder
    key_folder.mkdir(parents=True, exist_ok=True)
    run_state_machine_as_test(
        LogHere,
        settings=settings(
            max_examples=15,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
