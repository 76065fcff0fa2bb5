"""Which municipalities have something to seal, and since when: one question to the database.

In portions, since each schema asked takes locks for as long as the statement runs.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import connection

from tenants import roles

PORTION = 100

# Numbers this server has not come to are of events that were restored: an era sealed them.
_ONE = """
SELECT '{schema}', era.system_identifier, waiting.stored_at, at.sealed_at
FROM (VALUES (1)) AS always
LEFT JOIN LATERAL (SELECT number, system_identifier FROM "{schema}".audit_logera
  ORDER BY number DESC LIMIT 1) era ON true
LEFT JOIN LATERAL (SELECT sealed_xid, sealed_event, sealed_at
  FROM "{schema}".audit_logcheckpoint
  WHERE era = era.number ORDER BY size DESC LIMIT 1) at ON true
LEFT JOIN LATERAL (SELECT e.stored_at FROM "{schema}".audit_accessevent e
  WHERE (e.xid, e.id) > (coalesce(at.sealed_xid, 0),
      coalesce(at.sealed_event, '00000000-0000-0000-0000-000000000000'))
    AND e.xid < pg_snapshot_xmax(pg_current_snapshot())::text::bigint
    AND NOT EXISTS (SELECT 1 FROM "{schema}".audit_logleaf l WHERE l.event_id = e.id)
  ORDER BY e.xid, e.id LIMIT 1) waiting ON true
"""
_HERE = """
SELECT e.stored_at FROM audit_accessevent e
WHERE (e.xid, e.id) > (
    coalesce((SELECT sealed_xid FROM audit_logcheckpoint
      ORDER BY era DESC, size DESC LIMIT 1), 0),
    coalesce((SELECT sealed_event FROM audit_logcheckpoint
      ORDER BY era DESC, size DESC LIMIT 1), '00000000-0000-0000-0000-000000000000'))
  AND NOT EXISTS (SELECT 1 FROM audit_logleaf leaf WHERE leaf.event_id = e.id)
ORDER BY e.xid, e.id LIMIT 1
"""


@dataclass(frozen=True, slots=True)
class Backlog:
    """What waits in one municipality.

    Args:
        schema: The municipality's.
        waiting_since: when the first event that is not sealed was stored; None if all are.
        is_elsewhere: its era belongs to another server, so nobody knows what waits.
        sealed_at: when its log was last sealed; None if it never was in this era.
    """

    schema: str
    waiting_since: datetime | None
    is_elsewhere: bool
    sealed_at: datetime | None


def backlogs(schemas: Sequence[str]) -> list[Backlog]:
    """Ask what waits in each of the municipalities."""
    found: list[Backlog] = []
    for start in range(0, len(schemas), PORTION):
        found += _portion(schemas[start : start + PORTION])
    return found


def oldest_unsealed() -> datetime | None:
    """Say since when an event waits, in the municipality the connection stands in."""
    with connection.cursor() as cursor:
        cursor.execute(_HERE)
        row = cursor.fetchone()
        return row[0] if row else None


def _portion(schemas: Sequence[str]) -> list[Backlog]:
    each = (_ONE.format(schema=roles.check_schema_name(schema)) for schema in schemas)
    with connection.cursor() as cursor:
        cursor.execute("SELECT system_identifier::text FROM pg_control_system()")
        ((server,),) = cursor.fetchall()
        cursor.execute(" UNION ALL ".join(each))
        rows = cursor.fetchall()
    return [
        Backlog(schema, since, era_server not in (None, server), sealed_at)
        for schema, era_server, since, sealed_at in rows
    ]
