"""The address of the login that reads past the row policies, for the commands that need it."""

import os

from django.core.management.base import CommandError

_VARIABLE = "AKSON_BACKUP_DATABASE_URL"


def backup_address() -> str:
    """Give the address, from the environment of this process alone.

    Raises:
        CommandError: nobody said it.
    """
    if address := os.environ.get(_VARIABLE):
        return address
    raise CommandError(f"Sett {_VARIABLE}: adressen med innloggingen akson_backup.")
