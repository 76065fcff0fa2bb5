"""A person's second factors: added and taken away by himself, each time in the log."""

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.db import transaction
from django.utils.translation import gettext as _

from access import one_time_codes, passkeys
from access.accounts.models import User
from access.errors import RightsError
from access.services.pins import log_way
from access.worker import Worker

KEYS_AT_MOST = 10


def add_app(user: User, *, secret: str, code: str, by: Worker) -> list[str]:
    """Let codes from an app count, when one of them shows that it has the secret.

    Returns:
        New codes for a bad day, when the person had none.

    Raises:
        RightsError: the code is not the app's.
    """
    step = one_time_codes.step_of(secret, "".join(code.split()))
    if step is None:
        raise RightsError(
            _("Koden stemmer ikke. Vent til appen viser en ny kode, og prøv med den."),
            field="one_time_code",
        )
    log_way(by, what="app_added")
    with transaction.atomic():
        Authenticator.objects.filter(
            user_id=user.pk, type=Authenticator.Type.TOTP
        ).delete()
        one_time_codes.store_secret(user, secret, step=step)
        return _codes_if_none(user)


def add_passkey(user: User, *, name: str, answer: str, by: Worker) -> list[str]:
    """Store a passkey the browser has made.

    Returns:
        New codes for a bad day, when the person had none.

    Raises:
        RightsError: it does not hold, or there are too many.
    """
    keys = Authenticator.objects.filter(
        user_id=user.pk, type=Authenticator.Type.WEBAUTHN
    )
    if keys.count() >= KEYS_AT_MOST:
        raise RightsError(_("Du har ti passnøkler. Fjern en du ikke bruker, først."))
    made = passkeys.made_by(answer)
    if made is None:
        raise RightsError(_("Passnøkkelen ble ikke laget. Prøv på nytt."))
    log_way(by, what="passkey_added")
    with transaction.atomic():
        passkeys.store(user, made, name=name or f"{_('Passnøkkel')} {keys.count() + 1}")
        return _codes_if_none(user)


def remove_factor(user: User, factor_id: int, *, by: Worker) -> None:
    """Take a passkey or the app away; codes on paper go with the last of them."""
    factors = Authenticator.objects.filter(user_id=user.pk)
    factor = factors.exclude(type=Authenticator.Type.RECOVERY_CODES).filter(
        pk=factor_id
    )
    kinds = list(factor.values_list("type", flat=True))
    if not kinds:
        return
    is_app = kinds == [Authenticator.Type.TOTP]
    log_way(by, what="app_removed" if is_app else "passkey_removed")
    with transaction.atomic():
        factor.delete()
        if not factors.exclude(type=Authenticator.Type.RECOVERY_CODES).exists():
            factors.delete()


def renew_codes(user: User, *, by: Worker) -> list[str]:
    """Make new codes for a bad day; the old ones stop working."""
    log_way(by, what="codes_renewed")
    with transaction.atomic():
        Authenticator.objects.filter(
            user_id=user.pk, type=Authenticator.Type.RECOVERY_CODES
        ).delete()
        return _codes_if_none(user)


def _codes_if_none(user: User) -> list[str]:
    has_codes = Authenticator.objects.filter(
        user_id=user.pk, type=Authenticator.Type.RECOVERY_CODES
    ).exists()
    if has_codes:
        return []
    codes: list[str] = RecoveryCodes.activate(user).generate_codes()
    return codes
