"""Answers to patients, coded: given with the conclusion of their case."""

from collections.abc import Mapping
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from access.accounts.models import User
from access.errors import RightsError
from access.models import (
    ANSWERS_BY_OUTCOME,
    CaseOutcome,
    PatientAnswer,
    PatientQuestion,
    ReviewCase,
)
from access.worker import Worker


def answer_patients(
    case: ReviewCase,
    outcome: CaseOutcome,
    answers: Mapping[UUID, PatientAnswer],
    *,
    by: Worker,
) -> None:
    """Keep what each patient who asked is told; every one of them is answered.

    Raises:
        RightsError: somebody is left without an answer, or is told worse than was concluded.
    """
    questions = PatientQuestion.objects.select_for_update().filter(
        case=case, answered_at=None
    )
    for question in questions:
        answer = answers.get(question.pk)
        if answer is None:
            raise RightsError(_("Velg hva pasienten skal få til svar."))
        if answer not in ANSWERS_BY_OUTCOME[outcome]:
            raise RightsError(_("Svaret til pasienten stemmer ikke med konklusjonen."))
        question.answer, question.answered_at = answer.value, timezone.now()
        question._history_user = User(pk=by.user_id)  # type: ignore[attr-defined]
        question.save()
