"""Forms of the consortium's own accounts; a municipality's are in `access.forms.admin`."""

from typing import Any

from django import forms
from django.contrib.auth.models import Group
from django.utils.translation import gettext_lazy as _
from unfold.forms import AdminPasswordChangeForm, UserChangeForm, UserCreationForm
from unfold.widgets import UnfoldAdminCheckboxSelectMultipleWidget

from access.accounts.models import User
from access.consortium.roles import StaffRole, in_words


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


class ConsortiumUserChangeForm(UserChangeForm):
    """An account of the consortium."""

    groups = RolesField()

    class Meta:
        model = User
        fields = "__all__"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "username" in self.fields:
            self.fields["username"].help_text = ""


class ConsortiumPasswordForm(AdminPasswordChangeForm):
    """A new password for an account of the consortium."""
