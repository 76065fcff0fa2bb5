"""Erases the parts of the access log that municipalities have decided to erase."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError

from audit import log
from audit.controller import controller_here
from audit.entry import REVIEW, Actor, Client, Entry, Target
from audit.erasing import store
from audit.erasing.store import Decided
from audit.management.municipalities import chosen_municipalities
from audit.verbs import Verb
from tenants.context import in_municipality

# Who runs the database carries it out; two persons of the municipality decided it.
_OPERATOR = Actor(id=None, name="Konsortiet")


class Command(BaseCommand):
    """Carry out what is decided; logs in as who owns the tables, and can be run again."""

    help = "Sletter de delene av tilgangsloggen som kommunene har vedtatt å slette."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("schema", nargs="*", help="kommunenes skjema; ingen: alle")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Erase, municipality by municipality."""
        for municipality in chosen_municipalities(options["schema"]):
            with in_municipality(municipality):
                for erasure in store.decided():
                    try:
                        erased = self._erase(erasure)
                    except DatabaseError as error:
                        said = str(error).splitlines()[0]
                        raise CommandError(
                            f"{municipality.schema_name}: {said}."
                        ) from error
                    self.stdout.write(
                        f"{municipality.schema_name}: {erased} hendelser er slettet."
                    )

    def _erase(self, erasure: Decided) -> int:
        store.begin(erasure.id)
        entry = Entry(
            verb=Verb.LOG_ERASED,
            actor=_OPERATOR,
            municipality=controller_here(),
            grounds=REVIEW,
            client=Client(channel="command"),
            target=Target("audit.LogErasure", str(erasure.id)),
            detail={"era": str(erasure.era), "leaves": str(erasure.leaves)},
        )
        log.append(entry)
        return sum(store.erase(erasure))
