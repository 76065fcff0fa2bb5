"""Proposes to erase the oldest part of the log, and confirms what another proposed."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from uuid import UUID, uuid4

from django.utils.translation import gettext as _

from access.errors import RightsError
from access.roles import Role
from access.worker import Worker
from audit import log
from audit.entry import REVIEW, Target
from audit.erasing import store
from audit.erasing.models import LogErasure, LogErasureConfirmation
from audit.verbs import Verb


@dataclass(frozen=True, slots=True)
class _What:
    """What is erased, as both of the events say it."""

    id: UUID
    era: int
    leaves: int
    before: datetime


def propose(*, by: Worker, era: int, leaves: int) -> None:
    """Propose to erase a tree's oldest events, up to what must be kept.

    Args:
        by: the auditor.
        era: the tree.
        leaves: up to which leaf, as he saw it.

    Raises:
        RightsError: that is not what may be erased now.
    """
    parts = {(part.era, part.leaves): part for part in store.erasable()}
    part = parts.get((era, leaves))
    if part is None:
        raise RightsError(_("Det som kan slettes, er endret. Se over på nytt."))
    what = _What(uuid4(), era, leaves, part.before)
    with _said(Verb.LOG_ERASURE_PROPOSED, what, by=by) as event_id:
        store.add_proposal(what.id, part, by=by.user_id, event_id=event_id)


def confirm(erasure: LogErasure, *, by: Worker) -> None:
    """Confirm what another auditor proposed; with that it is decided.

    Raises:
        RightsError: it is his own proposal, or it was confirmed before.
    """
    if erasure.proposed_by == by.user_id:
        raise RightsError(_("En annen revisor enn deg må bekrefte forslaget."))
    if LogErasureConfirmation.objects.filter(pk=erasure.pk).exists():
        raise RightsError(_("Forslaget er bekreftet før."))
    what = _What(erasure.pk, erasure.era, erasure.leaves, erasure.before)
    with _said(Verb.LOG_ERASURE_CONFIRMED, what, by=by) as event_id:
        store.add_confirmation(
            erasure.pk,
            proposed_by=erasure.proposed_by,
            by=by.user_id,
            event_id=event_id,
        )


@contextmanager
def _said(verb: Verb, what: _What, *, by: Worker) -> Iterator[UUID]:
    """Say it in the log first; the database lets nobody decide in another's name."""
    entry = replace(
        by.entry_as(Role.AUDITOR, verb),
        grounds=REVIEW,
        target=Target("audit.LogErasure", str(what.id)),
        detail={
            "era": str(what.era),
            "leaves": str(what.leaves),
            "before": what.before.astimezone(UTC).isoformat(),
        },
    )
    ids = log.append(entry)
    with log.open_door(ids):
        yield ids[0]
