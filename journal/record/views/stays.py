"""Moving, discharging and marking as dead."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from access.actions import Action
from access.requests import AksonRequest
from audit.entry import Target
from journal.record.errors import RuleError, StaleFormError
from journal.record.forms.stays import DeathForm, DischargeForm, MoveForm
from journal.record.gate import open_record
from journal.record.models import Episode, OpenRecord
from journal.record.selectors.beds import bed_is_taken
from journal.record.selectors.header import patient_header
from journal.record.selectors.units import units_to_move_to
from journal.record.selectors.versions import version_of
from journal.record.services.death import mark_dead as mark_as_dead
from journal.record.services.death import withdraw_death
from journal.record.services.stays import Place, discharge_patient, move_patient
from journal.record.views.doors import (
    explain,
    is_kept,
    is_sent,
    onwards,
    open_for_form,
    page_status,
    to_person,
    to_record,
)


@require_http_methods(["GET", "POST"])
def move(request: AksonRequest, record_id: UUID, episode_id: UUID) -> HttpResponse:
    """Move a patient to another room, bed, unit or service."""
    units = units_to_move_to()
    form = MoveForm(request.POST or None, units=units)
    acts = is_sent(request, form)
    target = target_of(episode_id)
    with open_for_form(
        request, record_id, to=Action.MOVE, acts=acts, target=target
    ) as record:
        episode = stay_in(record, episode_id)
        form.initial = MoveForm.initial_of(episode, version_of(episode))
        try:
            if acts and is_kept(form, lambda: _move(record, episode, form)):
                messages.success(request, _("Flyttingen er lagret."))
                warn_of_taken_bed(request, record, form.place())
                return onwards(request, record_id, to_record)
        except StaleFormError as error:
            again = request.POST.copy()
            again["version"] = str(form.initial["version"])
            form = MoveForm(again, units=units)
            explain(form, error)
        context = {
            "record": record,
            "header": patient_header(record),
            "episode": episode,
            "form": form,
        }
        status = page_status(request)
        return render(request, "journal/record/move.html", context, status=status)


@require_http_methods(["GET", "POST"])
def discharge(request: AksonRequest, record_id: UUID, episode_id: UUID) -> HttpResponse:
    """End a stay or a service."""
    form = DischargeForm(request.POST or None)
    acts = is_sent(request, form)
    target = target_of(episode_id)
    with open_for_form(
        request, record_id, to=Action.DISCHARGE, acts=acts, target=target
    ) as record:
        episode = stay_in(record, episode_id)
        if acts and is_kept(
            form,
            lambda: discharge_patient(record, episode, at=form.cleaned_data["at"]),
        ):
            messages.success(request, _("Oppholdet er avsluttet."))
            return onwards(request, record_id, to_record)
        context = {
            "record": record,
            "header": patient_header(record),
            "episode": episode,
            "form": form,
        }
        status = page_status(request)
        return render(request, "journal/record/discharge.html", context, status=status)


@require_http_methods(["GET", "POST"])
def mark_dead(request: AksonRequest, record_id: UUID) -> HttpResponse:
    """Mark a patient as dead, after a second look at who it is."""
    form = DeathForm(request.POST or None)
    acts = is_sent(request, form)
    with open_for_form(request, record_id, to=Action.MARK_DEAD, acts=acts) as record:
        if acts and is_kept(
            form, lambda: mark_as_dead(record, on=form.cleaned_data["deceased_on"])
        ):
            messages.success(request, _("Dødsfallet er registrert."))
            return to_record(record_id)
        context = {
            "record": record,
            "header": patient_header(record),
            "stays": record.episodes.filter(ends_at=None).select_related("unit"),
            "form": form,
        }
        status = page_status(request)
        return render(request, "journal/record/mark_dead.html", context, status=status)


@require_POST
def take_back_death(request: AksonRequest, record_id: UUID) -> HttpResponse:
    """Take back that a patient is dead, when it was a mistake."""
    detail = {"change": "withdrawn"}
    with open_record(
        record_id, by=request.worker, to=Action.MARK_DEAD, detail=detail
    ) as record:
        try:
            withdraw_death(record)
        except RuleError as error:
            messages.error(request, error.message)
        else:
            messages.success(request, _("Dødsmeldingen er trukket tilbake."))
    return to_person(record_id)


def stay_in(record: OpenRecord, episode_id: UUID) -> Episode:
    """Find a stay in the record, or answer that there is none."""
    stays = record.episodes.select_related("unit")
    episode: Episode = get_object_or_404(stays, pk=episode_id)
    return episode


def target_of(episode_id: UUID) -> Target:
    """Name a stay for the log."""
    return Target("journal.Episode", str(episode_id))


def warn_of_taken_bed(request: AksonRequest, record: OpenRecord, place: Place) -> None:
    """Say that somebody lies there already, and leave it at that: it may be a swap."""
    if bed_is_taken(record, unit_id=place.unit.pk, room=place.room, bed=place.bed):
        messages.warning(
            request,
            _(
                "Sengen er registrert som opptatt. Sjekk at enhet, rom og seng er riktig."
            ),
        )


def _move(record: OpenRecord, episode: Episode, form: MoveForm) -> Episode:
    return move_patient(
        record,
        episode,
        to=form.place(),
        at=form.cleaned_data["at"],
        id=form.new_id,
        version=form.cleaned_data["version"],
    )
