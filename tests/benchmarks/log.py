"""How quick the access log is: to write, to seal, to verify, and to ask, at 2 million events.

Eight processes write through the product's own door, beside a log whose rows are chained,
in the same run. The sealer, the verifier and the auditor's questions are the product's own.
`--events 20000000 --keep` for ten years of a large municipality.
"""

import argparse
import os
import shutil
import statistics
import sys
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any
from uuid import UUID, uuid4

from django.db import connection, connections
from django.utils import timezone

from akson_project.celery import SEAL_EVERY_S
from akson_project.embedded.servers import default_home
from tests.benchmarks.ground import arguments, municipality, say, standing
from tests.benchmarks.log_ground import fill, owner
from tests.benchmarks.log_writers import write

WRITERS = 8
WRITE_S = 20
DELAY_S = 40
YEAR = timedelta(days=365)
DELAY_RATE = 25  # events a second from each writer, while the sealer works
BOUNDS = {
    "append_per_s": ("at least", 3000),
    "seal_delay_p99_s": ("at most", 5),
    "seal_per_s": ("at least", 15_000),
    "verify_per_s": ("at least", 50_000),
    "who_read_patient_p50_ms": ("at most", 10),
    "what_worker_read_p50_ms": ("at most", 10),
}


def main() -> None:
    """Measure, and print a line for each figure."""
    options = arguments(__doc__ or "", add=_add)
    name = f"bench-log-{options.events}"
    keys = default_home() / f"{name}-keys"
    os.environ["AKSON_LOG_KEYS"] = str(keys)
    try:
        with standing(options, name=name, fill=partial(fill, options.events)):
            _ask(options)
            _seal()
            _append()
            _delay()
            _verify()
    finally:
        if not options.keep:
            shutil.rmtree(keys, ignore_errors=True)


def _add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--events", type=int, default=2_000_000)
    # The ground's patients are those of the other benchmarks; the log only names its own.
    parser.set_defaults(patients=400)


def _tell(figure: str, value: float, unit: str, **more: object) -> None:
    if figure in BOUNDS:
        kind, bound = BOUNDS[figure]
        more = {"bound": bound, "kind": kind, **more}
    say(figure, value, unit, **more)


def _ask(options: argparse.Namespace) -> None:
    """Ask who read a patient, and what a worker read, in the last year; newest fifty."""
    from audit.review.rules.log_filter import LogFilter, Named
    from audit.review.selectors.events import events_in
    from audit.review.selectors.page import log_page
    from tenants.context import in_municipality

    today = timezone.localdate()
    year = LogFilter(today - YEAR, today)
    questions = {
        "who_read_patient": ("patient_id", lambda one: replace(year, patient=one)),
        "what_worker_read": ("actor_id", lambda one: replace(year, actor=one)),
    }
    with in_municipality(municipality()):
        for figure, (column, of) in questions.items():
            drawn = _drawn(column, options.rounds)
            asked = [of(Named(person, "")) for person in drawn]
            rows = _timed_ms(partial(events_in, size=51), asked)
            page = partial(log_page, after=None, reader_id=uuid4(), patiently=False)
            pages = _timed_ms(page, asked[: len(asked) // 3])
            _tell(f"{figure}_p50_ms", statistics.median(rows), "ms")
            _tell(f"{figure}_p95_ms", statistics.quantiles(rows, n=20)[-1], "ms")
            _tell(f"{figure}_whole_page_p50_ms", statistics.median(pages), "ms")


def _drawn(column: str, number: int) -> list[UUID]:
    """Draw people as often as they stand in the log: the much read are asked for most."""
    table = "audit_accesssubject" if column == "patient_id" else "audit_accessevent"
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {column} FROM {table} TABLESAMPLE SYSTEM (1) ORDER BY random() LIMIT %s",
            [number],
        )
        return [found for (found,) in cursor.fetchall()]


def _timed_ms(ask: Callable[[Any], object], asked: Sequence[Any]) -> list[float]:
    taken = []
    for number, one in enumerate([*asked[:20], *asked]):
        began = time.perf_counter()
        ask(one)
        if number >= 20:
            taken.append((time.perf_counter() - began) * 1000)
    return taken


def _append() -> None:
    """Write as fast as eight can, and then once more with a chain."""
    ours = write(WRITERS, seconds=WRITE_S)
    rival = write(WRITERS, seconds=WRITE_S, chained=True)
    _tell(
        "append_per_s",
        ours.per_s,
        "events/s",
        rival=round(rival.per_s),
        ratio=round(ours.per_s / rival.per_s, 2),
        rival_is="each row hashed onto the one before it",
        writers=WRITERS,
    )
    _tell("append_cpu_ms", ours.cpu_s / ours.events * 1000, "ms")


def _seal() -> None:
    """Seal all there is."""
    began, cpu = time.perf_counter(), time.process_time()
    sealed = _seal_all()
    if not sealed:  # a kept log was sealed by an earlier run
        return
    taken = time.perf_counter() - began
    _tell("seal_per_s", sealed / taken, "events/s", events=sealed)
    used = time.process_time() - cpu
    _tell(
        "seal_cpu_us", used / sealed * 1e6, "us", of="the sealer, without the database"
    )


def _seal_all() -> int:
    from audit.sealing import sealer
    from tenants import roles
    from tenants.context import second_connection

    benk, sealed = municipality(), 0
    with second_connection(login=roles.SEALER):
        while number := sealer.seal(benk):
            sealed += number
    return sealed


def _delay() -> None:
    """Seal in turns as beat does, while writers write at an even rate."""
    _seal_all()
    since = datetime.now(UTC)
    stop = threading.Event()
    sealing = threading.Thread(target=_seal_in_turns, args=(stop,))
    sealing.start()
    written = write(WRITERS, seconds=DELAY_S, per_s=DELAY_RATE)
    stop.set()
    sealing.join()
    _seal_all()
    delays = _delays(since)
    _tell(
        "seal_delay_p99_s",
        statistics.quantiles(delays, n=100)[-1],
        "s",
        events_per_s=round(written.per_s),
        sealed_every_s=SEAL_EVERY_S,
        longest=round(max(delays), 3),
    )


def _seal_in_turns(stop: threading.Event) -> None:
    while not stop.wait(SEAL_EVERY_S):
        _seal_all()
    connections.close_all()


def _delays(since: datetime) -> list[float]:
    """Give how long each event waited, from when it was stored until its seal was."""
    with owner() as cursor:
        cursor.execute(
            """
            SELECT extract(epoch FROM sealed.sealed_at - event.stored_at)::float8
            FROM audit_accessevent event
            JOIN audit_logleaf leaf ON leaf.event_id = event.id,
            LATERAL (SELECT sealed_at FROM audit_logcheckpoint at
              WHERE at.era = leaf.era AND at.size > leaf.index ORDER BY size LIMIT 1) sealed
            WHERE event.recorded_at >= %s
            """,
            [since],
        )
        return [waited for (waited,) in cursor.fetchall()]


def _verify() -> None:
    """Verify the whole log, with what was written meanwhile."""
    from audit.verifying.runs import verified_log

    began, cpu = time.perf_counter(), time.process_time()
    report = verified_log(municipality(), None, [])
    taken, used = time.perf_counter() - began, time.process_time() - cpu
    if report.findings:
        sys.exit(f"the log does not verify: {report.findings[0]}")
    _tell("verify_per_s", report.events / taken, "events/s", events=report.events)
    _tell("verify_cpu_us", used / report.events * 1e6, "us", of="without the database")


if __name__ == "__main__":
    main()
