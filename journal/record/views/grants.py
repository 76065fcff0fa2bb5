"""A leader's page: who has been given access to this record for a time."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from access import policy
from access.actions import Action
from access.policy import Decision
from access.requests import AksonRequest
from access.selectors import shut_out_by_name
from audit.entry import Target
from journal.record.errors import RuleError
from journal.record.forms.grants import ColleagueSearchForm, GrantForm
from journal.record.gate import NoSuchRecordError, open_record
from journal.record.models import OpenRecord
from journal.record.selectors import grants as selectors
from journal.record.selectors.header import patient_header
from journal.record.services import granting
from journal.record.views.doors import SeeOther, onwards

_PAGE = "journal/record/grants.html"
_TARGET = "access.CareRelation"


@require_http_methods(["GET", "POST"])
def grants(request: AksonRequest, record_id: UUID) -> HttpResponse:
    """Show what is given, find a colleague, and give access."""
    decision = _decide(request, record_id)
    search = _search(request, decision)
    form = _form(request, search)
    if form is None or not form.is_valid():
        # Looking is not giving: the log says that only when it is done, or refused.
        to = Action.READ_IDENTITY if decision.is_allowed else Action.GRANT
        with open_record(record_id, by=request.worker, to=to) as record:
            return _page(request, record, search, form)
    with open_record(
        record_id,
        by=request.worker,
        to=Action.GRANT,
        target=Target(_TARGET, str(form.new_id)),
        detail=_detail(form.cleaned_data),
    ) as record:
        try:
            _give(record, form)
        except RuleError as error:
            form.add_error(error.field, error.message)
            return _page(request, record, search, form)
    messages.success(request, _("Tilgangen gjelder fra nå."))
    return _back(record_id)


@require_POST
def withdraw(request: AksonRequest, record_id: UUID, grant_id: UUID) -> HttpResponse:
    """Take a grant back, at once."""
    with open_record(
        record_id,
        by=request.worker,
        to=Action.WITHDRAW_GRANT,
        target=Target(_TARGET, str(grant_id)),
    ) as record:
        if granting.withdraw_grant(record, grant_id) is None:
            raise Http404
    messages.success(request, _("Tilgangen er trukket tilbake."))
    return onwards(request, record_id, _back)


def _decide(request: AksonRequest, record_id: UUID) -> Decision:
    decision = policy.decide(request.worker, record_id, Action.GRANT)
    if decision is None:
        raise NoSuchRecordError
    return decision


def _search(request: AksonRequest, decision: Decision) -> selectors.Colleagues:
    return selectors.colleagues_named(
        request.GET.get("q", ""),
        kind=decision.kind,
        besides={request.worker.user_id, *shut_out_by_name(decision.record_id)},
    )


def _form(request: AksonRequest, search: selectors.Colleagues) -> GrantForm | None:
    """Bind what was sent; before that there is a form once colleagues are found."""
    if request.method == "POST":
        chosen = _chosen(request.POST.get("colleague", ""))
        found = {one.user_id: one for one in [*search.found, *chosen]}
        return GrantForm(request.POST, among=list(found.values()))
    return GrantForm(among=search.found) if search.found else None


def _chosen(value: str) -> list[selectors.Colleague]:
    try:
        colleague = selectors.colleague(UUID(value))
    except ValueError:
        return []
    return [colleague] if colleague else []


def _give(record: OpenRecord, form: GrantForm) -> None:
    granting.grant_access(
        record,
        to=form.cleaned_data["colleague"],
        until=form.cleaned_data["until"],
        reason=form.cleaned_data["reason"],
        id=form.new_id,
    )


def _page(
    request: AksonRequest,
    record: OpenRecord,
    search: selectors.Colleagues,
    form: GrantForm | None,
) -> HttpResponse:
    context = {
        "record": record,
        "header": patient_header(record),
        "grants": selectors.grants_in_force(record),
        "search_form": ColleagueSearchForm(request.GET or None),
        "search": search,
        "form": form,
    }
    status = 422 if form is not None and form.errors else 200
    return render(request, _PAGE, context, status=status)


def _detail(data: Mapping[str, Any]) -> dict[str, str]:
    return {
        "person": str(data["colleague"]),
        "until": data["until"].isoformat(),
        "reason": data["reason"].value,
    }


def _back(record_id: UUID) -> SeeOther:
    return SeeOther(reverse("record:grants", args=[record_id]))
