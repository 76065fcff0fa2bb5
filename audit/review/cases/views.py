"""The auditor's screens of cases of control: the list, one case, and what is made a case."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import (
    require_GET,
    require_http_methods,
    require_POST,
)

from access.errors import RightsError
from access.jobs import review_access_log
from access.models import CaseOrigin, ReviewCase
from access.oversight.cases import services
from access.oversight.cases.looked import looked
from access.oversight.cases.selectors import (
    case_to_review,
    leaders_to_ask,
    written_of,
)
from access.requests import AksonRequest
from audit.controller import controller_here
from audit.review.access import auditor_required
from audit.review.cases import selectors
from audit.review.cases.emergencies import unclosed_emergencies
from audit.review.cases.forms import AskLeaderForm, AskWorkerForm, ConcludeCaseForm
from audit.review.services.reading import log_reading
from audit.verbs import Verb


@require_GET
@auditor_required
def cases(request: AksonRequest) -> HttpResponse:
    """List the cases that wait, and those concluded last."""
    log_reading(request.worker, verb=Verb.CASE_READ)
    run = selectors.last_review()
    context = {
        "run": run,
        "is_running": selectors.is_running(run),
        "emergencies": unclosed_emergencies(),
        "waiting": selectors.case_rows(request.worker, concluded=False),
        "concluded": selectors.case_rows(request.worker, concluded=True),
        "figures": selectors.figures_of_cases(request.worker),
    }
    return render(request, "audit/cases/list.html", context)


@require_http_methods(["GET", "POST"])
@auditor_required
def case(request: AksonRequest, case_id: UUID) -> HttpResponse:
    """Show one case, and take the next step in it."""
    found = case_to_review(request.worker, case_id)
    if found is None:
        raise Http404
    forms = _forms(request, found)
    step = request.POST.get("step", "")
    if request.method == "POST":
        try:
            said = _take(step, found, request, forms)
        except RightsError as error:
            if step not in forms:
                messages.error(request, error.message)
                return _to(found)
            forms[step].add_error(None, error.message)
            said = ""
        if said:
            messages.success(request, said)
            return _to(found)
    with services.open_case(found, by=request.worker, to=Verb.CASE_READ):
        written = written_of(found.pk)
        asked = selectors.asked_in(found)
        context: dict[str, Any] = {
            "case": found,
            "who": selectors.label_of(found),
            "reasons": selectors.reasons_of(found),
            "lines": selectors.lines_of_case(found, reader_id=request.worker.user_id),
            "written": {part.value: text for part, text in written.items()},
            "asked": asked,
            "forms": forms,
            "step": step,
        }
        status = 422 if request.method == "POST" else 200
        return render(request, "audit/cases/case.html", context, status=status)


@require_POST
@auditor_required
def make(request: AksonRequest, event_id: UUID) -> HttpResponse:
    """Make a case of one event, or go to the one it is in."""
    known = selectors.case_with(event_id, request.worker)
    if known is not None:
        return _to(known)
    accesses = looked([event_id])
    if not accesses:
        raise Http404
    try:
        made = services.make_case(
            accesses, by=request.worker, origin=CaseOrigin.AUDITOR
        )
    except RightsError as error:
        messages.error(request, error.message)
        return HttpResponseRedirect(reverse("audit:event", args=[event_id]), status=303)
    return _to(made)


@require_POST
@auditor_required
def review(request: AksonRequest) -> HttpResponse:
    """Have the log looked through now, in the background."""
    if not selectors.is_running(selectors.last_review()):
        log_reading(request.worker, detail={"what": "review_asked"})
        municipality = controller_here()
        review_access_log.delay(
            str(municipality.id), asked_by=str(request.worker.user_id)
        )
    messages.success(
        request,
        _("Loggen kontrolleres nå. Det som blir funnet, kommer i listen om litt."),
    )
    return HttpResponseRedirect(reverse("audit:cases"), status=303)


def _forms(request: AksonRequest, found: ReviewCase) -> dict[str, Form]:
    """The forms of a case; the one whose step is taken holds what was typed."""
    step = request.POST.get("step", "")

    def sent(name: str) -> dict[str, Any]:
        return {"data": request.POST if step == name else None, "prefix": name}

    leaders = leaders_to_ask(found)
    return {
        "ask_leader": AskLeaderForm(**sent("ask_leader"), leaders=leaders),
        "ask_worker": AskWorkerForm(**sent("ask_worker")),
        "conclude": ConcludeCaseForm(
            **sent("conclude"), questions=found.questions.filter(answered_at=None)
        ),
    }


def _take(
    step: str, found: ReviewCase, request: AksonRequest, forms: dict[str, Form]
) -> str:
    """Take a step; say what was done, or nothing when the form has to be mended."""
    if step == "open":
        services.open_up(found, by=request.worker)
        return _("Saken er åpnet.")
    form = forms.get(step)
    if form is None:
        raise Http404
    if not form.is_valid():
        return ""
    data, by = form.cleaned_data, request.worker
    if step == "ask_leader":
        leader = data["leader"].pk
        services.ask_leader(found, by=by, leader_id=leader, text=data["text"])
        return _("Lederen er spurt.")
    if step == "ask_worker":
        services.ask_worker(found, by=by, text=data["text"])
        return _("Den ansatte er informert og spurt.")
    about = looked(found.accesses.values_list("event_id", flat=True))
    services.conclude(
        found,
        by=by,
        outcome=data["outcome"],
        text=data["text"],
        about=about,
        answers=form.answers if isinstance(form, ConcludeCaseForm) else None,
    )
    return _("Konklusjonen er lagret.")


def _to(found: ReviewCase) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("audit:case", args=[found.pk]), status=303)
