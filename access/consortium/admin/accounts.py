"""Accounts of those who run the platform."""

from typing import Any, cast

from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from unfold.admin import ModelAdmin

from access.accounts.models import User
from access.consortium.forms import (
    ConsortiumPasswordForm,
    ConsortiumUserChangeForm,
    ConsortiumUserCreationForm,
)
from access.consortium.roles import StaffRole
from access.consortium.second_factor import take_away
from access.publishing.asking import ask_for_password

_WHO = ("username", "first_name", "last_name", "email")


class ConsortiumUserAdmin(DjangoUserAdmin, ModelAdmin):  # type: ignore[type-arg]
    """Accounts of those who run the platform; they see no municipality's rows.

    Nobody changes his own roles, or an account that may more than any role does.
    """

    form = ConsortiumUserChangeForm
    add_form = ConsortiumUserCreationForm
    change_password_form = ConsortiumPasswordForm
    list_display = ("username", "first_name", "last_name", "show_roles", "is_active")
    list_filter = ("is_active",)
    filter_horizontal = ()
    actions = ("lose_factor",)
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        (_("Person"), {"fields": ("first_name", "last_name", "email", "language")}),
        (_("Tilgang"), {"fields": ("is_active", "groups")}),
    )
    add_fieldsets = (
        (
            None,
            {
                "classes": ("wide",),
                "fields": (*_WHO, "groups", "password1", "password2"),
            },
        ),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        """Fetch the roles with the list."""
        found: QuerySet[User] = super().get_queryset(request)
        return found.prefetch_related("groups")

    def get_readonly_fields(
        self, request: HttpRequest, obj: User | None = None
    ) -> tuple[str, ...]:
        """One's own roles, and whether one may sign in, are for others to decide."""
        if obj is not None and obj.pk == request.user.pk:
            return ("is_active", "show_roles")
        return ()

    def get_fieldsets(self, request: HttpRequest, obj: User | None = None) -> Any:
        """Show one's own roles as words."""
        found = super().get_fieldsets(request, obj)
        if "show_roles" not in self.get_readonly_fields(request, obj):
            return found
        *others, (title, _options) = found
        return (*others, (title, {"fields": ("is_active", "show_roles")}))

    def has_change_permission(
        self, request: HttpRequest, obj: User | None = None
    ) -> bool:
        """Only an account that may everything changes another that may."""
        may = bool(super().has_change_permission(request, obj))
        above = obj is not None and obj.is_superuser and not request.user.is_superuser
        return may and not above

    def has_delete_permission(
        self,
        request: HttpRequest,  # noqa: ARG002
        obj: User | None = None,  # noqa: ARG002
    ) -> bool:
        """Accounts are closed, not deleted: the log names them."""
        return False

    def save_model(
        self, request: HttpRequest, obj: User, form: Any, change: bool
    ) -> None:
        """Let whoever has an account here reach the administration; roles decide the rest."""
        obj.is_staff = True
        super().save_model(request, obj, form, change)

    @admin.action(description=_("Fjern totrinn som er mistet"), permissions=["change"])
    def lose_factor(
        self, request: HttpRequest, chosen: QuerySet[User]
    ) -> HttpResponse | None:
        """Let those who have lost all of it set it up anew; nobody does it for himself."""
        asked = ask_for_password(
            request,
            self.admin_site,
            why=_now(
                "Skriv passordet ditt. Så fjernes kodeapp, passnøkler og reservekoder "
                "fra kontoen, og personen setter opp nye."
            ),
            button=_now("Bekreft"),
        )
        if asked is not None:
            return asked
        by = cast(User, request.user)
        for user in chosen.exclude(pk=by.pk):
            if self.has_change_permission(request, user):
                take_away(user, request=request, by=by)
        messages.success(
            request,
            _now("Totrinn er fjernet. Personen setter det opp igjen etter passordet."),
        )
        return None

    @admin.display(description=_("roller"))
    def show_roles(self, obj: User) -> str:
        """The roles in words."""
        if obj.is_superuser:
            return _now("Kan alt i konsortiets administrasjon")
        names = [str(StaffRole(group.name).label) for group in obj.groups.all()]
        return ", ".join(names) or _now("Ingen")
