"""Whatever happens to a log, its witness refuses what it must, and never an honest one.

Written, sealed, put back to old backups together with the sealer's folder, made anew by
whoever has that folder, handed out, changed: the witness is asked in between.
"""

from itertools import count
from types import SimpleNamespace
from typing import Any

from hypothesis import HealthCheck, event, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from audit.cosigning.handing_over import Answer
from audit.cosigning.models import LogRefusal
from audit.cosigning.store import checkpoint_with_cosignatures, last_of_each
from audit.export.folder import export_log
from audit.models import LogCheckpoint, LogLeaf
from audit.seal.checkpoints import Checkpoint, read_checkpoint
from audit.sealing.keys import folder_of
from audit.verifying.runs import verified_log
from tests.audit.export.conftest import verified
from tests.audit.seal import reference
from tests.audit.sealing.looking import TABLES, newest, past_the_triggers
from tests.audit.verifying.tampering import CHECKPOINT, EVENT, SUBJECT, WAYS
from tests.database import as_superuser
from tests.proof.amounts import as_many_as

__all__ = ["verified"]

ALL = ", ".join(f"fjord.{table}" for table in (*TABLES, "audit_opening"))
SEALS = ", ".join(f"fjord.{table}" for table in TABLES if "audit_log" in table)
_folders = count(1)


class Witnessed(RuleBasedStateMachine):
    """A log, those who have power over it, and a witness that remembers.

    What must be is told from the leaves themselves: the log is honest when it begins with
    all that the witness has seen.
    """

    at: Any  # the fixtures

    @initialize()
    def begin(self):
        past_the_triggers(self.at.database, f"TRUNCATE {ALL}")
        with as_superuser(self.at.database) as server:
            server.execute("ALTER TABLE witness_witnessedlog DISABLE TRIGGER ALL")
            server.execute("UPDATE witness_witnessedlog SET note = '', size = 0")
            server.execute(
                "ALTER TABLE witness_witnessedlog ENABLE ALWAYS TRIGGER only_grows"
            )
        self._signed_last.unlink(missing_ok=True)
        self.seen: Checkpoint | None = None
        self.seen_note = ""
        self.backups: list[bytes] = []
        self.write_and_seal(3, 5000)
        self.back_up()

    @rule(number=st.integers(1, 4), batch=st.sampled_from([1, 2, 5000]))
    def write_and_seal(self, number, batch):
        self.at.write(number)
        self.at.seal(batch=batch)

    @rule()
    def ask_the_witness(self):
        is_refused = LogRefusal.objects.exists() or not self._is_honest()

        answer = self.at.cosign()

        event(f"the witness: {answer.name}")
        assert (answer == Answer.REFUSED) == is_refused
        if answer == Answer.COSIGNED:
            (last,) = last_of_each(1)
            assert last.size == newest().size
            note = checkpoint_with_cosignatures(1, last.size)
            assert note is not None
            self.seen, self.seen_note = read_checkpoint(note), str(note)

    @precondition(lambda self: len(self.backups) < 2)
    @rule()
    def back_up(self):
        """The database, and the sealer's folder with it: else the sealer would stop."""
        with as_superuser(self.at.database) as server:
            name = f"kept_{len(self.backups)}"
            server.execute(f"DROP SCHEMA IF EXISTS {name} CASCADE")
            server.execute(f"CREATE SCHEMA {name}")
            for table in TABLES:
                server.execute(f"CREATE TABLE {name}.{table} AS TABLE fjord.{table}")
        self.backups.append(self._signed_last.read_bytes())

    @rule(which=st.integers(0, 1))
    def put_an_old_backup_back(self, which):
        number = which % len(self.backups)
        past_the_triggers(
            self.at.database,
            f"TRUNCATE {ALL}",
            *(
                f"INSERT INTO fjord.{table} SELECT * FROM kept_{number}.{table}"
                for table in TABLES
            ),
        )
        self._signed_last.write_bytes(self.backups[number])

    @precondition(lambda self: LogLeaf.objects.count() > 1)
    @rule(place=st.integers(0, 99))
    def make_another_log_without_an_event(self, place):
        """Whoever has the keys takes an event away, and seals the rest anew."""
        leaves = LogLeaf.objects.order_by("index").values_list("event_id", flat=True)
        gone = leaves[place % len(leaves)]
        past_the_triggers(
            self.at.database,
            f"DELETE FROM {SUBJECT} WHERE event_id = '{gone}'",
            f"DELETE FROM {EVENT} WHERE id = '{gone}'",
            f"TRUNCATE {SEALS}",
        )
        self._signed_last.unlink()
        self.at.seal()

    @rule()
    def hand_it_out(self):
        """Who kept what the witness signed knows this log, or that it is another one."""
        kept = self.at.folder / "kept"
        kept.write_text(self.seen_note)
        older = ["--older", kept] if self.seen else []

        answer, said = self.at.verified(self._export(), *older)

        if self._is_honest():
            assert answer == (0 if self._has_cosignature() else 1), said
        else:
            assert answer == 1, said

    @precondition(lambda self: self._has_cosignature())
    @rule(place=st.integers(0, 99))
    def change_an_event(self, place):
        """Past all walls, in the database; put right when it was found."""
        index = place % LogLeaf.objects.count()
        changed = LogLeaf.objects.get(pk=(1, index)).event_id
        with as_superuser(self.at.database) as server:
            asked = f"SELECT body FROM {EVENT} WHERE id = %s"
            before = server.execute(asked, [changed]).fetchone()
            server.execute("ALTER TABLE fjord.audit_accessevent DISABLE TRIGGER ALL")
            WAYS["body"][0](server, index, changed)
            found = verified_log(self.at.fjord).findings
            _answer, said = self.at.verified(self._export())
            server.execute(
                f"UPDATE {EVENT} SET body = %s WHERE id = %s", [*before, changed]
            )

        assert [each.event_id for each in found] == [changed]
        assert f"hendelse nummer {index} ({changed})" in said

    @invariant()
    def nobody_who_is_honest_is_accused(self):
        kept = [self.seen] if self.seen else []
        found = verified_log(self.at.fjord, None, kept).findings
        is_as_it_was = self._is_honest() and self._has_what_was_seen()
        assert bool(found) != is_as_it_was, [str(each) for each in found]

    def _is_honest(self):
        """Whether the log has and begins with all that the witness has seen."""
        if self.seen is None:
            return True
        leaves = LogLeaf.objects.order_by("index").values_list("hash", flat=True)
        hashes = [bytes(each) for each in leaves[: self.seen.size]]
        return (
            newest().size >= self.seen.size and reference.mth(hashes) == self.seen.root
        )

    def _has_what_was_seen(self):
        """Whether the very checkpoint is there: who seals anew makes others."""
        size = self.seen.size if self.seen else None
        return size is None or LogCheckpoint.objects.filter(size=size).exists()

    def _has_cosignature(self):
        """Whether what is handed out has a signature of the witness's on it."""
        with as_superuser(self.at.database) as server:
            asked = f"""SELECT EXISTS (SELECT 1 FROM fjord.audit_logcosignature
                JOIN {CHECKPOINT} USING (era, size))"""
            return server.execute(asked).fetchone()[0]

    def _export(self):
        folder = self.at.folder / str(next(_folders))
        export_log(self.at.fjord, folder)
        return folder / "1"

    @property
    def _signed_last(self):
        return folder_of(self.at.fjord.pk) / "newest.checkpoint"


def test_histories_of_a_log_that_is_witnessed(
    known, fjord, database, write, seal, cosign, verified, tmp_path
):
    class Here(Witnessed):
        at = SimpleNamespace(
            fjord=fjord,
            database=database,
            folder=tmp_path,
            write=write,
            seal=seal,
            cosign=cosign,
            verified=verified,
        )

    run_state_machine_as_test(
        Here,
        settings=settings(
            as_many_as(6),
            stateful_step_count=20,
            suppress_health_check=list(HealthCheck),
        ),
    )
