"""Takes everything of a municipality out, in a format anybody can read."""

import os
from pathlib import Path
from typing import Any

import psycopg
from django.core.management.base import BaseCommand, CommandError, CommandParser

from audit.leaving import export_municipality
from audit.management.municipalities import chosen_municipalities
from tenants.exit.writing import ExportError

ADDRESS = "AKSON_BACKUP_DATABASE_URL"


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
        if not (address := os.environ.get(ADDRESS)):
            raise CommandError(
                f"Sett {ADDRESS}: adressen med innloggingen akson_backup."
            )
        try:
            manifest = export_municipality(
                municipality,
                to=options["to"],
                address=address,
                by="Kommandoen export_municipality",
            )
        except (ExportError, OSError, psycopg.Error) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(
            f"{options['to']}: {len(manifest.files)} tabeller, {manifest.rows} rader. "
            f"Fingeravtrykk: {manifest.digest()}"
        )
