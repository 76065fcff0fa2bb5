"""How well the facts explain an access (forklaringsstyrke)."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from audit.detection.rules.facts import Access, Duty, Id, Relation, Span, Stay, World
from audit.detection.rules.weights import Strength

DAY = 86_400.0
# What is begun is written to its end, and who comes on Monday is read about on Friday.
AFTER_END, BEFORE_START = 14 * DAY, 3 * DAY
# One comes a little before the shift, and goes a little after it.
AROUND_DUTY = 3_600.0
_LONGEST_DUTY = 2 * DAY

# What the system found when it opened: the log's own ground (access.bases.Basis).
STRENGTH_OF_BASIS = {
    "team": Strength.NAMED,
    "visit": Strength.NAMED,
    "task": Strength.NAMED,
    "grant": Strength.NAMED,
    "contact": Strength.DUTY,
    "roster": Strength.DUTY,
    "episode": Strength.UNIT,
    "gp_list": Strength.UNIT,
    "programme": Strength.UNIT,
    "message": Strength.UNIT,
    "application": Strength.UNIT,
    "former_episode": Strength.NEAR,
    "need": Strength.DECLARED,
    "emergency": Strength.DECLARED,
    "after_emergency": Strength.DECLARED,
    "admission": Strength.DECLARED,
}


@dataclass(slots=True)
class Rosters:
    """Each worker's duties in order of time.

    Args:
        since: when the first of all duties began; of what was before, they say nothing.
    """

    duties: dict[Id, list[Duty]] = field(default_factory=dict)
    starts: dict[Id, list[float]] = field(default_factory=dict)
    since: float = 0.0

    def at(self, worker: Id, at: float) -> Iterator[Duty]:
        """The duties a moment falls in, with a little room on both sides."""
        duties = self.duties.get(worker, [])
        last = bisect_right(self.starts.get(worker, []), at + AROUND_DUTY)
        for duty in reversed(duties[:last][-4:]):
            if duty.span.since < at - _LONGEST_DUTY:
                return
            if at < duty.span.until + AROUND_DUTY:
                yield duty

    def off_duty(self, access: Access) -> bool | None:
        """Whether the worker was not at work; None when nothing tells."""
        if access.on_duty is not None:
            return not access.on_duty
        if access.worker not in self.duties or access.at < self.since - AROUND_DUTY:
            return None
        return not any(self.at(access.worker, access.at))


def rosters(world: World) -> Rosters:
    """Put the duties of a world in order."""
    duties = {worker: sorted(of) for worker, of in world.duties.items() if of}
    starts = {key: [duty.span.since for duty in of] for key, of in duties.items()}
    since = min((first for first, *_later in starts.values()), default=0.0)
    return Rosters(duties, starts, since)


def strength(world: World, duty: Rosters, access: Access) -> Strength:
    """Tell how well an access is explained: by the best of all grounds it has."""
    worker = world.workers.get(access.worker)
    own = worker.units_at(access.at) if worker else set()
    if access.unit and (worker is None or not worker.posts):
        own = own | {access.unit}
    covered = {shift.unit for shift in duty.at(access.worker, access.at)}
    best = STRENGTH_OF_BASIS.get(access.basis, Strength.NONE)
    for stay in world.stays.get(access.patient, ()):
        best = max(best, _of_stay(stay, access, own, covered))
        if best == Strength.NAMED:
            return best
    for relation in world.relations.get(access.patient, ()):
        best = max(best, _of_relation(relation, access, own | covered))
    return best


def _of_stay(stay: Stay, access: Access, own: set[Id], covered: set[Id]) -> Strength:
    named = access.worker in stay.team
    if not named and stay.unit not in own and stay.unit not in covered:
        return Strength.NONE
    if not stay.span.covers(access.at):
        return Strength.NEAR if _is_near(stay.span, access.at) else Strength.NONE
    if named:
        return Strength.NAMED
    return Strength.DUTY if stay.unit in covered else Strength.UNIT


def _of_relation(relation: Relation, access: Access, units: set[Id]) -> Strength:
    named = relation.worker == access.worker
    if not named and (not relation.unit or relation.unit not in units):
        return Strength.NONE
    if not relation.span.covers(access.at):
        return Strength.NEAR if _is_near(relation.span, access.at) else Strength.NONE
    return Strength.NAMED if named else Strength.UNIT


def _is_near(span: Span, at: float) -> bool:
    return span.since - BEFORE_START <= at < span.until + AFTER_END


def has_ended(world: World, access: Access) -> bool:
    """Whether the worker's unit, or he himself, had the patient, but long ago."""
    worker = world.workers.get(access.worker)
    units = {post.unit for post in worker.posts} if worker else {access.unit}
    return any(
        stay.span.until <= access.at
        and (stay.unit in units or access.worker in stay.team)
        for stay in world.stays.get(access.patient, ())
    )
