"""Throws a copy away that was restored under another name."""

from django.db import transaction

from tenants import roles
from tenants.context import in_consortium, this_connection
from tenants.models import Municipality


class DiscardRefusedError(Exception):
    """Nothing was thrown away; the message says why, in Norwegian."""


def discard_copy(schema: str) -> None:
    """Drop the schema and roles of a copy that nobody works in; run as the migrator.

    Args:
        schema: the copy's name, which no municipality of the register has.

    Raises:
        DiscardRefusedError: it is a municipality's own schema, or there is none.
        RoleError: it cannot be the name of a copy.
    """
    roles.check_schema_name(schema)
    with in_consortium():
        is_registered = Municipality.objects.filter(schema_name=schema).exists()
    if is_registered or schema == roles.TEMPLATE_SCHEMA:
        raise DiscardRefusedError(f"{schema} er en kommune i registeret, ikke en kopi.")
    with transaction.atomic(durable=True), this_connection().cursor() as cursor:
        cursor.execute("SELECT to_regrole(%s) IS NOT NULL", [roles.role_of(schema)])
        has_role = cursor.fetchone()
        cursor.execute("SELECT to_regnamespace(%s) IS NOT NULL", [schema])
        if (has_role, cursor.fetchone()) != ((True,), (True,)):
            raise DiscardRefusedError(f"Det finnes ingen kopi som heter {schema}.")
        roles.drop_schema(cursor, schema)
