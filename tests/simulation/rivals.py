"""Other ways of finding misuse, made anew to be measured beside ours.

Each ranks the same worker-weeks and shows all look-ups of the week that it scored, which
is more than ours shows: a rival is given the benefit.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from math import log, sqrt

from audit.detection.rules.cases import Case, gathered
from audit.detection.rules.lookups import Lookup
from audit.detection.rules.prevalence import Prevalence, prevalence
from audit.detection.rules.score import Scale
from audit.detection.rules.weights import SEEN_CLOSE, SEEN_MANNER, Mark, Strength
from tests.simulation.figures import Listed

Weigh = Callable[[Lookup], float]
NEIGHBOURS = 5


def ours(found: Sequence[Lookup]) -> list[Listed]:
    """What Akson does."""
    scale = Scale(prevalence(found))
    return _listed(gathered(scale.weigh(lookup) for lookup in found))


def flags_only(found: Sequence[Lookup]) -> list[Listed]:
    """Rules, as commercial tools began: count what the two are to each other."""
    return _ranked(
        found, lambda one: len(one.marks & _CLOSE) + (one.surname is not None)
    )


def explanation_only(found: Sequence[Lookup]) -> list[Listed]:
    """Fabbri and LeFevre 2011: what nothing explains, the most of it first."""
    return _ranked(found, lambda one: float(one.strength == Strength.NONE))


def nearest_users(found: Sequence[Lookup]) -> list[Listed]:
    """After Chen et al. 2012 (SNAD, kNN): unlike the others who read the patient."""
    similar = _similarities(found)
    users: dict[str, set[str]] = defaultdict(set)
    for one in found:
        users[one.patient].add(one.worker)

    def oddity(one: Lookup) -> float:
        others = users[one.patient] - {one.worker}
        alike = sorted((similar(one.worker, other) for other in others), reverse=True)
        return 1 - sum(alike[:NEIGHBOURS]) / NEIGHBOURS

    return _ranked(found, oddity, highest=True)


_CLOSE = set(SEEN_CLOSE)


def _similarities(found: Sequence[Lookup]) -> Callable[[str, str], float]:
    """Cosine of two workers by whom they read, a rare patient counting more."""
    patients: dict[str, set[str]] = defaultdict(set)
    readers: dict[str, set[str]] = defaultdict(set)
    for one in found:
        patients[one.worker].add(one.patient)
        readers[one.patient].add(one.worker)
    worth = {p: log(len(patients) / len(of)) ** 2 for p, of in readers.items()}
    length = {w: sqrt(sum(worth[p] for p in of)) or 1 for w, of in patients.items()}
    known: dict[tuple[str, str], float] = {}

    def similar(one: str, other: str) -> float:
        pair = (min(one, other), max(one, other))
        if pair not in known:
            shared = sum(worth[p] for p in patients[one] & patients[other])
            known[pair] = shared / (length[one] * length[other])
        return known[pair]

    return similar


def _ranked(
    found: Iterable[Lookup], weigh: Weigh, *, highest: bool = False
) -> list[Listed]:
    """Rank worker-weeks by the sum, or the highest, of their look-ups' worth."""
    weeks: dict[tuple[str, int], list[tuple[float, Lookup]]] = defaultdict(list)
    for one in found:
        if (worth := weigh(one)) > 0:
            weeks[one.worker, one.week].append((worth, one))
    choose = max if highest else sum
    order = sorted(
        weeks.items(), key=lambda item: (-choose(w for w, _ in item[1]), item[0])
    )
    return [
        Listed(week, frozenset(a.id for _, one in those for a in one.accesses))
        for (_worker, week), those in order
    ]


def _listed(found: Iterable[Case]) -> list[Listed]:
    return [Listed(case.week, frozenset(a.id for a in case.accesses)) for case in found]


def _without(
    found: Sequence[Lookup], marks: Iterable[Mark], **changes: object
) -> list[Listed]:
    gone = set(marks)
    less = [
        replace(one, marks=one.marks - gone, known=one.known - gone, **changes)  # type: ignore[arg-type]
        for one in found
    ]
    return ours(less)


def without_closeness(found: Sequence[Lookup]) -> list[Listed]:
    """Ours, without family, neighbours, colleagues and who is known."""
    return _without(found, SEEN_CLOSE, surname=None)


def without_manner(found: Sequence[Lookup]) -> list[Listed]:
    """Ours, without how it was done."""
    return _without(found, SEEN_MANNER)


def without_explanation(found: Sequence[Lookup]) -> list[Listed]:
    """Ours, as if nobody knew of any ground."""
    return _without(found, (), strength=Strength.NONE)


def usual_prevalence(found: Sequence[Lookup]) -> list[Listed]:
    """Ours, with what is usual elsewhere instead of this log's prevalence."""
    scale = Scale(Prevalence())
    return _listed(gathered(scale.weigh(lookup) for lookup in found))


RIVALS = {
    "flags_only": flags_only,
    "explanation_only": explanation_only,
    "nearest_users": nearest_users,
}
ABLATIONS = {
    "without_closeness": without_closeness,
    "without_manner": without_manner,
    "without_explanation": without_explanation,
    "usual_prevalence": usual_prevalence,
}
