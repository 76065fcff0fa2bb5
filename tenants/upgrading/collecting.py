"""Runs what a group of equal schemas lacks once, in a scratch database, and keeps its SQL.

What is known to be SQL and nothing else is replayed in each schema afterwards. A migration
that also runs Python, or an operation nobody has looked at, is kept with the state of the
models before it, and is run in each schema by Django itself.
"""

from dataclasses import dataclass
from typing import Any

from django.core.management.sql import (
    emit_post_migrate_signal,
    emit_pre_migrate_signal,
)
from django.db import DEFAULT_DB_ALIAS, migrations, transaction
from django.db.backends.postgresql.schema import DatabaseSchemaEditor
from django.db.migrations import Migration
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState

from tenants import roles, template
from tenants.context import second_connection
from tenants.database.base import DatabaseWrapper
from tenants.database.operations import TenantSQL
from tenants.database.place import Kind, Place
from tenants.provisioning import replay
from tenants.schemas import SchemaTemplate
from tenants.upgrading.applied import applied_digests

Plan = list[tuple[Migration, bool]]
_SCRATCH = Place(Kind.MUNICIPALITY, roles.TEMPLATE_SCHEMA)
# Content types and permissions, by what they are called and not by their ids.
_NAMES = """
SELECT kind.app_label, kind.model, coalesce(may.codename, ''), coalesce(may.name, '')
FROM django_content_type kind LEFT JOIN auth_permission may ON may.content_type_id = kind.id
"""


@dataclass(frozen=True, slots=True)
class Step:
    """One migration: its SQL, or the state of the models before it, for Django to run it."""

    migration: Migration
    sql: str = ""
    before: ProjectState | None = None

    @property
    def name(self) -> str:
        """The migration as people say it."""
        return f"{self.migration.app_label}.{self.migration.name}"


@dataclass(frozen=True, slots=True)
class Upgrade:
    """What brings a schema from one set of migrations to another."""

    from_digest: str
    to_digest: str
    steps: tuple[Step, ...]
    # (app, model, codename, name) of what the migrations brought; codename may be empty.
    names: tuple[tuple[str, str, str, str], ...]

    @property
    def is_sql(self) -> bool:
        """Whether it is replayed whole, which takes a moment."""
        return all(step.before is None for step in self.steps)


@dataclass(frozen=True, slots=True)
class Lack:
    """What schemas with one fingerprint have and lack."""

    digest: str
    has: frozenset[tuple[str, str]]
    plan: Plan


def lack_of(schema: str, digest: str) -> Lack:
    """Find what a schema lacks; the fingerprint is its own."""
    with second_connection() as connection:
        connection.set_tenant(Place(Kind.MUNICIPALITY, schema))
        executor = MigrationExecutor(connection)
        return Lack(
            digest=digest,
            has=frozenset(executor.loader.applied_migrations),
            plan=executor.migration_plan(executor.loader.graph.leaf_nodes()),
        )


def collect(lack: Lack) -> Upgrade:
    """Run what is lacked once, and give what was said to the database.

    What came of it where a kept template was upgraded is the next template, and is kept.
    Only the migrator can. Whoever comes second waits for the first.
    """
    made_from = SchemaTemplate.objects.filter(applied=lack.digest).first()
    with template.alone() as server:
        with (
            template.small_database(server, f"upgrade {lack.digest}") as database,
            second_connection(database=database) as connection,
        ):
            connection.set_tenant(_SCRATCH)
            if made_from is None:
                _migrate_to(connection, lack.has)
            else:
                _repeat(connection, made_from)
            upgrade = _record(connection, lack.digest)
            parts = _next_template(connection) if made_from else None
        if parts is not None:
            SchemaTemplate.objects.get_or_create(
                digest=template.migrations_digest(), defaults=parts
            )
    return upgrade


def _repeat(connection: DatabaseWrapper, made_from: SchemaTemplate) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        for _part in replay(cursor, made_from, roles.TEMPLATE_SCHEMA):
            pass


def _next_template(connection: DatabaseWrapper) -> dict[str, str]:
    with connection.cursor() as cursor:
        cursor.execute(roles.migrated_schema_sql(roles.TEMPLATE_SCHEMA))
    return template.dumped(connection)


def _migrate_to(connection: DatabaseWrapper, has: frozenset[tuple[str, str]]) -> None:
    """Make the schema by the migrations the group has, where no template is kept."""
    with connection.cursor() as cursor:
        cursor.execute(roles.schema_sql(roles.TEMPLATE_SCHEMA))
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    executor.migrate(
        None, plan=[(m, back) for m, back in plan if (m.app_label, m.name) in has]
    )
    with connection.cursor() as cursor:
        cursor.execute(roles.migrated_schema_sql(roles.TEMPLATE_SCHEMA))


def _record(connection: DatabaseWrapper, digest: str) -> Upgrade:
    """Migrate as the migrate command does, listening."""
    before = _names(connection)
    executor = _RecordingExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    quiet: dict[str, Any] = {"verbosity": 0, "interactive": False}
    state = executor.migrate(None, plan=[])  # does nothing but tell the state as it is
    emit_pre_migrate_signal(db=DEFAULT_DB_ALIAS, apps=state.apps, plan=plan, **quiet)
    executor.migrate(None, plan=plan, state=state.clone())
    emit_post_migrate_signal(db=DEFAULT_DB_ALIAS, plan=plan, **quiet)
    return Upgrade(
        from_digest=digest,
        to_digest=applied_digests([roles.TEMPLATE_SCHEMA])[roles.TEMPLATE_SCHEMA],
        steps=tuple(executor.steps),
        names=tuple(sorted(_names(connection) - before)),
    )


def _names(connection: DatabaseWrapper) -> set[tuple[str, str, str, str]]:
    with connection.cursor() as cursor:
        cursor.execute(_NAMES)
        return set(cursor.fetchall())


class _RecordingExecutor(MigrationExecutor):
    """Migrates, and keeps what each migration said."""

    def __init__(self, connection: DatabaseWrapper) -> None:
        super().__init__(connection)
        self.steps: list[Step] = []
        self._said: list[str] = []
        connection.SchemaEditorClass = _editor_that_tells(self._said)

    def apply_migration(
        self, state: ProjectState, migration: Migration, *args: Any, **options: Any
    ) -> ProjectState:
        is_sql = migration.atomic and all(map(_is_sql, migration.operations))
        before = None if is_sql else state.clone()
        self._said.clear()
        state = super().apply_migration(state, migration, *args, **options)
        said = ";\n".join(self._said) if is_sql else ""
        self.steps.append(Step(migration, said, before))
        return state


def _editor_that_tells(said: list[str]) -> type[DatabaseSchemaEditor]:
    class TellingEditor(DatabaseSchemaEditor):
        def execute(self, sql: Any, params: Any = ()) -> None:
            merged = str(sql)
            if params is not None:
                merged = self.connection.ops.compose_sql(merged, params)
            said.append(merged)
            super().execute(merged, None)

    return TellingEditor


def _is_sql(operation: Operation) -> bool:
    """Whether all it does to the database is said through the schema editor."""
    if isinstance(operation, migrations.SeparateDatabaseAndState):
        return all(map(_is_sql, operation.database_operations))
    if type(operation) is TenantSQL:
        return True
    is_djangos = type(operation).__module__.startswith("django.db.migrations.")
    return is_djangos and not isinstance(operation, migrations.RunPython)
