"""Command that restores a backup: in its place, under another name, or for a trial."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from audit.arriving import NOT_MADE, import_municipality, try_restore

_BY = "Kommandoen restore_municipality"
_TRIAL = "restore_trial"


class Command(BaseCommand):
    """Restore; whatever way, it is compared with what was backed up before it counts."""

    help = "Legger en sikkerhetskopi tilbake. Kjøres som akson_migrator."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("path", type=Path, help="det back_up skrev")
        way = parser.add_mutually_exclusive_group()
        way.add_argument(
            "--try",
            action="store_true",
            dest="is_trial",
            help="bare prøv: sammenlign, og kast det igjen",
        )
        way.add_argument(
            "--as",
            dest="as_schema",
            default="",
            help="behold en kopi under et annet navn, som ingen kan komme inn i",
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Restore it, and say what was done.

        Raises:
            CommandError: nothing was stored.
        """
        path, as_schema, is_trial = (
            options["path"],
            options["as_schema"],
            options["is_trial"],
        )
        try:
            if as_schema or is_trial:
                manifest = try_restore(
                    path, as_schema=as_schema or _TRIAL, is_kept=not is_trial, by=_BY
                )
            else:
                manifest = import_municipality(path, by=_BY)
        except NOT_MADE as error:
            raise CommandError(str(error)) from error
        place = "prøvd og kastet" if is_trial else as_schema or manifest.schema
        self.stdout.write(
            f"{manifest.schema}: {manifest.rows} rader, alle slik de var "
            f"{manifest.moment}: {place}."
        )
