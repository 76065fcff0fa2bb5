"""Finding a patient: what is typed is sent by POST and never stands in an address."""

import secrets
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from access.requests import AksonRequest
from audit.verbs import Verb
from journal.record.errors import RuleError
from journal.record.forms.search import SearchForm
from journal.record.gate import open_people
from journal.record.selectors.question import Question, read_question
from journal.record.selectors.search import HITS_MAX, find_people, sorted_hits
from journal.record.views.doors import SeeOther, explain, page_status

SESSION_KEY = "searches"
KEPT = 10


@require_http_methods(["GET", "POST"])
def search(request: AksonRequest) -> HttpResponse:
    """Show the empty field; or take what was typed and go to the hits."""
    form = SearchForm(request.POST or None)
    question = _question(form) if request.method == "POST" else None
    if question is not None:
        token = keep_question(request, question)
        return SeeOther(reverse("record:search_results", args=[token]))
    context = {"form": form}
    status = page_status(request)
    return render(request, "journal/record/search.html", context, status=status)


@require_GET
def search_results(request: AksonRequest, token: str) -> HttpResponse:
    """Show the hits of a search this session remembers."""
    question = kept_question(request, token)
    if question is None:
        context: dict[str, Any] = {"form": SearchForm(), "is_forgotten": True}
        return render(request, "journal/record/search.html", context, status=404)
    worker = request.worker
    found = find_people(worker, question)
    with open_people(
        found.decisions,
        by=worker,
        verb=Verb.SEARCHED,
        query=question.as_query(found.people_count),
    ):
        context = {
            "form": SearchForm(initial={"q": question.typed}),
            "question": question,
            "hits": sorted_hits(found),
            "is_cut": found.is_cut,
            "hits_max": HITS_MAX,
            "may_choose_workplace": worker.may_choose > len(set(worker.unit_ids)),
        }
        return render(request, "journal/record/search_results.html", context)


def keep_question(request: AksonRequest, question: Question) -> str:
    """Keep a search in the session, under a name that tells nothing."""
    token = secrets.token_urlsafe(9)
    kept = request.session.get(SESSION_KEY, [])
    request.session[SESSION_KEY] = [[token, question.as_json()], *kept][:KEPT]
    return token


def kept_question(request: AksonRequest, token: str) -> Question | None:
    """Find a search the session has kept."""
    for name, facts in request.session.get(SESSION_KEY, []):
        if secrets.compare_digest(str(name).encode(), token.encode()):
            return Question.from_json(facts)
    return None


def _question(form: SearchForm) -> Question | None:
    if not form.is_valid():
        return None
    try:
        return read_question(form.cleaned_data["q"])
    except RuleError as error:
        explain(form, error)
        return None
