"""What a worker may want to do; every door asks for one of these."""

from dataclasses import dataclass
from enum import StrEnum

from access.information import DRAFT, PROTECTED_ADDRESS, Information
from audit.verbs import Reach, Verb

# The person himself asked for it (v3-ActReason).
PATIENT_REQUESTED = "PATRQT"


class Level(StrEnum):
    """How far a role goes into a kind of information; the columns of the role matrix."""

    READ = "reads"
    WRITE = "writes"
    SIGN = "signs"


class Action(StrEnum):
    """One thing a person wants to do to a record, or to a person's particulars."""

    READ_IDENTITY = "identity.read"
    CHANGE_IDENTITY = "identity.change"
    READ_ADDRESS = "address.read"
    READ_RECORD = "record.read"
    PRINT_RECORD = "record.print"
    CHANGE_CRITICAL = "critical.change"
    DRAFT_NOTE = "note.draft"
    DISCARD_DRAFT = "note.discard"
    SIGN_NOTE = "note.sign"
    CORRECT_NOTE = "note.correct"
    MARK_NOTE_IN_ERROR = "note.mark_in_error"
    WITHHOLD_NOTE = "note.withhold"
    READ_BLOCKS = "block.read"
    BLOCK = "block.set"
    END_BLOCK = "block.end"
    REGISTER = "patient.register"
    ADMIT = "episode.admit"
    MOVE = "episode.move"
    CHANGE_STAY = "episode.change"
    DISCHARGE = "episode.discharge"
    WITHDRAW_DISCHARGE = "episode.withdraw_discharge"
    MARK_DEAD = "patient.mark_dead"
    GRANT = "access.grant"
    WITHDRAW_GRANT = "access.withdraw_grant"
    REGISTER_APPLICATION = "application.register"
    HANDLE_APPLICATION = "application.handle"
    REGISTER_CONTACT = "contact.register"
    CLOSE_CONTACT = "contact.close"
    ENROL = "enrolment.change"
    COUNT_READERS = "readers.count"
    HAND_OUT_LOG = "log.hand_out"
    FIND_ANYBODY = "patient.find"
    STATE_NEED = "need.state"
    BEGIN_EMERGENCY = "emergency.begin"

    @property
    def verb(self) -> Verb:
        """The verb the log keeps when the action is done, or refused."""
        return _DOOR[self].verb

    @property
    def is_told_by_verb(self) -> bool:
        """Whether the log's verb stands for this action alone."""
        return sum(door.verb is self.verb for door in _DOOR.values()) == 1

    @property
    def reach(self) -> Reach:
        """How far into the person's information the action needs to see."""
        return _DOOR[self].reach

    @property
    def row_kinds(self) -> tuple[str, ...] | None:
        """The only kinds of rows the action needs; None when the role matrix says which."""
        return _DOOR[self].row_kinds

    @property
    def purpose(self) -> str:
        """What it is for, whatever the ground; empty when the ground says it."""
        return PATIENT_REQUESTED if self is Action.HAND_OUT_LOG else ""

    @property
    def level(self) -> Level | None:
        """What the role must be able to do to information; None when it sees none."""
        return _DOOR[self].level

    @property
    def is_named_in_matrix(self) -> bool:
        """Whether the role matrix names the action itself; else the level alone decides."""
        return self.level is None or self in _NAMED

    @property
    def is_about_blocks(self) -> bool:
        """Whether it is about what the patient has blocked, and not about his care."""
        return self in _ABOUT_BLOCKS


_ABOUT_BLOCKS = frozenset({Action.READ_BLOCKS, Action.BLOCK, Action.END_BLOCK})
# These see information, and yet not all who see it may do them.
_NAMED = _ABOUT_BLOCKS | {
    Action.PRINT_RECORD,
    Action.CLOSE_CONTACT,
    Action.STATE_NEED,
    Action.BEGIN_EMERGENCY,
}


@dataclass(frozen=True, slots=True)
class _Door:
    verb: Verb
    reach: Reach
    level: Level | None = None
    row_kinds: tuple[str, ...] | None = None


_DOOR: dict[Action, _Door] = {
    Action.READ_IDENTITY: _Door(Verb.READ_IDENTITY, Reach.IDENTITY),
    Action.CHANGE_IDENTITY: _Door(Verb.CHANGED, Reach.IDENTITY),
    Action.READ_ADDRESS: _Door(
        Verb.READ_ADDRESS, Reach.IDENTITY, row_kinds=(PROTECTED_ADDRESS,)
    ),
    Action.READ_RECORD: _Door(Verb.READ, Reach.RECORD, Level.READ),
    Action.PRINT_RECORD: _Door(Verb.PRINTED, Reach.RECORD, Level.READ),
    Action.CHANGE_CRITICAL: _Door(
        Verb.CHANGED, Reach.RECORD, Level.WRITE, (Information.CRITICAL.value,)
    ),
    Action.DRAFT_NOTE: _Door(Verb.DRAFTED, Reach.RECORD, Level.WRITE, (DRAFT,)),
    Action.DISCARD_DRAFT: _Door(Verb.DISCARDED, Reach.RECORD, Level.WRITE, (DRAFT,)),
    Action.SIGN_NOTE: _Door(Verb.SIGNED, Reach.RECORD, Level.SIGN),
    Action.CORRECT_NOTE: _Door(Verb.CORRECTED, Reach.RECORD, Level.SIGN),
    Action.MARK_NOTE_IN_ERROR: _Door(Verb.MARKED_IN_ERROR, Reach.RECORD, Level.SIGN),
    Action.WITHHOLD_NOTE: _Door(Verb.WITHHELD, Reach.RECORD, Level.SIGN),
    Action.READ_BLOCKS: _Door(Verb.READ_BLOCKS, Reach.RECORD, Level.READ),
    Action.BLOCK: _Door(Verb.BLOCKED, Reach.RECORD, Level.READ),
    Action.END_BLOCK: _Door(Verb.ENDED_BLOCK, Reach.RECORD, Level.READ),
    Action.REGISTER: _Door(
        Verb.REGISTERED, Reach.IDENTITY, row_kinds=(PROTECTED_ADDRESS,)
    ),
    Action.ADMIT: _Door(Verb.ADMITTED, Reach.IDENTITY),
    Action.MOVE: _Door(Verb.MOVED, Reach.IDENTITY),
    Action.CHANGE_STAY: _Door(Verb.CHANGED, Reach.IDENTITY),
    Action.DISCHARGE: _Door(Verb.DISCHARGED, Reach.IDENTITY),
    Action.WITHDRAW_DISCHARGE: _Door(Verb.DISCHARGED, Reach.IDENTITY),
    Action.MARK_DEAD: _Door(Verb.MARKED_DEAD, Reach.IDENTITY),
    Action.GRANT: _Door(Verb.GRANTED, Reach.IDENTITY),
    Action.WITHDRAW_GRANT: _Door(Verb.WITHDREW_GRANT, Reach.IDENTITY),
    Action.REGISTER_APPLICATION: _Door(Verb.REGISTERED_APPLICATION, Reach.IDENTITY),
    Action.HANDLE_APPLICATION: _Door(Verb.HANDLED_APPLICATION, Reach.IDENTITY),
    Action.REGISTER_CONTACT: _Door(Verb.REGISTERED_CONTACT, Reach.IDENTITY),
    Action.CLOSE_CONTACT: _Door(Verb.CLOSED_CONTACT, Reach.RECORD, Level.READ),
    Action.ENROL: _Door(Verb.ENROLLED, Reach.IDENTITY),
    Action.COUNT_READERS: _Door(Verb.COUNTED_READERS, Reach.IDENTITY),
    Action.HAND_OUT_LOG: _Door(Verb.HANDED_OUT_LOG, Reach.IDENTITY),
    Action.FIND_ANYBODY: _Door(Verb.LOOKED_UP, Reach.IDENTITY, row_kinds=()),
    Action.STATE_NEED: _Door(Verb.STATED_NEED, Reach.RECORD, Level.READ),
    Action.BEGIN_EMERGENCY: _Door(Verb.EMERGENCY_BEGAN, Reach.RECORD, Level.READ),
}
# By these a person lets himself in: there is no ground yet, so the policy is asked what
# it would say if there were (`access.supposing`).
LETS_ONESELF_IN = frozenset(
    {Action.FIND_ANYBODY, Action.STATE_NEED, Action.BEGIN_EMERGENCY}
)
