"""Command that deletes an archived municipality; run as the migrator."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from audit.deleting import NOT_DELETED, delete_municipality
from tenants.context import in_directory
from tenants.models import Municipality


class Command(BaseCommand):
    """Delete it; `docs/operations.md` says what comes before and after."""

    help = (
        "Sletter skjema og roller til en arkivert kommune. Kjøres som akson_migrator."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("schema", help="kommunens skjema")
        parser.add_argument(
            "--export",
            type=Path,
            required=True,
            help="det export_municipality skrev etter arkiveringen",
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Delete it, and say what is left to do.

        Raises:
            CommandError: nothing was deleted.
        """
        with in_directory():
            found = Municipality.objects.filter(schema_name=options["schema"]).first()
        if found is None:
            raise CommandError(f"Ukjent kommune: {options['schema']}.")
        if found.state == Municipality.State.DELETED:
            self.stdout.write(f"{found} er allerede slettet.")
            return
        try:
            fingerprint = delete_municipality(found, options["export"])
        except NOT_DELETED as error:
            raise CommandError(str(error)) from error
        self.stdout.write(
            f"{found} er slettet. Uttakets fingeravtrykk: {fingerprint}. "
            "Loggnøklene og sikkerhetskopiene ligger igjen, se docs/operations.md."
        )
