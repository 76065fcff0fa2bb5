"""Hands a municipality's sealed log out, to be verified by others."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from audit.export.folder import VERIFIER, FolderError, export_log
from audit.management.municipalities import chosen_municipalities


class Command(BaseCommand):
    """Write the log to a folder; `docs/verify-the-log.md` says what can be done with it."""

    help = (
        "Skriver den forseglede tilgangsloggen til en mappe som andre kan kontrollere."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("schema", help="kommunens skjema")
        parser.add_argument(
            "--to", type=Path, required=True, help="mappen; en som finnes, fylles på"
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Write it, and say what was written."""
        folder: Path = options["to"]
        (municipality,) = chosen_municipalities([options["schema"]])
        try:
            trees = export_log(municipality, folder)
        except (FolderError, OSError) as error:
            raise CommandError(str(error)) from error
        for tree in trees:
            self.stdout.write(
                f"{folder / str(tree.era)}: {tree.size} hendelser i {tree.origin}"
            )
        self.stdout.write(f"Kontroller: python {folder / VERIFIER.name} {folder / '1'}")
