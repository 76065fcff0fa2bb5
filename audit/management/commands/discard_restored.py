"""Command that throws away a copy which `restore_municipality --as` kept."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from tenants.exit.discarding import DiscardRefusedError, discard_copy
from tenants.roles import RoleError


class Command(BaseCommand):
    """Throw it away; a municipality of the register is never touched."""

    help = (
        "Kaster en kopi som restore_municipality --as laget. Kjøres som akson_migrator."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("schema", help="navnet kopien fikk")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Throw it away.

        Raises:
            CommandError: nothing was thrown away.
        """
        try:
            discard_copy(options["schema"])
        except RoleError as error:
            raise CommandError("Skriv navnet kopien fikk.") from error
        except DiscardRefusedError as refused:
            raise CommandError(str(refused)) from refused
        self.stdout.write(f"{options['schema']} er kastet.")
