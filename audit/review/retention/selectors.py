"""How long the log is kept, what may be erased, and what is proposed and decided."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from access.accounts.models import User
from audit.erasing import store
from audit.erasing.models import LogErased, LogErasure, LogErasureConfirmation
from audit.erasing.periods import PERIODS, Period
from audit.erasing.store import Part


@dataclass(frozen=True, slots=True)
class Proposal:
    """What somebody proposed to erase, and how far it has come.

    Args:
        id: of the proposal.
        events: how many events from the beginning of the tree.
        before: all of them are older than this.
        proposed_by: his name.
        proposed_at: when.
        is_own: whether it was proposed by who looks.
        confirmed_by: the name of who confirmed; empty when nobody has.
        confirmed_at: when.
        erased_at: when it was carried out.
    """

    id: UUID
    events: int
    before: datetime
    proposed_by: str
    proposed_at: datetime
    is_own: bool
    confirmed_by: str
    confirmed_at: datetime | None
    erased_at: datetime | None


@dataclass(frozen=True, slots=True)
class Retention:
    """All that the page shows."""

    periods: Sequence[Period]
    oldest: datetime | None
    parts: list[Part]
    proposals: list[Proposal]

    @property
    def has_undone(self) -> bool:
        """Whether something is proposed or decided that is not erased yet."""
        return any(one.erased_at is None for one in self.proposals)


def retention(*, reader_id: UUID) -> Retention:
    """Read what the page shows; what is proposed already is not offered again."""
    proposals = _proposals(reader_id)
    waiting = {
        (row.era, row.leaves)
        for row in LogErasure.objects.filter(logerasureconfirmation__logerased=None)
    }
    parts = store.erasable()
    return Retention(
        periods=PERIODS,
        oldest=store.oldest_event(),
        parts=[one for one in parts if (one.era, one.leaves) not in waiting],
        proposals=proposals,
    )


def proposal_with(erasure_id: UUID) -> LogErasure | None:
    """Find a proposal."""
    return LogErasure.objects.filter(pk=erasure_id).first()


def _proposals(reader_id: UUID) -> list[Proposal]:
    erasures = list(LogErasure.objects.order_by("-proposed_at"))
    confirmed = {one.pk: one for one in LogErasureConfirmation.objects.all()}
    erased = {one.pk: one.began_at for one in LogErased.objects.all()}
    people = {one.proposed_by for one in erasures}
    people |= {one.confirmed_by for one in confirmed.values()}
    names = {user.pk: user.name for user in User.objects.filter(pk__in=people)}
    return [
        Proposal(
            id=one.pk,
            events=one.leaves,
            before=one.before,
            proposed_by=names.get(one.proposed_by, ""),
            proposed_at=one.proposed_at,
            is_own=one.proposed_by == reader_id,
            confirmed_by=names.get(sure.confirmed_by, "") if sure else "",
            confirmed_at=sure.confirmed_at if sure else None,
            erased_at=erased.get(one.pk),
        )
        for one in erasures
        for sure in [confirmed.get(one.pk)]
    ]
