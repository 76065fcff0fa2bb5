"""Between the role matrix and the rows it is stored in."""

from collections.abc import Iterable

from access.matrix.rules.cells import Matrix
from access.models import MatrixRow
from access.roles import RecordKind, Rights, Role


def matrix_of(rows: Iterable[MatrixRow]) -> Matrix:
    """Make a matrix of the rows it is stored in."""
    return {(RecordKind(r.record_kind), Role(r.role)): rights_in(r) for r in rows}


def rights_in(row: MatrixRow) -> Rights:
    """The rights one row gives."""
    return Rights(*map(frozenset, (row.reads, row.writes, row.signs, row.does)))


def put(rights: Rights, row: MatrixRow) -> None:
    """Write rights in a row, which somebody else stores."""
    row.reads = sorted(rights.reads)
    row.writes = sorted(rights.writes)
    row.signs = sorted(rights.signs)
    row.does = sorted(rights.does)
