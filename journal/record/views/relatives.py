"""Relatives: adding, changing, ending, and linking to their own record."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from access import policy
from access.actions import Action
from access.requests import AksonRequest
from audit.entry import Target
from audit.verbs import Verb
from journal.record.errors import RuleError, StaleFormError
from journal.record.forms.around import (
    RELATIVE,
    ChangeRelativeForm,
    LinkForm,
    NewRelativeForm,
)
from journal.record.forms.search import SearchForm
from journal.record.gate import open_people, open_record
from journal.record.models import OpenRecord, RelatedPerson
from journal.record.selectors.header import patient_header
from journal.record.selectors.question import Question, read_question
from journal.record.selectors.search import Hit, find_people, hits_of
from journal.record.selectors.versions import as_of, version_of
from journal.record.services.relatives import (
    add_relative,
    change_relative,
    end_relative,
    link_relative,
)
from journal.record.views.doors import (
    SeeOther,
    beside_the_others,
    explain,
    is_kept,
    is_sent,
    open_for_form,
    page_status,
    to_person,
)
from journal.record.views.search import keep_question, kept_question

_TO = Action.CHANGE_IDENTITY
_ANCHOR = "relatives"


@require_http_methods(["GET", "POST"])
def relative_add(request: AksonRequest, record_id: UUID) -> HttpResponse:
    """Register a relative."""
    form = NewRelativeForm(request.POST or None)
    acts = is_sent(request, form)
    with open_for_form(request, record_id, to=_TO, acts=acts) as record:
        if acts and is_kept(
            form,
            lambda: add_relative(
                record,
                relative=form.relative(),
                id=form.new_id,
                number=form.number_typed(),
            ),
        ):
            messages.success(request, _("Den pårørende er lagret."))
            return to_person(record_id, _ANCHOR)
        context = {"record": record, "header": patient_header(record), "form": form}
        status = page_status(request)
        return render(request, "journal/record/relative.html", context, status=status)


@require_http_methods(["GET", "POST"])
def relative_edit(
    request: AksonRequest, record_id: UUID, relative_id: UUID
) -> HttpResponse:
    """Change what is told of a relative; a stale form shows what others changed."""
    form = ChangeRelativeForm(request.POST or None)
    acts = is_sent(request, form)
    target = _target(relative_id)
    with open_for_form(request, record_id, to=_TO, acts=acts, target=target) as record:
        row = _relative(record, relative_id)
        form.initial = ChangeRelativeForm.initial_of(row, version_of(row))
        context: dict[str, Any] = {
            "record": record,
            "header": patient_header(record),
            "relative": row,
            "form": form,
        }
        try:
            if acts and is_kept(form, lambda: _change(record, row, form)):
                messages.success(request, _("Opplysningene er lagret."))
                return to_person(record_id, _ANCHOR)
        except StaleFormError as error:
            before = as_of(row, form.cleaned_data["version"], RELATIVE)
            context |= beside_the_others(
                form, error, before=before, again=ChangeRelativeForm
            )
        status = page_status(request)
        return render(request, "journal/record/relative.html", context, status=status)


@require_POST
def relative_end(
    request: AksonRequest, record_id: UUID, relative_id: UUID
) -> HttpResponse:
    """Say that somebody is no longer a relative."""
    target = _target(relative_id)
    with open_record(record_id, by=request.worker, to=_TO, target=target) as record:
        end_relative(record, _relative(record, relative_id))
    messages.success(request, _("Personen står ikke lenger som pårørende."))
    return to_person(record_id, _ANCHOR)


@require_POST
def relative_search(
    request: AksonRequest, record_id: UUID, relative_id: UUID
) -> HttpResponse:
    """Take what was typed and go to the patients the relative may be."""
    form = SearchForm(request.POST)
    try:
        question = read_question(form.cleaned_data["q"]) if form.is_valid() else None
    except RuleError as error:
        explain(form, error)
        question = None
    if question is not None:
        token = keep_question(request, question)
        args = [record_id, relative_id, token]
        return SeeOther(reverse("record:relative_link", args=args))
    return _link_page(request, record_id, relative_id, form=form, hits=[])


@require_http_methods(["GET", "POST"])
def relative_link(
    request: AksonRequest, record_id: UUID, relative_id: UUID, token: str = ""
) -> HttpResponse:
    """Choose which patient the relative is; or take the link away."""
    if request.method == "POST":
        return _link(request, record_id, relative_id)
    question = kept_question(request, token) if token else None
    # Nobody is searched for on behalf of who is then refused; the door asks again.
    decision = policy.decide(request.worker, record_id, _TO) if question else None
    is_open = decision is not None and decision.is_allowed
    hits = _hits(request, question) if question and is_open else []
    typed = question.typed if question else ""
    form = SearchForm(initial={"q": typed})
    return _link_page(
        request, record_id, relative_id, form=form, hits=hits, question=question
    )


def _hits(request: AksonRequest, question: Question) -> list[Hit]:
    found = find_people(request.worker, question)
    query = question.as_query(found.people_count)
    with open_people(
        found.decisions, by=request.worker, verb=Verb.SEARCHED, query=query
    ):
        return hits_of(found)


def _link_page(
    request: AksonRequest,
    record_id: UUID,
    relative_id: UUID,
    *,
    form: SearchForm,
    hits: list[Hit],
    question: Question | None = None,
) -> HttpResponse:
    with open_for_form(request, record_id, to=_TO, acts=False) as record:
        people = {hit.patient_id: hit for hit in hits}
        people.pop(record.patient_id, None)
        context = {
            "record": record,
            "header": patient_header(record),
            "relative": _relative(record, relative_id),
            "form": form,
            "people": list(people.values()),
            "question": question,
        }
        return render(
            request,
            "journal/record/relative_link.html",
            context,
            status=page_status(request),
        )


def _link(request: AksonRequest, record_id: UUID, relative_id: UUID) -> HttpResponse:
    form = LinkForm(request.POST)
    if not form.is_valid():
        raise Http404
    chosen = form.cleaned_data["patient"]
    target = _target(relative_id)
    with open_record(record_id, by=request.worker, to=_TO, target=target) as record:
        row = _relative(record, relative_id)
        try:
            link_relative(record, row, patient_id=chosen)
        except RuleError as error:
            messages.error(request, error.message)
        else:
            messages.success(request, _("Lenken er lagret."))
    return to_person(record_id, _ANCHOR)


def _change(
    record: OpenRecord, row: RelatedPerson, form: ChangeRelativeForm
) -> RelatedPerson:
    return change_relative(
        record,
        row,
        relative=form.relative(),
        version=form.cleaned_data["version"],
        number=form.number_typed(),
    )


def _relative(record: OpenRecord, relative_id: UUID) -> RelatedPerson:
    row: RelatedPerson = get_object_or_404(record.patient.relatives, pk=relative_id)
    return row


def _target(relative_id: UUID) -> Target:
    return Target("journal.RelatedPerson", str(relative_id))
