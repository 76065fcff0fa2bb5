"""Which events each figure of the overview counts, and what it is called."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from access.bases import GROUNDS
from access.models import Basis
from audit.review.overview.rules import Figure, Kind
from audit.verbs import Outcome, Verb

_ALL = frozenset(basis.value for basis in Basis)
_SAID_HIMSELF = frozenset(b.value for b in Basis if GROUNDS[b].user_selected)
# Nothing more is known of the access than that the unit has the patient, or had him.
_UNIT_WIDE = frozenset({Basis.EPISODE.value, Basis.FORMER_EPISODE.value})
_DONE = Outcome.DONE.value

KINDS: Mapping[Figure, Kind] = {
    Figure.EVENTS: Kind(),
    Figure.REFUSED: Kind(outcome=Outcome.REFUSED.value),
    Figure.EMERGENCIES: Kind(frozenset({Verb.EMERGENCY_BEGAN.value}), outcome=_DONE),
    Figure.NEEDS: Kind(frozenset({Verb.STATED_NEED.value}), outcome=_DONE),
    Figure.SYSTEM: Kind(bases=_ALL - _SAID_HIMSELF, outcome=_DONE, share_of=_ALL),
    Figure.UNIT_WIDE: Kind(bases=_UNIT_WIDE, outcome=_DONE, share_of=_ALL),
    Figure.READ: Kind(frozenset({Verb.LOG_READ.value}), outcome=_DONE),
    Figure.EXPORTED: Kind(
        frozenset({Verb.LOG_EXPORTED.value, Verb.HANDED_OUT_LOG.value}), outcome=_DONE
    ),
}
LABELS: Mapping[Figure, Promise] = {
    Figure.EVENTS: _("Hendelser"),
    Figure.REFUSED: _("Avvist"),
    Figure.EMERGENCIES: _("Nødtilgang"),
    Figure.NEEDS: _("Oppgitt behov"),
    Figure.SYSTEM: _("Grunnlag funnet av systemet"),
    Figure.UNIT_WIDE: _("Uten nærmere forklaring"),
    Figure.READ: _("Lest i loggen"),
    Figure.EXPORTED: _("Tatt ut av loggen"),
}
EXPLAINED: Mapping[Figure, Promise] = {
    Figure.SYSTEM: _("Opphold, vakt, oppgave, liste eller annet som er registrert"),
    Figure.UNIT_WIDE: _("Bare det at den ansatte arbeider der pasienten er eller var"),
    Figure.NEEDS: _("Den ansatte oppga selv hvorfor"),
    Figure.EXPORTED: _("Filer til revisor og innsyn til pasienter"),
}
