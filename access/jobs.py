"""Background work of access: the nightly control of the access log (etterkontroll), and use."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from django.utils import timezone

from access.events import system_entry
from access.models import LogReview
from access.oversight.detection.services import review_log
from audit import log
from audit.using import used
from audit.verbs import Verb
from tenants.context import current_municipality, in_consortium
from tenants.health import HealthReport, report_ages, report_problem
from tenants.models import Municipality
from tenants.running import use
from tenants.running.models import PEOPLE, UNITS
from tenants.running.weeks import A_WEEK, moments_of
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
    municipality = _here()
    newest = LogReview.objects.done().first()
    age = timezone.now() - newest.began_at if newest else timedelta()
    with in_consortium():
        work = HealthReport.Work.REVIEW
        report_ages(work, {municipality.pk: int(age.total_seconds())}, bound_s=BOUND_S)
        report_problem(work, municipality.pk, problem)


@consortium_task
def count_use_everywhere() -> None:
    """Have the weeks counted that nobody has counted; every hour of the night."""
    today = timezone.localdate()
    use.forget(today)
    for municipality_id, weeks in use.uncounted(today).items():
        count_use.delay(str(municipality_id), [week.isoformat() for week in weeks])


@tenant_task
def count_use(weeks: list[str]) -> None:
    """Count who used Akson here, and tell the consortium what it may know. Safe to run twice.

    Args:
        weeks: the Mondays of whole weeks, the oldest first.
    """
    mondays = [date.fromisoformat(week) for week in weeks]
    _say_that_it_is_counted(mondays[0], mondays[-1] + A_WEEK - timedelta(days=1))
    counts = [line for monday in mondays for line in _told_of(monday)]
    here = _here()
    with in_consortium():
        use.store(here.pk, counts)


def _told_of(monday: date) -> list[tuple[date, str, int | None]]:
    """Count a week, and hide what is small before it goes anywhere."""
    found = used(*moments_of(monday))
    numbers: dict[str, int] = {PEOPLE: found.people, UNITS: found.units}
    numbers |= {module.value: units for module, units in found.of_modules.items()}
    return [(monday, what, use.told(number)) for what, number in numbers.items()]


def _say_that_it_is_counted(first: date, last: date) -> None:
    detail = {
        "what": "use_counted",
        "from": first.isoformat(),
        "to": last.isoformat(),
    }
    log.append(replace(system_entry(Verb.LOG_READ), detail=detail))


def _here() -> Municipality:
    """Give the municipality the work is for.

    Raises:
        LookupError: there is none.
    """
    municipality = current_municipality()
    if municipality is None:
        raise LookupError("this work needs a municipality")
    return municipality
