"""Command that makes a municipality again from what was taken out; run as the migrator."""

from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser

from audit.arriving import NOT_MADE, import_municipality, needs_an_era
from tenants.context import in_consortium
from tenants.models import Municipality
from tenants.services import add_domain, suggested_host


class Command(BaseCommand):
    """Read it in; `docs/operations.md` says what comes after."""

    help = "Leser inn det export_municipality skrev. Kjøres som akson_migrator."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("path", type=Path, help="mappen eller tar-filen")
        parser.add_argument("--host", help="vertsnavnet; ellers navnet pluss endelsen")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Read it in, give the municipality a host name, and say what is left to do.

        Raises:
            CommandError: nothing was stored, or only the host name was not.
        """
        try:
            manifest = import_municipality(
                options["path"], by="Kommandoen import_municipality"
            )
        except NOT_MADE as error:
            raise CommandError(str(error)) from error
        with in_consortium():
            municipality = Municipality.objects.get(schema_name=manifest.schema)
            host = _host(municipality, options["host"])
        self.stdout.write(
            f"{municipality}: {manifest.rows} rader, alle slik de ble tatt ut "
            f"{manifest.moment}. {host}"
        )
        if needs_an_era(municipality):
            self.stdout.write(
                "Loggen er forseglet på en annen server. Begynn et nytt tre: "
                f'begin_log_era {manifest.schema} --reason "…"'
            )


def _host(municipality: Municipality, wanted: str | None) -> str:
    """Give the municipality's host name; it gets one if it has none.

    Raises:
        CommandError: it cannot have that one.
    """
    if first := municipality.domains.first():
        return str(first)
    host = wanted or suggested_host(municipality)
    try:
        add_domain(municipality, host=host)
    except ValidationError as error:
        said = " ".join(error.messages)
        raise CommandError(
            f"Kommunen er lest inn, men har ikke noe vertsnavn: {said}"
        ) from error
    return host
