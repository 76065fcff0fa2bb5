"""Processes that write to the log as the product does, each on a connection of its own."""

import multiprocessing
import os
import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from queue import Queue
from typing import Any
from uuid import UUID, uuid4

_CHAINED = """
WITH head AS (UPDATE bench_chain_head
  SET size = size + 1, hash = sha256(hash || %s) RETURNING size, hash)
INSERT INTO bench_chain SELECT size, %s, hash FROM head
"""


@dataclass(frozen=True)
class Written:
    """What a group of writers did.

    Args:
        events: how many they wrote.
        seconds: from the first to the last.
        cpu_s: that they used themselves, without the database's.
    """

    events: int
    seconds: float
    cpu_s: float

    @property
    def per_s(self) -> float:
        """Events a second, of all together."""
        return self.events / self.seconds


def write(
    writers: int, *, seconds: float, chained: bool = False, per_s: float = 0
) -> Written:
    """Let processes write for some seconds.

    Args:
        writers: how many.
        seconds: for how long.
        chained: whether each event is also hashed onto the one before it, in its
            transaction, as logs with a chain do.
        per_s: how many each writes a second; 0: as many as it can.
    """
    context = multiprocessing.get_context("spawn")
    start, told = context.Barrier(writers), context.Queue()
    processes = [
        context.Process(
            target=_work, args=(start, told, number, seconds, chained, per_s)
        )
        for number in range(writers)
    ]
    for process in processes:
        process.start()
    done = [told.get(timeout=seconds + 120) for _ in processes]
    for process in processes:
        process.join()
    began, ended = min(one[1] for one in done), max(one[2] for one in done)
    return Written(
        sum(one[0] for one in done), ended - began, sum(one[3] for one in done)
    )


def _work(
    start: Any,
    told: "Queue[Any]",
    number: int,
    seconds: float,
    chained: bool,
    per_s: float,
) -> None:
    """Write, in a process of its own."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "akson_project.settings.test"
    import django

    django.setup()
    from tenants.context import in_municipality
    from tests.benchmarks.ground import municipality

    with in_municipality(municipality()):
        store, entry = (_store_chained if chained else _store), _entries(number)
        for _ in range(20):
            store(entry())
        start.wait()
        told.put(_until(time.time() + seconds, lambda: store(entry()), per_s))


def _until(
    end: float, once: Callable[[], None], per_s: float
) -> tuple[int, float, float, float]:
    began, cpu, written = time.time(), time.process_time(), 0
    while (now := time.time()) < end:
        if per_s and (early := began + written / per_s - now) > 0:
            time.sleep(early)
        once()
        written += 1
    return written, began, time.time(), time.process_time() - cpu


def _store(entry: Any) -> None:
    from audit import log

    log.append(entry)


def _store_chained(entry: Any) -> None:
    """Store as the product does, and at the last moment before commit take the chain's head."""
    from django.db import connection, transaction

    from audit import log

    with transaction.atomic(), connection.cursor() as cursor:
        log._store(entry)
        cursor.execute(_CHAINED, [entry.body(), entry.id])


def _entries(number: int) -> Callable[[], Any]:
    """Give what makes the next reading of a record, as the gate would say it."""
    from audit.controller import controller_here
    from audit.entry import Actor, Client, Entry, Grounds, Place, Subject
    from audit.verbs import Reach, Verb

    drawn = random.Random(number)  # noqa: S311 - which patients
    actor = Actor(uuid4(), "Siri Fjell", "SP", "sykepleier", "1234567", "sykepleier")
    place = Place(uuid4(), "Hjemmetjenesten nord", "999999964", "Benk kommune")
    grounds = Grounds("episode", "TREAT", uuid4(), service="15")
    client = Client("html", "chart:summary", "10.20.30.40", "Mozilla/5.0", "0" * 16)
    controller = controller_here()

    def entry() -> Any:
        person = UUID(int=drawn.randrange(20_000))
        return Entry(
            verb=Verb.READ,
            actor=actor,
            municipality=controller,
            place=place,
            grounds=grounds,
            client=client,
            subjects=(Subject(person, UUID(int=person.int + 1), Reach.RECORD),),
        )

    return entry
