"""The page docs/access-log-coverage.md, as the lists of kinds and requirements make it."""

from tests.audit.coverage.ehrsfm import SHALLS
from tests.audit.coverage.kinds import KINDS, KING

_TOP = """# What the access log holds

Made by `tests/audit/coverage/` from the lists its tests go by: do not edit by hand.
`AKSON_KEEP_COVERAGE=1 ./akson test tests/audit/coverage` makes it anew.

## Kinds of events

Each kind is done through the product's screens by a test, which then finds it in the log, with the patient where there is one, and finds it again
as a FHIR AuditEvent that follows its profiles; what an operator does by a command, by the test that is named. Asked by: the CCHIT criterion SC 02.03; King and others, below; or this project.

"""
_KING = """
## The sixteen types of King, Smith and Williams

J. T. King, B. Smith and L. Williams, *Modifying without a trace* (IHI 2012), took the events of four checklists (Chuvakin and Peterson, CCHIT, SANS, IEEE) and kept the sixteen by which a user
can be held to what he did (table 1). Three open health records logged 12.5 % of them, and passed 4.02 % of 58 black-box cases made from CCHIT's criterion.

"""
_SHALLS = """
## HL7 EHR-S FM R2.1.1, TI.2 Audit: what it says the system SHALL do

In short words of our own; `TI.2.1.2.*` stands for what each security trigger asks alike. Two are refused, with the reason.

"""


def page():
    """Write the page."""
    return "".join(
        [_TOP, _kinds(), _KING, _sixteen(), _SHALLS, _shalls()],
    )


def _kinds():
    done = [kind for kind in KINDS if kind.is_logged]
    rows = [f"In the log: {len(done)} of {len(KINDS)} kinds.\n"]
    rows += ["| kind | asked by | what is done | the log says |", "|---|---|---|---|"]
    for kind in KINDS:
        told = "not in it: " + kind.says
        if kind.is_logged and kind.verb:
            patient = ", of the patient" if kind.names else ""
            told = f"`{kind.verb.value}`, outcome {kind.outcome.value}{patient}"
            told += f"; `{kind.shown_by}`" if kind.shown_by else ""
        what = kind.says if kind.is_logged else "–"
        rows.append(f"| {kind.name} | {kind.asked_by} | {what} | {told} |")
    return "\n".join(rows) + "\n"


def _sixteen():
    done = {kind.name for kind in KINDS if kind.is_logged}
    logged = [each for each, kinds in KING.items() if set(kinds) <= done]
    rows = [f"In the log: {len(logged)} of {len(KING)} types.\n"]
    rows += ["| type | kinds here | in the log |", "|---|---|---|"]
    rows += [
        f"| {each} | {', '.join(kinds)} | {'yes' if each in logged else 'not yet'} |"
        for each, kinds in KING.items()
    ]
    return "\n".join(rows) + "\n"


def _shalls():
    rows = ["| id | asks for | state | shown by, or why not |", "|---|---|---|---|"]
    for shall in SHALLS:
        shown = f"`{shall.shown_by}`" if shall.shown_by else ""
        said = "; ".join(filter(None, [shown, shall.why]))
        rows.append(f"| {shall.id} | {shall.asks} | {shall.state} | {said} |")
    return "\n".join(rows) + "\n"
