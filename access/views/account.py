"""Sign-in, sign-out and passwords: allauth's views, with our answers to mistakes."""

from typing import Any

from allauth.account import views as allauth
from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import resolve_url


class MistakesAreUnprocessable:
    """Answer 422 to a form with mistakes, as all of Akson does."""

    def form_invalid(self, form: Any) -> HttpResponse:
        """Show the form again, with what is wrong."""
        view: Any = self
        context = view.get_context_data(form=form)
        response: HttpResponse = view.render_to_response(context, status=422)
        return response


class SignInView(MistakesAreUnprocessable, allauth.LoginView):
    """Sign in with user name and password."""

    def get_initial(self) -> dict[str, Any]:
        """Fill in the account chosen from the demo's list; nothing outside the demo."""
        initial: dict[str, Any] = super().get_initial()
        if settings.AKSON_DEMO:
            initial["login"] = self.request.GET.get("konto", "")
        return initial

    def get_next_url(self) -> str | None:
        """Give the page that was asked for.

        Whoever types the bare address gets the page his work begins on.
        """
        address: str | None = super().get_next_url()
        return resolve_url(settings.LOGIN_REDIRECT_URL) if address == "/" else address


class PasswordChangeView(MistakesAreUnprocessable, allauth.PasswordChangeView):
    """Change the password one knows."""


class PasswordResetView(MistakesAreUnprocessable, allauth.PasswordResetView):
    """Ask for a link by e-mail; the answer is the same whoever asks."""


class NewPasswordView(MistakesAreUnprocessable, allauth.PasswordResetFromKeyView):
    """Choose a password by a one-time link."""


sign_in = SignInView.as_view()
sign_out = allauth.logout
password_change = PasswordChangeView.as_view()
password_reset = PasswordResetView.as_view()
password_reset_done = allauth.password_reset_done
new_password = NewPasswordView.as_view()
new_password_done = allauth.password_reset_from_key_done
