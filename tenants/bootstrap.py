"""Prepares a PostgreSQL server for Akson: roles, logins, database, extensions, hardening.

Needs a superuser's connection, and may be run again at any time, also by two at once.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, LiteralString

import psycopg
from psycopg import sql

from tenants import roles

EXTENSIONS = ("pg_trgm", "btree_gist", "unaccent")
MINIMUM_VERSION = 17
_LOCK = 4_120_601

_NO_RIGHTS = "NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS NOREPLICATION NOINHERIT"
_ATTRIBUTES: dict[str, LiteralString] = {
    roles.OWNER: f"NOLOGIN {_NO_RIGHTS}",
    roles.DIRECTORY: f"NOLOGIN {_NO_RIGHTS}",
    roles.CONSORTIUM: f"NOLOGIN {_NO_RIGHTS}",
    # Stand for a municipality's roles in the template; nobody may assume them.
    roles.role_of(roles.TEMPLATE_SCHEMA): f"NOLOGIN {_NO_RIGHTS}",
    roles.worker_role_of(roles.TEMPLATE_SCHEMA): f"NOLOGIN {_NO_RIGHTS}",
    roles.APP: f"LOGIN {_NO_RIGHTS}",
    roles.WORKER: f"LOGIN {_NO_RIGHTS}",
    roles.SEALER: f"LOGIN {_NO_RIGHTS}",
    roles.MIGRATOR: "LOGIN NOSUPERUSER CREATEDB CREATEROLE NOBYPASSRLS NOREPLICATION NOINHERIT",
    roles.BACKUP: "LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE BYPASSRLS NOREPLICATION INHERIT",
}
_MEMBERSHIPS: LiteralString = """
    GRANT akson_directory, akson_consortium TO akson_app, akson_worker
      WITH INHERIT FALSE, SET TRUE;
    GRANT akson_directory TO akson_sealer WITH INHERIT FALSE, SET TRUE;
    GRANT akson_owner TO akson_migrator WITH INHERIT FALSE, SET TRUE;
    GRANT pg_read_all_data TO akson_backup WITH INHERIT TRUE, SET FALSE;
"""
# What a session may reach besides tables. set_config and plpgsql would let a single
# injected SELECT or DO take another municipality's role; temporary tables, hide names.
_HARDENING: LiteralString = """
    REVOKE EXECUTE ON FUNCTION pg_catalog.set_config(text, text, boolean) FROM PUBLIC;
    GRANT EXECUTE ON FUNCTION pg_catalog.set_config(text, text, boolean)
      TO akson_owner, akson_migrator, akson_backup;
    REVOKE UPDATE ON pg_catalog.pg_settings FROM PUBLIC;
    REVOKE USAGE ON LANGUAGE plpgsql FROM PUBLIC;
    GRANT USAGE ON LANGUAGE plpgsql TO akson_owner;
"""
_SCHEMAS: LiteralString = """
    ALTER SCHEMA public OWNER TO akson_owner;
    REVOKE ALL ON SCHEMA public FROM PUBLIC;
    GRANT USAGE ON SCHEMA public TO akson_directory, akson_consortium, akson_sealer;
    ALTER DEFAULT PRIVILEGES FOR ROLE akson_owner IN SCHEMA public
      GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO akson_consortium;
    ALTER DEFAULT PRIVILEGES FOR ROLE akson_owner IN SCHEMA public
      GRANT USAGE ON SEQUENCES TO akson_consortium;
"""
_DATABASE: LiteralString = """
    REVOKE ALL ON DATABASE {database} FROM PUBLIC;
    GRANT CONNECT ON DATABASE {database}
      TO akson_app, akson_worker, akson_migrator, akson_sealer, akson_backup;
    GRANT CREATE ON DATABASE {database} TO akson_owner;
"""

Connection = psycopg.Connection[Any]


class BootstrapError(Exception):
    """The server cannot be used for Akson as it is."""


def bootstrap(
    admin_url: str, *, database: str, password_of: Callable[[str], str] | None = None
) -> None:
    """Make the roles and the database, or bring them up to date.

    Args:
        admin_url: libpq URL of a superuser; the database it names is not used.
        database: Name of Akson's database.
        password_of: Gives the password of a login; None leaves passwords alone.

    Raises:
        BootstrapError: the server is too old, or the login is no superuser.
    """
    with _locked(admin_url) as server:
        _check(server)
        _make_roles(server, password_of)
        _make_database(server, database)
        with psycopg.connect(admin_url, dbname=database) as inside:
            _prepare(inside)
        open_to_logins(server, database)


def open_to_logins(connection: Connection, database: str) -> None:
    """Grant what belongs to a database itself; a copy of one is born without it."""
    connection.execute(sql.SQL(_DATABASE).format(database=sql.Identifier(database)))


@contextmanager
def _locked(admin_url: str) -> Iterator[Connection]:
    """Connect to the server's own database, and wait for others who do the same."""
    with psycopg.connect(admin_url, dbname="postgres", autocommit=True) as server:
        server.execute("SELECT pg_advisory_lock(%s)", [_LOCK])
        yield server


def _check(server: Connection) -> None:
    if server.info.server_version < MINIMUM_VERSION * 10_000:
        raise BootstrapError(f"Akson trenger PostgreSQL {MINIMUM_VERSION} eller nyere.")
    if server.info.parameter_status("is_superuser") != "on":
        raise BootstrapError(
            "Innloggingen må være superbruker i PostgreSQL (AKSON_ADMIN_DATABASE_URL)."
        )


def _make_roles(server: Connection, password_of: Callable[[str], str] | None) -> None:
    found = {name for (name,) in server.execute("SELECT rolname FROM pg_roles")}
    for role, attributes in _ATTRIBUTES.items():
        verb = sql.SQL("ALTER" if role in found else "CREATE")
        server.execute(
            sql.SQL("{} ROLE {} WITH {}").format(
                verb, sql.Identifier(role), sql.SQL(attributes)
            )
        )
    for login in roles.LOGINS:
        name = sql.Identifier(login)
        if (
            login == roles.BACKUP
        ):  # it reads past every row policy, and does nothing else
            server.execute(
                sql.SQL("ALTER ROLE {} SET default_transaction_read_only = on").format(
                    name
                )
            )
        # Django sets the time zone through set_config where the server has another.
        server.execute(sql.SQL("ALTER ROLE {} SET timezone = 'UTC'").format(name))
        if password_of is not None:
            server.execute(
                sql.SQL("ALTER ROLE {} PASSWORD {}").format(
                    name, sql.Literal(password_of(login))
                )
            )
    server.execute(_MEMBERSHIPS)


def _make_database(server: Connection, database: str) -> None:
    if server.execute(
        "SELECT 1 FROM pg_database WHERE datname = %s", [database]
    ).fetchone():
        return
    # The same letters and order on every server: Unicode's, and no library's.
    server.execute(
        sql.SQL(
            "CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8'"
            " LOCALE 'C' LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8'"
        ).format(sql.Identifier(database))
    )


def install_extensions(inside: Connection) -> None:
    """Put the extensions into a schema of their own, for everybody."""
    inside.execute("CREATE SCHEMA IF NOT EXISTS extensions")
    for extension in EXTENSIONS:
        inside.execute(
            sql.SQL("CREATE EXTENSION IF NOT EXISTS {} SCHEMA extensions").format(
                sql.Identifier(extension)
            )
        )
    inside.execute("GRANT USAGE ON SCHEMA extensions TO PUBLIC")


def _prepare(inside: Connection) -> None:
    install_extensions(inside)
    inside.execute(_SCHEMAS)
    inside.execute(_HARDENING)
