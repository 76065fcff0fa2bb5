"""The form by which somebody new is hired: account and employment in one."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from unfold.widgets import UnfoldAdminSelectWidget

from access.accounts.models import User
from access.days import end_of, start_of
from access.errors import RightsError
from access.forms.admin import NO_END, AccountForm
from access.forms.fields import DayField, UnitChoiceField
from access.models import Employment, Unit
from access.roles import Role
from access.services.employment import check_employment, new_employment
from access.services.hiring import free_username
from access.worker import Worker


class NewWorkerForm(AccountForm):
    """Who comes, as what, where and from when."""

    by: Worker
    units: QuerySet[Unit]
    employment: Employment | None = None
    role = forms.TypedChoiceField(
        label=_("Rolle"),
        coerce=Role,
        choices=[("", _("Velg")), *Role.choices],
        error_messages={"required": _("Velg rollen.")},
        widget=UnfoldAdminSelectWidget,
    )
    content_object = UnitChoiceField(
        label=_("Enhet"),
        queryset=Unit.objects.none(),
        empty_label=_("Velg"),
        error_messages={"required": _("Velg enheten.")},
        widget=UnfoldAdminSelectWidget,
    )
    first_day = DayField(label=_("Fra og med"), initial=timezone.localdate)
    last_day = DayField(label=_("Til og med"), required=False, help_text=NO_END)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        unit: Any = self.fields["content_object"]
        unit.queryset = self.units
        self.fields["username"].required = False
        self.fields["username"].help_text = _(
            "La stå tomt, så lages det av navnet, for eksempel kari.nordmann."
        )

    def clean_username(self) -> str:
        """Make one of the name when none is typed."""
        typed: str = super().clean_username()
        names = [
            self.cleaned_data.get(part, "") for part in ("first_name", "last_name")
        ]
        made = typed or free_username(*names)
        if not made:
            raise forms.ValidationError(_("Skriv et brukernavn."))
        return made

    def clean(self) -> dict[str, Any]:
        """Check the employment with the account it is for."""
        cleaned = super().clean() or {}
        if self.errors:
            return cleaned
        self.employment = new_employment(
            self.instance,
            role=cleaned["role"],
            unit=cleaned["content_object"],
            valid_from=start_of(cleaned["first_day"]),
            valid_until=end_of(cleaned["last_day"]),
        )
        try:
            check_employment(self.employment, by=self.by)
        except RightsError as error:
            self.add_error("last_day", error.message)
        return cleaned

    class Meta(AccountForm.Meta):
        model = User
