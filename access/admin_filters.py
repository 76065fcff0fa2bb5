"""What the lists of the local administrators are narrowed by; each answers one question."""

from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from access.accounts.models import User
from access.models import Employment, Unit
from access.roles import Role
from access.selectors import in_force
from access.staff.selectors.follow_up import (
    ending_soon,
    unused_accounts,
    without_leader,
)


class Narrowing(admin.SimpleListFilter):
    """A filter whose answers are written down in `choices_of`."""

    choices_of: tuple[tuple[str, Any], ...] = ()

    def lookups(
        self,
        request: HttpRequest,  # noqa: ARG002
        model_admin: Any,  # noqa: ARG002
    ) -> list[tuple[str, Any]]:
        return list(self.choices_of)


class InForceFilter(Narrowing):
    """Employments in force, soon at their end, to come, or ended."""

    title = _("status")
    parameter_name = "status"
    choices_of = (
        ("now", _("Gjelder nå")),
        ("ending", _("Slutter innen 30 dager")),
        ("later", _("Begynner senere")),
        ("ended", _("Avsluttet")),
    )

    def queryset(
        self,
        request: HttpRequest,  # noqa: ARG002
        queryset: QuerySet[Employment],
    ) -> QuerySet[Employment]:
        now = timezone.now()
        chosen = {
            "now": in_force(now),
            "ending": ending_soon(),
            "later": Q(valid_from__gt=now),
            "ended": Q(valid_until__lte=now),
        }
        return queryset.filter(chosen.get(self.value() or "", Q()))


class RoleFilter(Narrowing):
    """Employments in one role."""

    title = _("rolle")
    parameter_name = "role"
    choices_of = tuple((role.codename, role.label) for role in Role)

    def queryset(
        self,
        request: HttpRequest,  # noqa: ARG002
        queryset: QuerySet[Employment],
    ) -> QuerySet[Employment]:
        if self.value():
            return queryset.filter(permission__codename=self.value())
        return queryset


class UseFilter(Narrowing):
    """Accounts nobody has signed in with for as long as the municipality has chosen."""

    title = _("bruk")
    parameter_name = "use"
    choices_of = (("unused", _("Ikke brukt på lenge")),)

    def queryset(
        self,
        request: HttpRequest,  # noqa: ARG002
        queryset: QuerySet[User],
    ) -> QuerySet[User]:
        return unused_accounts(queryset) if self.value() == "unused" else queryset


class LeaderFilter(Narrowing):
    """Units where people work and nobody leads."""

    title = _("leder")
    parameter_name = "leader"
    choices_of = (("none", _("Mangler leder")),)

    def queryset(
        self,
        request: HttpRequest,  # noqa: ARG002
        queryset: QuerySet[Unit],
    ) -> QuerySet[Unit]:
        return without_leader(queryset) if self.value() == "none" else queryset
