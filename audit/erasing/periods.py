"""How long each kind of event is kept at the least (lagringstid), and where that is from.

The database holds the same numbers (`audit.erasing.policy`): nothing younger can be
erased by anybody's decision. A municipality keeps the log longer by not deciding.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from audit.verbs import Verb

YEARS = 10
YEARS_OF_SIGN_INS = 5


@dataclass(frozen=True, slots=True)
class Period:
    """How long events of a kind are kept.

    Args:
        years: the least, from when the event was stored.
        what: which events, in words.
        why: where the number is from.
        verbs: what was done in them.
    """

    years: int
    what: str | Promise
    why: str | Promise
    verbs: frozenset[Verb]


_SIGN_INS = frozenset(
    {
        Verb.SIGNED_IN,
        Verb.SIGNED_OUT,
        Verb.SESSION_ENDED,
        Verb.SIGN_IN_FAILED,
        Verb.LOCKED_OUT,
        Verb.CHOSE_WORKPLACE,
        Verb.PASSWORD_CHANGED,
        Verb.STEPPED_UP,
        Verb.SIGN_IN_WAY_CHANGED,
    }
)
_RIGHTS = frozenset(
    {
        Verb.RIGHTS_CHANGED,
        Verb.REVIEWED_ACCESS,
        Verb.STORED_DEMO,
        Verb.SUPPORT_LOOKED,
    }
)
_CONTROL = frozenset(
    {
        Verb.COUNTED_READERS,
        Verb.HANDED_OUT_LOG,
        Verb.USE_REVIEWED,
        Verb.NEED_LOOKED_AT,
        Verb.CASE_MADE,
        Verb.CASE_READ,
        Verb.CASE_OPENED,
        Verb.CASE_ASKED,
        Verb.CASE_ANSWERED,
        Verb.CASE_CONCLUDED,
        Verb.MISTAKE_REPORTED,
        Verb.LOG_READ,
        Verb.LOG_EXPORTED,
        Verb.LOG_ERASURE_PROPOSED,
        Verb.LOG_ERASURE_CONFIRMED,
        Verb.LOG_ERASED,
    }
)
_PATIENTS = frozenset(Verb) - _SIGN_INS - _RIGHTS - _CONTROL

PERIODS = (
    Period(
        YEARS,
        _("Bruk av journaler: lesing, lister, søk, skriving, nødtilgang og avslag"),
        _(
            "Pasientjournalforskriften § 14: loggen kan trenges så lenge som journalen den "
            "gjelder. Ti år etter siste innføring er det minste som har vært regnet for en journal."
        ),
        _PATIENTS,
    ),
    Period(
        YEARS,
        _("Hvem som hadde tilgang: ansettelser, roller og rettigheter"),
        _("Trengs for å forklare hver bruk av en journal, og lagres like lenge."),
        _RIGHTS,
    ),
    Period(
        YEARS,
        _("Kontroll og innsyn: lesing av loggen, kontrollsaker, sletting"),
        _("Viser hvordan kommunen har oppfylt kontrollplikten, og lagres like lenge."),
        _CONTROL,
    ),
    Period(
        YEARS_OF_SIGN_INS,
        _("Innlogging, utlogging og passord"),
        _(
            "Normen, faktaark 15: sikkerhetslogger lagres etter risikovurdering. Fem år er "
            "valgt her, som er det korteste vanlige for tilgangslogger."
        ),
        _SIGN_INS,
    ),
)


def years_of() -> Mapping[Verb, int]:
    """Say for each thing that can be done how long its events are kept."""
    return {verb: period.years for period in PERIODS for verb in period.verbs}
