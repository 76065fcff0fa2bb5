"""What the first user of a municipality tells of himself."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from access.accounts.managers import fold_username
from access.accounts.models import User


class FirstUserForm(forms.ModelForm):  # type: ignore[type-arg]
    """Name, user name, e-mail and password."""

    password1 = forms.CharField(
        label=_("Passord"),
        help_text=_("Minst 12 tegn. Flere ord etter hverandre er lett å huske."),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    password2 = forms.CharField(
        label=_("Passord en gang til"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    class Meta:
        model = User
        fields = ("first_name", "last_name", "username", "email")
        labels = {
            "first_name": _("Fornavn"),
            "last_name": _("Etternavn"),
            "username": _("Brukernavn"),
            "email": _("E-post på jobb"),
        }
        help_texts = {
            "username": _("Bokstaver, tall og tegnene @ . + - _ uten mellomrom."),
            "email": _("Hit sender vi lenke hvis du glemmer passordet."),
        }
        error_messages = {
            "username": {"unique": _("Brukernavnet er tatt. Velg et annet.")}
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        hints = {
            "first_name": "given-name",
            "last_name": "family-name",
            "username": "username",
            "email": "email",
        }
        for name, autocomplete in hints.items():
            self.fields[name].required = True
            self.fields[name].widget.attrs["autocomplete"] = autocomplete
        self.fields["username"].widget.attrs |= {
            "autocapitalize": "none",
            "spellcheck": "false",
        }
        self.fields["username"].widget.attrs.pop("autofocus", None)

    def clean_username(self) -> str:
        """Fold the user name as it will be stored, so that it is compared so too."""
        return fold_username(self.cleaned_data["username"])

    def clean(self) -> dict[str, Any]:
        """Check that the passwords are the same, and good enough."""
        cleaned = super().clean() or {}
        first, second = cleaned.get("password1"), cleaned.get("password2")
        if first and second and first != second:
            self.add_error("password2", _("Passordene er ikke like."))
        elif first:
            person = User(**{name: cleaned.get(name, "") for name in self.Meta.fields})
            try:
                validate_password(first, person)
            except forms.ValidationError as error:
                self.add_error("password1", error)
        return cleaned
