"""How quick the daily pages are at 100,000 patients, with the log and the door on.

One process asks itself through Django's handler, as the web worker would. CPU is this
process's own; search is timed by the clock, since the database does the work.
"""

import itertools
import re
import statistics
import sys
import time
from collections.abc import Callable
from cProfile import Profile
from functools import partial
from pstats import Stats

from tests.benchmarks.ground import (
    HOST,
    USERNAME,
    arguments,
    say,
    standing,
)

BOUNDS = {
    "patient_page_cpu_ms": 10,
    "patient_page_sql": 12,
    "name_search_p95_ms": 60,
    "note_sign_cpu_ms": 12,
}
# Not statements that ask for anything (design, section 11).
UNCOUNTED = re.compile(r"^(BEGIN|COMMIT|SET|ROLLBACK)\b", re.IGNORECASE)
SEARCHES = (
    "Solheim Kari",
    "solhiem",
    "Øyvind Fjelbakken",
    "strandvold",
    "Bergmoen Åse",
    "ante vik",
)


def main() -> None:
    """Measure, and print a line for each figure."""
    options = arguments(__doc__ or "")
    with standing(options):
        everybody = _signed_in("benk.alle")
        nurse = _signed_in(USERNAME)
        records = _records(nurse)
        page = _page(nurse, records, options.rounds)
        search = _search(everybody, options.rounds)
        sign = _sign(nurse, records, options.rounds)
    for figure, value in {**page, **search, **sign}.items():
        bound = {"bound": BOUNDS[figure]} if figure in BOUNDS else {}
        say(figure, value, figure.rsplit("_", 1)[-1], **bound)


def _signed_in(username: str):
    from django.test import Client

    from tests.world import PASSWORD

    client = Client(headers={"host": HOST})
    answer = client.post("/konto/logg-inn/", {"login": username, "password": PASSWORD})
    if answer.status_code != 302:
        sys.exit(f"could not sign in: {answer.status_code}")
    return client


def _records(client) -> list[str]:
    page = client.get("/").content.decode()
    return list(dict.fromkeys(re.findall(r"/records/([0-9a-f-]{36})/\"", page)))


def _page(client, records: list[str], rounds: int) -> dict[str, float]:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    addresses = [f"/records/{record}/" for record in records]
    for address in addresses[:20]:
        _expect(client.get(address), 200)
    around = itertools.islice(itertools.cycle(addresses), rounds)
    cpu = [_cpu_ms(partial(_open, client, address)) for address in around]
    with CaptureQueriesContext(connection) as captured:
        _expect(client.get(addresses[0]), 200)
    asked = [q for q in captured.captured_queries if not UNCOUNTED.match(q["sql"])]
    return {
        "patient_page_cpu_ms": statistics.median(cpu),
        "patient_page_calls": _calls(partial(_open, client, addresses[0])),
        "patient_page_sql": float(len(asked)),
    }


def _calls(work: Callable[[], object]) -> float:
    """Count calls of functions: the same on every machine, however busy it is."""
    with Profile() as profile:
        work()
    return float(Stats(profile).total_calls)  # type: ignore[attr-defined]


def _open(client, address: str) -> None:
    _expect(client.get(address), 200)


def _search(client, rounds: int) -> dict[str, float]:
    """Search among all 100,000, by somebody who may open them all: the hardest case."""
    taken = []
    for number in range(rounds // 3):
        began = time.perf_counter()
        answer = client.post("/search/", {"q": SEARCHES[number % len(SEARCHES)]})
        _expect(client.get(answer["Location"]), 200)
        taken.append((time.perf_counter() - began) * 1000)
    return {
        "name_search_p95_ms": statistics.quantiles(taken, n=20)[-1],
        "name_search_p50_ms": statistics.median(taken),
    }


def _sign(client, records: list[str], rounds: int) -> dict[str, float]:
    from tests.benchmarks.signing import sign_once

    for record in records[:10]:
        sign_once(client, record)
    cpu = []
    for number in range(rounds // 2):
        record = records[number % len(records)]
        cpu.append(sign_once(client, record, measure=_cpu_ms))
    return {"note_sign_cpu_ms": statistics.median(cpu)}


def _cpu_ms(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return (time.process_time() - began) * 1000


def _expect(answer, status: int) -> None:
    if answer.status_code != status:
        sys.exit(f"{answer.request['PATH_INFO']} answered {answer.status_code}")


if __name__ == "__main__":
    main()
