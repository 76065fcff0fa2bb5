"""The role matrix a municipality begins with; the consortium publishes those that follow.

It is stored in each municipality (`access.models.RoleRights`), and the policy reads it there.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from access.actions import Action
from access.information import Information
from access.roles import RecordKind, Rights, Role

_ALL = frozenset(kind.value for kind in Information)
_NOTES = _ALL - {Information.CRITICAL.value}
# A case handler reads assessments and what was agreed, not the daily notes (users.md: d3).
_ASSESSMENTS = frozenset(
    kind.value
    for kind in (
        Information.CRITICAL,
        Information.ADMISSION,
        Information.MEETING,
        Information.CASE,
    )
)
_STAY = (
    Action.CHANGE_IDENTITY,
    Action.MOVE,
    Action.CHANGE_STAY,
    Action.DISCHARGE,
    Action.WITHDRAW_DISCHARGE,
    Action.MARK_DEAD,
    Action.ENROL,
)


def _does(*actions: Action) -> frozenset[str]:
    return frozenset(action.value for action in actions)


_SEES = _does(Action.READ_IDENTITY)
_GOES_THERE = _does(Action.READ_ADDRESS)
_LEADS = _does(Action.GRANT, Action.WITHDRAW_GRANT, Action.COUNT_READERS)
_OFFICE = _SEES | _does(Action.REGISTER, Action.ADMIT, *_STAY)
_APPLICATIONS = _does(Action.REGISTER_APPLICATION, Action.HANDLE_APPLICATION)
_CONTACTS = _does(Action.REGISTER_CONTACT, Action.CLOSE_CONTACT)
_PRINT = _does(Action.PRINT_RECORD)
# Whom the patient can ask to block something, and to let it be open again.
_BLOCKS = _does(Action.READ_BLOCKS, Action.BLOCK, Action.END_BLOCK)
# Whoever gives care may meet anybody, and a case handler anybody who asks for help. An
# emergency is for those who can act on what they read. A clerk does neither: she takes in
# and registers, and that is an action of its own.
_MEETS_ANYBODY = _does(Action.FIND_ANYBODY, Action.STATE_NEED)
_SAVES_LIVES = _MEETS_ANYBODY | _does(Action.BEGIN_EMERGENCY)
_CLINICAL = Rights(
    reads=_ALL,
    writes=_ALL,
    signs=_NOTES,
    does=_SEES
    | _GOES_THERE
    | _PRINT
    | _BLOCKS
    | _CONTACTS
    | _SAVES_LIVES
    | _does(*_STAY),
)
_WRITES_NOTES = Rights(
    reads=_ALL, writes=_NOTES, signs=_NOTES, does=_SEES | _GOES_THERE | _SAVES_LIVES
)
_HANDLES_CASES = Rights(
    reads=_ASSESSMENTS,
    writes=_ASSESSMENTS - {Information.CRITICAL.value},
    signs=_ASSESSMENTS - {Information.CRITICAL.value},
    does=_OFFICE | _APPLICATIONS | _GOES_THERE | _MEETS_ANYBODY,
)

FIRST_MATRIX: Mapping[RecordKind, Mapping[Role, Rights]] = {
    RecordKind.JOURNAL: {
        Role.NURSE: _CLINICAL,
        Role.CARE_WORKER: replace(
            _WRITES_NOTES,
            does=_SEES
            | _GOES_THERE
            | _CONTACTS
            | _SAVES_LIVES
            | _does(Action.CHANGE_IDENTITY, Action.MOVE),
        ),
        Role.HEALTH_VISITOR: _CLINICAL,
        Role.PHYSICIAN: _CLINICAL,
        Role.CASE_HANDLER: _HANDLES_CASES,
        Role.CLERK: Rights(
            does=_OFFICE | _APPLICATIONS | _does(Action.REGISTER_CONTACT)
        ),
        Role.LEADER: replace(_CLINICAL, does=_CLINICAL.does | _OFFICE | _LEADS),
        Role.AUDITOR: Rights(),
        Role.LOCAL_ADMIN: Rights(),
    },
    RecordKind.CASE: {
        Role.NURSE: Rights(reads=_ALL, does=_SEES | _GOES_THERE | _SAVES_LIVES),
        Role.CARE_WORKER: _WRITES_NOTES,
        Role.HEALTH_VISITOR: Rights(),
        Role.PHYSICIAN: Rights(),
        Role.CASE_HANDLER: replace(
            _WRITES_NOTES,
            does=_OFFICE
            | _APPLICATIONS
            | _GOES_THERE
            | _PRINT
            | _BLOCKS
            | _MEETS_ANYBODY,
        ),
        Role.CLERK: Rights(does=_OFFICE | _APPLICATIONS),
        Role.LEADER: replace(
            _WRITES_NOTES,
            does=_OFFICE | _GOES_THERE | _LEADS | _PRINT | _BLOCKS | _SAVES_LIVES,
        ),
        Role.AUDITOR: Rights(),
        Role.LOCAL_ADMIN: Rights(),
    },
}


@dataclass(frozen=True, slots=True)
class Cell:
    """One role in one kind of record, with its rights as sorted lists."""

    record_kind: str
    role: str
    reads: list[str]
    writes: list[str]
    signs: list[str]
    does: list[str]


def cells_of(matrix: Mapping[RecordKind, Mapping[Role, Rights]]) -> Iterator[Cell]:
    """Give the matrix as the rows it is stored in."""
    for kind, roles in matrix.items():
        for role, rights in roles.items():
            lists = (rights.reads, rights.writes, rights.signs, rights.does)
            yield Cell(kind.value, role.value, *(sorted(each) for each in lists))
