"""What the consortium publishes, for tests."""

from access.matrix.rows import put
from access.matrix.rules.cells import Cell, with_cells
from access.publishing.models import MatrixVersion
from access.publishing.reading import latest_published
from access.publishing.services import begin_draft, publish
from access.roles import RecordKind, Role
from tenants.context import in_consortium


def cell(role, code, kind=RecordKind.JOURNAL):
    """One cell of the role matrix."""
    return Cell(kind, role, code)


def issue(*, note="Etter høring i kommunene.", **grades):
    """Let the consortium publish one more version: `daglig=(role, grade)`, one cell each."""
    with in_consortium():
        draft = begin_draft(MatrixVersion(note=note))
        wanted = {cell(role, code): grade for code, (role, grade) in grades.items()}
        changed = with_cells(latest_published().matrix, wanted)
        for row in draft.rows.all():
            put(changed[RecordKind(row.record_kind), Role(row.role)], row)
            row.save()
        publish(draft, by="kari.konsortium")
    return draft.number
