"""Why a case is a case, as sentences somebody can read aloud to the employee."""

from collections.abc import Collection, Iterator, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from audit.detection.rules.telling import Told
from audit.detection.rules.weights import Mark, Strength

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


def sentences(of: Told) -> list[str]:
    """Put the reasons of a case in words: of the week, then of what tells most."""
    return [*_of_several(of), *map(str, _of_lookup(of)), *_of_others(of)]


def _of_several(of: Told) -> Iterator[str]:
    if of["helpers"] > 1:
        yield _now("%(count)s ansatte brukte nødtilgang til samme pasient.") % {
            "count": of["helpers"]
        }
    if of["unexplained"]:
        yield _now(
            "Den ansatte åpnet %(count)s pasienter uten kjent grunn denne uka, "
            "langt flere enn andre i samme rolle."
        ) % {"count": of["unexplained"]}
    if of["opened"]:
        yield _now(
            "Den ansatte åpnet %(count)s pasienter denne uka, "
            "langt flere enn andre i samme rolle."
        ) % {"count": of["opened"]}


def _of_lookup(of: Told) -> Iterator[str | Promise]:
    yield EXPLAINED[Strength[of["explained"].upper()]]
    marks = [Mark(name) for name, _points in of["marks"]]
    for mark in marks:
        if _is_said(mark, marks):
            continue
        if mark is Mark.RELATIVE:
            yield KIN.get(of["kin"], MARKED[mark])
        elif mark is Mark.SURNAME and of["is_rare"]:
            yield _RARE
        else:
            yield MARKED[mark]


def _is_said(mark: Mark, marks: Collection[Mark]) -> bool:
    """Whether a clearer sentence says the same."""
    return (mark is Mark.STREET and Mark.NEXT_DOOR in marks) or (
        mark is Mark.COLLEAGUE and Mark.CLOSE_COLLEAGUE in marks
    )


def _of_others(of: Told) -> Iterator[str]:
    if of["others"]:
        yield ngettext(
            "Saken gjelder også %(count)s annen pasient.",
            "Saken gjelder også %(count)s andre pasienter.",
            of["others"],
        ) % {"count": of["others"]}
