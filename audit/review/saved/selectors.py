"""The saved parts of the log an auditor sees: his own, and those others share."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from access.models import SavedFilter
from access.worker import Worker
from audit.models import AccessSubject
from audit.review.rules.log_filter import LogFilter, Named, Sought
from audit.review.selectors.asked import asked_for
from audit.review.selectors.lines import pseudonym_label


@dataclass(frozen=True, slots=True)
class SavedRow:
    """One saved part of the log in the list; nobody it is about is named."""

    saved: SavedFilter
    said: list[str]
    is_own: bool


def saved_for(worker: Worker) -> QuerySet[SavedFilter]:
    """The saved parts an auditor may open."""
    own_or_shared = Q(owner_id=worker.user_id) | Q(is_shared=True)
    found = SavedFilter.objects.select_related("owner", "actor", "unit")
    return found.filter(own_or_shared).order_by("name", "pk")


def saved_rows(worker: Worker, *, today: date) -> list[SavedRow]:
    """List them in words, one's own first."""
    rows = [
        SavedRow(saved, _said(saved, today), saved.owner_id == worker.user_id)
        for saved in saved_for(worker)
    ]
    return sorted(rows, key=lambda row: not row.is_own)


def filter_of(saved: SavedFilter, *, today: date) -> LogFilter | None:
    """The part of the log it stands for; None when whom it is about is known no longer."""
    patient = _patient(saved.reading_id) if saved.reading_id else None
    if saved.reading_id and patient is None:
        return None
    actor = Named(saved.actor.pk, saved.actor.name) if saved.actor else None
    return replace(_without_people(saved, today), patient=patient, actor=actor)


def _without_people(saved: SavedFilter, today: date) -> LogFilter:
    """All it stands for but whom it is about."""
    since, until = _period(saved, today)
    return LogFilter(
        since=since,
        until=until,
        unit_id=saved.unit_id,
        verbs=tuple(saved.verbs),
        bases=tuple(saved.bases),
        pages=tuple(saved.pages),
        outcome=saved.outcome,
        purpose=saved.purpose,
        sought=_sought(saved),
    )


def _patient(reading_id: UUID) -> Named | None:
    found = AccessSubject.objects.filter(event_id=reading_id)
    patient_id = found.values_list("patient_id", flat=True).first()
    return Named(patient_id, pseudonym_label(patient_id)) if patient_id else None


def _period(saved: SavedFilter, today: date) -> tuple[date, date]:
    if saved.since is not None and saved.until is not None:
        return saved.since, saved.until
    return today - timedelta(days=(saved.days or 1) - 1), today


def _sought(saved: SavedFilter) -> Sought | None:
    if not saved.keyed_hash:
        return None
    return Sought(_("et personnummer som er lagret"), keyed_hash=saved.keyed_hash)


def _said(saved: SavedFilter, today: date) -> list[str]:
    chosen = _without_people(saved, today)
    days = ngettext("Siste dag", "Siste %(days)s dager", saved.days or 1)
    period = (
        days % {"days": saved.days}
        if saved.days
        else f"{chosen.since:%d.%m.%Y}–{chosen.until:%d.%m.%Y}"
    )
    people = [
        _("Én pasient") if saved.reading_id else "",
        _("Én ansatt") if saved.actor_id else "",
    ]
    return [period, *(one for one in people if one), *asked_for(chosen)]
