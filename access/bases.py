"""The grounds on which a record is opened (grunnlag): how strong each is, and what it carries."""

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _

from access.actions import LETS_ONESELF_IN, Action
from audit.verbs import Reach


class Basis(models.TextChoices):
    """On what grounds a record is opened (grunnlag), weakest first.

    `ROSTER` is never stored: it is a unit's stay, seen by somebody on duty there.
    """

    ADMISSION = "admission", _("Tar imot en ny pasient")
    AFTER_EMERGENCY = "after_emergency", _("Egne notater etter en nødtilgang")
    FORMER_EPISODE = "former_episode", _("Avsluttet opphold siste 14 dager")
    EPISODE = "episode", _("Aktivt opphold ved enheten")
    NEED = "need", _("Behov du selv har oppgitt")
    GRANT = "grant", _("Tidsbegrenset tilgang gitt av leder")
    APPLICATION = "application", _("Åpen søknad til enheten")
    MESSAGE = "message", _("Åpen henvisning eller melding til enheten")
    PROGRAMME = "programme", _("Følger et program ved enheten")
    GP_LIST = "gp_list", _("Står på fastlegelisten")
    CONTACT = "contact", _("Registrert kontakt ved legevakten")
    ROSTER = "roster", _("På vakt der pasienten er")
    TASK = "task", _("Har en oppgave for pasienten i dag")
    VISIT = "visit", _("Har et besøk hos pasienten i dag")
    TEAM = "team", _("Navngitt i behandlerteamet")
    EMERGENCY = "emergency", _("Nødtilgang (blålys)")


# After a stay has ended, the former unit reads what was written up to the end, each
# finishes and corrects his own entries, and an end that was a mistake is taken back;
# nothing else (users.md: e1).
_AFTER_END = frozenset(
    {
        Action.READ_IDENTITY,
        Action.READ_RECORD,
        Action.DRAFT_NOTE,
        Action.DISCARD_DRAFT,
        Action.SIGN_NOTE,
        Action.CORRECT_NOTE,
        Action.MARK_NOTE_IN_ERROR,
        Action.WITHDRAW_DISCHARGE,
    }
)
# What is done to an application, a contact or a list goes with that ground alone.
_OF_THEIR_OWN = frozenset(
    {
        Action.HANDLE_APPLICATION,
        Action.REGISTER_CONTACT,
        Action.CLOSE_CONTACT,
        Action.ENROL,
    }
)
# After an emergency access nobody reads on, but what he was writing is his to finish.
_OWN_ENTRIES = _AFTER_END - {Action.WITHDRAW_DISCHARGE}
# A protected address is for whoever goes there today, not for all who work at the unit.
_KNOWS_WHERE = frozenset(Action) - _OF_THEIR_OWN - LETS_ONESELF_IN
_ALL = _KNOWS_WHERE - {Action.READ_ADDRESS}
# Who was let in for a time reads and documents; where the person stays and who else is
# let in is for those who have him.
_READS_AND_WRITES = frozenset(
    {
        Action.READ_IDENTITY,
        Action.READ_RECORD,
        Action.CHANGE_CRITICAL,
        Action.DRAFT_NOTE,
        Action.DISCARD_DRAFT,
        Action.SIGN_NOTE,
        Action.CORRECT_NOTE,
        Action.MARK_NOTE_IN_ERROR,
        Action.WITHHOLD_NOTE,
    }
)
_WITH_PARTICULARS = _READS_AND_WRITES | {Action.CHANGE_IDENTITY, Action.PRINT_RECORD}

# The patient asks those who have him in their care, and his GP (ADR 0011).
_BLOCKS = frozenset({Action.READ_BLOCKS, Action.BLOCK, Action.END_BLOCK})


@dataclass(frozen=True, slots=True)
class Ground:
    """What a basis is worth.

    Args:
        carries: the actions it is good for, as far as the role allows them.
        purpose: purpose of use, TREAT, ETREAT, COC or BTG (domain.md 6.2).
        names_the_worker: whether the person himself was named, so that it holds for his
            own family too.
        user_selected: whether he chose it himself (ATT-48).
        asks_for: what the role must be let do for the ground to be one at all; None when
            it is one for every role.
    """

    carries: frozenset[Action] = _ALL
    purpose: str = "TREAT"
    names_the_worker: bool = False
    user_selected: bool = False
    asks_for: Action | None = None


GROUNDS: dict[Basis, Ground] = {
    Basis.ADMISSION: Ground(carries=frozenset(), purpose="COC"),
    Basis.AFTER_EMERGENCY: Ground(
        carries=_OWN_ENTRIES, names_the_worker=True, user_selected=True
    ),
    Basis.FORMER_EPISODE: Ground(carries=_AFTER_END),
    Basis.EPISODE: Ground(),
    Basis.NEED: Ground(
        carries=_READS_AND_WRITES | {Action.FIND_ANYBODY, Action.STATE_NEED},
        user_selected=True,
    ),
    Basis.GRANT: Ground(
        carries=_ALL
        - {Action.GRANT, Action.WITHDRAW_GRANT}
        - {Action.COUNT_READERS, Action.HAND_OUT_LOG}
    ),
    # It is for those who handle cases, whatever else is done at the unit they work at.
    Basis.APPLICATION: Ground(
        carries=_WITH_PARTICULARS
        | {Action.ADMIT, Action.REGISTER_APPLICATION, Action.HANDLE_APPLICATION},
        purpose="COC",
        asks_for=Action.REGISTER_APPLICATION,
    ),
    Basis.MESSAGE: Ground(carries=_WITH_PARTICULARS | {Action.ADMIT}),
    Basis.PROGRAMME: Ground(carries=_ALL | {Action.ENROL}),
    Basis.GP_LIST: Ground(
        carries=_WITH_PARTICULARS
        | _BLOCKS
        | {Action.COUNT_READERS, Action.HAND_OUT_LOG, Action.ENROL}
    ),
    Basis.CONTACT: Ground(
        carries=_WITH_PARTICULARS
        | {Action.READ_ADDRESS, Action.REGISTER_CONTACT, Action.CLOSE_CONTACT},
        purpose="ETREAT",
    ),
    Basis.ROSTER: Ground(carries=_KNOWS_WHERE),
    Basis.TASK: Ground(carries=_KNOWS_WHERE, names_the_worker=True),
    Basis.VISIT: Ground(carries=_KNOWS_WHERE, names_the_worker=True),
    Basis.TEAM: Ground(carries=_KNOWS_WHERE, names_the_worker=True),
    Basis.EMERGENCY: Ground(
        carries=_READS_AND_WRITES
        | {Action.READ_ADDRESS, Action.FIND_ANYBODY, Action.BEGIN_EMERGENCY},
        purpose="BTG",
        names_the_worker=True,
        user_selected=True,
    ),
}

STRONGEST_FIRST = [basis.value for basis in reversed(Basis)]
# On these the person himself was let in, so that all his posts count.
NAMED_OR_GIVEN = frozenset(
    {
        Basis.TEAM,
        Basis.VISIT,
        Basis.TASK,
        Basis.GRANT,
        Basis.NEED,
        Basis.EMERGENCY,
        Basis.AFTER_EMERGENCY,
    }
)
# What a role must be let do for a ground to be one, by the ground.
ASKED_FOR = {
    basis.value: ground.asks_for.value
    for basis, ground in GROUNDS.items()
    if ground.asks_for is not None
}
# Past the blocks of a patient, unless one names the worker (kjernejournal: 8rad).
PASS_BLOCKS = [Basis.EMERGENCY.value, Basis.AFTER_EMERGENCY.value]
NAMES_THE_WORKER = [b.value for b, ground in GROUNDS.items() if ground.names_the_worker]


def bases_for(action: Action) -> list[str]:
    """The bases that are good for an action."""
    return [
        basis.value for basis, ground in GROUNDS.items() if action in ground.carries
    ]


def reaches_information(action: Action) -> bool:
    """Whether the action sees more than who the person is and where he stays."""
    return action.reach >= Reach.RECORD
