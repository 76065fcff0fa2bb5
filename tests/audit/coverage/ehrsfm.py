"""The SHALLs of HL7 EHR-S FM R2.1.1, function TI.2 (Audit), in short words of our own.

From hl7.org/ehrs/uv/ehrsfmr2, Requirements-EHRSFMR2-TI.2*. Where several triggers ask the same
(who, when, where), one row stands for them; `TI.2.1.2.*` are the security triggers.
"""

from dataclasses import dataclass

MET, LATER, NONE, REFUSED = "met", "not yet", "not applicable", "refused"


@dataclass(frozen=True)
class Shall:
    """One requirement: what it asks, whether it is met, and what shows it or why not."""

    id: str
    asks: str
    state: str
    shown_by: str = ""
    why: str = ""


_KINDS = "tests/audit/coverage/test_coverage.py::test_kind_is_in_the_log"
_WHOLE = (
    "tests/audit/coverage/test_coverage.py::test_event_says_who_where_when_and_by_what"
)
_ERASING = "tests/audit/erasing/test_erasing.py"
_LOG = "tests/attacks/test_log.py"
_VIEWS = "tests/audit/review/test_views.py"
_OTHERS = f"{_VIEWS}::test_others_are_refused_and_the_log_says_they_tried"
_PASSWORD = (
    "the password would lie in the log (ASVS 16.2.5); the change itself is logged"
)

SHALLS = [
    Shall("TI.2#01", "only those who may reach or change the log", MET, _OTHERS),
    Shall(
        "TI.2#02",
        "only those who may delete from the log: two auditors together, what is old",
        MET,
        _ERASING,
    ),
    Shall(
        "TI.2.1#01 to #03",
        "the triggers below are logged, with who, what, when, where and why",
        MET,
        _WHOLE,
    ),
    Shall(
        "TI.2.1#04",
        "time from one master clock",
        MET,
        _WHOLE,
        "the server's, checked by the database's",
    ),
    Shall("TI.2.1.1#01", "the record's own life cycle is logged", MET, _KINDS),
    Shall(
        "TI.2.1.1#02",
        "each entry of the record leads to its event",
        MET,
        "tests/journal/record/test_gate.py",
        "history rows carry the event's id",
    ),
    Shall(
        "TI.2.1.1#03",
        "the log and the entry say the same of who and when",
        MET,
        "tests/journal/record/test_gate.py",
        "history is written under the event, by its person",
    ),
    Shall(
        "TI.2.1.2#01",
        "the reason is given when access control is overridden",
        MET,
        "tests/journal/record/views/test_letting_in.py",
    ),
    Shall("TI.2.1.2#02", "key security events are logged", MET, _KINDS),
    Shall("TI.2.1.2#03", "with who, what, when, where and why", MET, _WHOLE),
    Shall("TI.2.1.2#04", "one entry at each trigger", MET, _KINDS),
    Shall(
        "TI.2.1.2#05",
        "those who maintain the system sign in and out",
        LATER,
        why="local administrators do, in this log; the consortium's log comes with its own sign-in",
    ),
    Shall(
        "TI.2.1.2.*#01",
        "each sign-in, failure, change of password, break-glass and change of rights",
        MET,
        _KINDS,
    ),
    Shall("TI.2.1.2.*#02", "the organisation, in each event", MET, _WHOLE),
    Shall("TI.2.1.2.*#03", "the user, if known", MET, _WHOLE),
    Shall("TI.2.1.2.*#04", "the system", MET, _WHOLE),
    Shall("TI.2.1.2.*#05", "what set it off", MET, _WHOLE),
    Shall("TI.2.1.2.*#06", "date and time", MET, _WHOLE),
    Shall("TI.2.1.2.*#07", "the network address", MET, _WHOLE),
    Shall(
        "TI.2.1.2.3#08",
        "the new password, when the system asks for one",
        REFUSED,
        why=_PASSWORD,
    ),
    Shall(
        "TI.2.1.2.4#09",
        "the new password, when the user changes it",
        REFUSED,
        why=_PASSWORD,
    ),
    Shall("TI.2.1.2.6#01", "access that was given", MET, _KINDS),
    Shall("TI.2.1.2.7#01", "access that was denied", MET, _KINDS),
    Shall(
        "TI.2.1.2.8#08",
        "why the glass was broken",
        MET,
        "tests/journal/record/views/test_letting_in.py",
        "as a code; the words lie beside the log, where they can be corrected",
    ),
    Shall(
        "TI.2.1.2.9#09, #10",
        "whose rights were changed, and all of them afterwards",
        MET,
        "tests/audit/coverage/test_coverage.py::test_change_of_rights_says_whose_and_which",
    ),
    Shall(
        "TI.2.2#01",
        "entries in a standard's format",
        MET,
        "tests/audit/review/fhir/test_profiles.py",
        "FHIR R4 AuditEvent, IHE BALP",
    ),
    Shall(
        "TI.2.2#04",
        "reading the log is itself logged",
        MET,
        f"{_VIEWS}::test_first_page_is_logged_once_for_each_choice",
    ),
    Shall("TI.2.2.1#01", "entries never change and never go", MET, _LOG),
    Shall(
        "TI.2.3#01",
        "a report of the log",
        MET,
        "tests/audit/review/export/test_export.py",
    ),
    Shall("TI.2.3#02", "by a range of days", MET, "tests/audit/review/test_events.py"),
    Shall(
        "TI.2.3, emergency access",
        "the log can be reached in an emergency, by criteria",
        NONE,
        why="an auditor reaches all of it at once, and nothing of care waits for it",
    ),
    Shall(
        "TI.2.1.3, backup and restore",
        "system events: backup, restore",
        MET,
        "tests/tenants/exit/test_backup.py",
        "also of the whole server, when it is noted",
    ),
    Shall(
        "TI.2.1.3, start and stop",
        "system events: start, stop",
        NONE,
        why="they read nobody's record, and are in the processes' and the database's own logs",
    ),
    Shall(
        "TI.2.1.4",
        "clinical events: orders, results, alerts",
        LATER,
        why="nothing is ordered or received yet",
    ),
]
