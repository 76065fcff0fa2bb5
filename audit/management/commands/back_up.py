"""Backs municipalities up, each to a file of its own, or notes that the server was."""

from pathlib import Path
from typing import Any

import psycopg
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError

from audit.leaving import back_up, note_backup
from audit.management.backup_login import backup_address
from audit.management.municipalities import chosen_municipalities
from tenants.exit.writing import ExportError
from tenants.models import Municipality

_BY = "Kommandoen back_up"


class Command(BaseCommand):
    """Back each up; one that fails stops no other, and is named at the end."""

    help = "Tar sikkerhetskopi av kommuner, hver til sin egen fil."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("schema", nargs="*", help="kommunenes skjema")
        parser.add_argument("--all", action="store_true", help="alle i drift")
        parser.add_argument(
            "--to", type=Path, help="mappen som kommunenes mapper ligger i"
        )
        parser.add_argument(
            "--made-elsewhere",
            action="store_true",
            help="noter at hele databaseserveren nettopp er sikkerhetskopiert",
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Back them up.

        Raises:
            CommandError: nobody said which or where, or one of them failed.
        """
        if bool(options["schema"]) == options["all"]:
            raise CommandError("Skriv hvilke kommuner, eller --all.")
        if (options["to"] is None) is not options["made_elsewhere"]:
            raise CommandError("Skriv enten --to MAPPE eller --made-elsewhere.")
        failed = [
            municipality.schema_name
            for municipality in chosen_municipalities(options["schema"])
            if not self._is_done(municipality, options["to"])
        ]
        if failed:
            raise CommandError(f"Uten ny sikkerhetskopi: {', '.join(failed)}.")

    def _is_done(self, municipality: Municipality, folder: Path | None) -> bool:
        name = municipality.schema_name
        try:
            if folder is None:
                note_backup(municipality, by=_BY)
                self.stdout.write(f"{name}: notert")
                return True
            to, made = back_up(
                municipality, folder=folder, address=backup_address(), by=_BY
            )
        except (ExportError, OSError, psycopg.Error, DatabaseError) as error:
            self.stderr.write(f"{name}: {str(error).splitlines()[0]}")
            return False
        self.stdout.write(f"{name}: {to}, {made.bytes} byte, {made.fingerprint}")
        return True
