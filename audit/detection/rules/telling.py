"""What is told of a case: codes and numbers, which are put in words for whoever reads."""

from typing import TypedDict

from audit.detection.rules.cases import Case
from audit.detection.rules.weights import Mark

# Below this a mark is too common here to be worth a sentence.
WORTH_A_SENTENCE = 0.25
RARE_SURNAME = 0.005


class Told(TypedDict):
    """The reasons of a case: of the week, and of the look-up that tells most.

    Args:
        helpers: how many helped in one emergency; 1 when it is a worker's week.
        unexplained, opened: patients opened in the week, where that was far above others.
        explained: how well the look-up is explained (`Strength`, in small letters).
        marks: what speaks for misuse and the points it gave, the most telling first.
        kin: what the patient is to the worker, if they are family.
        is_rare: whether few here bear the surname both have.
        others: how many other patients it is about.
    """

    helpers: int
    unexplained: int
    opened: int
    explained: str
    marks: list[tuple[str, float]]
    kin: str
    is_rare: bool
    others: int


def told(case: Case) -> Told:
    """Tell the reasons of a case; what it gives can be stored as JSON."""
    first = case.found[0]
    patients = {one.lookup.patient for one in case.found[1:]}
    unexplained, opened = case.volumes
    ranked = sorted(first.points.items(), key=lambda item: (-item[1], item[0]))
    return Told(
        helpers=len(case.workers),
        unexplained=unexplained if Mark.MANY_UNEXPLAINED in case.points else 0,
        opened=opened if Mark.MANY in case.points else 0,
        explained=first.lookup.strength.name.lower(),
        marks=[
            (mark.value, round(points, 2))
            for mark, points in ranked
            if points >= WORTH_A_SENTENCE
        ],
        kin=first.lookup.kin,
        is_rare=(first.lookup.surname or 1) < RARE_SURNAME,
        others=len(patients - {first.lookup.patient}),
    )
