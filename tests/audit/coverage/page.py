"""The page docs/access-log-coverage.md, as the lists of kinds and requirements make it."""

from tests.audit.coverage.ehrsfm import SHALLS
from tests.audit.coverage.kinds import KINDS

_TOP = """# What the access log holds

Made by `tests/audit/coverage/` from the lists its tests go by: do not edit by hand.
`AKSON_KEEP_COVERAGE=1 ./akson test tests/audit/coverage` makes it anew.

## Kinds of events

King, Smith and Williams (IHI 2012) found that three open health records logged 12.5 % of 16 general kinds of events, and passed 4.02 % of 58
black-box cases. The paper's own table could not be read here, so the kinds are those of the CCHIT criterion SC 02.03, from which its cases were
made, and what this log promises beside them. Each is done through the product's screens by a test, which then finds it in the log, with the
patient where there is one, and finds it again as a FHIR AuditEvent that follows its profiles.

"""
_SHALLS = """
## HL7 EHR-S FM R2.1.1, TI.2 Audit: what it says the system SHALL do

In short words of our own; `TI.2.1.2.*` stands for what each security trigger asks alike. Two are refused, with the reason.

"""


def page():
    """Write the page."""
    return "".join(
        [_TOP, _kinds(), _SHALLS, _shalls()],
    )


def _kinds():
    done = [kind for kind in KINDS if kind.does]
    rows = [f"In the log: {len(done)} of {len(KINDS)} kinds.\n"]
    rows += ["| kind | asked by | what is done | the log says |", "|---|---|---|---|"]
    for kind in KINDS:
        told = "not in it: " + kind.says
        if kind.does and kind.verb:
            patient = ", of the patient" if kind.names else ""
            told = f"`{kind.verb.value}`, outcome {kind.outcome.value}{patient}"
        what = kind.says if kind.does else "–"
        rows.append(f"| {kind.name} | {kind.asked_by} | {what} | {told} |")
    return "\n".join(rows) + "\n"


def _shalls():
    rows = ["| id | asks for | state | shown by, or why not |", "|---|---|---|---|"]
    for shall in SHALLS:
        shown = f"`{shall.shown_by}`" if shall.shown_by else ""
        said = "; ".join(filter(None, [shown, shall.why]))
        rows.append(f"| {shall.id} | {shall.asks} | {shall.state} | {said} |")
    return "\n".join(rows) + "\n"
