"""The patient asks why somebody opened his record, and whoever hands him the log writes it down."""

from datetime import date, timedelta
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from access.actions import Action
from access.errors import RightsError
from access.models import a_month_after
from access.oversight.cases.looked import looked
from access.oversight.questions.services import ask_for_patient
from access.requests import AksonRequest
from audit.review.extract.accesses import accesses_to
from audit.review.extract.forms import AskForm
from audit.review.extract.groups import Group, extract_of
from journal.readers.rules.period import Period
from journal.record.gate import open_record
from journal.record.models import OpenRecord
from journal.record.selectors.header import patient_header


@require_http_methods(["GET", "POST"])
def ask(request: AksonRequest, record_id: UUID, event_id: UUID) -> HttpResponse:
    """Show what is asked about, and take what the patient says."""
    form = AskForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            due_on = _ask(request, record_id, event_id, form.cleaned_data["text"])
        except RightsError as error:
            form.add_error(None, error.message)
        else:
            said = _("Spørsmålet er sendt. Pasienten skal ha svar senest %(day)s.")
            messages.success(request, said % {"day": f"{due_on:%d.%m.%Y}"})
            return _to_extract(record_id)
    with open_record(record_id, by=request.worker, to=Action.HAND_OUT_LOG) as record:
        group = _group_of(record, event_id)
        context = {
            "record": record,
            "header": patient_header(record),
            "group": group,
            "form": form,
            "is_own": group.first.worker_id == request.worker.user_id,
            "due_on": a_month_after(timezone.localdate()),
        }
        status = 422 if form.errors else 200
        return render(request, "audit/extract_ask.html", context, status=status)


def _ask(request: AksonRequest, record_id: UUID, event_id: UUID, text: str) -> date:
    """Write the question down; give the day by which it is to be answered."""
    with open_record(record_id, by=request.worker, to=Action.HAND_OUT_LOG) as record:
        group = _group_of(record, event_id)
        patient = record.patient_id
    accesses = looked(access.event_id for access in group.accesses)
    question = ask_for_patient(
        accesses, patient=patient, record=record_id, by=request.worker, text=text
    )
    return question.due_on


def _group_of(record: OpenRecord, event_id: UUID) -> Group:
    """Find the line an event is in: what the same person did in that week.

    Raises:
        Http404: it showed nobody anything of this patient, or no person did it.
    """
    found = looked([event_id])
    if not found:
        raise Http404
    monday = found[0].week
    week = Period(monday, monday + timedelta(days=6))
    extract = extract_of(accesses_to(record.patient_id, week))
    for group in extract.opened + extract.listed:
        if event_id in {access.event_id for access in group.accesses}:
            return group
    raise Http404


def _to_extract(record_id: UUID) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("audit:extract", args=[record_id]), status=303)
