"""A person lets himself into a record: he states a need, or takes it in an emergency."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from django.utils import timezone
from django.utils.translation import gettext as _

from access.accounts.models import User
from access.models import (
    EMERGENCY_LASTS,
    EMERGENCY_LONGEST,
    AccessRules,
    Basis,
    EmergencyAccess,
    EmergencyReason,
    NeedReason,
    StatedNeed,
)
from access.policy import Decision
from access.worker import Worker
from audit.entry import Entry, Grounds, Subject, Target
from audit.verbs import Reach, Verb
from journal.record.errors import RuleError
from journal.record.gate import letting_in, recording
from journal.record.services.relations import Business, end_of, take

# How long one may finish what one was writing.
FINISHES_FOR = timedelta(hours=48)
# Nothing of others was written before this: one sees one's own entries alone.
_NOTHING_OF_OTHERS = datetime(1900, 1, 1, tzinfo=UTC)
_CASE = "access.EmergencyAccess"


def state_need(decision: Decision, *, by: Worker, reason: NeedReason) -> StatedNeed:
    """Let a person in for some hours, for the need he states.

    Args:
        decision: what the policy says of it (`access.supposing`); its `decision_ref` is
            the id of the relation to be.
        by: who states it.
        reason: which need.

    Raises:
        RecordRefusedError: the policy says no.
    """
    hours = AccessRules.objects.values_list("need_hours", flat=True).get()
    now = timezone.now()
    need = StatedNeed(
        **_who_and_whose(decision, by),
        began_at=now,
        ends_at=now + timedelta(hours=hours),
        reason_code=reason.value,
    )
    target = Target("access.StatedNeed", str(need.pk))
    with letting_in(decision, by=by, target=target):
        _keep(need, by)
        take(
            decision.record_id,
            decision.patient_id,
            Business(
                basis=Basis.NEED,
                source_id=need.pk,
                worker_id=by.user_id,
                valid_from=now,
                valid_until=need.ends_at,
                reason_code=reason.value,
                id=decision.decision_ref,
            ),
        )
    return need


def begin_emergency(
    decision: Decision, *, by: Worker, reason: EmergencyReason
) -> EmergencyAccess:
    """Open one patient's record to a person at once, for four hours.

    Whoever he is has shown anew who he is; the view asks before it calls this.

    Raises:
        RecordRefusedError: the policy says no.
    """
    now = timezone.now()
    case = EmergencyAccess(
        **_who_and_whose(decision, by),
        began_at=now,
        ends_at=now + EMERGENCY_LASTS,
        reason_code=reason.value,
    )
    with letting_in(decision, by=by, target=Target(_CASE, str(case.pk))):
        _keep(case, by)
        emergency = Business(
            basis=Basis.EMERGENCY,
            source_id=case.pk,
            worker_id=by.user_id,
            valid_from=now,
            valid_until=case.ends_at,
            reason_code=reason.value,
            id=decision.decision_ref,
        )
        take(case.record_id, case.patient_id, emergency)
        # Weaker than the emergency, so that it counts only once that is over.
        finishing = Business(
            basis=Basis.AFTER_EMERGENCY,
            source_id=case.pk,
            worker_id=by.user_id,
            valid_from=now,
            valid_until=case.ends_at + FINISHES_FOR,
            readable_until=_NOTHING_OF_OTHERS,
            reason_code=reason.value,
        )
        take(case.record_id, case.patient_id, finishing)
    return case


def extend_emergency(
    case: EmergencyAccess, *, by: Worker, reason: EmergencyReason
) -> None:
    """Make an emergency last four hours more; once.

    Raises:
        RuleError: it is over, or has been made longer before.
    """
    with recording(_entry(case, by, Verb.EMERGENCY_EXTENDED, reason), by=by):
        case = _locked(case.pk)
        _check_can_be_longer(case)
        case.extended_at = timezone.now()
        case.extension_reason = reason.value
        case.ends_at = min(
            case.ends_at + EMERGENCY_LASTS, case.began_at + EMERGENCY_LONGEST
        )
        _keep(case, by)
        _move(case)


def end_emergency(case: EmergencyAccess, *, by: Worker) -> None:
    """Close the record again now; what one was writing may still be finished.

    Ending twice changes nothing.
    """
    with recording(_entry(case, by, Verb.EMERGENCY_ENDED), by=by):
        case = _locked(case.pk)
        now = timezone.now()
        if case.ended_at is not None or case.ends_at <= now:
            return
        case.ended_at = now
        _keep(case, by)
        _move(case)


def _who_and_whose(decision: Decision, by: Worker) -> dict[str, Any]:
    return {
        "id": uuid4(),
        "record_id": decision.record_id,
        "patient_id": decision.patient_id,
        "worker_id": by.user_id,
        "unit_id": decision.unit_id,
        "role": decision.role or "",
    }


def _entry(
    case: EmergencyAccess,
    by: Worker,
    verb: Verb,
    reason: EmergencyReason | None = None,
) -> Entry:
    mentioned = Subject(case.patient_id, case.record_id, Reach.MENTIONED)
    return replace(
        by.entry(verb),
        target=Target(_CASE, str(case.pk)),
        subjects=(mentioned,),
        grounds=Grounds(
            basis=Basis.EMERGENCY.value,
            purpose="BTG",
            user_selected=True,
            reason_code=reason.value if reason else case.reason_code,
        ),
    )


def _locked(case_id: UUID) -> EmergencyAccess:
    return EmergencyAccess.objects.select_for_update().get(pk=case_id)


def _check_can_be_longer(case: EmergencyAccess) -> None:
    if case.ended_at is not None or case.ends_at <= timezone.now():
        raise RuleError(
            _("Nødtilgangen er over. Trenger du den igjen, må du ta en ny.")
        )
    if case.extended_at is not None:
        raise RuleError(
            _("Nødtilgangen er forlenget før. Trenger du den igjen, må du ta en ny.")
        )


def _move(case: EmergencyAccess) -> None:
    """Let the relations end when the case does."""
    until = case.ended_at or case.ends_at
    end_of(case.pk, basis=Basis.EMERGENCY, at=until)
    end_of(case.pk, basis=Basis.AFTER_EMERGENCY, at=until + FINISHES_FOR)


def _keep(row: StatedNeed | EmergencyAccess, by: Worker) -> None:
    row._history_user = User(pk=by.user_id)  # type: ignore[union-attr]
    row.save()
