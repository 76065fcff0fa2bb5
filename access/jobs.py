"""Background work of access: the nightly control of the access log (etterkontroll)."""

from datetime import timedelta
from uuid import UUID

from django.utils import timezone

from access.models import LogReview
from access.oversight.detection.services import review_log
from tenants.context import current_municipality, in_consortium
from tenants.health import HealthReport, report_ages, report_problem
from tenants.models import Municipality
from tenants.tasks import consortium_task, tenant_task

# The clock asks every hour of the night: what failed is tried again, what was done is not.
DONE_FOR = timedelta(hours=12)
# A night may fail and be made good the next; after that somebody has to look.
BOUND_S = int(timedelta(hours=36).total_seconds())


@consortium_task
def review_logs_everywhere() -> None:
    """Ask each municipality in operation to control its log; every hour of the night."""
    active = Municipality.objects.filter(state=Municipality.State.ACTIVE)
    for municipality_id in active.values_list("pk", flat=True):
        review_access_log.delay(str(municipality_id))


@tenant_task
def review_access_log(asked_by: str = "") -> None:
    """Control a municipality's access log. Safe to run twice, and by two at once.

    Args:
        asked_by: the account of who asked; nobody when the clock did, and then nothing is
            done that has been done this night.
    """
    if not asked_by and _is_done():
        return
    try:
        review_log(asked_by=UUID(asked_by) if asked_by else None)
    except Exception:
        _tell(HealthReport.Problem.FAILED)
        raise
    _tell(HealthReport.Problem.NONE)


def _is_done() -> bool:
    since = timezone.now() - DONE_FOR
    return LogReview.objects.done().filter(began_at__gte=since).exists()


def _tell(problem: HealthReport.Problem) -> None:
    """Say how long ago the log was controlled, and whether it went wrong now."""
    municipality = current_municipality()
    if municipality is None:
        raise LookupError("the control of the log needs a municipality")
    newest = LogReview.objects.done().first()
    age = timezone.now() - newest.began_at if newest else timedelta()
    with in_consortium():
        work = HealthReport.Work.REVIEW
        report_ages(work, {municipality.pk: int(age.total_seconds())}, bound_s=BOUND_S)
        report_problem(work, municipality.pk, problem)
