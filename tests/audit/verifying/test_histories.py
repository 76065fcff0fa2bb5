"""Whatever a log's history, it is not accused; and whatever is then changed is named."""

from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from audit.models import LogLeaf
from audit.verifying.runs import verified_log
from tests.audit.sealing.looking import TABLES, past_the_triggers
from tests.audit.verifying.tampering import WAYS, is_named, keep, put_back
from tests.database import as_superuser

# A short log has no full tile to change, and one leaf alone nothing to change places with.
EVERYWHERE = sorted(name for name in WAYS if "tile" not in name and name != "swap")


class History(RuleBasedStateMachine):
    """A log that is written and sealed in portions, and tampered with in between."""

    fjord: Any
    database: Any
    keys: Any
    write: Any
    seal: Any

    @initialize()
    def begin(self):
        named = ", ".join(f"fjord.{table}" for table in TABLES)
        past_the_triggers(self.database, f"TRUNCATE {named}, fjord.audit_opening")
        for file in self.keys.rglob("newest.checkpoint"):
            file.unlink()

    @rule(number=st.integers(1, 6))
    def more_is_written(self, number):
        type(self).write(number)

    @rule(batch=st.sampled_from([1, 2, 3, 5000]))
    def it_is_sealed(self, batch):
        type(self).seal(batch=batch)

    @precondition(lambda self: LogLeaf.objects.exists())
    @rule(name=st.sampled_from(EVERYWHERE), place=st.integers(0, 999))
    def somebody_tampers(self, name, place):
        index = place % LogLeaf.objects.count()
        event = LogLeaf.objects.get(pk=(1, index)).event_id
        with as_superuser(self.database) as server:
            keep(server)
            WAYS[name][0](server, index, event)
            found = verified_log(self.fjord, None, []).findings
            put_back(server)

        assert is_named(found, name, index, event), [str(each) for each in found]

    @invariant()
    def an_honest_log_is_not_accused(self):
        assert verified_log(self.fjord, None, []).findings == []


def test_histories(write, seal, fjord, database, key_folder):
    class Here(History):
        pass

    Here.fjord, Here.database, Here.keys = fjord, database, key_folder
    Here.write, Here.seal = staticmethod(write), staticmethod(seal)
    run_state_machine_as_test(
        Here,
        settings=settings(
            max_examples=12,
            stateful_step_count=15,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
