"""Keeping a part of the log under a name, opening it, and letting it go."""

from datetime import date

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from access.models import SavedFilter
from access.worker import Worker
from audit.entry import Target
from audit.review.rules.log_filter import LogFilter
from audit.review.saved.selectors import filter_of, saved_for
from audit.review.services.choosing import choose_directly
from audit.review.services.reading import log_reading
from journal.record.errors import RuleError

MOST_SAVED = 50


def save_filter(
    chosen: LogFilter, *, by: Worker, name: str, is_shared: bool, follows: bool
) -> SavedFilter:
    """Keep a part of the log under a name; that somebody keeps it is in the log first.

    Args:
        chosen: the part of the log.
        by: the auditor.
        name: what he calls it.
        is_shared: whether other auditors of the municipality see it.
        follows: whether its days end with the one it is opened on.

    Raises:
        RuleError: it has words somebody searched for, the name is taken, or there are too many.
    """
    if chosen.sought and chosen.sought.text:
        raise RuleError(no_words())
    if saved_for(by).filter(owner_id=by.user_id).count() >= MOST_SAVED:
        raise RuleError(_("Du har 50 lagrede utvalg. Slett et du ikke bruker først."))
    reading_id = log_reading(by, chosen=chosen)
    saved = SavedFilter(
        owner_id=by.user_id,
        name=name,
        is_shared=is_shared,
        saved_at=timezone.now(),
        days=chosen.days if follows else None,
        since=None if follows else chosen.since,
        until=None if follows else chosen.until,
        reading_id=reading_id if chosen.patient else None,
        actor_id=chosen.actor.id if chosen.actor else None,
        unit_id=chosen.unit_id,
        verbs=list(chosen.verbs),
        bases=list(chosen.bases),
        pages=list(chosen.pages),
        outcome=chosen.outcome,
        purpose=chosen.purpose,
        keyed_hash=chosen.sought.keyed_hash if chosen.sought else "",
    )
    _store(saved)
    return saved


def open_saved(saved: SavedFilter, *, by: Worker, today: date) -> LogFilter:
    """Give the part of the log, once the log says that it is about to be read.

    Raises:
        RuleError: the log no longer knows whom it is about.
    """
    chosen = filter_of(saved, today=today)
    if chosen is None:
        raise RuleError(
            _("Loggen vet ikke lenger hvem dette utvalget gjelder. Slett det.")
        )
    return choose_directly(chosen, by=by)


def rename(saved: SavedFilter, *, by: Worker, name: str, is_shared: bool) -> None:
    """Call it something else, or share it or not; the log says so, without the name.

    Others may control the log by what is shared, and must be able to see why it is gone.

    Raises:
        RuleError: the name is taken.
    """
    _say(by, "filter_renamed", saved)
    saved.name, saved.is_shared = name, is_shared
    _store(saved)


def forget(saved: SavedFilter, *, by: Worker) -> None:
    """Let it go, once the log says so."""
    _say(by, "filter_deleted", saved)
    saved.delete()


def no_words() -> str:
    """Say why words somebody searched for are not kept."""
    return _(
        "Et utvalg med søkeord kan ikke lagres, siden ordene kan være navn på pasienter. "
        "Ta bort søkeordet først."
    )


def _say(by: Worker, what: str, saved: SavedFilter) -> None:
    target = Target("access.SavedFilter", str(saved.pk))
    log_reading(by, target=target, detail={"what": what})


def _store(saved: SavedFilter) -> None:
    try:
        with transaction.atomic():
            saved.save()
    except IntegrityError as error:
        raise RuleError(
            _("Du har alt et utvalg som heter dette."), field="name"
        ) from error
