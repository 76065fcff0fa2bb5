"""How far the witnesses are behind in each municipality: one question to the database.

In portions, since each schema asked takes locks for as long as the statement runs.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.db import connection
from django.utils import timezone

from audit.cosigning import witnesses
from tenants import roles

PORTION = 100
# Also when nothing is new: a log that was put back to an older state is then found out.
ASKED_AGAIN_AFTER = timedelta(hours=1)

# Of several witnesses the one furthest behind counts.
_ONE = """
SELECT '{schema}', waiting.sealed_at, behind.moment
FROM (SELECT max(number) AS number FROM "{schema}".audit_logera) era
CROSS JOIN LATERAL (
  SELECT min(coalesce(seen.size, 0)) AS size, min(coalesce(seen.moment, 0)) AS moment
  FROM unnest(%(witnesses)s::text[]) AS asked (name)
  LEFT JOIN LATERAL (SELECT size, moment FROM "{schema}".audit_logcosignature
    WHERE era = era.number AND witness = asked.name
    ORDER BY size DESC, moment DESC LIMIT 1) seen ON true) behind
LEFT JOIN LATERAL (SELECT sealed_at FROM "{schema}".audit_logcheckpoint
  WHERE era = era.number AND size > behind.size ORDER BY size LIMIT 1) waiting ON true
WHERE era.number IS NOT NULL
"""


@dataclass(frozen=True, slots=True)
class Lag:
    """How far the witnesses are behind in one municipality.

    Args:
        schema: The municipality's.
        waiting_since: when the oldest checkpoint was signed that no cosigned one stands for;
            None if the newest is cosigned.
        asked_at: when all witnesses had last said something.
    """

    schema: str
    waiting_since: datetime | None
    asked_at: datetime

    @property
    def age_s(self) -> int:
        """How long it has waited, in seconds."""
        since = self.waiting_since
        if since is None:
            return 0
        return max(0, int((timezone.now() - since).total_seconds()))

    @property
    def is_due(self) -> bool:
        """Whether the witnesses are to be asked."""
        is_old = self.asked_at < timezone.now() - ASKED_AGAIN_AFTER
        return self.waiting_since is not None or is_old


def lags(schemas: Sequence[str]) -> list[Lag]:
    """Ask how far the witnesses are behind in each municipality that has sealed anything."""
    found: list[Lag] = []
    for start in range(0, len(schemas), PORTION):
        found += _portion(schemas[start : start + PORTION])
    return found


def _portion(schemas: Sequence[str]) -> list[Lag]:
    each = (_ONE.format(schema=roles.check_schema_name(schema)) for schema in schemas)
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(each), {"witnesses": witnesses.names()})
        rows = cursor.fetchall()
    return [
        Lag(schema, since, datetime.fromtimestamp(moment, tz=UTC))
        for schema, since, moment in rows
    ]
