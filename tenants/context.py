"""Enters and leaves the places a process works in; outside them, everything is denied.

The block restores what was before it, whatever happens inside. A queryset that is read
after the block is read from the place outside, so mostly from nowhere.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db import DEFAULT_DB_ALIAS, connections

from tenants.database.base import DatabaseWrapper
from tenants.database.place import CONSORTIUM, DIRECTORY, NOTHING, Kind, Place
from tenants.models import Municipality


class UnknownMunicipalityError(LookupError):
    """No municipality in operation has this id."""


def this_connection() -> DatabaseWrapper:
    """Give the thread's connection, with the type it has."""
    return cast(DatabaseWrapper, connections[DEFAULT_DB_ALIAS])


def current_municipality() -> Municipality | None:
    """Give the municipality whose rows are within reach, or None."""
    tenant = this_connection().tenant
    return tenant if isinstance(tenant, Municipality) else None


def is_somewhere() -> bool:
    """Whether any place was entered."""
    return this_connection().place.kind is not Kind.NOTHING


@contextmanager
def in_municipality(municipality: Municipality) -> Iterator[Municipality]:
    """Work with one municipality's rows."""
    with _in(municipality):
        yield municipality


@contextmanager
def in_municipality_with_id(municipality_id: UUID) -> Iterator[Municipality]:
    """Find a municipality in operation, and work with its rows.

    Raises:
        UnknownMunicipalityError: there is none.
    """
    with in_directory():
        found = Municipality.objects.filter(
            pk=municipality_id, state=Municipality.State.ACTIVE
        ).first()
    if found is None:
        raise UnknownMunicipalityError(str(municipality_id))
    with in_municipality(found):
        yield found


@contextmanager
def in_consortium() -> Iterator[None]:
    """Work with the consortium's own tables, and with no municipality's."""
    with _in(CONSORTIUM):
        yield


@contextmanager
def in_directory() -> Iterator[None]:
    """Look up municipalities and host names, and nothing else."""
    with _in(DIRECTORY):
        yield


@contextmanager
def nowhere() -> Iterator[None]:
    """Put every row out of reach."""
    with _in(NOTHING):
        yield


@contextmanager
def _in(tenant: Municipality | Place) -> Iterator[None]:
    connection = this_connection()
    before = connection.tenant
    connection.set_tenant(tenant)
    try:
        yield
    finally:
        connection.set_tenant(before)


@contextmanager
def second_connection(
    *, login: str | None = None, password: str = "", database: str | None = None
) -> Iterator[DatabaseWrapper]:
    """Use another connection under the default alias, in this thread, for a block.

    It begins where the first one stands, with a transaction of its own: what is written
    here is seen by others at once, although the first is in the middle of something.

    Args:
        login: Another login than the process's.
        password: Its password, where the server asks for one.
        database: Another database of the same server.
    """
    first = this_connection()
    changes = {"NAME": database} if database else {}
    if login is not None:
        changes |= {"USER": login, "PASSWORD": password}
    second = DatabaseWrapper({**first.settings_dict, **changes}, DEFAULT_DB_ALIAS)
    second.set_tenant(first.tenant)
    connections[DEFAULT_DB_ALIAS] = second
    try:
        yield second
    finally:
        connections[DEFAULT_DB_ALIAS] = first
        second.close()
        if database:
            ContentType.objects.clear_cache()  # the other database's have other ids
