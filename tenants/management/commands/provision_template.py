"""Command that makes the template of a municipality's schema ahead of its first use."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from tenants.context import in_consortium
from tenants.dump import DumpError
from tenants.template import TemplateError, ensure_template


class Command(BaseCommand):
    """Makes the template for the migrations as they are now, unless it is there."""

    help = "Lager malen for nye kommuner. Kjøres som akson_migrator etter migrate."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Run it.

        Raises:
            CommandError: the process logs in as another, or pg_dump is missing.
        """
        try:
            with in_consortium():
                template = ensure_template()
        except (TemplateError, DumpError) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{template}")
