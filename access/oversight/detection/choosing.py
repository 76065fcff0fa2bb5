"""Which of the detector's cases become somebody's work: the most telling, within the budget."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from access.models import CaseAccess, CaseOrigin, Employment, ReviewCase
from access.roles import Role
from access.selectors import in_force
from audit.detection.log import Visits
from audit.detection.rules.cases import Case
from audit.detection.rules.facts import Access
from audit.detection.rules.telling import Told, told
from audit.detection.rules.weights import WORTH_TELLING


@dataclass(frozen=True, slots=True)
class Chosen:
    """One case to make: its events, and what is told of it."""

    event_ids: list[UUID]
    score: float
    told: Told


def chosen(ranked: Iterable[Case], found: Visits, *, at_most: int) -> list[Chosen]:
    """Choose the most telling cases; none of what is looked into, and none nobody may review.

    Args:
        ranked: the detector's, the most telling first.
        found: the events each access was made of.
        at_most: how many there is time for.
    """
    known = {
        str(event) for event in CaseAccess.objects.values_list("event_id", flat=True)
    }
    weeks = _weeks_made()
    out_of_reach = the_only_auditor()
    choices: list[Chosen] = []
    for case in ranked:
        if len(choices) >= at_most or case.score < WORTH_TELLING:
            break
        (worker, *_helpers) = case.workers
        if worker in out_of_reach or (worker, date.fromordinal(case.week)) in weeks:
            continue
        first = _fresh(case.found[0].lookup.accesses, found, known)
        if first:
            events = dict.fromkeys([*first, *_fresh(case.accesses, found, known)])
            choices.append(Chosen([*map(UUID, events)], case.score, told(case)))
    return choices


def _fresh(accesses: Iterable[Access], found: Visits, known: set[str]) -> list[str]:
    return [
        event
        for access in accesses
        for event in found.events[access.id, access.patient]
        if event not in known
    ]


def _weeks_made() -> set[tuple[str, date]]:
    """The workers' weeks that a case was made of before, which are not made anew."""
    made = ReviewCase.objects.filter(origin=CaseOrigin.DETECTED)
    return {
        (str(worker), week) for worker, week in made.values_list("worker_id", "week")
    }


def the_only_auditor() -> set[str]:
    """Who reviews alone: nobody could review him, so no case would be seen."""
    auditors = Employment.objects.filter(
        in_force(), permission__codename=Role.AUDITOR.codename
    )
    ids = {str(user) for user in auditors.values_list("user_id", flat=True)}
    return ids if len(ids) == 1 else set()
