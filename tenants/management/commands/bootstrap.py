"""Command that prepares a PostgreSQL server for Akson; run with a superuser's URL."""

import os
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from tenants import roles
from tenants.bootstrap import BootstrapError, bootstrap


class Command(BaseCommand):
    """Makes roles, logins and the database, or brings them up to date."""

    help = (
        "Lager roller, innlogginger og database, og kan kjøres om igjen. "
        "AKSON_ADMIN_DATABASE_URL (ellers DATABASE_URL) må være en superbruker."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--passwords",
            action="store_true",
            help="Gi innloggingene passord avledet av AKSON_SECRET_KEY.",
        )
        parser.add_argument("--database", help="Databasens navn.")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Run it.

        Raises:
            CommandError: no URL was given, or the server cannot be used.
        """
        url = os.environ.get("AKSON_ADMIN_DATABASE_URL") or os.environ.get(
            "DATABASE_URL"
        )
        if not url:
            raise CommandError("Sett AKSON_ADMIN_DATABASE_URL eller DATABASE_URL.")
        database = options["database"] or settings.DATABASES["default"]["NAME"]
        password_of = self._password_of if options["passwords"] else None
        try:
            bootstrap(url, database=database, password_of=password_of)
        except BootstrapError as error:
            raise CommandError(str(error)) from error

    def _password_of(self, login: str) -> str:
        key = os.environ.get("AKSON_SECRET_KEY")
        if not key:
            raise CommandError("Sett AKSON_SECRET_KEY.")
        return roles.login_password(key, login)
