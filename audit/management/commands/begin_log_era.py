"""Begins a new tree of a municipality's sealed log, when the old one cannot go on."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from audit.management.municipalities import chosen_municipalities
from audit.sealing import sealer
from audit.sealing.keys import SealKeyError
from tenants.context import in_consortium
from tenants.health import HealthReport, report_problem


class Command(BaseCommand):
    """Begin an era; `docs/operations.md` says when."""

    help = "Begynner et nytt tre i den forseglede tilgangsloggen til en kommune."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("schema", help="kommunens skjema")
        parser.add_argument("--reason", required=True, help="hvorfor; lagres i loggen")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Begin it, print its name, and tell the platform that sealing goes on."""
        (found,) = chosen_municipalities([options["schema"]])
        try:
            origin = sealer.begin_era(found, reason=options["reason"])
        except (SealKeyError, sealer.SealingStoppedError) as error:
            raise CommandError(str(error)) from error
        with in_consortium():
            # Where nothing waits to be sealed, nobody else would say so.
            report_problem(
                HealthReport.Work.SEALING, found.pk, HealthReport.Problem.NONE
            )
        self.stdout.write(origin)
