"""The role matrix as cells: how far a role goes into a kind of information, and what differs."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import IntEnum

from access.actions import Action, Level
from access.information import Information
from access.roles import RecordKind, Rights, Role

Place = tuple[RecordKind, Role]
Matrix = Mapping[Place, Rights]


class Grade(IntEnum):
    """How far a role goes into a kind of information; each grade includes those below."""

    NONE = 0
    READ = 1
    WRITE = 2
    SIGN = 3


_LEVELS = {Grade.READ: Level.READ, Grade.WRITE: Level.WRITE, Grade.SIGN: Level.SIGN}
# Critical information is changed and withdrawn, never signed.
NEVER_SIGNED = frozenset({Information.CRITICAL.value})
NAMED_ACTIONS = tuple(action for action in Action if action.is_named_in_matrix)
# These read no record, so that there is nothing to choose for them.
WITHOUT_RIGHTS = (Role.AUDITOR, Role.LOCAL_ADMIN)
WITH_RIGHTS = tuple(role for role in Role if role not in WITHOUT_RIGHTS)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of the matrix: a kind of information, or an action that is named in it."""

    kind: RecordKind
    role: Role
    code: str


@dataclass(frozen=True, slots=True)
class Difference:
    """One cell in which two matrices differ; an action is `NONE` or `READ`, so no or yes."""

    cell: Cell
    before: Grade
    after: Grade


def grade(rights: Rights, code: str) -> Grade:
    """How far rights go into a kind of information, or whether they name an action."""
    if code in _ACTIONS:
        return Grade.READ if code in rights.does else Grade.NONE
    reached = [grade for grade, level in _LEVELS.items() if code in rights.kinds(level)]
    return max(reached, default=Grade.NONE)


def grades_of(code: str) -> tuple[Grade, ...]:
    """The grades one may choose among in a cell."""
    if code in _ACTIONS:
        return (Grade.NONE, Grade.READ)
    return tuple(Grade)[:3] if code in NEVER_SIGNED else tuple(Grade)


def rights_of(grades: Mapping[str, Grade]) -> Rights:
    """Make rights of cells."""

    def from_grade(lowest: Grade) -> frozenset[str]:
        return frozenset(
            code
            for code, one in grades.items()
            if one >= lowest and code not in _ACTIONS
        )

    return Rights(
        reads=from_grade(Grade.READ),
        writes=from_grade(Grade.WRITE),
        signs=from_grade(Grade.SIGN),
        does=frozenset(code for code in _ACTIONS if grades.get(code)),
    )


def differences(before: Matrix, after: Matrix) -> list[Difference]:
    """List the cells in which two matrices differ, in the order of a page."""
    return [
        Difference(cell, was, now)
        for cell in all_cells()
        if (was := _in(before, cell)) != (now := _in(after, cell))
    ]


def merged(
    published: Matrix, local: Matrix, new: Matrix, *, taken: Collection[Cell]
) -> Matrix:
    """Take a new version into use, and keep what the municipality has adapted itself.

    Args:
        published: the version gone by until now.
        local: what is in force, with the municipality's own cells.
        new: the version taken into use.
        taken: adapted cells in which the consortium's are chosen after all.
    """
    kept = {d.cell: d.after for d in differences(published, local)}
    return with_cells(new, {cell: g for cell, g in kept.items() if cell not in taken})


def contested(published: Matrix, local: Matrix, new: Matrix) -> list[Difference]:
    """List the cells both have changed, and not to the same: somebody has to choose."""
    adapted = {d.cell for d in differences(published, local)}
    changed = {d.cell for d in differences(published, new)}
    both = adapted & changed
    return [d for d in differences(local, new) if d.cell in both]


def with_cells(matrix: Matrix, cells: Mapping[Cell, Grade]) -> Matrix:
    """Give a matrix with some of its cells changed."""
    changed = dict(matrix)
    for cell, wanted in cells.items():
        place = (cell.kind, cell.role)
        changed[place] = with_grade(changed.get(place, Rights()), cell.code, wanted)
    return changed


def with_grade(rights: Rights, code: str, wanted: Grade) -> Rights:
    """Give rights with one cell changed; what this release does not know is left alone."""
    if code in _ACTIONS:
        return replace(rights, does=_with(rights.does, code, is_in=bool(wanted)))
    return replace(
        rights,
        **{
            level.value: _with(rights.kinds(level), code, is_in=wanted >= lowest)
            for lowest, level in _LEVELS.items()
        },
    )


def lacks_identity(rights: Rights) -> bool:
    """Whether rights read a record without seeing whose it is; no page could show it."""
    sees_more = bool(rights.reads or rights.does - {Action.READ_IDENTITY.value})
    return sees_more and Action.READ_IDENTITY.value not in rights.does


def all_cells() -> Iterator[Cell]:
    """Every cell in which something can be chosen, in the order of a page."""
    for kind in RecordKind:
        for role in WITH_RIGHTS:
            for code in codes():
                yield Cell(kind, role, code)


def codes() -> Iterable[str]:
    """What the rows of the matrix are: kinds of information, then actions."""
    return [*(kind.value for kind in Information), *_ACTIONS]


_ACTIONS = tuple(action.value for action in NAMED_ACTIONS)


def _in(matrix: Matrix, cell: Cell) -> Grade:
    return grade(matrix.get((cell.kind, cell.role), Rights()), cell.code)


def _with(codes_now: frozenset[str], code: str, *, is_in: bool) -> frozenset[str]:
    return codes_now | {code} if is_in else codes_now - {code}
