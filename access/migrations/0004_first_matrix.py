"""The role matrix and the rules a municipality begins with; their history only grows."""

from django.db import migrations

from access.first_matrix import FIRST_MATRIX, Cell, cells_of
from audit.protection import keep_history
from tenants.database.operations import TenantSQL


def _row(cell: Cell) -> str:
    lists = (cell.reads, cell.writes, cell.signs, cell.does)
    arrays = ", ".join(f"'{{{','.join(codes)}}}'" for codes in lists)
    return f"('{cell.record_kind}', '{cell.role}', {arrays})"


# The braces of the arrays are PostgreSQL's, not placeholders.
_ROWS = ",\n  ".join(
    _row(cell).replace("{", "{{").replace("}", "}}") for cell in cells_of(FIRST_MATRIX)
)


class Migration(migrations.Migration):
    dependencies = [("access", "0003_rights_rosters_and_limits")]

    operations = [
        TenantSQL(
            f"""
INSERT INTO {{schema}}.access_rolerights (record_kind, role, reads, writes, signs, does)
VALUES {_ROWS};
INSERT INTO {{schema}}.access_accessrules (id, unit_wide, need_hours)
VALUES (1, 'measured', 4);
REVOKE DELETE ON {{schema}}.access_block, {{schema}}.access_accessrules,
  {{schema}}.access_rolerights, {{schema}}.access_shift FROM {{role}}, {{worker}};
"""  # noqa: S608 - constants only
        ),
        *(
            TenantSQL(keep_history(f"access_historical{of}"))
            for of in ("rolerights", "accessrules", "block", "shift")
        ),
    ]
