"""Makes an account for somebody who runs the platform, where nobody is there to make it."""

import sys
from getpass import getpass
from typing import Any

from django.contrib.auth.models import Group
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from access.accounts.models import User
from access.consortium import log
from access.consortium.forms import ConsortiumUserCreationForm
from access.consortium.roles import StaffRole
from tenants.context import in_consortium


class Command(BaseCommand):
    """The first account of the consortium, which then makes the others on its pages."""

    help = (
        "Lager en konto hos konsortiet. Den første kontoen lages slik; den som er "
        "sikkerhetsansvarlig, lager de andre i administrasjonen."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username", help="Brukernavn.")
        parser.add_argument("--given", required=True, help="Fornavn.")
        parser.add_argument("--family", required=True, help="Etternavn.")
        parser.add_argument(
            "--role",
            action="append",
            choices=StaffRole.values,
            help="Rolle, kan gjentas (security: sikkerhetsansvarlig).",
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Ask for a password, which stands on no command line, and make it.

        Raises:
            CommandError: name or password will not do; it says why.
        """
        roles = options["role"] or [StaffRole.SECURITY.value]
        with in_consortium():
            groups = Group.objects.filter(name__in=roles)
            if len(groups) != len(set(roles)):
                raise CommandError("Kjør migrate_schemas --shared først.")
            form = ConsortiumUserCreationForm(
                {
                    "username": options["username"],
                    "first_name": options["given"],
                    "last_name": options["family"],
                    "groups": groups,
                    "password1": _typed("Passord: "),
                    "password2": _typed("Passordet en gang til: "),
                }
            )
            if not form.is_valid():
                told = [str(each) for all_ in form.errors.values() for each in all_]
                raise CommandError("\n".join(told))
            user = _stored(form)
        self.stdout.write(f"{user} kan logge inn, og setter opp totrinn første gang.")


def _stored(form: ConsortiumUserCreationForm) -> User:
    """Store the account, and that it was made, in one transaction."""
    form.instance.is_staff = True
    with transaction.atomic():
        user: User = form.save()
        log.append(
            log.Action.ADDED,
            request=None,
            user=None,
            object_type="accounts.user",
            object_id=str(user.pk),
            detail="Laget med kommandoen make_consortium_account.",
        )
    return user


def _typed(prompt: str) -> str:
    """Read a password unseen; a line where nobody sits at a terminal."""
    return getpass(prompt) if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
