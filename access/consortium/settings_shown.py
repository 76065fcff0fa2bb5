"""What a support grant opens of a municipality, and nothing else: how it is set up.

Names of units, the rules, the version of the role matrix, how many have accounts, and how
the background work goes. No person, no employment, nothing of the log, never a patient.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import models
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from access.accounts.models import User
from access.matrix.selectors.in_force import rules_in_force, version_in_force
from access.models import SupportGrant, Unit
from access.selectors import units_in_tree
from tenants.health import HealthReport
from tenants.models import Municipality

# What a number of the rules counts, by the end of its name.
_UNITS: Mapping[str, Promise] = {
    "days": gettext_lazy("dager"),
    "hours": gettext_lazy("timer"),
    "minutes": gettext_lazy("minutter"),
    "months": gettext_lazy("måneder"),
}


@dataclass(frozen=True, slots=True)
class Settings:
    """How a municipality is set up."""

    units: list[tuple[str, str, bool]]
    rules: list[tuple[str, str]]
    matrix: str
    accounts: int


def settings_here() -> Settings:
    """Read how the municipality that is entered is set up."""
    roots = list(Unit.objects.filter(parent=None).values_list("pk", flat=True))
    units = units_in_tree(roots).order_by("keys_above")  # type: ignore[misc] # annotated
    return Settings(
        units=[
            (
                f"{'– ' * (len(one.path) - 1)}{one.name}",
                one.get_kind_display(),
                one.is_active,
            )
            for one in units
        ],
        rules=_in_words(rules_in_force()),
        matrix=str(_("Versjon %(number)s") % {"number": version_in_force().number}),
        accounts=User.objects.filter(is_active=True).count(),
    )


def asked_here() -> list[SupportGrant]:
    """The latest the consortium has asked of the municipality that is entered."""
    return list(SupportGrant.objects.select_related("decided_by")[:50])


def own_of(grants: list[SupportGrant], user_id: UUID) -> SupportGrant | None:
    """A person's own grant that waits or is in force."""
    living = (SupportGrant.State.WAITING, SupportGrant.State.OPEN)
    own = (one for one in grants if one.asked_by_id == user_id)
    return next((one for one in own if one.state in living), None)


def health_of(municipality: Municipality) -> list[HealthReport]:
    """How the background work of a municipality goes; asked in the consortium."""
    return list(HealthReport.objects.filter(municipality=municipality))


def waiting_for_answer() -> int:
    """How many grants the consortium waits for the municipality to answer."""
    return SupportGrant.objects.filter(decided_at=None, ended_at=None).count()


def open_now() -> int:
    """How many of the consortium's people may look now."""
    found = SupportGrant.objects.filter(until__gt=timezone.now(), ended_at=None)
    return found.count()


def _in_words(row: models.Model) -> list[tuple[str, str]]:
    fields = [field for field in row._meta.fields if not field.primary_key]
    return [(str(field.verbose_name), _said(row, field)) for field in fields]


def _said(row: models.Model, field: "models.Field[Any, Any]") -> str:
    value = getattr(row, field.name)
    if isinstance(value, bool):
        return _("Ja") if value else _("Nei")
    say = getattr(row, f"get_{field.name}_display", None)
    unit = _UNITS.get(field.name.rpartition("_")[2], "")
    return f"{say() if say else value} {unit}".strip()
