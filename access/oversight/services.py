"""What is written of an emergency access, and what those who review come to; each is in the log first."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from django.utils import timezone
from django.utils.translation import gettext as _

from access.accounts.models import User
from access.errors import RightsError
from access.models import (
    EmergencyAccess,
    EmergencyOutcome,
    EmergencyText,
    StatedNeed,
    TextPart,
)
from access.oversight.door import open_about
from access.oversight.selectors import may_conclude
from access.worker import Worker
from audit import log
from audit.entry import REVIEW, Subject, Target
from audit.verbs import Reach, Verb

CASE = "access.EmergencyAccess"


@contextmanager
def open_case(case: EmergencyAccess, *, by: Worker, to: Verb) -> Iterator[None]:
    """Let a person read or write what is said of a case, once the log says that he does."""
    subjects = (Subject(case.patient_id, case.record_id, Reach.MENTIONED),)
    with open_about(case, kind=CASE, by=by, to=to, subjects=subjects):
        yield


def explain_emergency(case: EmergencyAccess, *, by: Worker, text: str) -> None:
    """Keep what happened, in the person's own words; it can be written once.

    Raises:
        RightsError: it is not his case, or it has been explained.
    """
    if case.worker_id != by.user_id:
        raise RightsError(_("Bare den som tok nødtilgangen, kan forklare den."))
    with open_case(case, by=by, to=Verb.EMERGENCY_EXPLAINED):
        case = EmergencyAccess.objects.select_for_update().get(pk=case.pk)
        if case.explained_at is not None:
            raise RightsError(_("Forklaringen er sendt før, og kan ikke endres."))
        case.explained_at = timezone.now()
        _keep(case, by)
        _write(case, TextPart.EXPLANATION, by, text)


def conclude_emergency(
    case: EmergencyAccess, *, by: Worker, outcome: EmergencyOutcome, text: str
) -> None:
    """Say what came of a case, once it has been explained.

    Raises:
        RightsError: it is his own, not his to review, unexplained, or concluded before.
    """
    with open_case(case, by=by, to=Verb.EMERGENCY_CONCLUDED):
        case = EmergencyAccess.objects.select_for_update().get(pk=case.pk)
        if not may_conclude(by, case):
            raise RightsError(_("Du kan ikke konkludere i denne saken."))
        if case.explained_at is None:
            raise RightsError(_("Vent til nødtilgangen er forklart."))
        if case.concluded_at is not None:
            raise RightsError(_("Noen har konkludert før deg."))
        case.concluded_at, case.outcome = timezone.now(), outcome.value
        case.concluded_by_id = by.user_id
        _keep(case, by)
        if text:
            _write(case, TextPart.CONCLUSION, by, text)


def look_at_need(need: StatedNeed, *, by: Worker) -> None:
    """Keep that somebody has looked at a stated need; twice changes nothing.

    Raises:
        RightsError: it is his own.
    """
    if need.worker_id == by.user_id:
        raise RightsError(_("Du kan ikke gå gjennom ditt eget oppgitte behov."))
    entry = replace(
        by.entry(Verb.NEED_LOOKED_AT),
        target=Target("access.StatedNeed", str(need.pk)),
        grounds=REVIEW,
        subjects=(Subject(need.patient_id, need.record_id, Reach.MENTIONED),),
    )
    with log.open_door(log.append(entry)):
        need = StatedNeed.objects.select_for_update().get(pk=need.pk)
        if need.looked_at is None:
            need.looked_at, need.looked_by_id = timezone.now(), by.user_id
            _keep(need, by)


def _write(case: EmergencyAccess, part: TextPart, by: Worker, text: str) -> None:
    EmergencyText.objects.create(
        case=case,
        part=part,
        author_id=by.user_id,
        written_at=timezone.now(),
        text=text,
    )


def _keep(row: EmergencyAccess | StatedNeed, by: Worker) -> None:
    row._history_user = User(pk=by.user_id)  # type: ignore[union-attr]
    row.save()
