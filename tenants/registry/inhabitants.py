"""How many live in each municipality on a day, also when it was merged or divided.

A count tells of a municipality as it was drawn then. After a merger, and until it is counted
anew, the new one has the sum of those before; after a division, what was divided has its old
figure less those of the parts that have been counted. So nobody is counted twice, or lost.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from tenants.registry.changes import ChangedMunicipality, MunicipalityChange
from tenants.registry.models import InhabitantCount

_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Figure:
    """How many, and whether it rests on an example."""

    inhabitants: int
    is_example: bool


@dataclass(frozen=True, slots=True)
class Redrawing:
    """A change after which a count tells of others than before."""

    on: date
    is_split: bool
    before: frozenset[UUID]
    after: frozenset[UUID]


@dataclass(frozen=True, slots=True)
class Counts:
    """All counts, and all redrawings, of each municipality; the newest first."""

    counts: Mapping[UUID, list[InhabitantCount]]
    redrawings: Mapping[UUID, list[Redrawing]]

    def on(self, municipality_id: UUID, day: date) -> Figure | None:
        """The newest count of the municipality as it was drawn on a day, or what stands for it."""
        redrawn = self.redrawings.get(municipality_id, [])
        since = next((one for one in redrawn if one.on <= day), None)
        until = min((one.on for one in redrawn if one.on > day), default=date.max)
        begins = since.on if since else date.min
        for count in self.counts.get(municipality_id, []):
            if begins <= count.counted_on < until:
                return Figure(count.inhabitants, count.is_example)
        if since is None:
            return None
        return self._until_counted(municipality_id, since)

    def _until_counted(self, municipality_id: UUID, since: Redrawing) -> Figure | None:
        if municipality_id not in since.after:
            return None
        eve = since.on - _A_DAY
        if not since.is_split:
            return _sum([self.on(one, eve) for one in since.before])
        whole = self.on(municipality_id, eve)
        if whole is None or municipality_id not in since.before:
            return None
        parts = [self.on(one, since.on) for one in since.after - {municipality_id}]
        gone = sum(part.inhabitants for part in parts if part)
        return Figure(max(whole.inhabitants - gone, 0), whole.is_example)


def read_counts() -> Counts:
    """Read them all: two statements."""
    counts: dict[UUID, list[InhabitantCount]] = defaultdict(list)
    for count in InhabitantCount.objects.order_by("-counted_on"):
        counts[count.municipality_id].append(count)
    redrawings: dict[UUID, list[Redrawing]] = defaultdict(list)
    for change in _redrawings():
        for municipality_id in change.before | change.after:
            redrawings[municipality_id].append(change)
    return Counts(counts, redrawings)


def _redrawings() -> list[Redrawing]:
    parts = ChangedMunicipality.objects.filter(
        change__in=MunicipalityChange.objects.standing(),
        change__kind__in=MunicipalityChange.REDRAWS,
    ).select_related("change")
    of_each: dict[MunicipalityChange, list[ChangedMunicipality]] = defaultdict(list)
    for part in parts:
        of_each[part.change].append(part)
    found = [
        Redrawing(
            on=change.takes_effect_on,
            is_split=change.kind == MunicipalityChange.Kind.SPLIT,
            before=frozenset(one.municipality_id for one in them if not one.comes),
            after=frozenset(one.municipality_id for one in them if not one.ceases),
        )
        for change, them in of_each.items()
    ]
    return sorted(found, key=lambda one: one.on, reverse=True)


def _sum(figures: list[Figure | None]) -> Figure | None:
    known = [one for one in figures if one]
    if not known:
        return None
    return Figure(
        sum(one.inhabitants for one in known), any(one.is_example for one in known)
    )
