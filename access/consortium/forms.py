"""What the consortium's staff fill in: accounts of their own, and asking to help."""

from typing import Any, ClassVar

from django import forms
from django.contrib.auth.forms import ReadOnlyPasswordHashWidget
from django.contrib.auth.hashers import is_password_usable
from django.contrib.auth.models import Group
from django.utils.translation import gettext_lazy as _
from unfold.forms import AdminPasswordChangeForm, UserChangeForm, UserCreationForm
from unfold.widgets import (
    UnfoldAdminCheckboxSelectMultipleWidget,
    UnfoldAdminIntegerFieldWidget,
    UnfoldAdminTextareaWidget,
)

from access.accounts.models import User
from access.consortium.roles import StaffRole, in_words
from access.models import SupportGrant


class RolesField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    """The roles a person has; each says what those who have it do."""

    def __init__(self) -> None:
        super().__init__(
            Group.objects.filter(name__in=StaffRole.values).order_by("pk"),
            label=_("Roller"),
            required=False,
            widget=UnfoldAdminCheckboxSelectMultipleWidget(),
            help_text=_("Uten en rolle kan personen logge inn, og ikke se noe."),
        )

    def label_from_instance(self, obj: Group) -> str:
        """Say what the role is."""
        return in_words(obj.name)


class ConsortiumUserCreationForm(UserCreationForm):
    """A new account for somebody who runs the platform."""

    groups = RolesField()

    class Meta:
        model = User
        fields = ("username", "first_name", "last_name", "email", "groups")

    def clean_username(self) -> str:
        """Fold the user name as it will be stored, so that it is compared so too."""
        self.cleaned_data["username"] = User.normalize_username(
            self.cleaned_data["username"]
        )
        return str(super().clean_username())


class PasswordIsSet(ReadOnlyPasswordHashWidget):
    """Whether there is a password; Django's own shows the beginning of its hash."""

    def get_context(
        self, name: str, value: Any, attrs: dict[str, Any] | None
    ) -> dict[str, Any]:
        """Say it in one word."""
        is_set = bool(value) and is_password_usable(value)
        context = super().get_context(name, None, attrs)
        said = _("Satt") if is_set else _("Ikke satt")
        return {**context, "summary": [{"label": said}]}


class ConsortiumUserChangeForm(UserChangeForm):
    """An account of the consortium."""

    groups = RolesField()

    class Meta:
        model = User
        fields = "__all__"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "password" in self.fields:
            self.fields["password"].widget = PasswordIsSet()
        if "username" in self.fields:
            self.fields["username"].help_text = ""


class ConsortiumPasswordForm(AdminPasswordChangeForm):
    """A new password for an account of the consortium."""


class AskSupportForm(forms.ModelForm):  # type: ignore[type-arg]
    """What one needs to see of a municipality's settings, and for how long."""

    class Meta:
        model = SupportGrant
        fields = ("reason", "hours")
        help_texts: ClassVar = {
            "reason": _("Kommunen leser dette. Skriv ikke noe om pasienter."),
            "hours": _("Fra 1 til 72 timer, regnet fra kommunen godkjenner."),
        }
        widgets: ClassVar = {
            "reason": UnfoldAdminTextareaWidget(attrs={"rows": 3}),
            "hours": UnfoldAdminIntegerFieldWidget(),
        }
