"""Taking in somebody who is registered already: at my unit, in a record that exists or begins."""

from contextlib import AbstractContextManager
from dataclasses import replace
from uuid import UUID, uuid5

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from access import policy
from access.actions import Action
from access.explaining import Refusal
from access.policy import Decision
from access.requests import AksonRequest
from access.roles import RecordKind
from access.worker import Worker
from audit.entry import Target
from journal.record.forms.stays import AdmitForm
from journal.record.gate import NoSuchRecordError, open_admission, open_record
from journal.record.models import OpenRecord
from journal.record.selectors.known import record_of_kind
from journal.record.selectors.units import units_to_admit_at
from journal.record.services.stays import admit_patient
from journal.record.views.doors import is_kept, to_record
from journal.record.views.stays import warn_of_taken_bed


@require_http_methods(["GET", "POST"])
def admit(request: AksonRequest, record_id: UUID) -> HttpResponse:
    """Show who it is, by name and birth date only, and take him in.

    A form sent with `preview` (from the form for new patients) is shown, not done.
    """
    worker = request.worker
    decision = policy.decide(worker, record_id, Action.ADMIT)
    if decision is None:
        raise NoSuchRecordError
    is_asked = request.method == "POST" and "preview" not in request.POST
    form = AdmitForm(
        request.POST if is_asked else None,
        initial=_initial(request, decision),
        units=units_to_admit_at(worker),
    )
    if is_asked and form.is_valid():
        wanted = _record_wanted(worker, decision, form)
        stay = Target("journal.Episode", str(form.new_id))
        with _opened(worker, wanted, to=Action.ADMIT, target=stay) as record:
            if is_kept(
                form, lambda: admit_patient(record, stay=form.stay(), id=form.new_id)
            ):
                messages.success(request, _("Personen er skrevet inn."))
                warn_of_taken_bed(request, record, form.place())
                return to_record(wanted.record_id)
            return _page(request, record, form)
    with _opened(worker, decision, to=Action.READ_IDENTITY) as record:
        return _page(request, record, form)


def _record_wanted(worker: Worker, decision: Decision, form: AdmitForm) -> Decision:
    """Which of the person's records the stay belongs in; one that begins has a new id."""
    kind = RecordKind(form.cleaned_data["kind"])
    if kind == decision.kind:
        return decision
    existing = record_of_kind(decision.patient_id, kind)
    if existing is not None:
        return policy.decide(worker, existing, Action.ADMIT) or decision
    begun = uuid5(form.new_id, "record")
    return replace(decision, record_id=begun, kind=kind, refusal=Refusal.NO_RELATION)


def _opened(
    worker: Worker, decision: Decision, *, to: Action, target: Target | None = None
) -> AbstractContextManager[OpenRecord]:
    """Open by the worker's own relation if he has one, else as an admission (COC)."""
    if decision.is_allowed:
        return open_record(decision.record_id, by=worker, to=to, target=target)
    if not worker.may_register:
        return open_record(decision.record_id, by=worker, to=Action.ADMIT)
    return open_admission(
        patient_id=decision.patient_id,
        record_id=decision.record_id,
        kind=decision.kind,
        by=worker,
        to=to,
        target=target,
    )


def _page(request: AksonRequest, record: OpenRecord, form: AdmitForm) -> HttpResponse:
    context = {"record": record, "patient": record.patient, "form": form}
    status = 422 if form.errors else 200
    return render(request, "journal/record/admit.html", context, status=status)


def _initial(request: AksonRequest, decision: Decision) -> dict[str, object]:
    """What the form begins with: the record's kind, and what was typed for a new patient."""
    initial: dict[str, object] = {"kind": decision.kind}
    if "preview" not in request.POST:
        return initial
    for name in AdmitForm.base_fields:
        typed = request.POST.get(name)
        if typed and name != "form_id":
            initial[name] = typed
    day, at = request.POST.get("starts_at_date"), request.POST.get("starts_at_time")
    if day and at:
        initial["starts_at"] = [day, at]
    return initial
