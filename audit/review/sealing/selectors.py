"""How the seal of the municipality's log is: sealed, witnessed, verified."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from audit.cosigning import witnesses
from audit.cosigning.models import LogRefusal
from audit.cosigning.store import last_of_each
from audit.models import LogCheckpoint
from audit.sealing.backlog import oldest_unsealed
from audit.verifying.findings import Wrong
from audit.verifying.models import LogVerification

# Nightly, and a night may fail.
VERIFIED_WITHIN = timedelta(hours=36)

_CHANGED = _("En hendelse er endret etter at den ble forseglet.")
_GONE = _("Noe som var forseglet, er borte.")
_SEAL = _("Selve forseglingen er endret.")
_WORDS: Mapping[Wrong, Promise] = {
    Wrong.BODY: _CHANGED,
    Wrong.COLUMNS: _CHANGED,
    Wrong.SUBJECTS: _CHANGED,
    Wrong.LATE: _CHANGED,
    Wrong.EVENT_GONE: _GONE,
    Wrong.LEAF_GONE: _GONE,
    Wrong.CUT: _GONE,
    Wrong.CHECKPOINT_GONE: _GONE,
    Wrong.NO_SEAL: _GONE,
    Wrong.ADDED: _("En hendelse er satt inn utenom forseglingen."),
}


@dataclass(frozen=True, slots=True)
class WitnessView:
    """One witness, as the auditor sees it.

    Args:
        name: whose it is.
        size: how many events it has seen; 0 when it never has.
        at: when it last said so.
        is_late: whether it is longer ago than it may be.
        refusal: why it refuses the log, in words; empty when it does not.
        refused_at: since when.
    """

    name: str
    size: int
    at: datetime | None
    is_late: bool
    refusal: str
    refused_at: datetime | None


@dataclass(frozen=True, slots=True)
class SealHealth:
    """All that the page shows; what is not there yet is None."""

    newest: LogCheckpoint | None
    waiting_since: datetime | None
    witnesses: list[WitnessView]
    verification: LogVerification | None
    sound: LogVerification | None
    now: datetime

    @property
    def is_sealed_in_time(self) -> bool:
        """Whether nothing has waited longer than it may."""
        within = timedelta(seconds=settings.AKSON_LOG_SEALED_WITHIN_S)
        return self.waiting_since is None or self.now - self.waiting_since <= within

    @property
    def is_refused(self) -> bool:
        """Whether a witness has seen another log."""
        return any(each.refusal for each in self.witnesses)

    @property
    def is_behind(self) -> bool:
        """Whether a witness has not answered for too long."""
        return any(each.is_late for each in self.witnesses)

    @property
    def is_verified_in_time(self) -> bool:
        """Whether the newest verification is no older than it may be."""
        found = self.verification
        return found is not None and self.now - found.verified_at <= VERIFIED_WITHIN

    @property
    def fault(self) -> str:
        """What the newest verification found first, in words; empty when nothing."""
        found = self.verification
        if found is None or not found.faults:
            return ""
        return str(_WORDS.get(Wrong[found.wrong], _SEAL))

    @property
    def is_well(self) -> bool:
        """Whether all of it is as it should be."""
        return (
            self.is_sealed_in_time
            and self.is_verified_in_time
            and not self.fault
            and not self.is_refused
            and not self.is_behind
        )


def seal_health() -> SealHealth:
    """Read what the page shows, in the municipality the connection stands in."""
    newest = LogCheckpoint.objects.order_by("-era", "-size").first()
    verifications = LogVerification.objects.order_by("-verified_at", "-id")
    return SealHealth(
        newest=newest,
        waiting_since=oldest_unsealed(),
        witnesses=_witnesses(newest) if newest else [],
        verification=verifications.first(),
        sound=verifications.filter(faults=0).first(),
        now=timezone.now(),
    )


def _witnesses(newest: LogCheckpoint) -> list[WitnessView]:
    seen = {each.witness: each for each in last_of_each(newest.era)}
    refused = {each.witness: each for each in LogRefusal.objects.filter(era=newest.era)}
    return [
        WitnessView(
            name=name,
            size=at.size if at else 0,
            at=at.at if at else None,
            is_late=_is_late(newest, at.size if at else 0),
            refusal=no.get_reason_display() if no else "",
            refused_at=no.refused_at if no else None,
        )
        for name in witnesses.names()
        for at, no in [(seen.get(name), refused.get(name))]
    ]


def _is_late(newest: LogCheckpoint, size: int) -> bool:
    """Whether something was sealed that a witness should have seen by now."""
    within = timedelta(seconds=settings.AKSON_LOG_COSIGNED_WITHIN_S)
    waiting = LogCheckpoint.objects.filter(era=newest.era, size__gt=size)
    oldest = waiting.order_by("size").values_list("sealed_at", flat=True).first()
    return oldest is not None and timezone.now() - oldest > within
