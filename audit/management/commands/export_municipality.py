"""Takes everything of a municipality out, in a format anybody can read."""

from pathlib import Path
from typing import Any

import psycopg
from django.core.management.base import BaseCommand, CommandError, CommandParser

from audit.leaving import export_municipality
from audit.management.backup_login import backup_address
from audit.management.municipalities import chosen_municipalities
from tenants.exit.writing import ExportError


class Command(BaseCommand):
    """Write it; `docs/export-format.md` says what is written."""

    help = "Skriver alt en kommune har, til en mappe eller en tar-fil."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("schema", help="kommunens skjema")
        parser.add_argument(
            "--to", type=Path, required=True, help="en ny mappe, eller en ny fil.tar"
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Write it, and say what was written.

        Raises:
            CommandError: nothing was written.
        """
        (municipality,) = chosen_municipalities([options["schema"]])
        try:
            manifest = export_municipality(
                municipality,
                to=options["to"],
                address=backup_address(),
                by="Kommandoen export_municipality",
            )
        except (ExportError, OSError, psycopg.Error) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(
            f"{options['to']}: {len(manifest.files)} tabeller, {manifest.rows} rader. "
            f"Fingeravtrykk: {manifest.digest()}"
        )
