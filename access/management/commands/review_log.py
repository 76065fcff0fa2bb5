"""Controls the access log now, instead of waiting for the night."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils.translation import ngettext

from access.oversight.detection.services import review_log
from audit.management.municipalities import chosen_municipalities
from tenants.context import in_municipality


class Command(BaseCommand):
    """Looks each municipality's log through, and makes cases of what is most telling."""

    help = (
        "Kontrollerer tilgangsloggen nå: finner oppslag som skal forklares, og lager "
        "kontrollsaker innenfor det kommunen har satt av til det."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--municipality",
            action="append",
            default=[],
            metavar="SCHEMA",
            help="bare denne kommunen; kan gis flere ganger",
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Control, and say what came of it.

        Raises:
            CommandError: a municipality that is named is not in operation.
        """
        for municipality in chosen_municipalities(options["municipality"]):
            with in_municipality(municipality):
                run = review_log()
            if run is None:
                said = "kontrolleres alt av en annen."
            else:
                counted = ngettext(
                    "%(count)s ny sak", "%(count)s nye saker", run.made
                ) % {"count": run.made}
                said = f"{run.events} hendelser, {counted}, {run.drawn} trukket ut."
            self.stdout.write(f"{municipality.name}: {said}")
