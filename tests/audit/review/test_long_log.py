"""However somebody searches a long log, the database reads little of it."""

import json
from datetime import date, timedelta
from hashlib import md5
from itertools import combinations
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.db import connection

from audit.models import AccessEvent
from audit.review.rules.log_filter import LogFilter, Named, Sought
from audit.review.selectors.events import events_in
from audit.review.selectors.figures import number_of_events
from audit.review.selectors.page import MANY
from tests import database as databases

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)
FILL = Path(__file__).with_name("long_log.sql").read_text().split(";;")
# The log's rows fill 20,000 blocks of 8 KiB; the index a search goes by, 2,800.
BLOCKS_MAX = 3_500
A_MONTH = timedelta(days=31)


def called(name):
    return UUID(md5(name.encode(), usedforsecurity=False).hexdigest())


ONES: dict[str, dict[str, Any]] = {
    "patient": {"patient": Named(called("patient7"), "Ola")},
    "worker": {"actor": Named(called("actor7"), "Siri")},
    "unit": {"unit_id": called("unit7")},
    "usual verb": {"verbs": ("read",)},
    "rare verb": {"verbs": ("printed", "blocked")},
    "usual ground": {"bases": ("episode",)},
    "rare ground": {"bases": ("need",)},
    "no ground": {"bases": ("none",)},
    "usual outcome": {"outcome": 0},
    "rare outcome": {"outcome": 4},
    "absent outcome": {"outcome": 8},
    "usual purpose": {"purpose": "TREAT"},
    "rare purpose": {"purpose": "COC"},
    "kind": {"action": "C"},
}
IN_BYTES: dict[str, dict[str, Any]] = {
    "page": {"pages": ("record:person",)},
    "absent page": {"pages": ("record:register",)},
    "words": {"sought": Sought("ola 150003", text="ola 150003")},
    "absent words": {"sought": Sought("kari", text="kari")},
    "number": {"sought": Sought("n", keyed_hash="k1:" + "0" * 64)},
}


class _Units(list[UUID]):
    """The log's units are no rows of the tree; each stands for itself."""

    def values_list(self, *_fields, flat):
        return self


@pytest.fixture
def long_log(world, database, monkeypatch):
    """A year of events; every unit has been there."""
    monkeypatch.setattr("audit.review.selectors.events.units_under", _Units)
    with databases.as_superuser(database) as server:
        for statement in FILL:
            server.execute(statement)


def blocks_read(ask):
    """Count the blocks a question touches, by asking it again and having it explained."""
    statements = []

    def listen(execute, sql, params, many, context):
        statements.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(listen):
        ask()
    return sum(_blocks(sql, params) for sql, params in statements)


def _blocks(sql, params):
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {sql}", params)
        (plan,) = cursor.fetchone()[0]
    top = plan["Plan"]
    assert "Seq Scan" not in json.dumps(plan), sql
    return top["Shared Hit Blocks"] + top["Shared Read Blocks"]


def asked(*names):
    facts: dict[str, Any] = {}
    for name in names:
        facts |= (ONES | IN_BYTES)[name]
    in_bytes = set(names) & set(IN_BYTES) and not set(names) & {"patient", "worker"}
    return LogFilter(since=LAST - A_MONTH if in_bytes else FIRST, until=LAST, **facts)


def pairs():
    """Each filter alone, and each pair that asks for two different things."""
    every = ONES | IN_BYTES
    yield ()
    for name in every:
        yield (name,)
    for one, other in combinations(every, 2):
        if every[one].keys() != every[other].keys():
            yield one, other


def test_new_events_are_soon_answered_for_by_the_index_alone(world):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT reloptions FROM pg_class WHERE oid = 'audit_accessevent'::regclass"
        )
        (options,) = cursor.fetchone()

    assert "autovacuum_vacuum_insert_scale_factor=0" in options
    assert "autovacuum_vacuum_insert_threshold=20000" in options


def test_no_combination_of_filters_reads_much_of_the_log(long_log):
    much = {}
    for names in pairs():
        chosen = asked(*names)
        page = blocks_read(lambda chosen=chosen: events_in(chosen, size=51))
        count = blocks_read(
            lambda chosen=chosen: number_of_events(chosen, at_most=MANY + 1)
        )
        if max(page, count) > BLOCKS_MAX:
            much[names] = (page, count)

    assert AccessEvent.objects.count() > 200_000
    assert much == {}
