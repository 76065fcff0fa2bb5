"""What patients have asked: of one case, of one patient, and what is late."""

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from access.models import CaseAccess, PatientQuestion, PatientWords, ReviewCase


def questions_of_cases(
    cases: Iterable[ReviewCase],
) -> defaultdict[UUID, list[PatientQuestion]]:
    """Give the questions of some cases, by the case, the oldest first."""
    found: defaultdict[UUID, list[PatientQuestion]] = defaultdict(list)
    ids = [case.pk for case in cases]
    for question in PatientQuestion.objects.filter(case__in=ids).order_by("asked_at"):
        found[question.case_id].append(question)
    return found


def questions_of_patient(patient_id: UUID) -> QuerySet[PatientQuestion]:
    """What one patient has asked, the newest first."""
    asked = PatientQuestion.objects.filter(patient_id=patient_id)
    return asked.select_related("case__worker", "case__unit").order_by("-asked_at")


def questions_by_event(
    questions: Iterable[PatientQuestion],
) -> dict[UUID, PatientQuestion]:
    """Say which events a patient has asked about, the newest question last said."""
    by_case = {question.case_id: question for question in questions}
    events = CaseAccess.objects.filter(case__in=by_case)
    return {
        event_id: by_case[case_id]
        for event_id, case_id in events.values_list("event_id", "case_id")
    }


def words_of(case_id: UUID) -> dict[UUID, str]:
    """Read what patients say of a case, by question; the log says already who reads it."""
    rows = PatientWords.objects.filter(case_id=case_id)
    return dict(rows.values_list("question_id", "text"))
