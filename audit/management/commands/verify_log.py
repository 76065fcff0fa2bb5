"""Verifies that the access log is what was sealed, in the database."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from audit.management.municipalities import chosen_municipalities
from audit.seal import notes
from audit.seal.checkpoints import Checkpoint, CheckpointError, read_checkpoint
from audit.seal.keys import KeyFormatError, VerifierKey, parse_vkey
from audit.sealing.keys import SealKeyError
from audit.verifying.runs import keep, verified_log


class Command(BaseCommand):
    """Verify each municipality's log, all of it; the first fault is named first.

    How it went is kept for its auditors, unless the keys were somebody's own.
    """

    help = "Kontrollerer at tilgangsloggen er den som ble forseglet."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("schema", nargs="*", help="kommunenes skjema; ingen: alle")
        parser.add_argument(
            "--keys", type=Path, help="fil med loggenes offentlige nøkler, en på linja"
        )
        parser.add_argument(
            "--checkpoint",
            type=Path,
            action="append",
            default=[],
            help="fil med et sjekkpunkt som er tatt vare på et annet sted",
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Verify, keep how it went, and fail when anything is wrong."""
        kept = [_checkpoint(file) for file in options["checkpoint"]]
        keys = _keys(options["keys"]) if options["keys"] else None
        is_wrong = False
        for municipality in chosen_municipalities(options["schema"]):
            try:
                report = verified_log(municipality, keys, kept)
            except SealKeyError as error:
                raise CommandError(str(error)) from error
            if keys is None:  # what a file of somebody's says is his own affair
                keep(municipality, report, since=0)
            self.stdout.write(
                f"{municipality.schema_name}: {report.events} forseglede hendelser, "
                + (f"{report.erased} slettet etter vedtak, " if report.erased else "")
                + f"{report.checkpoints} sjekkpunkter, {len(report.findings)} feil"
            )
            for finding in report.findings:
                self.stdout.write(f"  {finding}")
            is_wrong |= bool(report.findings)
        if is_wrong:
            raise CommandError("Loggen er ikke den som ble forseglet.")


def _keys(file: Path) -> list[VerifierKey]:
    try:
        # A line may begin with the municipality's schema, as `log_key list` writes it.
        return [parse_vkey(line.split()[-1]) for line in file.read_text().splitlines()]
    except (OSError, KeyFormatError, IndexError) as error:
        raise CommandError(f"Nøklene i {file} kan ikke leses.") from error


def _checkpoint(file: Path) -> Checkpoint:
    try:
        return read_checkpoint(notes.parse(file.read_bytes()))
    except (OSError, notes.NoteError, CheckpointError) as error:
        raise CommandError(f"Sjekkpunktet i {file} kan ikke leses.") from error
