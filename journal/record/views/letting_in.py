"""A person lets himself in: one tap for a stated need; reason and proof for an emergency."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from access import policy, step_up
from access.actions import Action
from access.models import Basis, EmergencyReason, NeedReason
from access.policy import Decision
from access.requests import AksonRequest
from access.supposing import may_let_himself_in, way_in
from journal.record.forms.emergency import EmergencyForm
from journal.record.forms.finding import NeedForm
from journal.record.gate import NoSuchRecordError, letting_in
from journal.record.services import letting_in as services
from journal.record.views.doors import SeeOther, page_status, to_record


@require_http_methods(["GET", "POST"])
def need(request: AksonRequest, record_id: UUID) -> HttpResponse:
    """Take the reason that was tapped, and go straight to the page that was wanted."""
    form = NeedForm(request.POST if request.method == "POST" else None)
    reason: NeedReason | None = None
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
    decision = _decide(request, record_id, Action.STATE_NEED, Basis.NEED, reason or "")
    if _is_open(request, record_id):
        return _onwards(request, record_id)
    if reason:
        services.state_need(decision, by=request.worker, reason=reason)
        return _onwards(request, record_id)
    context = {
        "form": form,
        "record_id": record_id,
        "reasons": NeedReason.choices,
        "next": _wanted(request, record_id),
    }
    status = page_status(request)
    return render(request, "journal/record/need.html", context, status=status)


@sensitive_post_parameters("step_up_password", "step_up_passkey")
@require_http_methods(["GET", "POST"])
def emergency(request: AksonRequest, record_id: UUID) -> HttpResponse:
    """Ask why, and that it is really he; then open the record at once."""
    is_post = request.method == "POST"
    form = EmergencyForm(request.POST if is_post else None, user=request.user)
    reason: EmergencyReason | None = None
    if is_post and form.is_valid():
        reason = form.cleaned_data["reason"]
    action, basis = Action.BEGIN_EMERGENCY, Basis.EMERGENCY
    decision = _decide(request, record_id, action, basis, reason or "")
    if _is_open(request, record_id):
        messages.info(
            request, _("Du har tilgang til journalen. Nødtilgang trengs ikke.")
        )
        return to_record(record_id)
    if reason and step_up.confirm(request, form, what="emergency"):
        services.begin_emergency(decision, by=request.worker, reason=reason)
        return to_record(record_id)
    context = {"form": form, "record_id": record_id}
    status = page_status(request)
    return render(request, "journal/record/emergency.html", context, status=status)


def _decide(
    request: AksonRequest, record_id: UUID, action: Action, basis: Basis, reason: str
) -> Decision:
    """Ask the policy, and keep in the log that it says no.

    Raises:
        NoSuchRecordError: there is no such record in this municipality.
        RecordRefusedError: he may not let himself in.
    """
    way = way_in(basis, reason)
    decision = may_let_himself_in(request.worker, record_id, action, way)
    if decision is None:
        raise NoSuchRecordError
    if not decision.is_allowed:
        with letting_in(decision, by=request.worker):
            pass
    return decision


def _is_open(request: AksonRequest, record_id: UUID) -> bool:
    """Whether he may read all there is already, so that he needs no other way in."""
    now = policy.decide(request.worker, record_id, Action.READ_RECORD)
    if now is None or not now.is_allowed or now.basis is Basis.AFTER_EMERGENCY:
        return False
    is_whole = now.readable_until is None and not now.is_partly_blocked
    return is_whole or now.basis is Basis.EMERGENCY


def _wanted(request: AksonRequest, record_id: UUID) -> str:
    """The page of this record he came from; the first page when it was none."""
    asked = request.POST.get("next") or request.GET.get("next", "")
    if asked.startswith(f"/records/{record_id}/"):
        return asked
    return reverse("chart:patient", args=[record_id])


def _onwards(request: AksonRequest, record_id: UUID) -> SeeOther:
    return SeeOther(_wanted(request, record_id))
