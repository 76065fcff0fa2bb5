"""Looks after the witness: its own key, and the logs it knows."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from audit.witness.keys import WitnessKeyError, make_key, witness_key
from audit.witness.models import WitnessedLog
from audit.witness.witness import UnknownKeyError, know
from tenants.context import in_consortium


class Command(BaseCommand):
    """Make its key, make logs known to it, and list them; `docs/operations.md` says when."""

    help = "Steller med vitnet: nøkkelen det signerer med, og loggene det kjenner."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("do", choices=("make-key", "know", "list"))
        parser.add_argument(
            "--keys", type=Path, help="fil med loggenes offentlige nøkler, en på linja"
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Do it, and list what is known afterwards."""
        try:
            if options["do"] == "make-key":
                make_key()
            with in_consortium():
                if options["do"] == "know":
                    _know(options["keys"])
                self._list()
        except WitnessKeyError as error:
            raise CommandError(str(error)) from error

    def _list(self) -> None:
        self.stdout.write(f"witness {witness_key().verifier.vkey}")
        for log in WitnessedLog.objects.all():
            self.stdout.write(f"{log.origin}: {log.size}")


def _know(file: Path | None) -> None:
    if file is None:
        raise CommandError("Si med --keys hvilken fil nøklene står i.")
    try:
        # A line may begin with the municipality's schema, as `log_key list` writes it.
        for line in filter(None, file.read_text().splitlines()):
            know(line.split()[-1])
    except (OSError, UnknownKeyError, IndexError) as error:
        raise CommandError(f"Nøklene i {file} kan ikke leses.") from error
