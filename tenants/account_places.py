"""In which municipalities a person has an account, for the one sign-in address.

A finger post and no more: what it says is asked again of the municipality itself. It holds
a keyed hash, a municipality and an account's id, and no role can list it; see the migration.
"""

from uuid import UUID

from django.db import connection

from tenants.context import (
    UnknownMunicipalityError,
    current_municipality,
    in_directory,
)
from tenants.models import Municipality


def places_of(person_hash: str) -> list[Municipality]:
    """List the municipalities in operation where a person may have an account, by name.

    Args:
        person_hash: The platform's hash of the person's number.
    """
    with in_directory():
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT municipality_id FROM public.tenants_places_of(%s)",
                [person_hash],
            )
            ids = [row[0] for row in cursor.fetchall()]
        return list(
            Municipality.objects.filter(pk__in=ids, state=Municipality.State.ACTIVE)
        )


def keep_place(account_id: UUID, person_hash: str) -> None:
    """Remember that a person has an account in the municipality that is entered."""
    _change("SELECT public.tenants_keep_place(%s, %s, %s)", account_id, person_hash)


def drop_place(account_id: UUID) -> None:
    """Forget whose an account of the municipality that is entered is."""
    _change("SELECT public.tenants_drop_place(%s, %s)", account_id)


def _change(statement: str, *values: str | UUID) -> None:
    """Do it as the directory, in the transaction that runs.

    Raises:
        UnknownMunicipalityError: no municipality is entered.
    """
    here = current_municipality()
    if here is None:
        raise UnknownMunicipalityError
    with in_directory(), connection.cursor() as cursor:
        cursor.execute(statement, [here.id, *values])
