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
from journal.record.errors import RuleError
from journal.record.forms.stays import DeathForm, DischargeForm, MoveForm
from journal.record.gate import open_record
from journal.record.models import Episode, OpenRecord
from journal.record.selectors.header import patient_header
from journal.record.selectors.units import units_to_move_to
from journal.record.services.death import mark_dead as mark_as_dead
from journal.record.services.death import withdraw_death
from journal.record.services.stays import discharge_patient, move_patient
from journal.record.views.doors import (
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
    form = MoveForm(request.POST or None, units=units_to_move_to())
    acts = is_sent(request, form)
    target = _target(episode_id)
    with open_for_form(
        request, record_id, to=Action.MOVE, acts=acts, target=target
    ) as record:
        episode = _episode(record, episode_id)
        for name in ("unit", "service_type", "room", "bed"):
            form.initial[name] = getattr(episode, name)
        if acts and is_kept(form, lambda: _move(record, episode, form)):
            messages.success(request, _("Flyttingen er lagret."))
            return onwards(request, record_id, to_record)
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
    target = _target(episode_id)
    with open_for_form(
        request, record_id, to=Action.DISCHARGE, acts=acts, target=target
    ) as record:
        episode = _episode(record, episode_id)
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


def _move(record: OpenRecord, episode: Episode, form: MoveForm) -> Episode:
    at = form.cleaned_data["at"]
    return move_patient(record, episode, to=form.place(), at=at, id=form.new_id)


def _episode(record: OpenRecord, episode_id: UUID) -> Episode:
    stays = record.episodes.select_related("unit")
    episode: Episode = get_object_or_404(stays, pk=episode_id)
    return episode


def _target(episode_id: UUID) -> Target:
    return Target("journal.Episode", str(episode_id))
