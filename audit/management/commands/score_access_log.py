"""Looks an access log through for misuse, and prints who to ask about what."""

import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from audit.detection.format.reading import PROBLEMS_TOLD, Reading, read
from audit.detection.rules.cases import Case, cases
from audit.detection.rules.telling import told
from audit.detection.words import sentences


class Command(BaseCommand):
    """Reads events, staff, residents and stays; prints ranked cases (NDJSON)."""

    help = (
        "Leser tilgangslogg, ansatte, innbyggere og opphold som NDJSON, og skriver ut "
        "saker å se på, den viktigste først. Formatet: docs/score-format.md."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", help="fila som skal leses; - er standard inn")
        parser.add_argument(
            "--per-week", type=int, default=0, help="høyst så mange saker hver uke"
        )
        parser.add_argument(
            "--strict", action="store_true", help="stans hvis en linje ikke kan brukes"
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Read, score and print.

        Raises:
            CommandError: the file cannot be read, or `--strict` and a line is bad.
        """
        reading = _read(options["file"])
        for problem in _problems(reading):
            self.stderr.write(problem)
        if options["strict"] and reading.bad:
            raise CommandError("Stanset, fordi noen linjer ikke kan brukes.")
        if not reading.world.accesses:
            raise CommandError("Fila har ingen hendelser (linjer med type «event»).")
        found = _within(cases(reading.world), options["per_week"])
        for rank, case in enumerate(found, start=1):
            line = _line(rank, case)
            self.stdout.write(json.dumps(line, ensure_ascii=False))


def _read(name: str) -> Reading:
    if name == "-":
        return read(sys.stdin.buffer)
    try:
        with Path(name).open("rb") as file:
            return read(file)
    except OSError as error:
        raise CommandError(f"Fila {name} kan ikke leses: {error.strerror}.") from error


def _problems(reading: Reading) -> Iterator[str]:
    """Tell what was left out, in plain words."""
    yield from reading.problems
    if reading.bad > PROBLEMS_TOLD:
        yield f"... og {reading.bad - PROBLEMS_TOLD} linjer til."
    if reading.bad:
        yield f"{reading.bad} av {reading.lines} linjer kunne ikke brukes, og er hoppet over."
    for kind, count in sorted(reading.unknown.items()):
        yield f"{count} linjer av ukjent type «{kind}» er hoppet over."


def _within(found: list[Case], per_week: int) -> Iterator[Case]:
    """Leave out what is past a week's budget."""
    taken: dict[int, int] = {}
    for case in found:
        taken[case.week] = taken.get(case.week, 0) + 1
        if not per_week or taken[case.week] <= per_week:
            yield case


def _line(rank: int, case: Case) -> dict[str, Any]:
    monday = date.fromordinal(case.week)
    year, week, _day = monday.isocalendar()
    first = case.found[0]
    marks = {**case.points, **first.points}
    return {
        "rank": rank,
        "worker": first.lookup.worker,
        "workers": list(case.workers),
        "week": f"{year}-W{week:02}",
        "week_starts": monday.isoformat(),
        "score": round(case.score, 3),
        "explained": first.lookup.strength.name.lower(),
        "marks": {mark: round(worth, 2) for mark, worth in marks.items()},
        "reasons": sentences(told(case)),
        "patients": list(dict.fromkeys(one.lookup.patient for one in case.found)),
        "events": list(dict.fromkeys(access.id for access in case.accesses)),
    }
