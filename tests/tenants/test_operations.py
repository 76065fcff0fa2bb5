"""SQL of migrations runs in municipalities' schemas, with their names, and only there."""

import pytest
from django.db import DatabaseError, connection
from django.db.migrations.state import ProjectState

from tenants import roles
from tenants.context import in_municipality
from tenants.database.operations import TenantSQL, fill_in
from tests.database import as_login

MAKE = TenantSQL(
    "CREATE TABLE {schema}.odd (a text DEFAULT '{{}}'); REVOKE ALL ON {schema}.odd"
    " FROM {role}, {worker}; GRANT SELECT ON {schema}.odd TO {role};",
    "DROP TABLE {schema}.odd;",
)


def apply(operation, direction):
    state = ProjectState()
    with connection.schema_editor() as editor:
        getattr(operation, f"database_{direction}")("auth", editor, state, state)


def exists(table):
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass(%s) IS NOT NULL", [table])
        return cursor.fetchone()[0]


def test_sql_runs_in_the_schema_being_migrated_and_back(migrator, fjord):
    with in_municipality(fjord):
        apply(MAKE, "forwards")
    assert exists("fjord.odd")
    assert not exists("fjell.odd")

    with as_login(roles.APP), in_municipality(fjord), connection.cursor() as cursor:
        cursor.execute("SELECT * FROM odd")
        with pytest.raises(DatabaseError):
            cursor.execute("INSERT INTO odd VALUES ('x')")
    with (
        as_login(roles.WORKER),
        in_municipality(fjord),
        connection.cursor() as cursor,
        pytest.raises(DatabaseError),
    ):
        cursor.execute("SELECT * FROM odd")

    with in_municipality(fjord):
        apply(MAKE, "backwards")
    assert not exists("fjord.odd")


def test_sql_does_not_run_in_the_shared_schema(migrator):
    apply(MAKE, "forwards")
    apply(TenantSQL("", TenantSQL.noop), "backwards")

    assert not exists("public.odd")


def test_names_are_quoted_and_braces_kept():
    assert (
        fill_in("{schema} {role} {worker} {{}}", "time")
        == '"time" "t_time" "w_time" {}'
    )


def test_operation_without_a_way_back_says_so():
    assert MAKE.reversible
    assert not TenantSQL("SELECT 1").reversible
