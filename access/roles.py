"""Roles (roller), and what each may do in each kind of record."""

from collections.abc import Iterable, Mapping

from django.db import models
from django.utils.translation import gettext_lazy as _

from access.actions import Action

# What guardian's permission on a unit is called for a role.
CODENAME_PREFIX = "work_as_"


class Role(models.TextChoices):
    """What a person is employed as at a unit (rolle)."""

    NURSE = "sykepleier", _("Sykepleier")
    CARE_WORKER = "helsefagarbeider", _("Helsefagarbeider")
    HEALTH_VISITOR = "helsesykepleier", _("Helsesykepleier")
    PHYSICIAN = "lege", _("Lege")
    CASE_HANDLER = "saksbehandler", _("Saksbehandler")
    CLERK = "merkantil", _("Merkantil")
    LEADER = "leder", _("Leder")
    AUDITOR = "revisor", _("Revisor")
    LOCAL_ADMIN = "lokal_administrator", _("Lokal administrator")

    @property
    def codename(self) -> str:
        """The codename of guardian's permission, e.g. `work_as_lege`."""
        return f"{CODENAME_PREFIX}{self.value}"


class RecordKind(models.TextChoices):
    """What sort of record it is; practical help alone gives no health record."""

    JOURNAL = "journal", _("Journal (helsehjelp)")
    CASE = "tjenestesak", _("Tjenestesak (praktisk hjelp)")


_READ = frozenset({Action.READ_IDENTITY, Action.READ_RECORD})
_WRITE = frozenset(
    {
        Action.DRAFT_NOTE,
        Action.DISCARD_DRAFT,
        Action.SIGN_NOTE,
        Action.CORRECT_NOTE,
        Action.MARK_NOTE_IN_ERROR,
    }
)
_STAY = frozenset(
    {
        Action.CHANGE_IDENTITY,
        Action.MOVE,
        Action.CHANGE_STAY,
        Action.DISCHARGE,
        Action.WITHDRAW_DISCHARGE,
        Action.MARK_DEAD,
    }
)
_LEAD = frozenset({Action.GRANT, Action.WITHDRAW_GRANT})
_CLINICAL = _READ | _WRITE | _STAY | {Action.PRINT_RECORD, Action.CHANGE_CRITICAL}
_OFFICE = frozenset({Action.READ_IDENTITY, Action.ADMIT}) | _STAY

ROLE_MAY: Mapping[RecordKind, Mapping[Role, frozenset[Action]]] = {
    RecordKind.JOURNAL: {
        Role.NURSE: _CLINICAL,
        Role.CARE_WORKER: _READ | _WRITE | {Action.CHANGE_IDENTITY, Action.MOVE},
        Role.HEALTH_VISITOR: _CLINICAL,
        Role.PHYSICIAN: _CLINICAL,
        Role.CASE_HANDLER: _READ | _WRITE | _OFFICE,
        Role.CLERK: _OFFICE,
        Role.LEADER: _CLINICAL | _LEAD | {Action.ADMIT},
        Role.AUDITOR: frozenset(),
        Role.LOCAL_ADMIN: frozenset(),
    },
    RecordKind.CASE: {
        Role.NURSE: _READ,
        Role.CARE_WORKER: _READ | _WRITE,
        Role.HEALTH_VISITOR: frozenset(),
        Role.PHYSICIAN: frozenset(),
        Role.CASE_HANDLER: _READ | _WRITE | _OFFICE | {Action.PRINT_RECORD},
        Role.CLERK: _OFFICE,
        Role.LEADER: _READ | _WRITE | _OFFICE | _LEAD | {Action.PRINT_RECORD},
        Role.AUDITOR: frozenset(),
        Role.LOCAL_ADMIN: frozenset(),
    },
}

# Kinds of rows a role sees in a journal, where it does not see all: the case handler
# reads assessments and what was agreed, not the daily notes (users.md: d3).
ROLE_SEES: Mapping[tuple[RecordKind, Role], tuple[str, ...]] = {
    (RecordKind.JOURNAL, Role.CASE_HANDLER): (
        "critical",
        "draft",
        "innkomst",
        "mote",
        "saksnotat",
    ),
}

# Who may take a person in who has no care relation yet (purpose COC).
ADMITTING_ROLES = frozenset({Role.CASE_HANDLER, Role.LEADER, Role.CLERK})


def roles_that_may(action: Action, kind: RecordKind) -> list[str]:
    """Name the permissions (codenames) that allow an action in a kind of record."""
    return [
        role.codename for role, actions in ROLE_MAY[kind].items() if action in actions
    ]


def may_somewhere(roles: Iterable[Role], action: Action) -> bool:
    """Whether any of the roles allows an action in any kind of record."""
    allowed = [ROLE_MAY[kind][role] for kind in RecordKind for role in roles]
    return any(action in actions for actions in allowed)
