"""The tables of what witnesses said, in the municipality the connection stands in."""

from datetime import datetime
from typing import Any, NamedTuple

from django.db import connection

from audit.cosigning import witnesses
from audit.cosigning.models import LogRefusal
from audit.seal import notes

# The newest signature of each witness, on one checkpoint.
_CHECKPOINT = """
SELECT at.note, coalesce((SELECT string_agg(line, '' ORDER BY witness) FROM (
    SELECT DISTINCT ON (witness) witness, line FROM audit_logcosignature signed
    WHERE signed.era = at.era AND signed.size = at.size AND signed.witness = ANY(%s)
    ORDER BY witness, moment DESC) AS newest), '')
FROM audit_logcheckpoint at WHERE at.era = %s AND at.size = %s
"""
_NEWEST_COSIGNED = """
SELECT size FROM audit_logcosignature WHERE era = %s AND witness = ANY(%s)
GROUP BY size HAVING count(DISTINCT witness) >= %s ORDER BY size DESC LIMIT 1
"""
_NEWEST = """
SELECT at.era, at.size, at.note FROM audit_logcheckpoint at
WHERE at.era = (SELECT max(number) FROM audit_logera) ORDER BY at.size DESC LIMIT 1
"""
_LAST_OF_EACH = """
SELECT DISTINCT ON (witness) witness, size, to_timestamp(moment)
FROM audit_logcosignature WHERE era = %s AND witness = ANY(%s)
ORDER BY witness, moment DESC, size DESC
"""


class Newest(NamedTuple):
    """The newest checkpoint of the log: of which tree, at which size, and as it is signed."""

    era: int
    size: int
    note: notes.Note


class Seen(NamedTuple):
    """How far a witness has seen a tree, and when it last said so."""

    witness: str
    size: int
    at: datetime


def checkpoint_with_cosignatures(era: int, size: int) -> notes.Note | None:
    """Give a checkpoint with the signatures of all witnesses that are asked, as handed out.

    Args:
        era: Of which tree.
        size: At which size.
    """
    found = _all(_CHECKPOINT, [witnesses.names(), era, size])
    return notes.parse("".join(found[0])) if found else None


def newest_checkpoint() -> Newest | None:
    """Give the newest checkpoint of the tree that grows now."""
    for era, size, note in _all(_NEWEST, []):
        return Newest(era, size, notes.parse(note))
    return None


def newest_cosigned(era: int) -> int | None:
    """Give the size of a tree's newest checkpoint that enough witnesses have signed."""
    quorum = witnesses.quorum()
    if not quorum:
        return None
    found = _all(_NEWEST_COSIGNED, [era, witnesses.names(), quorum])
    return found[0][0] if found else None


def last_of_each(era: int) -> list[Seen]:
    """Say how far each witness that is asked has seen a tree; those that never did are left out."""
    return [Seen(*row) for row in _all(_LAST_OF_EACH, [era, witnesses.names()])]


def refusals(era: int) -> set[str]:
    """Name the witnesses that have refused a tree."""
    rows = _all("SELECT witness FROM audit_logrefusal WHERE era = %s", [era])
    return {witness for (witness,) in rows}


def add_cosignature(era: int, size: int, signature: notes.Signature) -> None:
    """Keep a witness's signature, which has been checked; that which is there stays."""
    _do(
        """INSERT INTO audit_logcosignature (era, size, witness, moment, line)
        VALUES (%s, %s, %s, %s, %s) ON CONFLICT DO NOTHING""",
        [era, size, signature.name, signature.moment, signature.line],
    )


def add_refusal(
    era: int, size: int, *, witness: str, reason: LogRefusal.Reason
) -> None:
    """Keep that a witness refused a tree; the first time stands."""
    _do(
        """INSERT INTO audit_logrefusal (era, witness, size, reason)
        VALUES (%s, %s, %s, %s) ON CONFLICT DO NOTHING""",
        [era, witness, size, reason.value],
    )


def _all(statement: str, values: Any) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        rows: list[Any] = cursor.fetchall()
        return rows


def _do(statement: str, values: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
