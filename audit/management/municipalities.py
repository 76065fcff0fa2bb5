"""Which municipalities a command is for."""

from collections.abc import Sequence

from django.core.management.base import CommandError

from tenants.context import in_directory
from tenants.models import Municipality


def chosen_municipalities(schemas: Sequence[str]) -> list[Municipality]:
    """Find municipalities in operation by their schemas; all of them when none is named.

    Raises:
        CommandError: one that is named is not in operation.
    """
    with in_directory():
        active = Municipality.objects.filter(state=Municipality.State.ACTIVE)
        found = list(active.filter(schema_name__in=schemas) if schemas else active)
    if missing := set(schemas) - {each.schema_name for each in found}:
        raise CommandError(f"Ikke i drift: {', '.join(sorted(missing))}.")
    return found
