"""Who is on duty, who leads the shifts, and when access was reviewed last."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from access.models import (
    AccessReview,
    ReviewedRight,
    RightKind,
    Shift,
    ShiftLeader,
)
from access.roles import Role
from akson_project.demo.loading.keys import Keys, store
from akson_project.demo.loading.people import midnight
from akson_project.demo.stories.model import (
    EmploymentStory,
    UnitStory,
    WorkerStory,
    World,
)

# The ward that is reminded: its access was last gone through longer ago than it may be.
OVERDUE_AT = "w1"
_LONG_AGO, _LATELY = timedelta(days=230), timedelta(days=60)


def load_staffing(world: World, keys: Keys) -> None:
    """Store the duty roster, a shift leader, and the last review of each unit."""
    store(
        Shift,
        [
            Shift(
                id=keys.of(
                    "shift", f"{one.worker}:{one.unit}:{one.begins.isoformat()}"
                ),
                user_id=keys.of("worker", one.worker),
                unit_id=keys.of("unit", one.unit),
                valid_from=one.begins,
                valid_until=one.ends,
            )
            for one in world.shifts
        ],
    )
    store(ShiftLeader, list(_shift_leaders(world, keys)))
    for unit in world.units:
        _load_review(world, keys, unit)


def _shift_leaders(world: World, keys: Keys) -> Iterator[ShiftLeader]:
    """The first nurse of the ward who signs in."""
    today = keys.now.date()
    for worker, _job in _at(world, OVERDUE_AT, today):
        if worker.profession == "SP" and worker.username:
            yield ShiftLeader(
                id=keys.of("shift leader", worker.key),
                user_id=keys.of("worker", worker.key),
                unit_id=keys.of("unit", OVERDUE_AT),
                valid_from=midnight(today - timedelta(days=40)),
                valid_until=midnight(today + timedelta(days=140)),
            )
            return


def _load_review(world: World, keys: Keys, unit: UnitStory) -> None:
    """Store that the local administrator kept what there was then."""
    ago = _LONG_AGO if unit.key == OVERDUE_AT else _LATELY
    at = keys.now - ago
    rights = _at(world, unit.key, at.date())
    if not rights:
        return
    review = AccessReview(
        id=keys.of("review", unit.key),
        unit_id=keys.of("unit", unit.key),
        reviewed_by_id=keys.of("worker", _administrator(world).key),
        concluded_at=at,
    )
    store(AccessReview, [review])
    store(
        ReviewedRight,
        [
            ReviewedRight(
                review=review,
                user_id=keys.of("worker", worker.key),
                kind=RightKind.EMPLOYMENT,
                right_id=f"{worker.key}:{number}",
                role=job.role,
                valid_from=midnight(job.valid_from),
                valid_until=midnight(job.valid_until) if job.valid_until else None,
                is_confirmed=True,
            )
            for number, (worker, job) in enumerate(rights)
        ],
    )


def _administrator(world: World) -> WorkerStory:
    return next(
        worker
        for worker in world.workers
        for job in worker.employments
        if job.role == Role.LOCAL_ADMIN.value
    )


def _at(
    world: World, unit: str, day: date
) -> Sequence[tuple[WorkerStory, EmploymentStory]]:
    """Those employed at a unit on a day, each with that employment."""
    return [
        (worker, job)
        for worker in world.workers
        for job in worker.employments
        if job.unit == unit
        and job.valid_from <= day
        and (job.valid_until is None or day < job.valid_until)
    ]
