"""Reads the sealed log portion by portion, in one unchanging view of the database."""

from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, closing, contextmanager
from itertools import islice
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection, transaction

from audit.verifying.claims import COLUMNS
from audit.verifying.erasures import Decision
from tenants.context import current_municipality, in_municipality
from tenants.models import Municipality

PORTION = 5_000
READERS = 2

_MOMENT = "to_char({} AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"
_LIST = "coalesce('[' || array_to_string({}, ',') || ']', '-')"


def _text(values: int) -> str:
    """Give the form of a text as `audit.verifying.claims` has it, for PostgreSQL's format.

    It writes every separator, also beside what is missing: no value can stand where
    another one should.
    """
    return "'" + "|".join(["%%s"] * values) + "'"


# The portion is cut before anything is joined to it: however many leaves there are, the
# database then looks up these few, and makes no plan for all.
_LEAVES = f"""
SELECT leaf.index, leaf.event_id::text, leaf.hash, e.body,
  format({_text(len(COLUMNS))}, e.id, {_MOMENT.format("e.recorded_at")}, e.verb, e.outcome,
    coalesce(e.actor_id::text, '-'), coalesce(e.unit_id::text, '-'),
    coalesce(array_to_string(e.unit_ids, ','), '-'), e.basis, e.purpose,
    coalesce(e.decision_ref::text, '-'), e.is_demo),
  (SELECT coalesce(string_agg(line, E'\\n' ORDER BY line), '') FROM (
    SELECT format({_text(7)}, {_MOMENT.format("s.recorded_at")}, s.patient_id,
      coalesce(s.record_id::text, '-'), s.reach, {_LIST.format("s.kinds")},
      coalesce({_MOMENT.format("s.until")}, '-'), {_LIST.format("s.hidden")}) AS line
    FROM audit_accesssubject s WHERE s.event_id = leaf.event_id) AS lines),
  e.stored_at BETWEEN e.recorded_at - interval '1 minute'
    AND e.recorded_at + interval '5 minutes' OR e.is_demo
FROM (SELECT * FROM audit_logleaf WHERE era = %s AND index >= %s AND index < %s
    ORDER BY index LIMIT {PORTION}) leaf
LEFT JOIN audit_accessevent e ON e.id = leaf.event_id ORDER BY leaf.index
"""  # noqa: S608 - constants only
_PAST_THE_SEAL = """
SELECT e.id FROM audit_accessevent e
WHERE (e.xid, e.id) > (%s, %s) AND (e.xid, e.id) <= (%s, %s)
  AND NOT EXISTS (SELECT 1 FROM audit_logleaf leaf WHERE leaf.event_id = e.id)
ORDER BY e.xid, e.id LIMIT 1
"""
_CHECKPOINTS = """
SELECT at.size, at.root, at.note, at.sealed_xid, at.sealed_event,
  coalesce((SELECT string_agg(line, '') FROM audit_logcosignature signed
    WHERE signed.era = at.era AND signed.size = at.size), '')
FROM audit_logcheckpoint at WHERE at.era = %s AND at.size > %s ORDER BY at.size LIMIT %s
"""
_COSIGNED_AND_GONE = """
SELECT min(signed.size) FROM audit_logcosignature signed
WHERE signed.era = %s AND NOT EXISTS (SELECT 1 FROM audit_logcheckpoint at
  WHERE at.era = signed.era AND at.size = signed.size)
"""
_DECISIONS = """
SELECT proposed.body, proposed_leaf.hash, confirmed.body, confirmed_leaf.hash
FROM audit_logerasure erasure
JOIN audit_logerasureconfirmation confirmation ON confirmation.erasure_id = erasure.id
LEFT JOIN audit_accessevent proposed ON proposed.id = erasure.proposed_event
LEFT JOIN audit_logleaf proposed_leaf ON proposed_leaf.event_id = proposed.id
LEFT JOIN audit_accessevent confirmed ON confirmed.id = confirmation.confirmed_event
LEFT JOIN audit_logleaf confirmed_leaf ON confirmed_leaf.event_id = confirmed.id
"""


class Era(NamedTuple):
    """A tree of the log."""

    number: int
    origin: str


class Leaf(NamedTuple):
    """A leaf, and the event it stands for, if that is there; texts as claims are."""

    place: int
    event_id: str
    hash: bytes
    body: bytes | None
    columns: str
    subjects: str
    is_stored_in_time: bool | None


class Stored(NamedTuple):
    """A checkpoint as it is stored, with the lines that witnesses are said to have written."""

    size: int
    root: bytes
    note: str
    xid: int
    event: UUID
    cosignatures: tuple[str, ...] = ()


@contextmanager
def one_view() -> Iterator[None]:
    """See the database as it is now, whatever is sealed meanwhile."""
    with transaction.atomic(durable=True):
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield


def eras() -> list[Era]:
    """List the trees, the oldest first."""
    return [
        Era(*row) for row in _all("SELECT number, origin FROM audit_logera ORDER BY 1")
    ]


def decisions() -> list[Decision]:
    """List the decisions to erase, as the events that they name say it."""
    return [
        Decision(*(None if one is None else bytes(one) for one in row))
        for row in _all(_DECISIONS)
    ]


def leaves(era: int, *, since: int = 0) -> Iterator[Leaf]:
    """Give an era's leaves in their order; the next portions are fetched meanwhile.

    To say what its rows say takes the database longer than to check it takes us, so two
    connections read, in turn.
    """
    ((snapshot,),) = _all("SELECT pg_export_snapshot()")
    starts = iter(range(since, _leaves_end(era), PORTION))
    with ExitStack() as open_ones:
        coming: deque[tuple[_Reader, Future[list[Any]]]] = deque()
        for start in islice(starts, READERS):
            reader = open_ones.enter_context(closing(_Reader(snapshot)))
            coming.append((reader, reader.portion(era, start)))
        while coming:
            reader, portion = coming.popleft()
            rows = portion.result()
            for start in islice(starts, 1):
                coming.append((reader, reader.portion(era, start)))
            yield from map(Leaf._make, rows)


def _leaves_end(era: int) -> int:
    asked = "SELECT coalesce(max(index) + 1, 0) FROM audit_logleaf WHERE era = %s"
    return int(_all(asked, [era])[0][0])


class _Reader:
    """A thread with a connection of its own, which sees just what the asker sees."""

    def __init__(self, snapshot: str) -> None:
        self._thread = ThreadPoolExecutor(max_workers=1)
        place = current_municipality()
        self._view = self._thread.submit(_same_view, place, snapshot).result()

    def portion(self, era: int, start: int) -> Future[list[Any]]:
        """Begin to fetch the leaves from a place on."""
        end = start + PORTION
        return self._thread.submit(_all, _LEAVES, [era, start, end])

    def close(self) -> None:
        """Let the connection go, when what is asked of it has come."""
        self._thread.submit(self._view.close).result()
        self._thread.shutdown()


def checkpoints(era: int, *, since: int = -1) -> Iterator[Stored]:
    """Give an era's checkpoints beyond a size, the smallest first."""
    last = since
    while rows := _all(_CHECKPOINTS, [era, last, PORTION]):
        for size, root, note, xid, event, lines in rows:
            signed = tuple(lines.splitlines(keepends=True))
            yield Stored(size, bytes(root), note, xid, event, signed)
        last = rows[-1][0]


def checkpoint_at(era: int, size: int) -> Stored | None:
    """Give the checkpoint of an era at a size, if it is there."""
    found = next(checkpoints(era, since=size - 1), None)
    return found if found is not None and found.size == size else None


def cosigned_and_gone(era: int) -> int | None:
    """Give the size of a checkpoint that a witness signed and that is not there, if one is."""
    return _all(_COSIGNED_AND_GONE, [era])[0][0]  # type: ignore[no-any-return]


def tile(era: int, level: int, index: int) -> tuple[bytes, bytes] | None:
    """Give a tile's hashes and its root, if it is there."""
    asked = """SELECT hashes, root FROM audit_logtile
        WHERE era = %s AND level = %s AND index = %s"""
    rows = _all(asked, [era, level, index])
    return (bytes(rows[0][0]), bytes(rows[0][1])) if rows else None


def count_tiles(era: int) -> int:
    """Count the tiles that are stored."""
    return int(_all("SELECT count(*) FROM audit_logtile WHERE era = %s", [era])[0][0])


def event_past_the_seal(last: Stored, *, since: Stored | None) -> UUID | None:
    """Find an event that has no leaf, and stands before what is sealed.

    Args:
        last: The newest checkpoint.
        since: The one to look from on; None looks at all events.
    """
    start = [since.xid, since.event] if since else [0, UUID(int=0)]
    rows = _all(_PAST_THE_SEAL, [*start, last.xid, last.event])
    return rows[0][0] if rows else None


def _same_view(municipality: Municipality | None, snapshot: str) -> ExitStack:
    """Let this thread's own connection see just what another's transaction sees."""
    stack = ExitStack()
    stack.callback(connection.close)
    if municipality is not None:
        stack.enter_context(in_municipality(municipality))
    stack.enter_context(transaction.atomic(durable=True))
    with connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        cursor.execute(f"SET TRANSACTION SNAPSHOT '{snapshot}'")
    return stack


def _all(statement: str, values: Any = None) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        rows: list[Any] = cursor.fetchall()
        return rows
