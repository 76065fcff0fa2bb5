"""What a patient is told of the log, on screen and on paper, for whoever may hand it out."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.views.decorators.http import require_GET

from access.actions import Action
from access.oversight.questions.selectors import (
    questions_by_event,
    questions_of_patient,
)
from access.requests import AksonRequest
from audit.review.extract.accesses import TooManyEventsError, accesses_to
from audit.review.extract.forms import ExtractForm
from audit.review.extract.giving import Given, give, no_proof, with_proofs
from audit.review.extract.groups import extract_of
from audit.review.extract.paper import Whose, about
from audit.review.proofs.views import as_zip
from audit.review.typeset import LANGUAGES
from journal.readers.rules.period import LONGEST_DAYS, Period
from journal.readers.selectors.readers import count_readers
from journal.record.gate import open_record
from journal.record.models import OpenRecord
from journal.record.selectors.header import patient_header

_PAGE = "audit/extract.html"


@require_GET
def extract(request: AksonRequest, record_id: UUID) -> HttpResponse:
    """Show who has seen what of a patient, by person, unit, week and purpose."""
    form = ExtractForm.asked(request.GET)
    period = form.period
    with open_record(
        record_id, by=request.worker, to=Action.HAND_OUT_LOG, detail=_days(period)
    ) as record:
        context: dict[str, Any] = {
            "record": record,
            "header": patient_header(record),
            "form": form,
        }
        if period is not None:
            context |= _told(record, form, period)
        status = 422 if form.errors else 200
        return render(request, _PAGE, context, status=status)


@require_GET
def extract_pdf(request: AksonRequest, record_id: UUID) -> HttpResponse:
    """Give the same on paper, in the written language the patient wants."""

    def answer(given: Given) -> HttpResponse:
        name = f"innsyn-i-logg-{timezone.localtime():%Y%m%d-%H%M}.pdf"
        return HttpResponse(
            given.paper,
            content_type="application/pdf",
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        )

    return _given(request, record_id, answer)


@require_GET
def extract_proofs(request: AksonRequest, record_id: UUID) -> HttpResponse:
    """Give the paper with proofs of the events on it that say nothing of anybody else."""

    def answer(given: Given) -> HttpResponse:
        file = with_proofs(given)
        if file is not None:
            return as_zip(file, name="innsyn-i-logg-med-bevis")
        messages.info(request, no_proof(given))
        return _back(record_id, given.period)

    return _given(request, record_id, answer, what="proofs")


def _given(
    request: AksonRequest,
    record_id: UUID,
    answer: Callable[[Given], HttpResponse],
    **detail: str,
) -> HttpResponse:
    """Make the paper, once the log says that it is given to the patient."""
    form = ExtractForm.asked(request.GET)
    period, language = form.period, request.GET.get("lang", "")
    if language not in LANGUAGES:
        language = translation.get_language() or LANGUAGES[0]
    detail |= {**_days(period), "printed_for": "patient"}
    with open_record(
        record_id, by=request.worker, to=Action.HAND_OUT_LOG, detail=detail
    ) as record:
        header = patient_header(record)
        if period is None:
            return _back(record_id, None)
        whose = Whose(
            name=header.name,
            birth_date=f"{header.birth_date:%d.%m.%Y}",
            municipality=request.tenant.name,
            given_by=request.worker.name,
        )
        try:
            given = give(record.patient_id, whose, period, language=language)
        except TooManyEventsError:
            return _back(record_id, period)
        return answer(given)


def _told(record: OpenRecord, form: ExtractForm, period: Period) -> dict[str, Any]:
    questions = list(questions_of_patient(record.patient_id))
    asked = questions_by_event(questions)
    try:
        found = extract_of(accesses_to(record.patient_id, period), asked)
    except TooManyEventsError:
        form.say_too_many()
        return {}
    told: dict[str, Any] = {
        "extract": found,
        "query": _query(period),
        "about": about(),
    }
    if period.days <= LONGEST_DAYS:
        told["readers"] = count_readers(record.patient_id, period)
    return told


def _days(period: Period | None) -> dict[str, str]:
    """Which days were asked for, as the log keeps them."""
    if period is None:
        return {}
    return {"from": period.since.isoformat(), "to": period.until.isoformat()}


def _query(period: Period) -> str:
    return f"since={period.since:%d.%m.%Y}&until={period.until:%d.%m.%Y}"


def _back(record_id: UUID, period: Period | None) -> HttpResponse:
    """Go to the page, for the same days, which says what is wrong with them."""
    address = reverse("audit:extract", args=[record_id])
    return redirect(f"{address}?{_query(period)}" if period else address)
