"""Command that brings every municipality's schema up to date; run as the migrator."""

import sys
import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db.migrations.executor import MigrationExecutor

from tenants import roles
from tenants.context import in_consortium, this_connection
from tenants.dump import DumpError
from tenants.models import Municipality
from tenants.template import TemplateError, ensure_template
from tenants.upgrading.working import survey, upgrade_all

_WIDTH = 30


class Command(BaseCommand):
    """Upgrades all schemas that lag; may be run again, and several at once."""

    help = (
        "Oppgraderer skjemaet til alle kommuner i drift. Kan avbrytes og kjøres om igjen, "
        "også flere samtidig. Kjøres som akson_migrator etter migrate_schemas --shared."
    )

    # As Django's migrate: it runs when nothing else does, and need not look at screens.
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--jobs", type=int, default=2, help="Hvor mange kommuner om gangen (2)."
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="Si hva som ville blitt gjort."
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Run it.

        Raises:
            CommandError: the process logs in as another, the shared tables lag, or some
                municipality could not be upgraded; it says which.
        """
        if this_connection().login != roles.MIGRATOR:
            raise CommandError("Bare akson_migrator kan oppgradere.")
        if options["jobs"] < 1:
            raise CommandError("--jobs må være minst 1.")
        with in_consortium():
            executor = MigrationExecutor(this_connection())
            if executor.migration_plan(executor.loader.graph.leaf_nodes()):
                raise CommandError("Kjør migrate_schemas --shared først.")
            if options["dry_run"]:
                self._say_what_would_be_done()
            else:
                self._upgrade(options["jobs"])

    def _say_what_would_be_done(self) -> None:
        found = survey()
        for group in found.groups:
            names = ", ".join(f"{m.app_label}.{m.name}" for m, _ in group.lack.plan)
            self.stdout.write(f"{_count(len(group.municipalities))} mangler {names}")
        for municipality in found.missing:
            self.stdout.write(f"{municipality}: skjemaet finnes ikke")
        self.stdout.write(f"{_count(len(found.current))} er oppdatert")

    def _upgrade(self, jobs: int) -> None:
        report = upgrade_all(jobs=jobs, told=ProgressBar().tell)
        try:
            ensure_template()
        except (TemplateError, DumpError) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{_count(len(report.done))} oppgradert")
        if report.failed:
            lines = [f"  {each}: {error}" for each, error in report.failed.items()]
            raise CommandError("\n".join(["Kunne ikke oppgradere:", *lines]))


class ProgressBar:
    """How far it has come, on standard error: a bar on a terminal, else a line per tenth."""

    def __init__(self) -> None:
        self._told = 0
        self._began = time.monotonic()
        self._is_terminal = sys.stderr.isatty()

    def tell(self, municipality: Municipality, total: int) -> None:
        """Count one more."""
        self._told += 1
        if self._is_terminal:
            filled = "█" * (_WIDTH * self._told // total)
            end = "\n" if self._told == total else ""
            line = f"\r{filled:<{_WIDTH}} {self._told}/{total} {municipality}"
            sys.stderr.write(f"{line:<79}{end}")
        elif self._told * 10 // total > (self._told - 1) * 10 // total:
            seconds = time.monotonic() - self._began
            sys.stderr.write(f"{self._told}/{total} etter {seconds:.0f} s\n")
        sys.stderr.flush()


def _count(number: int) -> str:
    return "1 kommune" if number == 1 else f"{number} kommuner"
