"""The template a municipality's schema is made from, dumped once per set of migrations.

Running every migration takes seconds and holds for one schema only; replaying what they
made takes a fraction of one. So the migrations run once, into a schema with a reserved
name in a small database of its own (in the big one, pg_dump reads every other schema's
catalogue), and the dump is kept with the name in it, to be replaced.
"""

import ast
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import psycopg
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db.migrations.loader import MigrationLoader
from psycopg import sql

from tenants import bootstrap, dump, roles
from tenants.context import second_connection, this_connection
from tenants.database import operations
from tenants.database.base import DatabaseWrapper
from tenants.schemas import SchemaTemplate
from tenants.upgrading.applied import applied_digests

_LOCK = 4_120_602
_OWN = Path(__file__).resolve().parent.parent


class TemplateError(Exception):
    """The template cannot be made."""


def ensure_template() -> SchemaTemplate:
    """Give the template for the migrations as they are now; make it if it is missing.

    Only the migrator can. Whoever comes second waits for the first.

    Raises:
        TemplateError: the process logs in as another.
    """
    connection = this_connection()
    if connection.login != roles.MIGRATOR:
        raise TemplateError(f"only {roles.MIGRATOR} can make a schema")
    digest = migrations_digest()
    if found := SchemaTemplate.objects.filter(digest=digest).first():
        return found
    with alone() as server:
        if found := SchemaTemplate.objects.filter(digest=digest).first():
            return found
        return SchemaTemplate.objects.create(digest=digest, **_build(server, digest))


@cache  # a process runs the code it started with
def migrations_digest() -> str:
    """Fingerprint everything that a municipality's new schema is made from."""
    files = {Path(module.__file__ or "") for module in (roles, operations)}
    files.add(Path(__file__))
    for label in _tenant_labels():
        package, _ = MigrationLoader.migrations_module(label)
        if package and (spec := find_spec(package)):
            for folder in spec.submodule_search_locations or ():
                files |= set(Path(folder).glob("*.py"))
    files |= {used for file in files for used in _own_imports(file)}
    whole = hashlib.sha256()
    for file in sorted(files):
        whole.update(f"{file.name}\0".encode() + file.read_bytes() + b"\0")
    return whole.hexdigest()


def make_schema_by_migrations(schema: str) -> None:
    """Make a schema the slow way: empty, with its roles' rights, then every migration."""
    with this_connection().cursor() as cursor:
        cursor.execute(roles.schema_sql(schema))
    call_command(
        "migrate_schemas",
        tenant=True,
        schema_name=schema,
        interactive=False,
        verbosity=0,
    )
    with this_connection().cursor() as cursor:
        cursor.execute(roles.migrated_schema_sql(schema))


def _tenant_labels() -> list[str]:
    names = set(settings.TENANT_APPS)
    return sorted(
        config.label
        for config in apps.get_app_configs()
        if names & {config.name, f"{type(config).__module__}.{type(config).__name__}"}
    )


def _own_imports(file: Path) -> Iterator[Path]:
    """Find our own modules a migration takes SQL or functions from."""
    if not file.is_relative_to(_OWN) or "site-packages" in file.parts:
        return
    for node in ast.walk(ast.parse(file.read_bytes())):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [f"{node.module}.{alias.name}" for alias in node.names]
            names.append(node.module)
        yield from filter(None, map(_own_module, names))


def _own_module(name: str) -> Path | None:
    try:
        spec = find_spec(name)
    except ModuleNotFoundError:
        return None  # a name inside a module
    origin = Path(spec.origin) if spec and spec.has_location and spec.origin else None
    if origin and origin.is_relative_to(_OWN) and "site-packages" not in origin.parts:
        return origin
    return None


@contextmanager
def alone() -> Iterator[psycopg.Connection[Any]]:
    """Connect without a role and outside of any transaction: databases are made so.

    Whoever else makes a template, or an upgrade from one, waits.
    """
    params = this_connection().get_connection_params()
    del params["cursor_factory"], params["context"]
    with psycopg.connect(**params, autocommit=True) as server:
        server.execute("SELECT pg_advisory_lock(%s)", [_LOCK])
        yield server


def _build(server: psycopg.Connection[Any], digest: str) -> dict[str, str]:
    """Migrate into the template's schema, and dump it."""
    with (
        small_database(server, digest) as database,
        second_connection(database=database) as connection,
    ):
        make_schema_by_migrations(roles.TEMPLATE_SCHEMA)
        return dumped(connection)


def dumped(connection: DatabaseWrapper) -> dict[str, str]:
    """Dump the schema with the template's name, in the three parts of a replay."""
    found = dump.dump_schema(connection, roles.TEMPLATE_SCHEMA, with_rows=True)
    rows = [
        number
        for number, statement in enumerate(found)
        if statement.startswith(("INSERT INTO ", "SELECT pg_catalog.setval("))
    ]
    first, last = rows[0], rows[-1] + 1
    return {
        "structure_sql": ";\n".join(found[:first]),
        "seed_sql": ";\n".join(found[first:last]),
        "finish_sql": ";\n".join(found[last:]),
        "applied": applied_digests([roles.TEMPLATE_SCHEMA])[roles.TEMPLATE_SCHEMA],
    }


@contextmanager
def small_database(server: psycopg.Connection[Any], digest: str) -> Iterator[str]:
    """Make a database with the extensions and nothing else, and drop it again.

    Args:
        server: What `alone` gave.
        digest: Of what is made in it; its name follows from that.
    """
    mark = hashlib.sha256(f"{server.info.dbname} {digest}".encode()).hexdigest()[:12]
    name = f"akson_template_{mark}"
    drop = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(
        sql.Identifier(name)
    )
    server.execute(drop)
    server.execute(
        sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(sql.Identifier(name))
    )
    try:
        params = this_connection().get_connection_params()
        del params["cursor_factory"], params["context"]
        with psycopg.connect(**{**params, "dbname": name}) as inside:
            bootstrap.install_extensions(inside)
            inside.execute(
                sql.SQL("GRANT CREATE ON DATABASE {} TO {}").format(
                    sql.Identifier(name), sql.Identifier(roles.OWNER)
                )
            )
        yield name
    finally:
        server.execute(drop)
