"""Units and employments, administered by the municipality's local administrators.

The classes are registered by `akson_project.admin_site`; accounts have theirs in
`access.accounts.admin`.
"""

from typing import Any
from uuid import UUID

from django.contrib import admin, messages
from django.contrib.admin.widgets import AutocompleteSelect
from django.db.models import ForeignKey, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from unfold.decorators import action
from unfold.enums import ActionVariant
from unfold.widgets import UnfoldAdminSelectWidget

from access.admin_base import (
    LocalAdministration,
    acting,
    administered,
    hand_over_link,
)
from access.admin_filters import InForceFilter, LeaderFilter, RoleFilter
from access.days import end_of
from access.forms.admin import HireForm, PeriodForm, UnitForm
from access.models import Employment, Unit
from access.selectors import accounts_administered_from, employments_at, units_in_tree
from access.services.employment import (
    change_end,
    employ,
    end_employment,
    move_employment,
)
from access.services.units import save_unit

_MOVE = _("Den gamle ansettelsen avsluttes i samme øyeblikk som den nye begynner.")


class UnitAdmin(LocalAdministration):
    """The municipality's units, as a tree."""

    form = UnitForm
    list_display = ("tree_name", "kind", "orgnr", "phone", "is_active")
    list_filter = ("kind", "is_active", LeaderFilter)
    search_fields = ("name", "orgnr")
    list_per_page = 200
    actions = None

    def get_queryset(self, request: HttpRequest) -> QuerySet[Unit]:
        return units_in_tree(administered(request))

    def get_ordering(self, request: HttpRequest) -> tuple[str, ...]:  # noqa: ARG002
        return ("keys_above",)

    def get_readonly_fields(
        self, request: HttpRequest, obj: Unit | None = None
    ) -> tuple[str, ...]:
        """Whoever administers a unit cannot move that unit itself."""
        if obj is None:
            return ()
        is_top = obj.pk in administered(request)
        return ("parent", "people") if is_top else ("people",)

    @admin.display(description=_("ansatte her"))
    def people(self, obj: Unit) -> SafeString:
        """Each who works here or is about to, as a link to where it is changed."""
        found = employments_at(obj)
        if not found:
            return SafeString(_now("Ingen"))
        links = (
            (
                reverse("admin:access_employment_change", args=[one.pk]),
                one.user.name,
                one.role.label,
            )
            for one in found
        )
        link = '<li><a class="staff-link" href="{}">{}</a> {}</li>'
        return format_html("<ul>{}</ul>", format_html_join("", link, links))

    def formfield_for_foreignkey(
        self, db_field: ForeignKey[Any, Any], request: HttpRequest, **kwargs: Any
    ) -> Any:
        """Offer the units the person administers."""
        kwargs |= _unit_choices(request)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def store(self, request: HttpRequest, obj: Unit, form: UnitForm) -> None:  # noqa: ARG002
        save_unit(obj, by=acting(request))

    @admin.display(description=_("enhet"), ordering="keys_above")
    def tree_name(self, obj: Unit) -> str:
        """The name, further in for each level above."""
        return f"{'– ' * (len(obj.path) - 1)}{obj.name}"


class AccountWidget(AutocompleteSelect):
    """Finds an account while its name is typed; has a name itself from the start."""

    def build_attrs(
        self, base_attrs: dict[str, Any], extra_attrs: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """Add the words that stand in the empty field, and are read aloud."""
        attrs = super().build_attrs(base_attrs, extra_attrs)
        return {**attrs, "data-placeholder": _("Velg konto")}


class EmploymentAdmin(LocalAdministration):
    """Who works where, as what and for how long."""

    asks_again_for = "rights"
    list_display = (
        "user_name",
        "role_label",
        "content_object",
        "first_day",
        "last_day",
    )
    list_filter = (InForceFilter, RoleFilter)
    search_fields = (
        "user__first_name",
        "user__last_name",
        "user__username",
        "content_object__name",
    )
    autocomplete_fields = ("user",)
    ordering = ("user__sort_key", "-valid_from")
    actions_list = ("import_file",)
    actions = ("end_chosen",)
    actions_submit_line = ("end_now",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Employment]:
        mine = Employment.objects.filter(
            content_object__path__overlap=administered(request)
        )
        return mine.select_related("user", "content_object", "permission").order_by(
            *self.ordering
        )

    def get_form(
        self,
        request: HttpRequest,
        obj: Employment | None = None,
        change: bool = False,
        **kwargs: Any,
    ) -> type[HireForm] | type[PeriodForm]:
        """Hire with one form, and end with another; both know who asks."""
        kwargs["form"] = PeriodForm if obj else HireForm
        form: Any = super().get_form(request, obj, change=change, **kwargs)
        form.by = acting(request)
        form.units = units_in_tree(administered(request)).filter(is_active=True)
        return form  # type: ignore[no-any-return]

    def get_fieldsets(
        self,
        request: HttpRequest,  # noqa: ARG002
        obj: Employment | None = None,
    ) -> Any:
        if obj is None:
            fields = ("user", "role", "content_object", "first_day", "last_day")
            return ((None, {"fields": fields}),)
        period = ("user_name", "role_label", "unit_name", "first_day", "last_day")
        move = {"fields": ("move_to", "move_role", "move_on"), "description": _MOVE}
        return (
            (None, {"fields": period}),
            (_("Flytt til en annen enhet eller rolle"), move),
        )

    def get_readonly_fields(
        self,
        request: HttpRequest,  # noqa: ARG002
        obj: Employment | None = None,
    ) -> tuple[str, ...]:
        if obj is None:
            return ()
        return ("user_name", "role_label", "unit_name", "first_day")

    def formfield_for_foreignkey(
        self, db_field: ForeignKey[Any, Any], request: HttpRequest, **kwargs: Any
    ) -> Any:
        """Offer the units in use that the person administers."""
        if db_field.name == "content_object":
            kwargs |= _unit_choices(request)
            kwargs["queryset"] = kwargs["queryset"].filter(is_active=True)
        else:
            kwargs["widget"] = AccountWidget(db_field, self.admin_site)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def store(
        self, request: HttpRequest, obj: Employment, form: HireForm | PeriodForm
    ) -> None:
        if isinstance(form, HireForm):
            employ(obj, by=acting(request))
            self._hand_over_link(request, obj.user_id)
        elif form.moved is not None:
            move_employment(obj, to=form.moved, by=acting(request))
        elif "last_day" in form.changed_data:
            until = end_of(form.cleaned_data["last_day"])
            change_end(obj, until=until, by=acting(request))

    def _hand_over_link(self, request: HttpRequest, user_id: UUID) -> None:
        """Make the first link of an account that has no password and works only here."""
        mine = accounts_administered_from(administered(request))
        user = mine.filter(pk=user_id).first()
        if user is not None and not user.has_usable_password():
            hand_over_link(request, user)

    @action(description=_("Avslutt nå"), variant=ActionVariant.DANGER)  # type: ignore[untyped-decorator]
    def end_now(self, request: HttpRequest, obj: Employment) -> None:
        """End the employment this minute."""
        end_employment(obj, by=acting(request))

    @admin.action(description=_("Avslutt valgte ansettelser nå"))
    def end_chosen(self, request: HttpRequest, queryset: QuerySet[Employment]) -> None:
        """End several this minute; the rules decide for each."""
        still = queryset.exclude(valid_until__lte=timezone.now())
        done = sum(self.attempt(request, self._end, one) for one in still)
        text = ngettext(
            "%(count)d ansettelse er avsluttet.",
            "%(count)d ansettelser er avsluttet.",
            done,
        )
        messages.info(request, text % {"count": done})

    def _end(self, request: HttpRequest, obj: Employment) -> None:
        end_employment(obj, by=acting(request))

    @admin.display(description=_("navn"), ordering="user__sort_key")
    def user_name(self, obj: Employment) -> str:
        return f"{obj.user.name} ({obj.user.username})"

    @admin.display(description=_("rolle"), ordering="permission__codename")
    def role_label(self, obj: Employment) -> str:
        return str(obj.role.label)

    @admin.display(description=_("enhet"))
    def unit_name(self, obj: Employment) -> str:
        return obj.content_object.name

    @admin.display(description=_("fra og med"), ordering="valid_from")
    def first_day(self, obj: Employment) -> str:
        return f"{obj.first_day:%d.%m.%Y}"

    @admin.display(description=_("til og med"), ordering="valid_until", empty_value="–")
    def last_day(self, obj: Employment) -> str | None:
        return f"{obj.last_day:%d.%m.%Y}" if obj.last_day else None


def _unit_choices(request: HttpRequest) -> dict[str, Any]:
    return {
        "queryset": units_in_tree(administered(request)),
        "widget": UnfoldAdminSelectWidget(),
        "empty_label": _("Velg"),
    }
