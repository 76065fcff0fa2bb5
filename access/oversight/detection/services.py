"""Looks the access log through, and makes cases of what is most telling and of a random sample."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone

from access.events import system_entry
from access.models import AccessRules, CaseAccess, CaseOrigin, LogReview, ReviewCase
from access.oversight.cases.looked import Looked, looked, monday_of
from access.oversight.detection.choosing import Chosen, chosen, the_only_auditor
from access.oversight.detection.facts import world_of_log
from audit import log
from audit.detection.log import visits
from audit.detection.rules.cases import cases
from audit.detection.rules.telling import Told
from audit.entry import REVIEW, Subject, Target
from audit.looking import drawn
from audit.verbs import Outcome, Reach, Verb

LOOKS_BACK = timedelta(days=60)
_LOCK = 4120604


def review_log(*, asked_by: UUID | None = None) -> LogReview | None:
    """Look the log of the last 60 days through, and make the cases the municipality has time for.

    Safe to run twice: nothing is made a case of that is in one, and no more than the
    week's budget.

    Args:
        asked_by: who asked for it; nobody when the clock did.

    Returns:
        What came of it; None when another run is at it.
    """
    with _alone() as is_alone:
        if not is_alone:
            return None
        run = LogReview.objects.create(began_at=timezone.now(), asked_by_id=asked_by)
        try:
            _review(run)
        except Exception:
            run.has_failed = True
            raise
        finally:
            run.ended_at = timezone.now()
            run.save()
    return run


def _review(run: LogReview) -> None:
    since = run.began_at - LOOKS_BACK
    _say_that_it_is_read(run, since)
    found = visits(since)
    run.events = found.rows
    rules = AccessRules.objects.get()
    today = timezone.localdate(run.began_at)
    left = rules.cases_per_week - _made_since(monday_of(today))
    ranked = cases(world_of_log(found, since=since))
    for choice in chosen(ranked, found, at_most=left):
        run.made += _make_detected(choice)
    run.drawn = _draw(monday_of(today) - timedelta(days=7), size=rules.sample_per_week)


def _say_that_it_is_read(run: LogReview, since: datetime) -> None:
    detail = {"from": timezone.localdate(since).isoformat()}
    if run.asked_by_id is not None:
        detail["asked_by"] = str(run.asked_by_id)
    entry = system_entry(Verb.LOG_READ)
    log.append(replace(entry, grounds=REVIEW, detail=detail))


def _made_since(monday: date) -> int:
    since = datetime.combine(
        monday, datetime.min.time(), timezone.get_default_timezone()
    )
    made = ReviewCase.objects.filter(origin=CaseOrigin.DETECTED, made_at__gte=since)
    return made.count()


def _make_detected(choice: Chosen) -> bool:
    return _make(
        looked(choice.event_ids),
        CaseOrigin.DETECTED,
        score=choice.score,
        reasons=choice.told,
    )


def _draw(monday: date, *, size: int) -> int:
    """Draw the sample of a week, once: each access that was drawn becomes a case."""
    is_drawn = ReviewCase.objects.filter(origin=CaseOrigin.SAMPLE, week=monday).exists()
    if is_drawn:
        return 0
    ids = drawn(monday, size=size, besides=map(UUID, the_only_auditor()))
    return sum(_make([one], CaseOrigin.SAMPLE) for one in looked(ids))


def _make(
    accesses: list[Looked],
    origin: CaseOrigin,
    *,
    score: float | None = None,
    reasons: Told | None = None,
) -> bool:
    """Make a case in nobody's name, once the log says so; not of what is in one already."""
    first = accesses[0]
    case = ReviewCase(
        worker_id=first.worker_id,
        unit_id=first.unit_id,
        week=first.week,
        origin=origin.value,
        made_at=timezone.now(),
        score=score,
        reasons=reasons or {},
    )
    people = dict.fromkeys(person for one in accesses for person in one.people)
    with _said_first(case, people):
        ids = [one.event_id for one in accesses]
        if CaseAccess.objects.filter(event_id__in=ids).exists():
            return False
        case.save()
        CaseAccess.objects.bulk_create(
            CaseAccess(case=case, event_id=event_id) for event_id in ids
        )
    return True


@contextmanager
def _said_first(
    case: ReviewCase, people: dict[tuple[UUID, UUID | None], None]
) -> Iterator[None]:
    entry = replace(
        system_entry(Verb.CASE_MADE),
        target=Target("access.ReviewCase", str(case.pk)),
        grounds=REVIEW,
        subjects=tuple(
            Subject(patient, record, Reach.MENTIONED) for patient, record in people
        ),
    )
    (event_id, *_parts) = log.append(entry)
    try:
        with transaction.atomic():
            yield
    except Exception:
        log.append(entry.afterwards(Outcome.FAILED, event_id=event_id))
        raise


@contextmanager
def _alone() -> Iterator[bool]:
    """Keep other runs away for as long as this one lasts; say whether it was first.

    The lock is the session's: events are committed while it is held.
    """
    with connection.cursor() as cursor:
        schema = connection.schema_name  # type: ignore[attr-defined]
        cursor.execute("SELECT pg_try_advisory_lock(%s, hashtext(%s))", [_LOCK, schema])
        (is_alone,) = cursor.fetchone()
    try:
        yield is_alone
    finally:
        if is_alone:
            with connection.cursor() as cursor:
                cursor.execute(
                    "SELECT pg_advisory_unlock(%s, hashtext(%s))", [_LOCK, schema]
                )
