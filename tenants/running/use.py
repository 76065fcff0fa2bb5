"""How much Akson is used: what each municipality told, and what that is of several together.

Small figures are hidden where they are counted, and the consortium never has them: a sum
is of what is told, and says between what it lies.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from tenants.models import Municipality
from tenants.rollout.area import Area, started_in
from tenants.running.models import FEWEST, PEOPLE, UseCount
from tenants.running.weeks import A_WEEK, weeks_before

# So many weeks are shown, and made up for where nobody counted.
WEEKS = 12
_KEPT_WEEKS = 104


@dataclass(frozen=True, slots=True)
class Figure:
    """A count, of one municipality or several: what is told, and how many hide theirs.

    Args:
        told: the sum of what is told.
        hidden: how many counts are of one to four.
        counts: how many counts there are at all.
    """

    told: int = 0
    hidden: int = 0
    counts: int = 0

    @property
    def highest(self) -> int:
        """What it may be at most."""
        return self.told + self.hidden * (FEWEST - 1)

    @property
    def lowest(self) -> int:
        """What it is at least."""
        return self.told + self.hidden

    def __str__(self) -> str:
        if not self.counts:
            return "–"
        if not self.hidden:
            return str(self.told)
        if self.highest < FEWEST:
            return _("færre enn %(number)s") % {"number": FEWEST}
        return f"{self.lowest}–{self.highest}"


Figures = Mapping[tuple[date, str], Figure]


@dataclass(frozen=True, slots=True)
class Group:
    """One municipality, or several together."""

    name: str
    figures: Figures
    municipality: Municipality | None = None

    def of(self, week: date, what: str) -> Figure:
        """The figure of a week."""
        return self.figures.get((week, what), Figure())


@dataclass(frozen=True, slots=True)
class Use:
    """The weeks that are shown, the oldest first, and those the figures are of."""

    weeks: Sequence[date]
    total: Group
    waves: Sequence[Group]
    clusters: Sequence[Group]
    municipalities: Sequence[Group]


def told(count: int) -> int | None:
    """Give what may be told of a count: nothing of one to four."""
    return count if count == 0 or count >= FEWEST else None


def store(
    municipality_id: UUID, counts: Iterable[tuple[date, str, int | None]]
) -> None:
    """Keep what a municipality tells of its weeks; what was told before stands.

    Args:
        municipality_id: Whose.
        counts: Week, what, and how many; None for what is hidden.
    """
    UseCount.objects.bulk_create(
        (
            UseCount(
                municipality_id=municipality_id,
                week_begins_on=week,
                what=what,
                count=count,
            )
            for week, what, count in counts
        ),
        ignore_conflicts=True,
    )


def uncounted(today: date) -> dict[UUID, list[date]]:
    """Say which weeks nobody has counted yet in each municipality in operation."""
    weeks = weeks_before(today, WEEKS)
    found: dict[UUID, set[date]] = defaultdict(set)
    counted = UseCount.objects.filter(what=PEOPLE, week_begins_on__gte=weeks[0])
    for municipality_id, week in counted.values_list(
        "municipality_id", "week_begins_on"
    ):
        found[municipality_id].add(week)
    active = Municipality.objects.filter(state=Municipality.State.ACTIVE)
    lacking = {
        pk: [week for week in weeks if week not in found[pk]]
        for pk in active.values_list("pk", flat=True)
    }
    return {pk: weeks for pk, weeks in lacking.items() if weeks}


def forget(today: date) -> None:
    """Remove what is more than two years old."""
    oldest = weeks_before(today, 1)[0] - A_WEEK * _KEPT_WEEKS
    UseCount.objects.filter(week_begins_on__lt=oldest).delete()


def use_of(area: Area, today: date, *, everything: str, is_whole: bool) -> Use:
    """Give the use of the last weeks: together, by wave, by cluster and by municipality.

    Args:
        area: Which municipalities.
        today: The first day that is not shown.
        everything: What all of them together are called.
        is_whole: Whether modules and units are wanted of every week, and not of the last.
    """
    weeks = weeks_before(today, WEEKS)
    each = _told_by(weeks, is_whole=is_whole)
    found = [Group(one.name, each.get(one.pk, {}), one) for one in started_in(area)]
    by_wave: dict[int, list[Group]] = defaultdict(list)
    by_cluster: dict[str, list[Group]] = defaultdict(list)
    for group in found:
        if wave := getattr(group.municipality, "wave", None):
            by_wave[wave].append(group)
            by_cluster[getattr(group.municipality, "cluster_name", "")].append(group)
    return Use(
        weeks=weeks,
        total=_together(everything, found),
        waves=[
            _together(_("Bølge %(number)s") % {"number": wave}, by_wave[wave])
            for wave in sorted(by_wave)
        ],
        clusters=[_together(name, by_cluster[name]) for name in sorted(by_cluster)],
        municipalities=found,
    )


def _told_by(
    weeks: Sequence[date], *, is_whole: bool
) -> dict[UUID, dict[tuple[date, str], Figure]]:
    rows = UseCount.objects.filter(week_begins_on__gte=weeks[0]).order_by()
    if not is_whole:
        rows = rows.filter(Q(what=PEOPLE) | Q(week_begins_on=weeks[-1]))
    found: dict[UUID, dict[tuple[date, str], Figure]] = defaultdict(dict)
    for whose, week, what, count in rows.values_list(
        "municipality_id", "week_begins_on", "what", "count"
    ):
        figure = Figure(told=count or 0, hidden=int(count is None), counts=1)
        found[whose][week, what] = figure
    return found


def _together(name: str, groups: Iterable[Group]) -> Group:
    sums: dict[tuple[date, str], Figure] = defaultdict(Figure)
    for group in groups:
        for key, one in group.figures.items():
            so_far = sums[key]
            sums[key] = Figure(
                so_far.told + one.told,
                so_far.hidden + one.hidden,
                so_far.counts + one.counts,
            )
    return Group(name, dict(sums))
