"""Letters on screen and on paper, each opened by an event like the page it comes from."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone, translation
from django.views.decorators.http import require_GET

from access.actions import Action
from access.models import PatientQuestion
from access.oversight.cases.selectors import case_to_review, event_ids_of
from access.oversight.cases.services import open_case
from access.oversight.questions.selectors import questions_of_patient
from access.requests import AksonRequest
from audit.entry import Target
from audit.review.access import auditor_required
from audit.review.cases.selectors import lines_of_case
from audit.review.extract.accesses import Access, accesses_to
from audit.review.letters.letter import Letter, letter_on_paper
from audit.review.letters.words import Kind, answer_letter
from audit.review.letters.words import case_letter as write_case_letter
from audit.review.typeset import LANGUAGES
from audit.verbs import Verb
from journal.readers.rules.period import Period
from journal.record.gate import open_record
from journal.record.models import OpenRecord
from journal.record.selectors.header import patient_header


@require_GET
@auditor_required
def case_letter(request: AksonRequest, case_id: UUID, kind: str) -> HttpResponse:
    """Give a letter of a case; no patient is named in it."""
    case = case_to_review(request.worker, case_id)
    if case is None or kind not in set(Kind) or not Kind(kind).is_there(case):
        raise Http404
    with open_case(case, by=request.worker, to=Verb.CASE_READ):

        def write() -> Letter:
            return write_case_letter(
                Kind(kind),
                case,
                lines_of_case(case, reader_id=request.worker.user_id),
                sender=request.tenant.name,
                contact=request.worker.name,
            )

        back = {"case": case}
        return _given(request, write, "audit/cases/letter.html", back, name=kind)


@require_GET
def answer(request: AksonRequest, record_id: UUID, question_id: UUID) -> HttpResponse:
    """Give the patient the answer to what he asked, once there is one."""
    with open_record(
        record_id,
        by=request.worker,
        to=Action.HAND_OUT_LOG,
        target=Target("access.PatientQuestion", str(question_id)),
        detail={"printed_for": "patient"} if "pdf" in request.GET else None,
    ) as record:
        asked = questions_of_patient(record.patient_id).filter(
            answered_at__isnull=False
        )
        question = get_object_or_404(asked, pk=question_id)
        header = patient_header(record)

        def write() -> Letter:
            return answer_letter(
                question,
                _asked_about(record, question),
                to=(header.name, f"{header.birth_date:%d.%m.%Y}"),
                sender=request.tenant.name,
                contact=request.worker.name,
            )

        back = {"record": record, "header": header}
        return _given(request, write, "audit/answer.html", back, name="answer")


def _asked_about(record: OpenRecord, question: PatientQuestion) -> list[Access]:
    """The accesses to this patient that the case is about, the oldest first."""
    case = question.case
    week = Period(case.week, case.week + timedelta(days=6))
    events = set(event_ids_of(case))
    found = accesses_to(record.patient_id, week)
    return [one for one in reversed(found) if one.event_id in events]


def _given(
    request: AksonRequest,
    write: Callable[[], Letter],
    page: str,
    context: Mapping[str, object],
    *,
    name: str,
) -> HttpResponse:
    """Show a letter, or give it as a file in the language that is asked for."""
    language = request.GET.get("pdf", "")
    if language not in LANGUAGES:
        return render(request, page, {**context, "letter": write()})
    with translation.override(language):
        file = letter_on_paper(write(), language=language)
    called = f"{name}-{timezone.localtime():%Y%m%d-%H%M}.pdf"
    disposition = f'attachment; filename="{called}"'
    return HttpResponse(
        file,
        content_type="application/pdf",
        headers={"Content-Disposition": disposition},
    )
