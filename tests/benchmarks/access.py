"""How quick the policy answers: may I open this record, and which records may I open?

5,000 workers at 200 units and 100,000 patients, with shifts, care teams, visits, lent
access, blocks and ties. Timed by the clock, since the database does the work; the
questions go through `access.policy`, as every door and list does.
"""

import argparse
import itertools
import random
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from tests.benchmarks.ground import UNITS, arguments, municipality, say, standing

BOUNDS = {"check_ms": 2, "list_50_p95_ms": 30}
WORKERS = 5_000
SHOWN = 50
_ASKERS = 200


def main() -> None:
    """Measure, and print a line for each figure."""
    options = arguments(__doc__ or "", add=_add)
    with standing(options):
        from tenants.context import in_municipality

        with in_municipality(municipality()):
            _fill(options.patients)
            figures = _measure(options)
    for figure, value in figures.items():
        bound = {"bound": BOUNDS[figure]} if figure in BOUNDS else {}
        say(figure, value, "ms", **bound)


def _add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--explain", action="store_true", help="print the plans of both questions"
    )


def _fill(patients: int) -> None:
    """Add the workers and their relations, unless a kept ground has them."""
    from access.models import Shift

    if not Shift.objects.exists():
        fill(patients, WORKERS)


def fill(patients: int, workers: int) -> None:
    """Add workers, shifts, relations, blocks and ties to the ground, as its owner."""
    from tenants import roles
    from tenants.context import second_connection

    schema = municipality().schema_name
    sql = Path(__file__).with_name("access_ground.sql").read_text()
    values = {"patients": patients, "workers": workers, "units": UNITS}
    with (
        second_connection(login=roles.MIGRATOR) as connection,
        connection.cursor() as cursor,
    ):
        cursor.execute("SET ROLE akson_owner")
        cursor.execute(f'SET search_path = "{schema}"')
        for statement in sql.split(";;"):
            cursor.execute(statement, values)


def _measure(options: argparse.Namespace) -> dict[str, float]:
    from access import policy
    from access.actions import Action

    workers = _workers()
    if options.explain:
        _explain(workers[0])
    # Half of what is asked for is open to the worker, and half is a stranger's record.
    pairs = list(itertools.islice(_pairs(workers), options.rounds * 2))
    checks = _timed(
        lambda pair: policy.decide(pair[0], pair[1], Action.READ_RECORD), pairs
    )
    lists = _timed(
        lambda worker: policy.records_open_to(worker, Action.READ_IDENTITY)[:SHOWN],
        list(itertools.islice(itertools.cycle(workers), options.rounds)),
    )
    return {
        "check_ms": statistics.median(checks),
        "check_p95_ms": statistics.quantiles(checks, n=20)[-1],
        "list_50_p95_ms": statistics.quantiles(lists, n=20)[-1],
        "list_50_p50_ms": statistics.median(lists),
    }


def _workers():
    from access.accounts.models import User
    from access.workplace import in_all_posts

    found = User.objects.filter(username__startswith="arbeider.").order_by("pk")
    return [in_all_posts(user) for user in found[:_ASKERS]]


def _pairs(workers):
    from access import policy
    from access.actions import Action
    from access.models import KnownRecord

    drawn = random.Random(1)  # noqa: S311 - which are asked for
    others = list(KnownRecord.objects.values_list("record_id", flat=True)[:5_000])
    own = {
        worker.user_id: policy.records_open_to(worker, Action.READ_IDENTITY)
        for worker in workers
    }
    for worker in itertools.cycle(workers):
        yield worker, drawn.choice(own[worker.user_id]).record_id
        yield worker, drawn.choice(others)


def _timed(ask: Callable[[Any], object], asked: Sequence[Any]) -> list[float]:
    for one in asked[:20]:
        ask(one)
    taken = []
    for one in asked:
        began = time.perf_counter()
        ask(one)
        taken.append((time.perf_counter() - began) * 1000)
    return taken


def _explain(worker) -> None:
    from django.db import connection

    from access import policy
    from access.actions import Action
    from access.predicate import judgement, parameters, predicate

    mine = policy.records_open_to(worker, Action.READ_IDENTITY)
    for action, question, among in (
        (Action.READ_RECORD, judgement, [mine[0].record_id]),
        (Action.READ_IDENTITY, predicate, None),
    ):
        with connection.cursor() as cursor:
            cursor.execute(
                f"EXPLAIN (ANALYZE, BUFFERS) {question(action)}",
                parameters(worker, action, among=among),
            )
            plan = "\n".join(line for (line,) in cursor.fetchall())
        sys.stderr.write(f"-- {action}, {question.__name__}\n{plan}\n\n")


if __name__ == "__main__":
    main()
