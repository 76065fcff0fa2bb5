"""Hands one event out, with the proof that it stands in the sealed log."""

from pathlib import Path
from typing import Any
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError, CommandParser

from audit.controller import controller_here
from audit.entry import REVIEW, Actor, Client, Entry, Target
from audit.export.evidence import (
    ENTRY_SUFFIX,
    POLICY,
    files_beside,
    files_of,
    write_files,
)
from audit.export.folder import VERIFIER
from audit.export.proving import prove
from audit.log import append
from audit.management.municipalities import chosen_municipalities
from audit.models import AccessEvent
from audit.seal.proofs import SUFFIX
from audit.verbs import Verb
from tenants.context import in_municipality


class Command(BaseCommand):
    """Write the event and its proof to a folder; the log says first that it is handed out."""

    help = "Skriver én hendelse og beviset for at den står i den forseglede tilgangsloggen."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("schema", help="kommunens skjema")
        parser.add_argument("event", type=UUID, help="hendelsens id")
        parser.add_argument(
            "--to", type=Path, required=True, help="mappen den skrives til"
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Write it, and say how it is verified."""
        event_id, folder = options["event"], options["to"]
        (municipality,) = chosen_municipalities([options["schema"]])
        with in_municipality(municipality):
            if not AccessEvent.objects.filter(pk=event_id).exists():
                raise CommandError("Det er ingen slik hendelse i loggen.")
            append(_handed_out(event_id))
            proven = prove(event_id)
            if proven is None:
                raise CommandError(
                    "Hendelsen er ikke forseglet ennå. Prøv igjen om noen sekunder."
                )
            beside = files_beside(municipality.pk, is_witnessed=proven.is_witnessed)
        name = str(event_id)
        try:
            write_files(folder, files_of(proven, name=name) | beside)
        except OSError as error:
            raise CommandError(str(error)) from error
        policy = folder / POLICY if POLICY in beside else "NØKLER"
        self.stdout.write(
            f"Kontroller: python {folder / VERIFIER.name} --policy {policy} "
            f"--proof {folder / (name + SUFFIX)} --entry {folder / (name + ENTRY_SUFFIX)}"
        )


def _handed_out(event_id: UUID) -> Entry:
    return Entry(
        verb=Verb.LOG_EXPORTED,
        actor=Actor(None, "Kommandoen prove_event"),
        municipality=controller_here(),
        grounds=REVIEW,
        client=Client(channel="command"),
        target=Target("audit.AccessEvent", str(event_id)),
        detail={"rows": "1"},
    )
