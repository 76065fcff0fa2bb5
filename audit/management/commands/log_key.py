"""Makes, retires and lists the keys that seal the access log."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from audit.management.municipalities import chosen_municipalities
from audit.sealing import keys, sealer
from tenants.models import Municipality


class Command(BaseCommand):
    """Look after the keys; `docs/operations.md` says how they are changed."""

    help = "Lager, pensjonerer og viser nøklene tilgangsloggen forsegles med."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("do", choices=("make", "retire", "list"))
        parser.add_argument("schema", nargs="*", help="kommunenes skjema; ingen: alle")
        parser.add_argument("--number", type=int, help="nøkkelen som pensjoneres")
        parser.add_argument(
            "--era", type=int, default=1, help="treet nøkkelen vises for"
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Do it for each municipality, and say what."""
        for municipality in chosen_municipalities(options["schema"]):
            try:
                self._handle_one(municipality, options)
            except keys.SealKeyError as error:
                raise CommandError(f"{municipality.schema_name}: {error}") from error

    def _handle_one(self, municipality: Municipality, options: dict[str, Any]) -> None:
        if options["do"] == "make":
            keys.make_key(municipality.pk)
        elif options["do"] == "retire":
            if options["number"] is None or len(options["schema"]) != 1:
                raise CommandError("Si hvilken nøkkel, i hvilken kommune.")
            keys.retire_key(municipality.pk, options["number"])
        origin = sealer.origin_of(municipality, options["era"])
        for key in keys.verifier_keys(municipality.pk, origin):
            self.stdout.write(f"{municipality.schema_name} {key.vkey}")
