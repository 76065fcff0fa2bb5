"""Kinds of events an audit of a health record asks for, each done through the product's screens.

The kinds are those of the CCHIT security criterion SC 02.03, from which King, Smith and
Williams (IHI 2012) made their 58 black-box cases, the rest of the sixteen types that they
asked three records for, and those this log promises beside them.
"""

from collections.abc import Callable
from dataclasses import dataclass

from audit.verbs import Outcome, Verb
from tests.audit.coverage import doing
from tests.audit.coverage.doing import Scene


@dataclass(frozen=True)
class Kind:
    """One kind of event: what it is called, who does what here, and what the log says.

    Args:
        name: the kind.
        says: what is done, in a few words.
        does: does it; None when no screen does.
        verb: what the log says was done.
        outcome: how it went.
        names: whether the patient is among the event's subjects.
        asked_by: CCHIT's criterion, King and others, or this project.
        shown_by: the test of what an operator does by a command.
    """

    name: str
    says: str
    does: Callable[[Scene], object] | None
    verb: Verb | None = None
    outcome: Outcome = Outcome.DONE
    names: bool = True
    asked_by: str = "SC 02.03"
    shown_by: str = ""

    @property
    def is_logged(self) -> bool:
        """Whether it is in the log."""
        return self.does is not None or bool(self.shown_by)


HERE = "Akson"
_EXIT = "tests/tenants/exit"
KINDS = [
    Kind(
        "Sign-in",
        "a nurse signs in",
        lambda _s: doing.sign_in(),
        Verb.SIGNED_IN,
        names=False,
    ),
    Kind("Sign-out", "a nurse signs out", doing.sign_out, Verb.SIGNED_OUT, names=False),
    Kind(
        "Session timeout",
        "a nurse's sign-in has lasted as long as it may",
        doing.timed_out,
        Verb.SIGNED_OUT,
        names=False,
    ),
    Kind(
        "Failed sign-in",
        "somebody types a wrong password",
        lambda _s: doing.sign_in("feil-passord-her"),
        Verb.SIGN_IN_FAILED,
        Outcome.FAILED,
        names=False,
    ),
    Kind(
        "Account lockout",
        "somebody types a wrong password six times",
        doing.locked_out,
        Verb.LOCKED_OUT,
        Outcome.REFUSED,
        names=False,
    ),
    Kind(
        "Record created",
        "a clerk registers a patient",
        doing.register,
        Verb.REGISTERED,
        names=False,
    ),
    Kind("Record viewed", "a nurse opens a patient", doing.view, Verb.READ),
    Kind(
        "Particulars viewed",
        "a clerk opens who a patient is",
        doing.see_person,
        Verb.READ_IDENTITY,
    ),
    Kind("Record updated", "a nurse changes an address", doing.change, Verb.CHANGED),
    Kind("Draft written", "a nurse types in a note", doing.draft, Verb.DRAFTED),
    Kind(
        "Record deleted", "a nurse throws a draft away", doing.discard, Verb.DISCARDED
    ),
    Kind("Query", "a nurse searches by name", doing.search, Verb.SEARCHED),
    Kind("Signature", "a nurse signs a note", doing.sign, Verb.SIGNED),
    Kind(
        "Export of health information",
        "a nurse prints notes",
        doing.print_notes,
        Verb.PRINTED,
    ),
    Kind(
        "Security administration",
        "a local administrator hires somebody",
        doing.hire,
        Verb.RIGHTS_CHANGED,
        names=False,
    ),
    Kind(
        "Rights changed",
        "a local administrator sets the last day of an employment",
        doing.set_last_day,
        Verb.RIGHTS_CHANGED,
        names=False,
        asked_by="King",
    ),
    Kind(
        "Rights taken away",
        "a local administrator ends an employment",
        doing.end_now,
        Verb.RIGHTS_CHANGED,
        names=False,
        asked_by="King",
    ),
    Kind(
        "Change of password",
        "a nurse changes her password",
        doing.new_password,
        Verb.PASSWORD_CHANGED,
        names=False,
    ),
    Kind(
        "List shown",
        "a nurse sees her unit's patients",
        doing.show_list,
        Verb.LISTED,
        asked_by=HERE,
    ),
    Kind(
        "Denied access",
        "a nurse elsewhere opens a patient",
        doing.refused,
        Verb.READ,
        Outcome.REFUSED,
        asked_by=HERE,
    ),
    Kind(
        "Stated need",
        "a nurse elsewhere says why",
        doing.need,
        Verb.STATED_NEED,
        asked_by=HERE,
    ),
    Kind(
        "Emergency access",
        "a nurse elsewhere breaks the glass",
        doing.emergency,
        Verb.EMERGENCY_BEGAN,
        asked_by=HERE,
    ),
    Kind(
        "Access granted",
        "a leader lets a colleague in",
        doing.grant,
        Verb.GRANTED,
        asked_by=HERE,
    ),
    Kind(
        "Blocks viewed",
        "a nurse sees what is blocked",
        doing.block,
        Verb.READ_BLOCKS,
        asked_by=HERE,
    ),
    Kind(
        "Log read",
        "an auditor opens the log",
        doing.read_log,
        Verb.LOG_READ,
        names=False,
        asked_by=HERE,
    ),
    Kind(
        "Log taken out",
        "an auditor's program asks for the log",
        doing.export_log,
        Verb.LOG_EXPORTED,
        names=False,
        asked_by=HERE,
    ),
    Kind("Start and stop", "reads nobody's record: in the processes' own log", None),
    Kind("Scheduling", "no calendar yet; duty rosters are changes of rights", None),
    Kind("Order", "nothing is ordered yet", None),
    Kind("Node authentication failure", "no machine signs in by itself yet", None),
    Kind(
        "Import of health information",
        "an operator brings a whole municipality in",
        None,
        Verb.BROUGHT_IN,
        names=False,
        shown_by=f"{_EXIT}/test_import.py::test_municipality_moves_to_another_installation_with_all_it_has",
    ),
    Kind(
        "Backup",
        "an operator backs a municipality up",
        None,
        Verb.BACKED_UP,
        names=False,
        shown_by=f"{_EXIT}/test_backup.py::test_backup_is_told_written_noted_and_tried_without_a_trace",
    ),
    Kind(
        "Restore",
        "an operator restores a lost municipality",
        None,
        Verb.RESTORED,
        names=False,
        shown_by=f"{_EXIT}/test_import.py::test_lost_municipality_is_back_sealed_on_and_can_be_worked_in",
    ),
]

# Table 1 of King, Smith and Williams: of the events four checklists ask for, the sixteen by which
# a user can be held to what he did. Under each, the kinds above that answer it.
KING = {
    "User login/logout": ("Sign-in", "Sign-out"),
    "Session timeout": ("Session timeout",),
    "Account lockout": ("Account lockout",),
    "Create data": ("Record created", "Draft written"),
    "Update data": ("Record updated",),
    "Delete data": ("Record deleted",),
    "View data": ("Record viewed", "Particulars viewed", "List shown"),
    "Query data": ("Query",),
    "Signature created/validated": ("Signature",),
    "Export data": ("Export of health information", "Log taken out"),
    "Import data": ("Import of health information",),
    "System backup": ("Backup",),
    "System restore": ("Restore",),
    "Grant access rights": ("Security administration", "Access granted"),
    "Modify access rights": ("Rights changed",),
    "Revoke access rights": ("Rights taken away",),
}
DONE = [kind for kind in KINDS if kind.does is not None]
