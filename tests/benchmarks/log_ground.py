"""The log a benchmark stands on: millions of events made by SQL, whose bytes verify."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.benchmarks.ground import municipality

EVENTS_A_YEAR = 2_000_000
PORTION = 50_000
_EVENTS = """
INSERT INTO audit_accessevent (id, stored_at, recorded_at, verb, outcome, actor_id, unit_id,
  basis, purpose, decision_ref, is_demo, body)
SELECT id, at + interval '3 milliseconds', at, verb, 0, worker, unit,
  CASE verb WHEN 'read' THEN 'episode' WHEN 'listed' THEN 'listed' ELSE '' END,
  CASE verb WHEN 'signed_in' THEN '' ELSE 'TREAT' END, decision, false,
  bench_body(id, at, verb, worker, unit, decision, people)
FROM bench_events(%(first)s, %(last)s, %(total)s, %(years)s)
"""
_SUBJECTS = """
INSERT INTO audit_accesssubject (event_id, recorded_at, patient_id, record_id, reach)
SELECT id, at, person, CASE verb WHEN 'read' THEN md5('record' || person::text)::uuid END,
  CASE verb WHEN 'read' THEN 2 ELSE 1 END
FROM bench_events(%(first)s, %(last)s, %(total)s, %(years)s), unnest(people) AS person
"""
# For the rival: what a hash chain keeps, one row for each event, and its head.
_CHAIN = """
CREATE TABLE bench_chain_head AS SELECT 0::bigint AS size, sha256('') AS hash
;;
CREATE TABLE bench_chain (size bigint PRIMARY KEY, event_id uuid, hash bytea)
"""


def fill(events: int, *, portion: int = PORTION) -> None:
    """Make so many events, two million a year up to an hour ago.

    Each portion is one transaction. Written as the owner, past the grants of the columns
    that the database fills in: an event is stored when it says that it happened.
    """
    values = {"total": events, "years": max(1, events // EVENTS_A_YEAR)}
    functions = Path(__file__).with_name("log_ground.sql").read_text()
    with owner() as cursor:
        for statement in (*functions.split(";;"), *_CHAIN.split(";;")):
            cursor.execute(statement)
        for first in range(1, events + 1, portion):
            part = {"first": first, "last": min(events, first + portion - 1)}
            cursor.execute("BEGIN")
            cursor.execute(_EVENTS, values | part)
            cursor.execute(_SUBJECTS, values | part)
            cursor.execute("COMMIT")
        cursor.execute("VACUUM ANALYZE audit_accessevent, audit_accesssubject")


@contextmanager
def owner() -> Iterator[Any]:
    """Give a cursor of who owns the tables, in the benchmark's municipality."""
    from tenants import roles
    from tenants.context import second_connection

    schema = municipality().schema_name
    with (
        second_connection(login=roles.MIGRATOR) as connection,
        connection.cursor() as cursor,
    ):
        cursor.execute("SET ROLE akson_owner")
        cursor.execute(f'SET search_path = "{schema}"')
        yield cursor
