"""What the municipality knows of those in its log, as the detector takes it."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from access.bases import Basis
from access.models import CareRelation, Employment, Shift, Unit
from access.roles import CODENAME_PREFIX
from audit.detection.log import Visits, known_of_pairs
from audit.detection.rules.facts import (
    FOREVER,
    Duty,
    Person,
    Post,
    Relation,
    Span,
    Stay,
    Worker,
    World,
)
from audit.detection.rules.lookups import DEAD_FOR

# What somebody said himself is told by the event's own ground; who had a patient before
# is told by the stay that ended.
_TOLD_OTHERWISE = (
    Basis.NEED,
    Basis.EMERGENCY,
    Basis.AFTER_EMERGENCY,
    Basis.FORMER_EPISODE,
)
_Paths = dict[UUID, list[UUID]]


def world_of_log(found: Visits, *, since: datetime) -> World:
    """Gather what the detector is told of a log: codes, ids and moments, and nobody's name.

    Args:
        found: what was opened.
        since: from when on.
    """
    known = known_of_pairs(since)
    world = World(accesses=found.accesses, closeness=known.closeness)
    for patient, moment in known.dead_from.items():
        world.people[patient] = Person(died=moment - DEAD_FOR - 1)
    _add_workers(world, since)
    _add_relations(world)
    return world


def _add_workers(world: World, since: datetime) -> None:
    """Take those with a post since then, by the role of the newest, and their duties."""
    posts: dict[UUID, list[Post]] = defaultdict(list)
    roles: dict[UUID, str] = {}
    rows = Employment.objects.filter(_reaches(since)).order_by("valid_from", "pk")
    for user, unit, codename, begins, ends in rows.values_list(
        "user_id",
        "content_object_id",
        "permission__codename",
        "valid_from",
        "valid_until",
    ):
        posts[user].append(Post(str(unit), _span(begins, ends)))
        roles[user] = codename.removeprefix(CODENAME_PREFIX)
    for user, role in roles.items():
        world.workers[str(user)] = Worker(role, tuple(posts[user]))
    shifts = Shift.objects.filter(valid_until__gte=since).values_list(
        "user_id", "unit_id", "valid_from", "valid_until"
    )
    for user, unit, begins, ends in shifts.iterator():
        world.duties[str(user)].append(Duty(_span(begins, ends), str(unit)))


def _add_relations(world: World) -> None:
    """Take each care relation; a unit's is that of all above it too, as in the predicate."""
    paths: _Paths = dict(Unit.objects.values_list("pk", "path"))
    patients = {access.patient for access in world.accesses}
    rows = CareRelation.objects.exclude(basis__in=_TOLD_OTHERWISE)
    for patient_id, basis, unit, worker, begins, ends in rows.values_list(
        "patient_id", "basis", "unit_id", "worker_id", "valid_from", "valid_until"
    ).iterator():
        patient = str(patient_id)
        if patient not in patients:
            continue
        span = _span(begins, ends)
        if worker is not None:
            relation = Relation(basis, span, worker=str(worker))
            world.relations[patient].append(relation)
        elif basis == Basis.EPISODE:
            world.stays[patient] += [Stay(at, span) for at in _above(unit, paths)]
        else:
            world.relations[patient] += [
                Relation(basis, span, unit=at) for at in _above(unit, paths)
            ]


def _above(unit: UUID, paths: _Paths) -> Iterator[str]:
    return map(str, paths.get(unit) or [unit])


def _reaches(since: datetime) -> Q:
    return Q(valid_until=None) | Q(valid_until__gte=since)


def _span(begins: datetime | None, ends: datetime | None) -> Span:
    return Span(
        begins.timestamp() if begins else -FOREVER,
        ends.timestamp() if ends else FOREVER,
    )
