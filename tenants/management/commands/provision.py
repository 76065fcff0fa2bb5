"""Command that makes a listed municipality's schema here and now; run as the migrator."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser

from tenants.context import in_consortium
from tenants.dump import DumpError
from tenants.models import Municipality
from tenants.provisioning import ProvisioningError, create_schema
from tenants.services import add_domain, suggested_host
from tenants.template import TemplateError


class Command(BaseCommand):
    """Makes a municipality's schema and gives it a host name; may be run again."""

    help = "Setter en oppført kommune i drift. Kjøres som akson_migrator."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "schema_name", help="Som i registeret, for eksempel bergen."
        )
        parser.add_argument("--host", help="Vertsnavnet; ellers navnet pluss endelsen.")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Run it.

        Raises:
            CommandError: the municipality is not listed, or its schema cannot be made.
        """
        with in_consortium():
            municipality = Municipality.objects.filter(
                schema_name=options["schema_name"]
            ).first()
            if municipality is None:
                raise CommandError(f"{options['schema_name']} er ikke i registeret.")
            host = options["host"] or suggested_host(municipality)
            try:
                create_schema(municipality)
                if not municipality.domains.filter(domain=host).exists():
                    add_domain(municipality, host=host)
            except (DumpError, ProvisioningError, TemplateError) as error:
                raise CommandError(str(error)) from error
            except ValidationError as error:
                raise CommandError(" ".join(error.messages)) from error
        self.stdout.write(f"{municipality}: {host}")
