"""Background work of the log: sealing, witnessing, verifying, and doors that closed long ago."""

from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.db import connection
from django.utils import timezone

from audit.cosigning.handing_over import Answer, hand_over
from audit.cosigning.lag import lags
from audit.cosigning.witnesses import witnesses
from audit.sealing import sealer
from audit.sealing.backlog import Backlog, backlogs
from audit.sealing.keys import SealKeyError
from audit.verifying.models import LogVerification
from audit.verifying.runs import verify_new
from tenants.context import current_municipality, in_consortium, in_directory
from tenants.health import HealthReport, report_ages, report_done, report_problem
from tenants.models import Municipality
from tenants.tasks import consortium_task, tenant_task

# Other municipalities wait for a turn too.
SEALS_IN_A_TURN = 20
_PROBLEMS = (
    (SealKeyError, HealthReport.Problem.NO_KEY),
    (sealer.AnotherServerError, HealthReport.Problem.ANOTHER_SERVER),
    (sealer.TamperedError, HealthReport.Problem.TAMPERED),
    (sealer.TurnedBackError, HealthReport.Problem.TURNED_BACK),
)
# The clock asks every hour of the night.
VERIFIED_FOR = timedelta(hours=12)
VERIFIED_WITHIN_S = int(timedelta(hours=36).total_seconds())
_NONE = HealthReport.Problem.NONE
# A turn that nobody took is not taken later.
COSIGNED_WITHIN_A_TURN_S = 60
_REFUSALS = {
    Answer.REFUSED: HealthReport.Problem.REFUSED,
    Answer.UNKNOWN: HealthReport.Problem.UNKNOWN_LOG,
}


@consortium_task
def sweep_openings_everywhere() -> None:
    """Ask each municipality in operation to sweep; every hour."""
    active = Municipality.objects.filter(state=Municipality.State.ACTIVE)
    for municipality_id in active.values_list("pk", flat=True):
        sweep_openings.delay(str(municipality_id))


@tenant_task
def sweep_openings() -> None:
    """Remove openings of transactions that ended more than an hour ago. Safe to run twice.

    They open nothing any more: the row policy asks for this very transaction.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT sweep_openings()")


@consortium_task
def seal_logs() -> None:
    """Have the log sealed where something waits, and say how long it has; every few seconds.

    Needs a worker that logs in as the sealer, on the queue `sealing`; so does `seal_log`.
    """
    ids = _active()
    waiting = backlogs(sorted(ids))
    ages = {ids[each.schema]: _age_s(each) for each in waiting}
    report_ages(
        HealthReport.Work.SEALING,
        ages,
        bound_s=settings.AKSON_LOG_SEALED_WITHIN_S,
        done_at={ids[each.schema]: each.sealed_at for each in waiting},
    )
    for each in waiting:
        if each.waiting_since or each.is_elsewhere:
            # A turn that nobody took is not taken later: another one will have come.
            seal_log.apply_async(
                (str(ids[each.schema]),), expires=settings.AKSON_LOG_SEALED_WITHIN_S
            )


@tenant_task
def seal_log() -> None:
    """Seal what is finished in a municipality's log. Safe to run twice, and by two at once."""
    municipality = _here()
    try:
        for _turn in range(SEALS_IN_A_TURN):
            if sealer.seal(municipality) < sealer.BATCH:
                break
    except Exception as error:
        _tell(municipality, _problem(error))
        raise
    _tell(municipality, HealthReport.Problem.NONE)


@consortium_task
def cosign_logs() -> None:
    """Have logs cosigned where something is new, and say how long it has waited; every minute.

    Needs a worker that logs in as the sealer, on the queue `cosigning`; so does
    `cosign_log`. It needs no keys, so it may be another process, on another machine.
    """
    if not witnesses():
        return
    ids = _active()
    found = lags(sorted(ids))
    ages = {ids[each.schema]: each.age_s for each in found}
    report_ages(
        HealthReport.Work.WITNESSING, ages, bound_s=settings.AKSON_LOG_COSIGNED_WITHIN_S
    )
    for each in found:
        if each.is_due:
            cosign_log.apply_async(
                (str(ids[each.schema]),), expires=COSIGNED_WITHIN_A_TURN_S
            )


@tenant_task
def cosign_log() -> None:
    """Hand a municipality's newest checkpoint to the witnesses. Safe to run twice.

    A refusal is told each time, until another tree has begun: it does not go away.
    """
    municipality, work = _here(), HealthReport.Work.WITNESSING
    try:
        answer = hand_over()
    except Exception:
        report_problem(work, municipality.pk, HealthReport.Problem.FAILED)
        raise
    problem = _REFUSALS.get(answer, HealthReport.Problem.NONE)
    report_problem(work, municipality.pk, problem)


@consortium_task
def verify_logs_everywhere() -> None:
    """Ask each municipality in operation to verify its log; every hour of the night."""
    for municipality_id in _active().values():
        verify_log.delay(str(municipality_id))


@tenant_task
def verify_log() -> None:
    """Verify what is new in a municipality's log. Safe to run twice, and by two at once.

    What failed is tried again the next hour, what was done is not.
    """
    municipality, work = _here(), HealthReport.Work.VERIFYING
    newest = LogVerification.objects.order_by("-verified_at").first()
    if newest is not None and timezone.now() - newest.verified_at < VERIFIED_FOR:
        return
    with in_consortium():
        report_ages(work, {municipality.pk: 0}, bound_s=VERIFIED_WITHIN_S)
    try:
        report = verify_new(municipality)
    except Exception as error:
        _tell_of(work, municipality, _problem(error))
        raise
    wrong = HealthReport.Problem.TAMPERED if report.findings else _NONE
    _tell_of(work, municipality, wrong)
    with in_consortium():
        report_done(work, municipality.pk)


def _active() -> dict[str, UUID]:
    """Give the municipalities in operation, by their schemas."""
    with in_directory():
        active = Municipality.objects.filter(state=Municipality.State.ACTIVE)
        return dict(active.values_list("schema_name", "pk"))


def _here() -> Municipality:
    """Give the municipality the work is for.

    Raises:
        LookupError: there is none.
    """
    municipality = current_municipality()
    if municipality is None:
        raise LookupError("this work needs a municipality")
    return municipality


def _age_s(backlog: Backlog) -> int:
    since = backlog.waiting_since
    return max(0, int((timezone.now() - since).total_seconds())) if since else 0


def _problem(error: Exception) -> HealthReport.Problem:
    for kind, problem in _PROBLEMS:
        if isinstance(error, kind):
            return problem
    return HealthReport.Problem.FAILED


def _tell(municipality: Municipality, problem: HealthReport.Problem) -> None:
    report_problem(HealthReport.Work.SEALING, municipality.pk, problem)


def _tell_of(
    work: HealthReport.Work, municipality: Municipality, problem: HealthReport.Problem
) -> None:
    with in_consortium():
        report_problem(work, municipality.pk, problem)
