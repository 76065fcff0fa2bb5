"""The backend: role and search path follow the place, and no statement carries another.

It changes five things of django-tenants' backend. A connection starts nowhere, where
everything is denied. The role is set together with the search path, in one message. What
was sent is remembered only while the database keeps it. Every statement that is not the
migrator's goes through PostgreSQL's extended protocol, which takes one statement per
message, so that nothing can be stacked on another. And such a statement cannot change the
role, not even as a whole. `docs/threat-model.md` says against what.
"""

import re
from typing import Any

import psycopg
from django.core.exceptions import ImproperlyConfigured
from django.db.backends.postgresql.base import Cursor
from django_tenants.postgresql_backend.base import (
    DatabaseWrapper as TenantDatabaseWrapper,
)
from django_tenants.utils import quote_schema_name
from psycopg._queries import PostgresQuery
from psycopg.pq import ExecStatus, TransactionStatus

from tenants import roles
from tenants.database.place import NOTHING, Place, place_of

_RESET = b"RESET ROLE; RESET ALL"
# What the application says to its database. Everything else, and above all SET ROLE and
# RESET, is the backend's own, or nobody's. A comment may not come first: it could be
# nested, and then hide where the statement begins.
_SPOKEN = re.compile(
    rb"""[\s(]*(
      (select|insert|update|delete|merge|with|values|table|explain|copy|show|lock|truncate
      |savepoint|release|rollback\s+to|set\s+constraints|set\s+transaction)\b
      |set\s+(local\s+)?(search_path|statement_timeout|lock_timeout)\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)


class OneStatementCursor(Cursor):
    """A cursor that sends one statement per message, parameters merged as Django does."""

    def _execute_send(
        self,
        query: PostgresQuery,
        *,
        force_extended: bool = True,  # noqa: ARG002 - given by psycopg
        binary: bool | None = None,
    ) -> None:
        if not _SPOKEN.match(query.query):
            raise psycopg.errors.InsufficientPrivilege(
                "the application does not say this to the database"
            )
        super()._execute_send(  # type: ignore[misc]
            query, force_extended=True, binary=binary
        )


class DatabaseWrapper(TenantDatabaseWrapper):
    """A connection that works in one place at a time."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self._in_force: tuple[Place, bool] | None = None
        super().__init__(*args, **kwargs)

    @property
    def login(self) -> str:
        """The name this connection logs in with."""
        return str(self.settings_dict["USER"])

    @property
    def place(self) -> Place:
        """Where the connection works."""
        return place_of(self.tenant)

    def set_tenant(self, tenant: object, include_public: bool = True) -> None:
        """Move to a tenant's place, from the next statement on.

        Django's cache of content types is not emptied, as django-tenants does: it knows
        schemas by itself (`tenants.content_types`).

        Raises:
            roles.RoleError: its schema has no name a municipality's can have.
        """
        schema = place_of(tenant).schema_name
        self.tenant = tenant
        self.schema_name = schema
        self.include_public_schema = include_public

    def set_schema_to_public(self) -> None:
        """Leave every place; only the migrator finds the shared tables from there."""
        self.set_tenant(NOTHING)

    def connect(self) -> None:
        self._in_force = None
        super().connect()

    def close(self) -> None:
        self._in_force = None
        super().close()

    def rollback(self) -> None:
        # A SET inside a transaction is undone with it.
        self._in_force = None
        super().rollback()

    def savepoint_rollback(self, sid: str) -> None:
        try:
            super().savepoint_rollback(sid)
        finally:
            # After it, not before: its own cursor would otherwise SET what it then undoes.
            self._in_force = None

    def get_connection_params(self) -> dict[str, Any]:
        params: dict[str, Any] = super().get_connection_params()
        if self.login != roles.MIGRATOR:
            params["cursor_factory"] = OneStatementCursor
        return params

    def _configure_timezone(self, connection: "psycopg.Connection[Any]") -> bool:
        """Refuse another time zone: correcting it takes set_config, which nobody has."""
        found = connection.info.parameter_status("TimeZone")
        if found != self.timezone_name:
            raise ImproperlyConfigured(
                f"the login {self.login} has the time zone {found}; run bootstrap"
            )
        return False

    def _handle_search_path(self, cursor: object = None) -> None:  # noqa: ARG002 - given
        """Tell the database where the connection works, unless it knows.

        Raises:
            django.db.Error: there is no such role, or this login may not assume it.
        """
        status = self.connection.info.transaction_status
        if status == TransactionStatus.INERROR:
            return  # nothing but a rollback works now, and that works from anywhere
        wanted = (self.place, self.include_public_schema)
        if self._in_force == wanted:
            return
        self._in_force = None
        with self.wrap_database_errors:
            self._send(_message(*wanted, self.login))
        self._in_force = wanted

    def _send(self, message: bytes) -> None:
        """Send the one kind of message that holds two statements."""
        result = self.connection.pgconn.exec_(message)
        if result.status != ExecStatus.COMMAND_OK:
            raise psycopg.errors.error_from_result(result)

    def _close(self) -> None:
        if self.connection is not None and self.pool:
            self._forget()
        super()._close()

    def _forget(self) -> None:
        """Give the connection back to its pool as it was born; else destroy it."""
        try:
            if self.connection.info.transaction_status != TransactionStatus.IDLE:
                self.connection.rollback()
            self._send(_RESET)
        except psycopg.Error:
            self.connection.close()


def _message(place: Place, include_public: bool, login: str) -> bytes:
    names = [
        quote_schema_name(name)
        for name in place.search_path_for(login)
        if include_public or name != roles.PUBLIC_SCHEMA or place.is_shared
    ]
    role, path = place.role_for(login), ", ".join(names)
    return f'SET ROLE "{role}"; SET search_path = {path}'.encode()
