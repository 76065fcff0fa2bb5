"""The role matrix's first version; the consortium publishes those that follow.

It is stored in each municipality (`access.models.RoleRights`), and the policy reads it there.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from access.actions import Action
from access.information import Information
from access.roles import RecordKind, Rights, Role

FIRST_PUBLISHED = date(2026, 11, 26)
_ALL = frozenset(kind.value for kind in Information)


def _kinds(*kinds: Information) -> frozenset[str]:
    return frozenset(kind.value for kind in kinds)


_CRITICAL = _kinds(Information.CRITICAL)
# What is talked about, and what is done day by day.
_TALKS = _kinds(Information.PHONE, Information.MEETING, Information.RELATIVES)
_DAILY = _TALKS | _kinds(Information.VISIT, Information.DAILY, Information.SHIFT)
# A case handler reads assessments and what was agreed, not the daily notes (users.md: d3).
_ASSESSMENTS = _kinds(
    Information.CRITICAL, Information.ADMISSION, Information.MEETING, Information.CASE
)
# Practical help is no health care: what physicians and health stations write is not there.
_PRACTICAL = _ALL - _kinds(
    Information.PHYSICIAN, Information.HEALTH_STATION, Information.DISCHARGE
)
_STAY = (
    Action.CHANGE_IDENTITY,
    Action.MOVE,
    Action.CHANGE_STAY,
    Action.DISCHARGE,
    Action.WITHDRAW_DISCHARGE,
    Action.MARK_DEAD,
)


def _does(*actions: Action) -> frozenset[str]:
    return frozenset(action.value for action in actions)


_SEES = _does(Action.READ_IDENTITY)
_GOES_THERE = _does(Action.READ_ADDRESS)
_LEADS = _does(
    Action.GRANT, Action.WITHDRAW_GRANT, Action.COUNT_READERS, Action.HAND_OUT_LOG
)
_OFFICE = _SEES | _does(Action.REGISTER, Action.ADMIT, *_STAY)
_APPLICATIONS = _does(Action.REGISTER_APPLICATION, Action.HANDLE_APPLICATION)
_CONTACTS = _does(Action.REGISTER_CONTACT, Action.CLOSE_CONTACT)
# Those who run a general practice or a health station, its secretaries among them; a case
# handler allots services, and keeps nobody's list.
_LISTS = _does(Action.ENROL)
_PRINT = _does(Action.PRINT_RECORD)
# Whom the patient can ask to block something, and to let it be open again.
_BLOCKS = _does(Action.READ_BLOCKS, Action.BLOCK, Action.END_BLOCK)
# Whoever gives care may meet anybody, and a case handler anybody who asks for help. An
# emergency is for those who can act on what they read. A clerk does neither: she takes in
# and registers, and that is an action of its own.
_MEETS_ANYBODY = _does(Action.FIND_ANYBODY, Action.STATE_NEED)
_SAVES_LIVES = _MEETS_ANYBODY | _does(Action.BEGIN_EMERGENCY)


def _writing(
    kinds: frozenset[str], *, reads: frozenset[str], does: frozenset[str]
) -> Rights:
    """Rights to read some kinds, and to write and sign fewer; critical information has no signature."""
    return Rights(reads=reads, writes=kinds, signs=kinds - _CRITICAL, does=does)


_CARES = _SEES | _GOES_THERE | _SAVES_LIVES
_CLINICAL = _CARES | _PRINT | _BLOCKS | _CONTACTS | _LISTS | _does(*_STAY)
_CASEWORK = _OFFICE | _APPLICATIONS | _GOES_THERE | _MEETS_ANYBODY
_NOTHING = Rights()

# What each role has to do in its work (hpl. 45, pasientjournalloven 19, hpl. 39), and no more.
# Who has two jobs has two roles: a leader who also nurses is employed as a nurse as well.
FIRST_MATRIX: Mapping[RecordKind, Mapping[Role, Rights]] = {
    RecordKind.JOURNAL: {
        # Does not write in a physician's or a case handler's name.
        Role.NURSE: _writing(
            _ALL - _kinds(Information.PHYSICIAN, Information.CASE),
            reads=_ALL,
            does=_CLINICAL,
        ),
        # Documents the daily care; assessments at admission, and who is told what of critical
        # matters, are for those who answer for them.
        Role.CARE_WORKER: _writing(
            _DAILY,
            reads=_ALL,
            does=_CARES | _CONTACTS | _does(Action.CHANGE_IDENTITY, Action.MOVE),
        ),
        # Follows a child or a family; what a ward writes day by day is not needed for it.
        Role.HEALTH_VISITOR: _writing(
            _TALKS
            | _kinds(
                Information.CRITICAL,
                Information.VISIT,
                Information.HEALTH_STATION,
                Information.ADMISSION,
                Information.DISCHARGE,
            ),
            reads=_ALL - _kinds(Information.DAILY, Information.SHIFT),
            does=_CLINICAL,
        ),
        Role.PHYSICIAN: _writing(
            _ALL - _kinds(Information.SHIFT, Information.CASE),
            reads=_ALL,
            does=_CLINICAL,
        ),
        Role.CASE_HANDLER: _writing(
            _ASSESSMENTS - _CRITICAL, reads=_ASSESSMENTS, does=_CASEWORK
        ),
        # Administers without reading: who somebody is and where, nothing of health.
        Role.CLERK: Rights(
            does=_OFFICE | _APPLICATIONS | _LISTS | _does(Action.REGISTER_CONTACT)
        ),
        # Answers for the care, so reads, and corrects what the service wrote, with a reason; what
        # physicians, health stations and case handlers signed is theirs to correct.
        Role.LEADER: _writing(
            _DAILY | _kinds(Information.ADMISSION, Information.DISCHARGE),
            reads=_ALL,
            does=_CLINICAL | _OFFICE | _LEADS,
        ),
        Role.AUDITOR: _NOTHING,
        Role.LOCAL_ADMIN: _NOTHING,
    },
    RecordKind.CASE: {
        # Reads what help is given beside the care; the case is not a nurse's to write.
        Role.NURSE: Rights(reads=_PRACTICAL, does=_CARES),
        Role.CARE_WORKER: _writing(_DAILY, reads=_PRACTICAL, does=_CARES),
        Role.HEALTH_VISITOR: _NOTHING,
        Role.PHYSICIAN: _NOTHING,
        Role.CASE_HANDLER: _writing(
            _PRACTICAL - _CRITICAL - _kinds(Information.SHIFT),
            reads=_PRACTICAL,
            does=_CASEWORK | _PRINT | _BLOCKS,
        ),
        Role.CLERK: Rights(does=_OFFICE | _APPLICATIONS),
        Role.LEADER: _writing(
            _DAILY,
            reads=_PRACTICAL,
            does=_OFFICE | _CARES | _LEADS | _PRINT | _BLOCKS,
        ),
        Role.AUDITOR: _NOTHING,
        Role.LOCAL_ADMIN: _NOTHING,
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
