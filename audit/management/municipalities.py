"""Which municipalities a command is for."""

from collections.abc import Sequence

from django.core.management.base import CommandError

from tenants.context import in_directory
from tenants.models import Municipality


def chosen_municipalities(schemas: Sequence[str]) -> list[Municipality]:
    """Find municipalities by their schemas; all in operation when none is named.

    One that is archived is found by its name alone.

    Raises:
        CommandError: one that is named is neither in operation nor archived.
    """
    with in_directory():
        if schemas:
            found = list(
                Municipality.objects.filter(
                    schema_name__in=schemas, state__in=Municipality.WITH_SCHEMA
                )
            )
        else:
            found = list(Municipality.objects.filter(state=Municipality.State.ACTIVE))
    if missing := set(schemas) - {each.schema_name for each in found}:
        raise CommandError(f"Ikke i drift: {', '.join(sorted(missing))}.")
    return found
