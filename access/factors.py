"""A person's second factors as they are stored: an app, passkeys, and codes on paper.

Who does it says it in the log that is his: a municipality's, or the consortium's. It is told
before anything is stored, with the code of what is done.
"""

from collections.abc import Callable

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.db import transaction
from django.utils.translation import gettext as _

from access import one_time_codes, passkeys
from access.accounts.models import User
from access.errors import RightsError

KEYS_AT_MOST = 10
Tell = Callable[[str], None]


def add_app(user: User, *, secret: str, code: str, tell: Tell) -> list[str]:
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
    tell("app_added")
    with transaction.atomic():
        Authenticator.objects.filter(
            user_id=user.pk, type=Authenticator.Type.TOTP
        ).delete()
        one_time_codes.store_secret(user, secret, step=step)
        return _codes_if_none(user)


def add_passkey(user: User, *, name: str, answer: str, tell: Tell) -> list[str]:
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
    tell("passkey_added")
    with transaction.atomic():
        passkeys.store(user, made, name=name or f"{_('Passnøkkel')} {keys.count() + 1}")
        return _codes_if_none(user)


def remove(user: User, factor_id: int, *, tell: Tell) -> None:
    """Take a passkey or the app away; codes on paper go with the last of them."""
    factors = Authenticator.objects.filter(user_id=user.pk)
    factor = factors.exclude(type=Authenticator.Type.RECOVERY_CODES).filter(
        pk=factor_id
    )
    kinds = list(factor.values_list("type", flat=True))
    if not kinds:
        return
    is_app = kinds == [Authenticator.Type.TOTP]
    tell("app_removed" if is_app else "passkey_removed")
    with transaction.atomic():
        factor.delete()
        if not factors.exclude(type=Authenticator.Type.RECOVERY_CODES).exists():
            factors.delete()


def renew_codes(user: User, *, tell: Tell) -> list[str]:
    """Make new codes for a bad day; the old ones stop working."""
    tell("codes_renewed")
    with transaction.atomic():
        Authenticator.objects.filter(
            user_id=user.pk, type=Authenticator.Type.RECOVERY_CODES
        ).delete()
        return _codes_if_none(user)


def in_groups(codes: list[str]) -> list[str]:
    """Write codes as they are read from paper."""
    return [f"{code[:4]} {code[4:]}" for code in codes]


def _codes_if_none(user: User) -> list[str]:
    has_codes = Authenticator.objects.filter(
        user_id=user.pk, type=Authenticator.Type.RECOVERY_CODES
    ).exists()
    if has_codes:
        return []
    codes: list[str] = RecoveryCodes.activate(user).generate_codes()
    return codes
