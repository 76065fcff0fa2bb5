"""How records are opened from units: how often, on which grounds, and by whom without care found."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from access.accounts.models import User
from access.actions import Action
from access.models import Basis, Unit
from access.selectors import units_in_tree, units_under
from access.worker import Worker
from journal.readers.rules.period import Period
from journal.readers.rules.shares import per_cent
from journal.readers.selectors.readers import Reader, readers_from


@dataclass(frozen=True, slots=True)
class UnitUse:
    """What was opened from one unit.

    Args:
        unit: the unit.
        openings: how many times records were opened.
        unit_wide: how many of these on the weakest ground, that one works there.
        people: how many people opened them.
        without_care: how many of these opened one without care being found.
    """

    unit: Unit
    openings: int
    unit_wide: int
    people: int
    without_care: int

    @property
    def unit_wide_per_cent(self) -> int:
        """The share of openings on the weakest ground."""
        return per_cent(self.unit_wide, self.openings)


@dataclass(frozen=True, slots=True)
class GroundUse:
    """How many openings had one ground."""

    label: str
    openings: int
    per_cent: int
    is_unit_wide: bool


@dataclass(frozen=True, slots=True)
class Opener:
    """One of the staff who opened records without care being found, and how much."""

    user_id: UUID
    name: str
    patients: int
    openings: int
    last_at: datetime
    said_himself: bool


def may_count(worker: Worker) -> bool:
    """Whether a person sees how records are opened: a leader his units, an auditor all."""
    return worker.is_auditor or worker.may_somewhere(Action.COUNT_READERS)


def units_counted(worker: Worker) -> QuerySet[Unit]:
    """The units whose use a person sees, each under the one it belongs to; also those closed."""
    if worker.is_auditor:
        tops = Unit.objects.filter(parent=None)
        return units_in_tree(tops.values_list("pk", flat=True))
    return units_in_tree(_leads(worker))


def units_led(worker: Worker) -> set[UUID]:
    """The units, with those below, whose patients and staff a person sees by name."""
    led = units_under(_leads(worker))
    return set(led.values_list("pk", flat=True))


def _leads(worker: Worker) -> list[UUID]:
    return [
        post.unit_id
        for post in worker.posts
        if any(rights.allows(Action.COUNT_READERS) for rights in post.rights.values())
    ]


def use_by_unit(worker: Worker, period: Period) -> list[UnitUse]:
    """What was opened from each unit a person sees; those nobody opened from are left out."""
    units = list(units_counted(worker))
    ids = None if worker.is_auditor else [unit.pk for unit in units]
    by_unit: defaultdict[UUID | None, list[Reader]] = defaultdict(list)
    for reader in readers_from(ids, period):
        for unit_id in {ground.unit_id for ground in reader.grounds}:
            by_unit[unit_id].append(reader)
    return [unit_use(unit, by_unit[unit.pk]) for unit in units if unit.pk in by_unit]


def unit_use(unit: Unit, readers: Iterable[Reader]) -> UnitUse:
    """Sum up what some readers opened from one unit."""
    readers = list(readers)
    grounds = [g for r in readers for g in r.grounds if g.unit_id == unit.pk]
    return UnitUse(
        unit=unit,
        openings=sum(ground.count for ground in grounds),
        unit_wide=sum(ground.count for ground in grounds if ground.is_unit_wide),
        people=len({reader.worker_id for reader in readers}),
        without_care=len({r.worker_id for r in readers if not r.gave_care}),
    )


def use_by_ground(readers: Iterable[Reader]) -> list[GroundUse]:
    """Divide openings by their ground, the strongest first."""
    counts: Counter[str] = Counter()
    for reader in readers:
        for ground in reader.grounds:
            counts[ground.basis] += ground.count
    return [
        GroundUse(
            label=str(basis.label),
            openings=counts[basis],
            per_cent=per_cent(counts[basis], counts.total()),
            is_unit_wide=basis is Basis.EPISODE,
        )
        for basis in reversed(Basis)
        if counts[basis]
    ]


def openers(readers: Iterable[Reader]) -> list[Opener]:
    """Those who opened records without care being found, who opened most patients' first."""
    by_worker: defaultdict[UUID, list[Reader]] = defaultdict(list)
    for reader in readers:
        if not reader.gave_care:
            by_worker[reader.worker_id].append(reader)
    names = names_of(by_worker)
    found = [
        _opener(names.get(user) or _("Ukjent"), user, some)
        for user, some in by_worker.items()
    ]
    return sorted(found, key=lambda one: (-one.patients, -one.openings, one.name))


def names_of(user_ids: Iterable[UUID]) -> Mapping[UUID, str]:
    """The names of accounts."""
    found = User.objects.in_bulk(list(user_ids))
    return {pk: user.name for pk, user in found.items()}


def _opener(name: str, user_id: UUID, readers: list[Reader]) -> Opener:
    return Opener(
        user_id=user_id,
        name=name,
        patients=len(readers),
        openings=sum(reader.count for reader in readers),
        last_at=max(reader.last_at for reader in readers),
        said_himself=any(reader.said_himself for reader in readers),
    )
