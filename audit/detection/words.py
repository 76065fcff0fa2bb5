"""Why a case is a case, as sentences somebody can read aloud to the employee."""

from collections.abc import Iterator, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from audit.detection.rules.cases import Case
from audit.detection.rules.facts import World
from audit.detection.rules.lookups import Lookup
from audit.detection.rules.score import Scored
from audit.detection.rules.weights import Mark, Strength

# Below this a mark is too common here to be worth a sentence.
WORTH_A_SENTENCE = 0.25
RARE_SURNAME = 0.005

EXPLAINED: Mapping[Strength, str | Promise] = {
    Strength.NONE: _("Ingen kjent grunn forklarer at den ansatte åpnet journalen."),
    Strength.DECLARED: _(
        "Den ansatte oppga selv grunnen, og ikke noe annet viser den."
    ),
    Strength.LIKELY: _(
        "Den ansatte ser ut til å ha vært på jobb der pasienten er, men står ikke på vaktlisten."
    ),
    Strength.NEAR: _(
        "Pasienten hadde nylig sluttet, eller skulle snart begynne, der den ansatte arbeider."
    ),
    Strength.UNIT: _(
        "Pasienten er ved den ansattes enhet, men den ansatte er ikke navngitt i behandlerteamet."
    ),
    Strength.DUTY: _("Den ansatte var på vakt der pasienten er."),
    Strength.NAMED: _(
        "Den ansatte er navngitt i behandlerteamet eller hadde en oppgave for pasienten."
    ),
}
MARKED: Mapping[Mark, str | Promise] = {
    Mark.OWN_RECORD: _("Den ansatte åpnet sin egen journal."),
    Mark.RELATIVE: _("Pasienten er i familie med den ansatte."),
    Mark.HOUSEHOLD: _("Pasienten og den ansatte bor på samme adresse."),
    Mark.FAMILY_HOME: _(
        "Pasienten bor sammen med, eller er i slekt med, den ansattes familie."
    ),
    Mark.FORMER_HOME: _(
        "Pasienten og den ansatte har tidligere bodd på samme adresse."
    ),
    Mark.SURNAME: _("Pasienten og den ansatte har samme etternavn."),
    Mark.NEXT_DOOR: _("Pasienten er nær nabo til den ansatte."),
    Mark.STREET: _("Pasienten og den ansatte bor i samme gate."),
    Mark.CLOSE_COLLEAGUE: _("Pasienten arbeider ved samme enhet som den ansatte."),
    Mark.COLLEAGUE: _("Pasienten er selv ansatt i kommunen."),
    Mark.WELL_KNOWN: _("Pasienten er godt kjent i kommunen."),
    Mark.PROTECTED: _("Pasienten har skjermet adresse."),
    Mark.ENDED: _(
        "Pasienten sluttet der den ansatte arbeider for mer enn 14 dager siden."
    ),
    Mark.DEAD: _("Pasienten døde mer enn 30 dager før."),
    Mark.ALONE: _("Ingen andre ved den ansattes enhet åpnet journalen i ukene rundt."),
    Mark.UNWRITTEN: _("Den ansatte skrev ingenting i journalen denne uka."),
    Mark.NEVER_WROTE: _("Den ansatte skrev aldri i journalen i hele perioden."),
    Mark.SEARCHED: _("Pasienten ble funnet ved søk, og ikke i en liste."),
    Mark.SEARCHED_AGAIN: _("Den ansatte søkte opp pasienten flere ganger."),
    Mark.OFF_DUTY: _("Den ansatte var ikke på vakt."),
    Mark.NIGHT: _("Journalen ble åpnet om natten, da den ansatte sjelden arbeider."),
    Mark.REPEATED: _("Journalen ble åpnet på flere ulike dager."),
    Mark.SELDOM: _("Den ansatte åpnet journalen høyst tre ganger i hele perioden."),
}
_RARE = _("Pasienten og den ansatte har samme etternavn, som få i kommunen har.")
# What the patient is to the employee, as a relative is registered.
KIN: Mapping[str, str | Promise] = {
    "spouse": _("Pasienten er den ansattes ektefelle."),
    "partner": _("Pasienten er den ansattes samboer."),
    "former_spouse": _("Pasienten er den ansattes tidligere ektefelle eller samboer."),
    "parent": _("Pasienten er den ansattes mor eller far."),
    "child": _("Pasienten er den ansattes barn."),
    "sibling": _("Pasienten er den ansattes søster eller bror."),
    "grandparent": _("Pasienten er den ansattes besteforelder."),
    "grandchild": _("Pasienten er den ansattes barnebarn."),
}
_OTHER_WAY = {
    "parent": "child",
    "child": "parent",
    "grandparent": "grandchild",
    "grandchild": "grandparent",
}


def reasons(case: Case, world: World) -> list[str]:
    """Give the reasons of a case: of the week, then of the look-up that tells most."""
    first = case.found[0]
    return [
        *_of_several(case),
        *map(str, _of_lookup(first, world)),
        *_of_others(case),
    ]


def _of_several(case: Case) -> Iterator[str]:
    unexplained, every = case.volumes
    if len(case.workers) > 1:
        yield _now("%(count)s ansatte brukte nødtilgang til samme pasient.") % {
            "count": len(case.workers)
        }
    if Mark.MANY_UNEXPLAINED in case.points:
        yield _now(
            "Den ansatte åpnet %(count)s pasienter uten kjent grunn denne uka, "
            "langt flere enn andre i samme rolle."
        ) % {"count": unexplained}
    if Mark.MANY in case.points:
        yield _now(
            "Den ansatte åpnet %(count)s pasienter denne uka, "
            "langt flere enn andre i samme rolle."
        ) % {"count": every}


def _of_lookup(found: Scored, world: World) -> Iterator[str | Promise]:
    yield EXPLAINED[found.lookup.strength]
    told = sorted(found.points.items(), key=lambda item: (-item[1], item[0]))
    for mark, points in told:
        if points < WORTH_A_SENTENCE or _is_said(mark, found.points):
            continue
        if mark is Mark.RELATIVE:
            yield KIN.get(_kinship(found.lookup, world), MARKED[mark])
        elif mark is Mark.SURNAME and (found.lookup.surname or 1) < RARE_SURNAME:
            yield _RARE
        else:
            yield MARKED[mark]


def _is_said(mark: Mark, points: Mapping[Mark, float]) -> bool:
    """Whether a clearer sentence says the same."""
    return (mark is Mark.STREET and Mark.NEXT_DOOR in points) or (
        mark is Mark.COLLEAGUE and Mark.CLOSE_COLLEAGUE in points
    )


def _kinship(lookup: Lookup, world: World) -> str:
    """Give what the patient is to the employee, also where only the other way is known."""
    employee = world.workers[lookup.worker].person
    kind = world.ties[employee].get(lookup.patient, "")
    if kind:
        return kind
    other = world.ties[lookup.patient].get(employee, "")
    return _OTHER_WAY.get(other, other)


def _of_others(case: Case) -> Iterator[str]:
    patients = {one.lookup.patient for one in case.found[1:]}
    others = len(patients - {case.found[0].lookup.patient})
    if others:
        yield ngettext(
            "Saken gjelder også %(count)s annen pasient.",
            "Saken gjelder også %(count)s andre pasienter.",
            others,
        ) % {"count": others}
