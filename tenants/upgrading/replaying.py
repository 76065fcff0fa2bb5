"""Repeats an upgrade in one schema: in one transaction, or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from enum import Enum, auto

import psycopg
from django.db import (
    DatabaseError,
    InterfaceError,
    OperationalError,
    transaction,
)
from django.db.backends.utils import CursorWrapper
from django.db.models import F
from django.utils import timezone

from tenants import roles
from tenants.context import in_municipality, this_connection
from tenants.database.base import DatabaseWrapper
from tenants.models import Municipality
from tenants.schemas import SchemaUpgrade
from tenants.upgrading.applied import applied_digests
from tenants.upgrading.collecting import Step, Upgrade

# Shorter than the server's deadlock_timeout (1 s): where people and the upgrade wait for
# each other, the upgrade gives way, and nobody sees an error page. After some attempts it
# waits longer: the server's own vacuum gives way only to who has waited for so long.
LOCK_TIMEOUT_MS = 500
PATIENT_LOCK_TIMEOUT_MS = 1500
IMPATIENT_ATTEMPTS = 3
_LOCKS = 4_120_603
_RECORD = "INSERT INTO django_migrations (app, name, applied) VALUES (%s, %s, now())"
_KINDS = """
INSERT INTO django_content_type (app_label, model)
SELECT DISTINCT new.app, new.model FROM unnest(%(apps)s::text[], %(models)s::text[]) AS new (app, model)
WHERE NOT EXISTS (
  SELECT FROM django_content_type WHERE (app_label, model) = (new.app, new.model))
"""
_PERMISSIONS = """
INSERT INTO auth_permission (content_type_id, codename, name)
SELECT kind.id, new.codename, new.name
FROM unnest(%(apps)s::text[], %(models)s::text[], %(codenames)s::text[], %(names)s::text[])
  AS new (app, model, codename, name)
JOIN django_content_type kind ON (kind.app_label, kind.model) = (new.app, new.model)
WHERE new.codename <> '' AND NOT EXISTS (
  SELECT FROM auth_permission may
  WHERE may.content_type_id = kind.id AND may.codename = new.codename)
"""


class Outcome(Enum):
    """What came of one attempt at one schema."""

    DONE = auto()
    CHANGED = auto()  # it is not as the upgrade expects: another run did it
    ELSEWHERE = auto()  # another run is at it


class StepError(Exception):
    """A migration could not be run; says which, and nothing of the rows it met."""

    def __init__(self, step: Step, cause: BaseException) -> None:
        self.is_passing = isinstance(
            cause.__cause__,
            psycopg.errors.LockNotAvailable | psycopg.errors.DeadlockDetected,
        )
        super().__init__(f"{step.name}: {_described(cause)}")


def upgrade_schema(
    municipality: Municipality, upgrade: Upgrade, *, attempt: int = 1
) -> Outcome:
    """Bring a municipality's schema from one fingerprint to the other.

    The row that says so is written in the same transaction. The first attempts are the
    least patient.

    Raises:
        StepError: a migration failed; nothing of it remains.
    """
    schema = municipality.schema_name
    with in_municipality(municipality), _claimed(schema) as is_ours:
        if not is_ours:
            return Outcome.ELSEWHERE
        if applied_digests([schema])[schema] != upgrade.from_digest:
            return Outcome.CHANGED
        is_early = attempt <= IMPATIENT_ATTEMPTS
        lock_timeout_ms = LOCK_TIMEOUT_MS if is_early else PATIENT_LOCK_TIMEOUT_MS
        is_whole = all(step.migration.atomic for step in upgrade.steps)
        with transaction.atomic(durable=True) if is_whole else nullcontext():
            for step in upgrade.steps:
                _run(this_connection(), schema, step, lock_timeout_ms)
            with transaction.atomic():
                _finish(municipality, upgrade)
        return Outcome.DONE


@contextmanager
def _claimed(schema: str) -> Iterator[bool]:
    """Keep other runs away from a schema; the session's end lets go, however it ends."""
    with this_connection().cursor() as cursor:
        key: list[int | str] = [_LOCKS, schema]
        cursor.execute("SELECT pg_try_advisory_lock(%s, hashtext(%s))", key)
        (is_ours,) = cursor.fetchone()
    try:
        yield is_ours
    finally:
        if is_ours:
            _let_go(key)


def _let_go(key: list[int | str]) -> None:
    # A connection that is gone has let go already.
    with (
        suppress(OperationalError, InterfaceError),
        this_connection().cursor() as cursor,
    ):
        cursor.execute("SELECT pg_advisory_unlock(%s, hashtext(%s))", key)


def _run(
    connection: DatabaseWrapper, schema: str, step: Step, lock_timeout_ms: int
) -> None:
    migration = step.migration
    is_atomic = migration.atomic
    try:
        with (
            transaction.atomic() if is_atomic else nullcontext(),
            connection.cursor() as cursor,
        ):
            if is_atomic:
                cursor.execute(f"SET LOCAL lock_timeout = {lock_timeout_ms}")
            if step.before is not None:
                with connection.schema_editor(atomic=is_atomic) as editor:
                    migration.apply(step.before.clone(), editor)
            elif step.sql:
                cursor.execute(step.sql.replace(roles.TEMPLATE_SCHEMA, schema))
            cursor.execute(_RECORD, [migration.app_label, migration.name])
            if is_atomic:
                # What waits for the end would stand in the way of the next migration.
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
                cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    except Exception as error:
        raise StepError(step, error) from error


def _finish(municipality: Municipality, upgrade: Upgrade) -> None:
    with this_connection().cursor() as cursor:
        _add_names(cursor, upgrade)
        cursor.execute(roles.migrated_schema_sql(municipality.schema_name))
    SchemaUpgrade.objects.filter(pk=municipality.pk).update(
        state=SchemaUpgrade.State.DONE,
        from_digest=upgrade.from_digest,
        to_digest=upgrade.to_digest,
        attempts=F("attempts") + 1,
        error="",
        read_only_until=None,
        touched_at=timezone.now(),
        finished_at=timezone.now(),
    )


def _add_names(cursor: CursorWrapper, upgrade: Upgrade) -> None:
    """Add the content types and permissions of new models, as Django does after migrating."""
    if not upgrade.names:
        return
    columns = zip(*upgrade.names, strict=True)
    named = dict(zip(("apps", "models", "codenames", "names"), columns, strict=True))
    arrays = {name: list(values) for name, values in named.items()}
    cursor.execute(_KINDS, arrays)
    cursor.execute(_PERMISSIONS, arrays)


def _described(error: BaseException) -> str:
    """Say what failed by its kind and place: the server's own words may quote a row."""
    cause = error.__cause__
    if not isinstance(error, DatabaseError) or not isinstance(cause, psycopg.Error):
        return type(error).__name__
    place = (cause.diag.table_name, cause.diag.column_name, cause.diag.constraint_name)
    words = [type(cause).__name__, cause.sqlstate, *place]
    return " ".join(word for word in words if word)
