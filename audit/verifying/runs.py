"""Verifications as they are run: with which keys, from where on, and the result is kept."""

from collections.abc import Sequence
from datetime import timedelta

from django.db import connection
from django.utils import timezone

from audit.cosigning.witnesses import witnesses
from audit.seal.checkpoints import Checkpoint
from audit.seal.keys import VerifierKey
from audit.sealing import memory
from audit.sealing.keys import SealKeyError, verifier_keys
from audit.verifying import reading
from audit.verifying.findings import Reached, Report
from audit.verifying.models import LogVerification
from audit.verifying.verifier import verify
from tenants.context import in_municipality
from tenants.models import Municipality

# What was verified before is taken for granted no longer than this.
ALL_AGAIN_AFTER = timedelta(days=30)

_KEEP = """
INSERT INTO audit_logverification
  (era, size, root, since, events, faults, wrong, event_id)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s)
"""


def verified_log(
    municipality: Municipality,
    keys: Sequence[VerifierKey] | None = None,
    kept: Sequence[Checkpoint] = (),
    *,
    after: Reached | None = None,
) -> Report:
    """Verify a municipality's log.

    Args:
        municipality: Whose.
        keys: The log's; None takes those this installation keeps.
        kept: Checkpoints that were kept elsewhere, of any log.
        after: How far it was verified before.

    Raises:
        SealKeyError: this installation keeps none; nobody is accused for want of them.
    """
    mine = [each for each in kept if f"/{municipality.pk}/" in each.origin]
    with in_municipality(municipality):
        trusted = [each.key for each in witnesses()]
        if keys is None:
            keys = _public_keys(municipality)
            newest = memory.newest_signed(municipality.pk)
            mine += [newest] if newest else []
        return verify([*keys, *trusted], mine, after=after)


def verify_new(municipality: Municipality) -> Report:
    """Verify what is new, and now and then everything; keep how it went.

    Raises:
        SealKeyError: no key is there to verify with.
    """
    with in_municipality(municipality):
        after = _verified_before()
    report = verified_log(municipality, after=after)
    keep(municipality, report, since=after.size if after else 0)
    return report


def keep(municipality: Municipality, report: Report, *, since: int) -> None:
    """Keep how a verification went."""
    reached = report.reached or Reached(0, 0, b"")
    first = report.findings[0] if report.findings else None
    with in_municipality(municipality), connection.cursor() as cursor:
        cursor.execute(
            _KEEP,
            [
                *reached,
                since,
                report.events,
                len(report.findings),
                first.wrong.name if first else "",
                first.event_id if first else None,
            ],
        )


def _public_keys(municipality: Municipality) -> list[VerifierKey]:
    """Give the public keys of a municipality's log, under the names of all its trees.

    They lie in the sealer's folder, or in one with copies of its `.pub` files alone.
    """
    eras = reading.eras()
    found = [key for era in eras for key in verifier_keys(municipality.pk, era.origin)]
    if not found and any(next(reading.checkpoints(era.number), None) for era in eras):
        raise SealKeyError(f"no public key of {municipality.schema_name}")
    return found


def _verified_before() -> Reached | None:
    """Say how far the log was last verified without a fault; None when all is due again."""
    sound = LogVerification.objects.filter(faults=0)
    recent = timezone.now() - ALL_AGAIN_AFTER
    if not sound.filter(since=0, verified_at__gte=recent).exists():
        return None
    newest = sound.order_by("-verified_at", "-id").first()
    if newest is None or not newest.size:
        return None
    return Reached(newest.era, newest.size, bytes(newest.root))
