"""The role matrix in words: its rows, and how far a role goes."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from access.actions import Action
from access.information import Information
from access.matrix.rules.cells import Cell, Difference, Grade
from access.roles import RecordKind

GRADES: Mapping[Grade, Promise] = {
    Grade.NONE: _("Ingen"),
    Grade.READ: _("Les"),
    Grade.WRITE: _("Skriv"),
    Grade.SIGN: _("Signer"),
}
ACTIONS: Mapping[Action, Promise] = {
    Action.READ_IDENTITY: _("Se personopplysninger"),
    Action.CHANGE_IDENTITY: _("Endre personopplysninger"),
    Action.READ_ADDRESS: _("Se skjermet adresse når en skal dit"),
    Action.PRINT_RECORD: _("Skrive ut journalen"),
    Action.READ_BLOCKS: _("Se hva pasienten har sperret"),
    Action.BLOCK: _("Sperre når pasienten ber om det"),
    Action.END_BLOCK: _("Oppheve en sperring"),
    Action.REGISTER: _("Registrere ny pasient"),
    Action.ADMIT: _("Ta imot og skrive inn"),
    Action.MOVE: _("Flytte mellom rom og enheter"),
    Action.CHANGE_STAY: _("Endre opplysninger om oppholdet"),
    Action.DISCHARGE: _("Avslutte opphold"),
    Action.WITHDRAW_DISCHARGE: _("Åpne et avsluttet opphold igjen"),
    Action.MARK_DEAD: _("Melde dødsfall"),
    Action.GRANT: _("Gi kolleger tidsbegrenset tilgang"),
    Action.WITHDRAW_GRANT: _("Trekke tilbake slik tilgang"),
    Action.COUNT_READERS: _("Se hvor mange som har åpnet journalene"),
    Action.HAND_OUT_LOG: _("Gi pasienten innsyn i tilgangsloggen"),
    Action.FIND_ANYBODY: _("Finne en person uten behandlerrelasjon"),
    Action.STATE_NEED: _("Åpne journalen ved å oppgi behov"),
    Action.BEGIN_EMERGENCY: _("Bruke nødtilgang (blålys)"),
    Action.REGISTER_APPLICATION: _("Registrere søknad"),
    Action.HANDLE_APPLICATION: _("Behandle søknad"),
    Action.REGISTER_CONTACT: _("Registrere kontakt ved legevakten"),
    Action.CLOSE_CONTACT: _("Avslutte kontakt ved legevakten"),
    Action.ENROL: _("Føre fastlegeliste og helsestasjonsprogram"),
}
# Everything somebody may do in a record, also what a level of the matrix decides.
DOINGS: Mapping[Action, Promise] = {
    **ACTIONS,
    Action.READ_RECORD: _("Lese journalen"),
    Action.CHANGE_CRITICAL: _("Endre kritisk informasjon"),
    Action.DRAFT_NOTE: _("Skrive på en kladd"),
    Action.DISCARD_DRAFT: _("Slette en kladd"),
    Action.SIGN_NOTE: _("Signere et notat"),
    Action.CORRECT_NOTE: _("Rette et notat"),
    Action.MARK_NOTE_IN_ERROR: _("Merke et notat som feilført"),
    Action.WITHHOLD_NOTE: _("Unnta et notat fra innsyn"),
}
RECORDS: Mapping[RecordKind, Promise] = {
    RecordKind.JOURNAL: _("Journal"),
    RecordKind.CASE: _("Tjenestesak"),
}
_YES, _NO = _("Ja"), _("Nei")


def is_action(code: str) -> bool:
    """Whether a row of the matrix is an action, and no kind of information."""
    return code in _ACTION_CODES


def row_words(code: str) -> str:
    """Name a row of the matrix."""
    return str(ACTIONS[Action(code)] if is_action(code) else Information(code).label)


def grade_words(code: str, grade: Grade) -> str:
    """Say how far a role goes in a row; of an action, yes or no."""
    if is_action(code):
        return str(_YES if grade else _NO)
    return str(GRADES[grade])


def cell_words(cell: Cell) -> str:
    """Name a cell in full: kind of record, role and row."""
    return f"{RECORDS[cell.kind]} – {cell.role.label}: {row_words(cell.code)}"


def change_words(difference: Difference) -> str:
    """Say what differs in a cell: `Les → Skriv`."""
    code = difference.cell.code
    before = grade_words(code, difference.before)
    return f"{before} → {grade_words(code, difference.after)}"


def change_in_words(code: str, before: str, after: str) -> str:
    """Say a change the log keeps as codes; what this release does not know stands as it is."""
    try:
        was, now = Grade[before.upper()], Grade[after.upper()]
        return f"{row_words(code)}: {grade_words(code, was)} → {grade_words(code, now)}"
    except (KeyError, ValueError):
        return f"{code}: {before} → {after}"


_ACTION_CODES = frozenset(
    action.value for action in Action if action.is_named_in_matrix
)
