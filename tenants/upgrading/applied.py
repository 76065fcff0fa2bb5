"""Which migrations a schema has, as a fingerprint; one query for a hundred schemas."""

from collections.abc import Iterable

from tenants import roles
from tenants.context import this_connection

# Each schema's table is locked until the query ends, and the server has room for some
# thousands of locks.
_AT_ONCE = 120
_NAME = """(app || '.' || name) COLLATE "C\""""
_DIGEST = """
SELECT '{schema}', coalesce(md5(string_agg(DISTINCT {name}, ' ' ORDER BY {name})), '')
FROM "{schema}".django_migrations
"""


def applied_digests(schemas: Iterable[str]) -> dict[str, str]:
    """Fingerprint the migrations of each schema; run as the owner.

    Equal fingerprints are equal migrations, in every database.
    """
    asked = [
        _DIGEST.format(schema=roles.check_schema_name(schema), name=_NAME)
        for schema in schemas
    ]
    found: dict[str, str] = {}
    with this_connection().cursor() as cursor:
        for first in range(0, len(asked), _AT_ONCE):
            cursor.execute(" UNION ALL ".join(asked[first : first + _AT_ONCE]))
            found.update(cursor.fetchall())
    return found


def existing(schemas: Iterable[str]) -> list[str]:
    """Tell which of them are there."""
    with this_connection().cursor() as cursor:
        cursor.execute(
            "SELECT nspname FROM pg_namespace WHERE nspname = ANY (%s)", [list(schemas)]
        )
        return [schema for (schema,) in cursor.fetchall()]
