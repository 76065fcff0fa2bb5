"""What is shown after the password: nobody reaches the consortium's administration without.

A passkey, a code from an app, or one on paper. Set up at the first sign-in, and taken away
by somebody else where all of it is lost. Failures are counted in the consortium's log, for
the account, so that a new session helps nobody who guesses.
"""

from collections.abc import Callable, Mapping
from datetime import timedelta

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.http import HttpRequest
from django.utils import timezone

from access import factors, one_time_codes, passkeys
from access.accounts.models import User
from access.consortium import log
from access.consortium.mailing import mail_that_they_are_gone
from access.consortium.models import ConsortiumEvent
from access.ways import has_second_factor

# Where a session says which factor was shown in it.
SHOWN = "consortium_factor"
_FAILURES_ALLOWED = 5
_CLOSED_FOR = timedelta(minutes=15)
# What the log says of what a person changes himself; it keeps words, as of all changes.
_TOLD: Mapping[str, str] = {
    "app_added": "Tok en kodeapp i bruk.",
    "app_removed": "Fjernet kodeappen sin.",
    "passkey_added": "Tok en passnøkkel i bruk.",
    "passkey_removed": "Fjernet en av passnøklene sine.",
    "codes_renewed": "Laget nye reservekoder.",
}


def has_shown_it(request: HttpRequest) -> bool:
    """Whether the session's person has shown a second factor that is still his."""
    if settings.AKSON_PASSWORD_IS_ENOUGH:
        return True
    shown = request.session.get(SHOWN)
    return bool(shown) and _factors_of(request.user.pk).filter(pk=shown).exists()


def show_code(request: HttpRequest, user: User, code: str) -> bool:
    """Try a code of the app, or one on paper; see `_show`."""
    return _show(request, user, lambda: one_time_codes.code_holds(user, code))


def show_passkey(request: HttpRequest, user: User, answer: str) -> bool:
    """Try what the browser answers of a passkey; see `_show`."""
    return _show(request, user, lambda: passkeys.key_that_holds(answer, of=user))


def set_up_app(
    request: HttpRequest, user: User, *, secret: str, code: str
) -> list[str]:
    """Let codes of an app count, and the session in; see `factors.add_app`."""
    tell = _teller(request, user)
    return _set_up(
        request,
        user,
        lambda: factors.add_app(user, secret=secret, code=code, tell=tell),
    )


def set_up_passkey(
    request: HttpRequest, user: User, *, name: str, answer: str
) -> list[str]:
    """Let a new passkey count, and the session in; see `factors.add_passkey`."""
    tell = _teller(request, user)
    return _set_up(
        request,
        user,
        lambda: factors.add_passkey(user, name=name, answer=answer, tell=tell),
    )


@transaction.atomic
def remove(request: HttpRequest, user: User, factor_id: int) -> bool:
    """Take one's own app or passkey away; whether it went: the last one stays."""
    _lock(user)
    own = _factors_of(user.pk).exclude(type=Authenticator.Type.RECOVERY_CODES)
    if not own.filter(pk=factor_id).exists() or own.count() == 1:
        return False
    factors.remove(user, factor_id, tell=_teller(request, user))
    return True


@transaction.atomic
def renew_codes(request: HttpRequest, user: User) -> list[str]:
    """Make new codes on paper; the old ones, and what they opened, stop working."""
    return factors.renew_codes(user, tell=_teller(request, user))


def take_away(user: User, *, request: HttpRequest, by: User) -> None:
    """Let a person who has lost all of it set it up anew, at the next sign-in."""
    with transaction.atomic():
        _factors_of(user.pk).delete()
        _tell(request, by, "Fjernet totrinn som var mistet.", about=user)
    mail_that_they_are_gone(user, by=by)


def _show(
    request: HttpRequest, user: User, find: Callable[[], Authenticator | None]
) -> bool:
    """Let the session in when the factor holds; none does for a while after five failures."""
    with transaction.atomic():
        _lock(user)
        if _is_closed(user):
            return False
        factor = find()
        if factor is None:
            log.append(log.Action.SIGN_IN_FAILED, request=request, user=user)
            return False
    _let_in(request, factor)
    return True


def _set_up(
    request: HttpRequest, user: User, add: Callable[[], list[str]]
) -> list[str]:
    """Add a factor for whoever is let in already, or has none to be let in by."""
    with transaction.atomic():
        _lock(user)
        if has_second_factor(user) and not has_shown_it(request):
            raise PermissionDenied
        codes = add()
        newest = _factors_of(user.pk).exclude(type=Authenticator.Type.RECOVERY_CODES)
    _let_in(request, newest.latest("pk"))
    return codes


def _let_in(request: HttpRequest, factor: Authenticator) -> None:
    request.session.cycle_key()
    request.session[SHOWN] = factor.pk


def _lock(user: User) -> None:
    """Whoever tries in two windows waits."""
    User.objects.select_for_update(no_key=True).get(pk=user.pk)


def _teller(request: HttpRequest, user: User) -> factors.Tell:
    return lambda what: _tell(request, user, _TOLD[what], about=user)


def _tell(request: HttpRequest, by: User, detail: str, *, about: User) -> None:
    log.append(
        log.Action.CHANGED,
        request=request,
        user=by,
        object_type="accounts.user",
        object_id=str(about.pk),
        detail=detail,
    )


def _is_closed(user: User) -> bool:
    since = timezone.now() - _CLOSED_FOR
    failed = ConsortiumEvent.objects.filter(
        actor_id=user.pk, action=log.Action.SIGN_IN_FAILED, stored_at__gte=since
    )
    return failed.count() >= _FAILURES_ALLOWED


def _factors_of(user_id: object) -> "models.QuerySet[Authenticator]":
    found: models.QuerySet[Authenticator] = Authenticator.objects.filter(
        user_id=user_id
    )
    return found
