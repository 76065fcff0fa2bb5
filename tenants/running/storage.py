"""Measures how much room each municipality's schema takes; nothing in it is read."""

from datetime import date, timedelta

from django.db.models import OuterRef, Subquery
from django.utils import timezone

from tenants.context import second_connection
from tenants.models import Municipality
from tenants.running.models import StorageMeasure

# A connection keeps what it has learnt of every table it measured, 3 MB for each schema.
_PER_CONNECTION = 20
KEPT_FOR = timedelta(days=400)
_BYTES = """
SELECT n.nspname, sum(pg_total_relation_size(c.oid))::bigint
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = ANY (%s) AND c.relkind IN ('r', 'm', 'S')
GROUP BY n.nspname
"""


def measure() -> None:
    """Note how much room each schema takes today: tables, indexes and all. Safe to run twice."""
    today = timezone.localdate()
    known = dict(
        Municipality.objects.filter(state__in=Municipality.WITH_SCHEMA).values_list(
            "schema_name", "pk"
        )
    )
    StorageMeasure.objects.bulk_create(
        (
            StorageMeasure(municipality_id=known[schema], day=today, bytes=size)
            for schema, size in _sizes(list(known)).items()
        ),
        update_conflicts=True,
        unique_fields=["municipality", "day"],
        update_fields=["bytes"],
    )
    forget(today)


def newest_measure(field: str, *, until: date) -> Subquery:
    """Give the expression for what was last measured of a municipality, until a day."""
    of_it = StorageMeasure.objects.filter(municipality=OuterRef("pk"), day__lte=until)
    return Subquery(of_it.order_by("-day").values(field)[:1])


def forget(today: date) -> None:
    """Remove what was measured more than a year ago."""
    StorageMeasure.objects.filter(day__lt=today - KEPT_FOR).delete()


def _sizes(schemas: list[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for first in range(0, len(schemas), _PER_CONNECTION):
        with second_connection() as connection, connection.cursor() as cursor:
            cursor.execute(_BYTES, [schemas[first : first + _PER_CONNECTION]])
            found.update(cursor.fetchall())
    return found
