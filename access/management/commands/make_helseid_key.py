"""Makes the key Akson identifies itself to HelseID with, and shows its public half."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from access.oidc.client_key import make_key, public_jwk


class Command(BaseCommand):
    """Make a key in a new file, and print what is registered with HelseID."""

    help = "Lager nøkkelen Akson viser HelseID, og skriver ut den offentlige delen."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "file", type=Path, help="ny fil, for AKSON_HELSEID_KEY_FILE"
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Make it, or refuse to write over one."""
        try:
            key = make_key(options["file"])
        except OSError as error:
            raise CommandError(f"Fila kan ikke lages: {error.strerror}.") from error
        self.stdout.write(json.dumps(public_jwk(key), indent=2))
