"""Finding a person one has no relation to: asked in full, one hit at most, always in the log."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from access.actions import Action
from access.models import NeedReason
from access.policy import Decision
from access.requests import AksonRequest
from access.worker import Worker
from audit import log
from audit.verbs import Outcome, Reach, Verb
from journal.record.forms.finding import FindForm
from journal.record.gate import open_people, record_refusal
from journal.record.selectors import finding as selectors
from journal.record.selectors.refusal import ways_on, why_closed
from journal.record.views.doors import page_status

# As many as a busy night at the door may need, and too few to go through a street.
MOST_AN_HOUR = 20
_PAGE = "journal/record/find.html"


@require_http_methods(["GET", "POST"])
def find(request: AksonRequest) -> HttpResponse:
    """Ask for one person; who he is, is shown only once the log says who asked."""
    worker = request.worker
    if not worker.may_somewhere(Action.FIND_ANYBODY):
        record_refusal(worker, Verb.LOOKED_UP, reason="role")
        context = {"ways": ways_on(worker)}
        return render(request, "journal/record/refused.html", context, status=403)
    form = FindForm(request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        status = page_status(request)
        return render(request, _PAGE, {"form": form}, status=status)
    if _has_asked_too_often(worker):
        record_refusal(worker, Verb.LOOKED_UP, reason="too_many")
        form.add_error(None, _too_often())
        return render(request, _PAGE, {"form": form}, status=429)
    return _answer(request, form)


def _answer(request: AksonRequest, form: FindForm) -> HttpResponse:
    asked = _ask(form.cleaned_data)
    if len(asked.people) != 1:
        log.append(replace(request.worker.entry(Verb.LOOKED_UP), query=asked.query))
        answer = "many" if asked.people else "none"
        return render(request, _PAGE, {"form": form, "answer": answer})
    decision = selectors.found_decision(request.worker, asked.people[0])
    if decision is None or not decision.is_allowed:
        return _closed(request, form, asked, decision)
    ways = selectors.ways_into(request.worker, decision.patient_id)
    with open_people(
        [decision],
        by=request.worker,
        verb=Verb.LOOKED_UP,
        query=asked.query,
    ):
        context = {
            "form": FindForm(),
            "answer": "one",
            "person": selectors.person_found(decision.patient_id),
            "ways": ways,
            "reasons": NeedReason.choices,
        }
        return render(request, _PAGE, context)


def _closed(
    request: AksonRequest,
    form: FindForm,
    asked: selectors.Asked,
    decision: Decision | None,
) -> HttpResponse:
    """Say why the one who was asked for stays closed, and not who it is."""
    entry = replace(
        request.worker.entry(Verb.LOOKED_UP),
        query=asked.query,
        outcome=Outcome.REFUSED,
        refusal=str(decision.refusal) if decision else "role",
    )
    if decision is not None:
        subject = replace(decision.subject, reach=Reach.MENTIONED, kinds=None)
        entry = replace(entry, subjects=(subject,))
    log.append(entry)
    why = why_closed(request.worker, decision)
    context = {"form": form, "answer": "closed", "why": why}
    return render(request, _PAGE, context, status=403)


def _ask(cleaned: dict[str, Any]) -> selectors.Asked:
    if cleaned["number"]:
        return selectors.ask_by_number(cleaned["number"])
    return selectors.ask_by_name(cleaned["name"], cleaned["birth_date"])


def _has_asked_too_often(worker: Worker) -> bool:
    since = timezone.now() - timedelta(hours=1)
    return log.count_lately(worker.user_id, Verb.LOOKED_UP, since=since) >= MOST_AN_HOUR


def _too_often() -> str:
    return _(
        "Du har søkt etter %(count)d personer den siste timen. Vent litt, eller ring "
        "enheten som har pasienten."
    ) % {"count": MOST_AN_HOUR}
