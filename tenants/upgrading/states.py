"""What the consortium sees of the upgrades, and who may only read meanwhile; run in its place."""

from collections.abc import Collection
from datetime import timedelta

from django.db.models import F
from django.utils import timezone

from tenants import directory
from tenants.models import Municipality
from tenants.schemas import SchemaUpgrade

State = SchemaUpgrade.State
# For so long nobody can write after the process was killed; it is renewed in time.
LEASE = timedelta(minutes=1)
_STORED = (
    "state",
    "from_digest",
    "to_digest",
    "attempts",
    "error",
    "read_only_until",
    "finished_at",
    "touched_at",
)


def wait_for_turn(municipalities: Collection[Municipality], from_digest: str) -> None:
    """Say that these will be upgraded; another run may be at some of them already."""
    at_work = SchemaUpgrade.objects.filter(
        municipality__in=municipalities, read_only_until__gt=timezone.now()
    ).values_list("pk", flat=True)
    taken = set(at_work)
    _store(
        [each for each in municipalities if each.pk not in taken],
        state=State.WAITING,
        from_digest=from_digest,
    )


def make_read_only(
    municipalities: Collection[Municipality], from_digest: str, to_digest: str
) -> None:
    """Say that these are being upgraded, to people too: they can read and not write."""
    _store(
        municipalities,
        state=State.RUNNING,
        from_digest=from_digest,
        to_digest=to_digest,
        read_only_until=timezone.now() + LEASE,
    )
    directory.invalidate()


def renew(municipalities: Collection[Municipality]) -> None:
    """Keep those that still run read-only."""
    SchemaUpgrade.objects.filter(
        municipality__in=municipalities, state=State.RUNNING
    ).update(read_only_until=timezone.now() + LEASE)
    directory.invalidate()


def fail(municipality: Municipality, error: str) -> None:
    """Say that a municipality could not be upgraded, and let its people write again."""
    SchemaUpgrade.objects.filter(pk=municipality.pk).update(
        state=State.FAILED,
        attempts=F("attempts") + 1,
        error=error,
        read_only_until=None,
        touched_at=timezone.now(),
        finished_at=timezone.now(),
    )


def try_again(municipality: Municipality, error: str) -> None:
    """Count an attempt that met people at work."""
    SchemaUpgrade.objects.filter(pk=municipality.pk).update(
        attempts=F("attempts") + 1, error=error, touched_at=timezone.now()
    )


def settle(digests: dict[str, str]) -> None:
    """Say of those that lack nothing that they are done, however their run ended.

    Args:
        digests: Fingerprints by the names of such schemas.
    """
    unsettled = SchemaUpgrade.objects.exclude(state=State.DONE).filter(
        municipality__schema_name__in=digests
    )
    for row in unsettled.select_related("municipality"):
        SchemaUpgrade.objects.filter(pk=row.pk).update(
            state=State.DONE,
            to_digest=digests[row.municipality.schema_name],
            error="",
            read_only_until=None,
            touched_at=timezone.now(),
            finished_at=timezone.now(),
        )


def note_made(municipality: Municipality, digest: str) -> None:
    """Say which migrations a schema was made with, so that others can be told from it."""
    _store(
        [municipality],
        state=State.DONE,
        to_digest=digest,
        finished_at=timezone.now(),
    )


def _store(municipalities: Collection[Municipality], **facts: object) -> None:
    now = timezone.now()
    rows = [
        SchemaUpgrade(municipality=each, touched_at=now, **facts)
        for each in municipalities
    ]
    SchemaUpgrade.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["municipality"],
        update_fields=_STORED,
    )
