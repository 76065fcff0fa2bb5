"""How long the nightly control of the access log takes, on a simulated municipality.

8,000 residents, 400 staff and 60 days are some 250,000 accesses. Each part is measured by
itself: reading the log, gathering the facts, asking who is close to whom, and scoring.
"""

import argparse
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from tests.benchmarks.ground import arguments, municipality, say, standing
from tests.simulation.settings import Settings, hard

SINCE_DAYS = 1
_Result = TypeVar("_Result")


def main() -> None:
    """Measure, and print a line for each figure."""
    options = arguments(__doc__ or "", add=_add)
    options.patients = 1
    settings = hard(
        201, residents=options.residents, staff=options.staff, days=options.days
    )
    with standing(options, name="bench-control", fill=lambda: _fill(settings)):
        _measure()


def _add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--residents", type=int, default=8_000)
    parser.add_argument("--staff", type=int, default=400)
    parser.add_argument("--days", type=int, default=60)


def _fill(settings: Settings) -> None:
    from django.db import connection

    from tenants import roles
    from tenants.context import in_municipality, second_connection
    from tests.simulation.municipality import simulate
    from tests.simulation.stored import store

    with second_connection(login=roles.MIGRATOR), in_municipality(municipality()):
        store(simulate(settings))
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


def _measure() -> None:
    from access.oversight.detection.facts import world_of_log
    from audit.detection.log import known_of_pairs, visits
    from audit.detection.rules.cases import cases
    from tenants import roles
    from tenants.context import in_municipality, second_connection
    from tests.simulation.workplace import START

    since = datetime.fromtimestamp(START, UTC) - timedelta(days=SINCE_DAYS)
    with second_connection(login=roles.WORKER), in_municipality(municipality()):
        found = _timed("control_read_s", lambda: visits(since))
        say("control_events", found.rows, "events")
        _timed("control_closeness_s", lambda: known_of_pairs(since))
        world = _timed("control_facts_s", lambda: world_of_log(found, since=since))
        _timed("control_score_s", lambda: cases(world))


def _timed(figure: str, run: Callable[[], _Result]) -> _Result:
    began = time.perf_counter()
    result = run()
    say(figure, time.perf_counter() - began, "s")
    return result


if __name__ == "__main__":
    main()
