"""Migration operations that know which schema they run in.

A municipality's schema is also made by replaying a dump of a template in which the names
of the schema and its roles are replaced. So SQL in a migration of a municipality's app
must take these names from the placeholders, and never spell them out:

    TenantSQL(
        "REVOKE UPDATE, DELETE ON {schema}.audit_accessevent FROM {role}, {worker};",
        "GRANT UPDATE, DELETE ON {schema}.audit_accessevent TO {role}, {worker};",
    )

`{schema}` is the schema, `{role}` its people's role and `{worker}` that of its background
work, all quoted. A brace that is meant as one is written twice. Rights on every new table
(SELECT, INSERT, UPDATE, DELETE for both roles) come by themselves; revoke what is too much.
"""

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations import RunSQL

from tenants import roles


class TenantSQL(RunSQL):
    """Runs SQL in each municipality's schema, and never in the shared one."""

    def __init__(self, sql: str, reverse_sql: str | None = None) -> None:
        super().__init__(sql, reverse_sql)

    # What RunSQL calls, forwards and backwards.
    def _run_sql(self, schema_editor: BaseDatabaseSchemaEditor, sqls: str) -> None:
        schema = getattr(schema_editor.connection, "schema_name", roles.PUBLIC_SCHEMA)
        if schema != roles.PUBLIC_SCHEMA and sqls != RunSQL.noop:
            super()._run_sql(schema_editor, fill_in(sqls, schema))  # type: ignore[misc]


def fill_in(sql: str, schema: str) -> str:
    """Put a schema's names, quoted, in the place of the placeholders."""
    return sql.format(
        schema=f'"{roles.check_schema_name(schema)}"',
        role=f'"{roles.role_of(schema)}"',
        worker=f'"{roles.worker_role_of(schema)}"',
    )
