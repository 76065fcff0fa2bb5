"""Verifies that the access log is what was sealed, in the database."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from audit.management.municipalities import chosen_municipalities
from audit.seal import notes
from audit.seal.checkpoints import Checkpoint, CheckpointError, read_checkpoint
from audit.seal.keys import KeyFormatError, VerifierKey, parse_vkey
from audit.sealing import memory
from audit.sealing.keys import verifier_keys
from audit.verifying import reading
from audit.verifying.findings import Report
from audit.verifying.verifier import verify
from tenants.context import in_municipality
from tenants.models import Municipality


class Command(BaseCommand):
    """Verify each municipality's log; the first fault is named first."""

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
        """Verify, and fail when anything is wrong."""
        kept = [_checkpoint(file) for file in options["checkpoint"]]
        is_wrong = False
        for municipality in chosen_municipalities(options["schema"]):
            report = verified_log(municipality, options["keys"], kept)
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


def verified_log(
    municipality: Municipality, file: Path | None, kept: list[Checkpoint]
) -> Report:
    """Verify one log, with the keys of a file or of the sealer's folder."""
    mine = [each for each in kept if f"/{municipality.pk}/" in each.origin]
    with in_municipality(municipality):
        if file is not None:
            return verify(_keys(file), mine)
        keys = [
            key
            for era in reading.eras()
            for key in verifier_keys(municipality.pk, era.origin)
        ]
        newest = memory.newest_signed(municipality.pk)
        return verify(keys, [*mine, newest] if newest else mine)


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
