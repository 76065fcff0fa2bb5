"""Goes through all municipalities that lag, several at a time, and past those that fail.

Where people are in the way it tries again. Two processes may do it at once: they share the
work, one schema at a time.
"""

import time
from collections import deque
from collections.abc import Callable, Collection
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from itertools import count, zip_longest
from threading import Lock

from django.utils.translation import gettext as _

from tenants import directory
from tenants.context import in_consortium, second_connection, this_connection
from tenants.models import Municipality
from tenants.upgrading import states
from tenants.upgrading.applied import applied_digests, existing
from tenants.upgrading.collecting import Lack, Upgrade, collect, lack_of
from tenants.upgrading.replaying import Outcome, StepError, upgrade_schema

ATTEMPTS = 10
PAUSE_S = 0.2
_RENEW_EVERY_S = 20.0
# So many cannot be written in at once, when each takes a moment.
_AT_ONCE = 120
# A connection remembers what it saw of each schema, and grows.
_SCHEMAS_PER_CONNECTION = 50

Told = Callable[[Municipality, int], None]
Queue = deque[tuple[Municipality, int]]


@dataclass(frozen=True, slots=True)
class Group:
    """Municipalities whose schemas lack the same."""

    lack: Lack
    municipalities: tuple[Municipality, ...]


@dataclass(slots=True)
class Survey:
    """Which municipalities in operation lag, which do not, and which have no schema."""

    groups: list[Group] = field(default_factory=list)
    current: dict[str, str] = field(default_factory=dict)
    missing: list[Municipality] = field(default_factory=list)


@dataclass(slots=True)
class Report:
    """What came of it."""

    done: list[Municipality] = field(default_factory=list)
    failed: dict[Municipality, str] = field(default_factory=dict)
    total: int = 0


def survey() -> Survey:
    """Find what there is to do; run in the consortium's place, as the owner."""
    active = {
        each.schema_name: each
        for each in Municipality.objects.filter(state__in=Municipality.WITH_SCHEMA)
    }
    by_digest: dict[str, list[str]] = {}
    for schema, digest in applied_digests(existing(active)).items():
        by_digest.setdefault(digest, []).append(schema)
    found = Survey()
    for digest, schemas in by_digest.items():
        lack = lack_of(schemas[0], digest)
        if lack.plan:
            some = tuple(active.pop(schema) for schema in schemas)
            found.groups.append(Group(lack, some))
        else:
            found.current |= {active.pop(s).schema_name: digest for s in schemas}
    found.missing = list(active.values())
    return found


def upgrade_all(
    *, jobs: int, told: Told = lambda _municipality, _total: None
) -> Report:
    """Bring every municipality's schema up to date; run as the migrator.

    Args:
        jobs: How many at a time.
        told: Called, one call at a time, with each municipality that is done or has failed,
            and with how many there are in all.
    """
    report = Report()
    upgrades: dict[str, Upgrade] = {}
    with in_consortium():
        found = survey()
        report.total = sum(len(group.municipalities) for group in found.groups)
        report.failed = dict.fromkeys(found.missing, str(_("skjemaet finnes ikke")))
        while groups := _without(report.failed, found.groups):
            for group in groups:
                states.wait_for_turn(group.municipalities, group.lack.digest)
            for group in groups:
                digest = group.lack.digest
                if digest not in upgrades:
                    upgrades[digest] = collect(group.lack)
                _Run(upgrades[digest], jobs, report, told).work(group.municipalities)
            found = survey()
        states.settle(found.current)
        directory.invalidate()
    return report


def _without(failed: Collection[Municipality], groups: list[Group]) -> list[Group]:
    left = [
        Group(g.lack, tuple(m for m in g.municipalities if m not in failed))
        for g in groups
    ]
    return [group for group in left if group.municipalities]


@dataclass(slots=True)
class _Run:
    """One upgrade, taken to all schemas of its group."""

    upgrade: Upgrade
    jobs: int
    report: Report
    told: Told
    _one_at_a_time: Lock = field(default_factory=Lock)

    def work(self, municipalities: tuple[Municipality, ...]) -> None:
        """Go through them in chunks; the next one is made read-only while one is at work."""
        size = _AT_ONCE if self.upgrade.is_sql else self.jobs
        chunks = [
            municipalities[first : first + size]
            for first in range(0, len(municipalities), size)
        ]
        self._make_read_only(chunks[0])
        time.sleep(directory.ASK_EVERY_S)  # by then every process knows
        for chunk, following in zip_longest(chunks, chunks[1:]):
            if following:
                self._make_read_only(following)
            self._work_on(chunk)

    def _make_read_only(self, chunk: tuple[Municipality, ...]) -> None:
        digests = self.upgrade.from_digest, self.upgrade.to_digest
        states.make_read_only(chunk, *digests)

    def _work_on(self, chunk: tuple[Municipality, ...]) -> None:
        queue = deque((municipality, 1) for municipality in chunk)
        known = this_connection().settings_dict
        with ThreadPoolExecutor(self.jobs) as pool:
            working = {
                pool.submit(self._take, queue, known["USER"], known["PASSWORD"])
                for _job in range(self.jobs)
            }
            while working:
                done, working = wait(working, timeout=_RENEW_EVERY_S)
                for each in done:
                    each.result()
                if working:
                    states.renew(chunk)
        directory.invalidate()

    def _take(self, queue: Queue, login: str, password: str) -> None:
        """Work as one of several, with a connection of its own, until nothing is left."""
        with (
            second_connection(login=login, password=password) as connection,
            in_consortium(),
        ):
            for number in count(1):
                try:
                    municipality, attempt = queue.popleft()
                except IndexError:
                    return
                self._upgrade(municipality, attempt, queue)
                if number % _SCHEMAS_PER_CONNECTION == 0:
                    connection.close()

    def _upgrade(self, municipality: Municipality, attempt: int, queue: Queue) -> None:
        try:
            outcome = upgrade_schema(municipality, self.upgrade, attempt=attempt)
        except StepError as error:
            if error.is_passing and attempt < ATTEMPTS:
                states.try_again(municipality, str(error))
                time.sleep(PAUSE_S * attempt)
                queue.append((municipality, attempt + 1))
                return
            states.fail(municipality, str(error))
            self._tell(municipality, error=str(error))
        else:
            if outcome is Outcome.DONE:
                self._tell(municipality)
            elif outcome is Outcome.ELSEWHERE:
                time.sleep(PAUSE_S)

    def _tell(self, municipality: Municipality, *, error: str = "") -> None:
        with self._one_at_a_time:
            if error:
                self.report.failed[municipality] = error
            else:
                self.report.done.append(municipality)
            self.told(municipality, self.report.total)
