"""The role matrix as a page shows it: a table for each kind of record."""

from collections.abc import Iterable
from dataclasses import dataclass

from access.matrix.rules.cells import (
    WITH_RIGHTS,
    Cell,
    Difference,
    Grade,
    Matrix,
    codes,
    grade,
)
from access.matrix.rules.words import (
    RECORDS,
    cell_words,
    change_words,
    grade_words,
    is_action,
    row_words,
)
from access.roles import RecordKind, Rights, Role


@dataclass(frozen=True, slots=True)
class Shown:
    """One cell: what it says, and what the consortium's says when that is another thing."""

    role: Role
    words: str
    is_empty: bool
    published_words: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One kind of information, or one action, with a cell for each role."""

    label: str
    cells: list[Shown]


@dataclass(frozen=True, slots=True)
class Table:
    """All the cells of one kind of record."""

    kind: RecordKind
    label: str
    roles: tuple[Role, ...]
    information: list[Row]
    actions: list[Row]


@dataclass(frozen=True, slots=True)
class Told:
    """One cell that differs, in words."""

    cell: Cell
    where: str
    change: str


def tables(
    matrix: Matrix, published: Matrix, *, roles: tuple[Role, ...] = WITH_RIGHTS
) -> list[Table]:
    """Make a table for each kind of record; it marks what is not as published."""
    return [_table(kind, matrix, published, roles) for kind in RecordKind]


def told(differences: Iterable[Difference]) -> list[Told]:
    """Put differences in words."""
    return [Told(d.cell, cell_words(d.cell), change_words(d)) for d in differences]


def _table(
    kind: RecordKind, matrix: Matrix, published: Matrix, roles: tuple[Role, ...]
) -> Table:
    rows = {
        code: Row(
            row_words(code),
            [_shown(Cell(kind, role, code), matrix, published) for role in roles],
        )
        for code in codes()
    }
    return Table(
        kind=kind,
        label=str(RECORDS[kind]),
        roles=roles,
        information=[row for code, row in rows.items() if not is_action(code)],
        actions=[row for code, row in rows.items() if is_action(code)],
    )


def _shown(cell: Cell, matrix: Matrix, published: Matrix) -> Shown:
    now, theirs = _grade(matrix, cell), _grade(published, cell)
    return Shown(
        role=cell.role,
        words=grade_words(cell.code, now),
        is_empty=now is Grade.NONE,
        published_words="" if now == theirs else grade_words(cell.code, theirs),
    )


def _grade(matrix: Matrix, cell: Cell) -> Grade:
    return grade(matrix.get((cell.kind, cell.role), Rights()), cell.code)
