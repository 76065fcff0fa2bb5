"""The auditor's screens: the log, and one event of it."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from access.requests import AksonRequest
from audit.review import session
from audit.review.access import auditor_required
from audit.review.forms import FilterForm, ShortcutForm
from audit.review.rules.log_filter import LogFilter
from audit.review.selectors.events import Cursor, event_with_id
from audit.review.selectors.page import log_page
from audit.review.selectors.shortcuts import same_patient, same_person_same_day
from audit.review.selectors.story import story_of
from audit.review.services.choosing import (
    SeveralPeopleError,
    choose,
    choose_directly,
)
from audit.review.services.reading import log_reading, of_event
from journal.record.errors import RuleError

PAGE = "audit/log.html"
CHOSEN = "utvalg"  # names a filter in one's own session; opens nothing


@require_http_methods(["GET", "HEAD", "POST"])
@auditor_required
def log(request: AksonRequest) -> HttpResponse:
    """Show a part of the log; by POST, choose another part and go there."""
    if request.method == "POST":
        return _follow(request) if "show" in request.POST else _choose(request)
    token = request.GET.get(CHOSEN, "")
    if not token:
        return _show(request, *_todays(request))
    chosen = session.find(request.session, token)
    if chosen is None:
        messages.info(
            request,
            _("Utvalget er ikke tatt vare på lenger. Her er de siste sju dagene."),
        )
        return _see_other(reverse("audit:log"))
    return _show(request, token, chosen)


@require_safe
@auditor_required
def event(request: AksonRequest, event_id: UUID) -> HttpResponse:
    """Show everything one event says."""
    found = event_with_id(event_id)
    if found is None:
        raise Http404
    log_reading(request.worker, target=of_event(event_id))
    token = request.GET.get(CHOSEN, "")
    chosen = session.find(request.session, token)
    story = story_of(found, chosen=chosen, reader_id=request.worker.user_id)
    context = {"story": story, "token": token if chosen else ""}
    return render(request, "audit/event.html", context)


def _choose(request: AksonRequest) -> HttpResponse:
    token = request.POST.get(CHOSEN, "")
    now = session.find(request.session, token)
    if now is None:
        token, now = _todays(request)
    form = FilterForm(request.POST, now=now)
    if form.is_valid():
        try:
            chosen = choose(form.asked(), by=request.worker, now=now)
        except RuleError as error:
            form.add_error(error.field, error.message)
            if isinstance(error, SeveralPeopleError):
                form.offer_people(error.people)
        else:
            return _to(session.keep(request.session, chosen))
    return _show(request, token, now, form=form, status=422)


def _follow(request: AksonRequest) -> HttpResponse:
    """Go from one event to the others it belongs with."""
    form = ShortcutForm(request.POST)
    found = event_with_id(form.cleaned_data["event_id"]) if form.is_valid() else None
    if found is None:
        raise Http404
    chosen = None
    if form.cleaned_data["show"] == "person_day":
        chosen = same_person_same_day(found)
    elif form.cleaned_data["patient_id"]:
        now = session.find(request.session, request.POST.get(CHOSEN, ""))
        chosen = same_patient(found, form.cleaned_data["patient_id"], now=now)
    if chosen is None:
        raise Http404
    choose_directly(chosen, by=request.worker)
    return _to(session.keep(request.session, chosen))


def _todays(request: AksonRequest) -> tuple[str, LogFilter]:
    """Give the filter the day begins with; the first time, say so in the log."""
    today = timezone.localdate()
    kept = session.of_day(request.session, today)
    if kept is not None:
        return kept
    token, chosen = session.begin_day(request.session, today)
    log_reading(request.worker, chosen=chosen)
    return token, chosen


def _show(
    request: AksonRequest,
    token: str,
    chosen: LogFilter,
    *,
    form: FilterForm | None = None,
    status: int = 200,
) -> HttpResponse:
    """Show a page of the log.

    The first page is in the log once for 15 minutes, since new events come into it; an
    older page each time it is turned to.
    """
    after = Cursor.read(request.GET.get("etter", ""))
    if after is not None or not session.is_logged_lately(request.session, token):
        older = {"until": after.recorded_at.isoformat()} if after else {}
        log_reading(request.worker, chosen=chosen, detail=older)
        session.remember_logged(request.session, token)
    page = log_page(
        chosen,
        after=after,
        reader_id=request.worker.user_id,
        patiently="tell" in request.GET,
    )
    context = {
        "page": page,
        "chosen": chosen,
        "token": token,
        "form": form or FilterForm(now=chosen),
        "is_first_page": "etter" not in request.GET,
    }
    return render(request, PAGE, context, status=status)


def _to(token: str) -> HttpResponse:
    return _see_other(f"{reverse('audit:log')}?{CHOSEN}={token}")


def _see_other(url: str) -> HttpResponse:
    return HttpResponseRedirect(url, status=303)
