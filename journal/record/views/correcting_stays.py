"""Correcting a stay: what is told of it, and an end that was a mistake."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from access.actions import Action
from access.requests import AksonRequest
from journal.record.errors import RuleError, StaleFormError
from journal.record.forms.stays import DECISION, CorrectStayForm
from journal.record.gate import open_record
from journal.record.models import Episode, OpenRecord
from journal.record.selectors.header import patient_header
from journal.record.selectors.versions import as_of, version_of
from journal.record.services import correcting_stays as services
from journal.record.views.doors import (
    beside_the_others,
    is_kept,
    is_sent,
    open_for_form,
    page_status,
    to_person,
)
from journal.record.views.stays import stay_in, target_of

_ANCHOR = "stays"


@require_http_methods(["GET", "POST"])
def stay_edit(request: AksonRequest, record_id: UUID, episode_id: UUID) -> HttpResponse:
    """Correct start, hours and decision of a stay; a stale form shows what others changed."""
    form = CorrectStayForm(request.POST or None)
    acts = is_sent(request, form)
    to, target = Action.CHANGE_STAY, target_of(episode_id)
    with open_for_form(request, record_id, to=to, acts=acts, target=target) as record:
        episode = stay_in(record, episode_id)
        form.initial = CorrectStayForm.initial_of(episode, version_of(episode))
        context: dict[str, Any] = {
            "record": record,
            "header": patient_header(record),
            "episode": episode,
            "form": form,
        }
        try:
            if acts and is_kept(form, lambda: _change(record, episode, form)):
                messages.success(request, _("Opplysningene er lagret."))
                return to_person(record_id, _ANCHOR)
        except StaleFormError as error:
            before = as_of(episode, form.cleaned_data["version"], DECISION)
            context |= beside_the_others(
                form, error, before=before, again=CorrectStayForm
            )
        status = page_status(request)
        return render(request, "journal/record/stay_edit.html", context, status=status)


@require_POST
def withdraw_discharge(
    request: AksonRequest, record_id: UUID, episode_id: UUID
) -> HttpResponse:
    """Take back that a stay has ended."""
    with open_record(
        record_id,
        by=request.worker,
        to=Action.WITHDRAW_DISCHARGE,
        target=target_of(episode_id),
        detail={"change": "withdrawn"},
    ) as record:
        episode = stay_in(record, episode_id)
        try:
            services.withdraw_discharge(record, episode)
        except RuleError as error:
            messages.error(request, error.message)
        else:
            messages.success(request, _("Avslutningen er angret. Oppholdet er i gang."))
    return to_person(record_id, _ANCHOR)


def _change(record: OpenRecord, episode: Episode, form: CorrectStayForm) -> Episode:
    data = form.cleaned_data
    told = {name: data[name] for name in DECISION}
    return services.change_stay(record, episode, **told, version=data["version"])
