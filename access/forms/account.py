"""Forms of sign-in and passwords: allauth's, in our words."""

from typing import Any

from allauth.account import forms as allauth
from django.utils.translation import gettext_lazy as _

_USERNAME = {
    "autocapitalize": "none",
    "autocomplete": "username",
    "autocorrect": "off",
    "spellcheck": "false",
}


class SignInForm(allauth.LoginForm):
    """User name and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        login, password = self.fields["login"], self.fields["password"]
        login.label, password.label = _("Brukernavn"), _("Passord")
        login.widget.attrs = _USERNAME | {"maxlength": "150"}
        _plain(password, "current-password")
        login.error_messages["required"] = _("Skriv brukernavnet ditt.")
        password.error_messages["required"] = _("Skriv passordet ditt.")


class PasswordChangeForm(allauth.ChangePasswordForm):
    """The password one has, and the one one wants."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["oldpassword"].label = _("Passordet du har nå")
        _plain(self.fields["oldpassword"], "current-password")
        self.fields["oldpassword"].error_messages["required"] = _(
            "Skriv passordet du har nå."
        )
        _new_passwords(self)


class PasswordResetForm(allauth.ResetPasswordForm):
    """The address to send a link to, if anybody here has it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].label = _("E-postadressen din på jobb")
        self.fields["email"].widget.attrs = {"autocomplete": "email"}
        self.fields["email"].error_messages["required"] = _("Skriv e-postadressen din.")


class NewPasswordForm(allauth.ResetPasswordKeyForm):
    """A new password, by the link one was sent."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _new_passwords(self)


def _new_passwords(form: Any) -> None:
    first, second = form.fields["password1"], form.fields["password2"]
    first.label, second.label = _("Nytt passord"), _("Nytt passord en gang til")
    _plain(first, "new-password")
    _plain(second, "new-password")
    first.error_messages["required"] = _("Skriv et nytt passord.")
    second.error_messages["required"] = _("Skriv det nye passordet en gang til.")
    first.help_text = _("Minst 12 tegn. Flere ord etter hverandre er lett å huske.")


def _plain(field: Any, autocomplete: str) -> None:
    """Drop placeholders and help that repeat the label."""
    field.help_text = ""
    field.widget.attrs = {"autocomplete": autocomplete}
