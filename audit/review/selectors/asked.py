"""A part of the log in words: what somebody has asked for, but for the days."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from audit.review.rules.log_filter import LogFilter, Named
from audit.review.selectors.lines import pseudonym_label
from audit.review.selectors.pages import page_words
from audit.review.selectors.people import unit_name
from audit.review.selectors.words import (
    NO_BASIS,
    PURPOSES,
    basis_words,
    outcome_words,
    say,
    verb_words,
)

_NAMED = 4


def asked_for(chosen: LogFilter) -> list[str]:
    """Say what was asked for, but for the period."""
    pages = sorted({page_words(page) for page in chosen.pages})
    outcome = "" if chosen.outcome is None else outcome_words(chosen.outcome)
    asked = [
        ("%s", _patient(chosen.patient) if chosen.patient else ""),
        (_("Gjort av: %s"), chosen.actor.label if chosen.actor else ""),
        (_("Enhet: %s"), unit_name(chosen.unit_id) if chosen.unit_id else ""),
        (_("Handling: %s"), _either([verb_words(verb) for verb in chosen.verbs])),
        (_("Utfall: %s"), outcome),
        (_("Grunnlag: %s"), _either([_basis(basis) for basis in chosen.bases])),
        (_("Formål: %s"), say(PURPOSES, chosen.purpose) if chosen.purpose else ""),
        (_("Side: %s"), _either(pages)),
        (_("Søkte etter: %s"), chosen.sought.label if chosen.sought else ""),
    ]
    return [sentence % said for sentence, said in asked if said]


def _patient(patient: Named) -> str:
    known_by_mark = patient.label == pseudonym_label(patient.id)
    return patient.label if known_by_mark else _("Pasient: %s") % patient.label


def _basis(code: str) -> str:
    return _("ingen") if code == NO_BASIS else basis_words(code)


def _either(said: list[str]) -> str:
    """Say that one of several will do; of very many, the first few and how many more."""
    if len(said) <= 1:
        return "".join(said)
    first, last = said[:-1], said[-1]
    if len(said) > _NAMED + 1:
        first, others = said[:_NAMED], len(said) - _NAMED
        last = ngettext("%(count)s annen", "%(count)s andre", others) % {
            "count": others
        }
    return _("%(some)s eller %(last)s") % {"some": ", ".join(first), "last": last}
