"""A question to a leader about one of his staff's accesses."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from access.errors import RightsError
from access.models import CasePart
from access.oversight.cases import selectors
from access.oversight.cases.forms import LeaderForm
from access.oversight.cases.services import answer_as_leader, open_case
from access.requests import AksonRequest
from audit.own_events import own_events_among
from audit.verbs import Verb


@require_http_methods(["GET", "POST"])
def leader_case(request: AksonRequest, case_id: UUID) -> HttpResponse:
    """Show what is asked, without any patient's name, and take the answer."""
    case = selectors.cases_asked_of(request.worker).filter(pk=case_id).first()
    if case is None:
        raise Http404
    form = LeaderForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            answer_as_leader(
                case,
                by=request.worker,
                answer=form.cleaned_data["answer"],
                text=form.cleaned_data["text"],
            )
        except RightsError as error:
            form.add_error(None, error.message)
        else:
            messages.success(request, _("Svaret er sendt."))
            return HttpResponseRedirect(reverse("record:my_questions"), status=303)
    with open_case(case, by=request.worker, to=Verb.CASE_READ):
        written = selectors.written_of(case.pk)
        events = selectors.event_ids_of(case)
        context = {
            "case": case,
            "form": form,
            "events": own_events_among(case.worker_id, events),
            "question": written.get(CasePart.TO_LEADER),
            "answer": written.get(CasePart.FROM_LEADER),
        }
        status = 422 if form.errors else 200
        page = "access/oversight/leader_case.html"
        return render(request, page, context, status=status)
