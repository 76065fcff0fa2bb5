"""Forms of the consortium's own accounts; a municipality's are in `access.forms.admin`."""

from typing import Any

from unfold.forms import AdminPasswordChangeForm, UserChangeForm, UserCreationForm

from access.accounts.models import User


class ConsortiumUserCreationForm(UserCreationForm):
    """A new account for somebody who runs the platform."""

    class Meta:
        model = User
        fields = ("username", "first_name", "last_name", "email")

    def clean_username(self) -> str:
        """Fold the user name as it will be stored, so that it is compared so too."""
        self.cleaned_data["username"] = User.normalize_username(
            self.cleaned_data["username"]
        )
        return str(super().clean_username())


class ConsortiumUserChangeForm(UserChangeForm):
    """An account of the consortium."""

    class Meta:
        model = User
        fields = "__all__"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].help_text = ""


class ConsortiumPasswordForm(AdminPasswordChangeForm):
    """A new password for an account of the consortium."""
