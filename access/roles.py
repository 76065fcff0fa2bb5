"""Roles (roller), the kinds of record, and what a role may do in each."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _

from access.actions import Action, Level
from access.information import DRAFT

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


@dataclass(frozen=True, slots=True)
class Rights:
    """What one role may do in one kind of record: its cells of the role matrix.

    Args:
        reads: the kinds of information it reads.
        writes: the kinds it begins a text of.
        signs: the kinds it signs and corrects.
        does: the actions the matrix names one by one.
    """

    reads: frozenset[str] = frozenset()
    writes: frozenset[str] = frozenset()
    signs: frozenset[str] = frozenset()
    does: frozenset[str] = frozenset()

    def kinds(self, level: Level) -> frozenset[str]:
        """The kinds of information in which it may do one thing."""
        reached: frozenset[str] = getattr(self, level.value)
        return reached

    def allows(self, action: Action) -> bool:
        """Whether the role may do something at all; `access.predicate` asks the same in SQL."""
        if action.is_named_in_matrix and action.value not in self.does:
            return False
        if action.level is None:
            return True
        needed = set(action.row_kinds or ()) - {DRAFT}
        reached = self.kinds(action.level)
        return bool(reached) and needed <= reached


RightsByKind = Mapping[RecordKind, Rights]
NO_RIGHTS: RightsByKind = {kind: Rights() for kind in RecordKind}
