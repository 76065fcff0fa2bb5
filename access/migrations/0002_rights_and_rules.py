"""The rules a municipality begins with; what was decided about rights is kept, by the database."""

from django.db import migrations

from access.first_matrix import FIRST_MATRIX, FIRST_PUBLISHED, Cell, cells_of
from audit.case_policy import OPENED_TARGET, protect_case
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
_FIRST_RULES = f"""
INSERT INTO {{schema}}.access_rolerights (record_kind, role, reads, writes, signs, does)
VALUES {_ROWS};
INSERT INTO {{schema}}.access_publishedrights (record_kind, role, reads, writes, signs, does)
SELECT record_kind, role, reads, writes, signs, does FROM {{schema}}.access_rolerights;
INSERT INTO {{schema}}.access_matrixinforce (id, number, published_on, adopted_at)
VALUES (1, 1, '{FIRST_PUBLISHED}', '{FIRST_PUBLISHED}');
INSERT INTO {{schema}}.access_accessrules (id, unit_wide, need_hours, needs_second_factor,
  idle_minutes, shared_idle_minutes, review_months, cases_per_week, sample_per_week)
VALUES (1, 'measured', 4, true, 10, 3, 6, 10, 20);
"""  # noqa: S608 - constants only
_NOBODY_BYPASSES = """
ALTER TABLE {schema}.accounts_user
  ADD CONSTRAINT nobody_bypasses_the_policy CHECK (NOT is_superuser);
"""
_KEPT = """
REVOKE DELETE ON {schema}.access_knownrecord, {schema}.access_carerelation,
  {schema}.access_block, {schema}.access_accessrules, {schema}.access_rolerights,
  {schema}.access_publishedrights, {schema}.access_matrixinforce, {schema}.access_shift,
  {schema}.access_shiftleader, {schema}.access_emergencyaccess, {schema}.access_statedneed,
  {schema}.access_reviewcase, {schema}.access_patientquestion, {schema}.access_supportgrant
  FROM {role}, {worker};
REVOKE UPDATE, DELETE ON {schema}.access_accessreview, {schema}.access_reviewedright
  FROM {role}, {worker};
"""
_HISTORIES = (
    *("unit", "employment", "carerelation", "block", "shift", "shiftleader"),
    *("rolerights", "accessrules", "matrixinforce"),
    *("emergencyaccess", "statedneed", "reviewcase", "patientquestion"),
)
_TEXTS_OF_CASES = ("emergencytext", "casetext", "patientwords")


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0001_initial"),
        ("accounts", "0001_initial"),
        ("audit", "0002_append_only_and_openings"),
    ]

    operations = [
        TenantSQL(_FIRST_RULES),
        TenantSQL(_NOBODY_BYPASSES),
        TenantSQL(_KEPT),
        *(TenantSQL(keep_history(f"access_historical{of}")) for of in _HISTORIES),
        TenantSQL(keep_history("access_caseaccess")),
        TenantSQL(OPENED_TARGET),
        *(
            TenantSQL(
                protect_case(f"access_{text}", case="case_id", author="author_id")
                + keep_history(f"access_{text}")
            )
            for text in _TEXTS_OF_CASES
        ),
    ]
