"""Migrates the schemas that exist, when django-tenants would migrate all that are listed.

The register lists every municipality of the country; only those in operation have a schema.
"""

from typing import Any

from django_tenants.migration_executors import get_executor as their_executor
from django_tenants.migration_executors.standard import StandardExecutor

from tenants.context import this_connection


class ExistingSchemasExecutor(StandardExecutor):
    """Goes through the schemas one by one, past those that have not been made."""

    def run_migrations(self, tenants: list[str] | None = None) -> None:
        with this_connection().cursor() as cursor:
            cursor.execute(
                "SELECT nspname FROM pg_namespace WHERE nspname = ANY (%s) ORDER BY 1",
                [list(tenants or [])],
            )
            existing = [schema for (schema,) in cursor.fetchall()]
        super().run_migrations(existing)


def get_executor(codename: str | None = None) -> Any:
    """Choose the executor of migrate_schemas; what GET_EXECUTOR_FUNCTION names."""
    if codename in (None, StandardExecutor.codename):
        return ExistingSchemasExecutor
    return their_executor(codename=codename)
