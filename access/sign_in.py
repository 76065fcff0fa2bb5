"""Sign-in: what of allauth and axes is ours, and the events they leave in the access log.

The receivers hang on the libraries' own signals. On the consortium's host there is no
access log, and they do nothing.
"""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.signals import password_changed, password_reset
from axes.helpers import get_cool_off
from axes.signals import user_locked_out
from axes.utils import reset as reset_lock
from django.contrib.auth.signals import (
    user_logged_in,
    user_logged_out,
    user_login_failed,
)
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from access import events, selectors, session_limits
from access.accounts.managers import fold_username
from access.accounts.models import User
from access.accounts.sessions import DEVICE
from access.asking_again import remember_shown
from access.levels import HELSEID, PASSWORD
from access.local_choices import remember_language
from access.models import CredentialChange
from access.second_factor import LACKS_FACTOR, is_lacking, method_of
from access.services.notices import tell_of_change
from access.services.sessions import clear_ended
from access.step_up import remember
from access.ways import remember_ways
from access.workplace import SIGNED_IN_BY, client_of
from audit.entry import Query
from audit.verbs import Outcome, Verb
from tenants.context import current_municipality


def locked_minutes() -> int:
    """How long a user name is closed after repeated failures."""
    period = get_cool_off()
    return int(period.total_seconds() // 60) if period else 0


class AccountAdapter(DefaultAccountAdapter):
    """Allauth's decisions as Akson makes them: nobody signs himself up."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": _(
            "Brukernavnet eller passordet er feil. Sjekk om store bokstaver er på."
        ),
        "enter_current_password": _("Passordet du har nå, er ikke riktig."),
        "invalid_password_reset": _("Lenken er brukt eller for gammel."),
        "rate_limited": _(
            "For mange forsøk på kort tid. Vent et minutt og prøv igjen."
        ),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 - allauth's
        """Accounts are made by local administrators only."""
        return False

    def login(self, request: HttpRequest, user: Any) -> None:
        """Sign in to an account of ours, also without a password."""
        user.backend = "access.backends.AccountBackend"
        super().login(request, user)

    def send_notification_mail(self, *_args: Any, **_kwargs: Any) -> None:
        """Send none: what a person changes is in the log, and on his own page."""

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:  # noqa: ARG002
        """Back to where the change was asked for."""
        return reverse("access:profile")


def lock_key(request: HttpRequest | None, credentials: dict[str, Any] | None) -> str:
    """Give the name failures are counted under: a keyed hash of the typed user name."""
    typed = (credentials or {}).get("username")
    if typed is None and request is not None:
        typed = request.POST.get("login") or request.POST.get("username")
    return events.hash_username(str(typed or ""))


def locked_out(
    request: HttpRequest,
    response: HttpResponse | None = None,  # noqa: ARG001 - given by axes
    credentials: dict[str, Any] | None = None,  # noqa: ARG001
) -> HttpResponse:
    """Say how long it is closed and whom to call; the same for a name nobody has."""
    phones: list[str] = []
    if current_municipality() is not None:
        administrators = selectors.local_administrators()
        phones = list(dict.fromkeys(a.phone for a in administrators if a.phone))
    context = {"minutes": locked_minutes(), "phones": phones}
    return render(request, "access/locked_out.html", context, status=429)


@receiver(user_logged_in)
def log_sign_in(request: HttpRequest, user: User, **_signal: object) -> None:
    """Remember when the session began, and say in the log who signed in."""
    here = current_municipality()
    session_limits.begin(request, user_id=user.pk if here else None)
    request.session[DEVICE] = request.headers.get("User-Agent", "")[:200]
    method = getattr(request, "signed_in_by", "") or method_of(request, user)
    request.session[SIGNED_IN_BY] = method
    remember_shown(request)
    if here is None:
        return
    clear_ended()
    remember_language(request)
    remember_ways(request, user)
    if method == PASSWORD and is_lacking(user):
        request.session[LACKS_FACTOR] = True
        remember(request)  # he has just typed his password
    if method == HELSEID:
        remember(request)  # he has no password here, and chooses PIN or passkey now
    events.append(
        Verb.SIGNED_IN, actor=events.actor_of(user), client=client_of(request)
    )


@receiver(user_logged_out)
def log_sign_out(
    request: HttpRequest, user: User | None = None, **_signal: object
) -> None:
    """Say in the log who signed out, and have the browser forget what it keeps."""
    request.clear_site_data = True  # type: ignore[attr-defined]
    if user is None or current_municipality() is None:
        return
    ended_by_time = getattr(request, "ended_by_time", False)
    events.append(
        Verb.SIGNED_OUT,
        actor=events.actor_of(user),
        client=client_of(request),
        detail={"how": "time"} if ended_by_time else {},
    )


@receiver(user_login_failed)
def log_failure(
    credentials: dict[str, Any], request: HttpRequest | None = None, **_signal: object
) -> None:
    """Log a failed sign-in, without a word of what was typed."""
    if request is None or current_municipality() is None:
        return
    typed = str(credentials.get("username") or "")
    known = User.objects.filter(username=fold_username(typed)).first()
    was_locked = _is_repeat(request)
    events.append(
        Verb.SIGN_IN_FAILED,
        actor=events.NOBODY,
        client=client_of(request),
        outcome=Outcome.REFUSED if was_locked else Outcome.FAILED,
        target=events.account_target(known.pk) if known else None,
        query=None
        if known
        else Query(kind="username", keyed_hash=events.hash_username(typed)),
        refusal="locked_out" if was_locked else "",
    )


@receiver(user_locked_out)
def log_lock(request: HttpRequest, username: str, **_signal: object) -> None:
    """Log that a user name was closed, once for each time it closes."""
    if current_municipality() is None or _is_repeat(request):
        return
    typed = str((getattr(request, "axes_credentials", None) or {}).get("username", ""))
    known = User.objects.filter(username=fold_username(typed)).first()
    events.append(
        Verb.LOCKED_OUT,
        actor=events.NOBODY,
        client=client_of(request),
        outcome=Outcome.REFUSED,
        target=events.account_target(known.pk) if known else None,
        query=None if known else Query(kind="username", keyed_hash=username),
        detail={"minutes": str(locked_minutes())},
    )


@receiver(password_changed)
def log_password_change(request: HttpRequest, user: User, **_signal: object) -> None:
    """Log that a person changed his own password."""
    _log_password(request, user, how="changed")


@receiver(password_reset)
def log_password_reset(request: HttpRequest, user: User, **_signal: object) -> None:
    """Log that a password was chosen through a one-time link, and open a locked name."""
    _log_password(request, user, how="link")
    reset_lock(username=events.hash_username(user.get_username()))


def _log_password(request: HttpRequest, user: User, *, how: str) -> None:
    events.append(
        Verb.PASSWORD_CHANGED,
        actor=events.actor_of(user),
        client=client_of(request),
        target=events.account_target(user.pk),
        detail={"how": how},
    )
    what = CredentialChange.PASSWORD_BY_LINK if how == "link" else None
    tell_of_change(
        user.pk, what or CredentialChange.PASSWORD, client=client_of(request)
    )


def _is_repeat(request: HttpRequest) -> bool:
    """Whether axes refused the attempt because the name was closed already."""
    is_locked = getattr(request, "axes_locked_out", False)
    return bool(is_locked) and getattr(request, "axes_failures_since_start", 0) is None
