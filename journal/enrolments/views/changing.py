"""Moving somebody to another list of the same practice, and taking him off one."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from access.actions import Action
from access.codes import ServiceType
from access.requests import AksonRequest
from audit.entry import Target
from journal.enrolments.forms import EndForm, MoveForm
from journal.enrolments.selectors import (
    my_enrolment,
    other_lists,
    units_that_enrol,
)
from journal.enrolments.services import end_enrolment, enrol
from journal.record.models import Enrolment, OpenRecord
from journal.record.selectors.header import patient_header
from journal.record.views.doors import (
    SeeOther,
    is_kept,
    is_sent,
    open_for_form,
    page_status,
)

_LISTS = {
    ServiceType.GENERAL_PRACTICE: "enrolments:gp_list",
    ServiceType.HEALTH_STATION: "enrolments:programme",
}


@require_http_methods(["GET", "POST"])
def move(request: AksonRequest, record_id: UUID, enrolment_id: UUID) -> HttpResponse:
    """Move somebody to another list of the same practice or health station, from a day."""
    units = units_that_enrol(request.worker, *_LISTS)
    form = MoveForm(request.POST if request.method == "POST" else None, units=units)
    acts, to = is_sent(request, form), Action.ENROL
    target = Target("journal.Enrolment", str(enrolment_id))
    with open_for_form(request, record_id, to=to, acts=acts, target=target) as record:
        enrolment = _mine(record, enrolment_id)

        def write() -> None:
            enrol(record, wanted=form.wanted(enrolment), id=form.new_id)

        if acts and is_kept(form, write):
            messages.success(request, _("Flyttingen er registrert."))
            return _to_list(enrolment)
        form.offer(other_lists(request.worker, enrolment), asks=True)
        context = _context(record, enrolment) | {"form": form}
        status = page_status(request)
        return render(request, "journal/enrolments/move.html", context, status=status)


@require_http_methods(["GET", "POST"])
def end(request: AksonRequest, record_id: UUID, enrolment_id: UUID) -> HttpResponse:
    """Take somebody off a list or out of a programme, from a day and for a reason."""
    form = EndForm(request.POST if request.method == "POST" else None)
    acts, to = is_sent(request, form), Action.ENROL
    target = Target("journal.Enrolment", str(enrolment_id))
    with open_for_form(request, record_id, to=to, acts=acts, target=target) as record:
        enrolment = _mine(record, enrolment_id)

        def write() -> None:
            on, why = form.cleaned_data["ends_on"], form.why()
            end_enrolment(record, enrolment, on=on, reason=why)

        if acts and is_kept(form, write):
            messages.success(request, _("Utmeldingen er registrert."))
            return _to_list(enrolment)
        form.offer(enrolment.programme)
        context = _context(record, enrolment) | {"form": form}
        status = page_status(request)
        return render(request, "journal/enrolments/end.html", context, status=status)


def _mine(record: OpenRecord, enrolment_id: UUID) -> Enrolment:
    enrolment = my_enrolment(record, enrolment_id)
    if enrolment is None:
        raise Http404
    return enrolment


def _context(record: OpenRecord, enrolment: Enrolment) -> dict[str, Any]:
    return {
        "record": record,
        "header": patient_header(record),
        "enrolment": enrolment,
        "list_url": _list_url(enrolment),
    }


def _to_list(enrolment: Enrolment) -> SeeOther:
    return SeeOther(_list_url(enrolment))


def _list_url(enrolment: Enrolment) -> str:
    return reverse(_LISTS[ServiceType(enrolment.unit.service_type)])
