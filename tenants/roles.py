"""Names of the database's roles, and the SQL that makes and grants those of one municipality.

Logins hold no rights of their own: a connection assumes the role of the place it works in
(`tenants.database`). `tenants.bootstrap` makes what is common; this module knows no models.
"""

import hashlib
import hmac
import re

from django.db import DatabaseError, transaction
from django.db.backends.utils import CursorWrapper
from psycopg.errors import DependentObjectsStillExist

APP = "akson_app"
WORKER = "akson_worker"
MIGRATOR = "akson_migrator"
SEALER = "akson_sealer"
BACKUP = "akson_backup"
# Those that Django connects with; the backup has its own programs.
WORKING = (APP, WORKER, MIGRATOR, SEALER)
LOGINS = (*WORKING, BACKUP)

OWNER = "akson_owner"
DIRECTORY = "akson_directory"
CONSORTIUM = "akson_consortium"

PUBLIC_SCHEMA = "public"
EXTENSIONS_SCHEMA = "extensions"
# Upper case, so that PostgreSQL's dumps always quote it: then any name can take its place.
TEMPLATE_SCHEMA = "Akson_Template"
_SCHEMA = re.compile(rf"[a-z][a-z0-9_]{{0,39}}|{TEMPLATE_SCHEMA}")


class RoleError(Exception):
    """A role of the database is not what Akson made it, or may not be used so."""


def check_schema_name(schema: str) -> str:
    """Return the name if it can be a municipality's schema, and safe inside quotes.

    Raises:
        RoleError: it can not.
    """
    if not _SCHEMA.fullmatch(schema):
        raise RoleError(f"not the name of a municipality's schema: {schema!r}")
    return schema


def role_of(schema: str) -> str:
    """Name the role that works in a schema on behalf of its people."""
    return f"t_{check_schema_name(schema)}"


def worker_role_of(schema: str) -> str:
    """Name the role that does background work in a schema."""
    return f"w_{check_schema_name(schema)}"


def login_password(secret: str, login: str) -> str:
    """Derive a login's password from the installation's secret key."""
    return hmac.new(secret.encode(), login.encode(), hashlib.sha256).hexdigest()


def make_roles(cursor: CursorWrapper, schema: str) -> None:
    """Make a municipality's two roles, and let the logins assume them.

    Run as the migrator itself, not as the owner. Roles belong to the whole server, so
    they may be there from another database; then only their innocence is checked.
    """
    for role, login in ((role_of(schema), APP), (worker_role_of(schema), WORKER)):
        cursor.execute(
            "SELECT rolcanlogin OR rolsuper OR rolcreaterole OR rolcreatedb"
            " OR rolbypassrls OR rolreplication FROM pg_roles WHERE rolname = %s",
            [role],
        )
        found = cursor.fetchone()
        if found is None:
            cursor.execute(f'CREATE ROLE "{role}" NOLOGIN')
        elif found[0]:
            raise RoleError(f"the role {role} exists and may more than it should")
        cursor.execute(f'GRANT "{role}" TO {login} WITH INHERIT FALSE, SET TRUE')


def drop_schema(cursor: CursorWrapper, schema: str) -> None:
    """Drop a municipality's schema and roles, in a transaction of the migrator.

    A role that another database of the same server uses stays, without rights here.
    """
    cursor.execute(f"SET LOCAL ROLE {OWNER}")
    cursor.execute(f'DROP SCHEMA "{check_schema_name(schema)}" CASCADE')
    for role in (role_of(schema), worker_role_of(schema)):
        try:
            with transaction.atomic():
                # Each time: going back to a savepoint brings the owner's role back too.
                cursor.execute("SET LOCAL ROLE NONE")
                cursor.execute(f'DROP ROLE IF EXISTS "{role}"')
        except DatabaseError as error:
            if not isinstance(error.__cause__, DependentObjectsStillExist):
                raise


def schema_sql(schema: str) -> str:
    """Give the SQL that makes an empty schema with its roles' rights; run as the owner."""
    both = f'"{role_of(schema)}", "{worker_role_of(schema)}"'
    default = f'ALTER DEFAULT PRIVILEGES FOR ROLE {OWNER} IN SCHEMA "{schema}"'
    return f"""
        CREATE SCHEMA "{schema}";
        GRANT USAGE ON SCHEMA "{schema}" TO {both};
        {default} GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {both};
        {default} GRANT USAGE ON SEQUENCES TO {both};
    """


def migrated_schema_sql(schema: str) -> str:
    """Give the SQL that narrows what no migration owns; run after migrating."""
    both = f'"{role_of(schema)}", "{worker_role_of(schema)}"'
    return f'REVOKE INSERT, UPDATE, DELETE ON "{schema}".django_migrations FROM {both};'
