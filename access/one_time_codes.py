"""One-time codes: from an app (TOTP, RFC 6238), and those kept on paper for a bad day.

Allauth's arithmetic and storage. What is ours is that a code counts once: its step in time
is kept, and no step up to it is accepted again.
"""

import secrets
from base64 import b32encode, b64encode
from io import BytesIO

import qrcode
from allauth.core.internal.cryptokit import compare_user_code
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from allauth.mfa.utils import decrypt
from qrcode.image.svg import SvgPathFillImage

from access.accounts.models import User

_LAST_STEP = "last_step"
_SECRET_BYTES = 20


def new_secret() -> str:
    """Make a secret for an app to compute codes from."""
    return b32encode(secrets.token_bytes(_SECRET_BYTES)).decode()


def picture_of(user: User, secret: str) -> str:
    """Draw the secret as a QR code; gives the address of an image."""
    address = get_adapter().build_totp_url(user, secret)
    file = BytesIO()
    qrcode.make(address, image_factory=SvgPathFillImage).save(file)
    return f"data:image/svg+xml;base64,{b64encode(file.getvalue()).decode()}"


def step_of(secret: str, code: str, *, after: int = 0) -> int | None:
    """Find the step in time a code belongs to: now or beside now, and not used before."""
    for step in yield_hotp_counters_from_time():
        expected = format_hotp_value(hotp_value(secret, step))
        if compare_user_code(actual=code, expected=expected):
            return int(step) if step > after else None
    return None


def store_secret(user: User, secret: str, *, step: int) -> None:
    """Let codes of an app count from now on; the one that proved it is used."""
    app = TOTP.activate(user, secret).instance
    app.data[_LAST_STEP] = step
    app.save(update_fields=["data"])


def code_holds(user: User, code: str) -> Authenticator | None:
    """Use a code once: one of the app's, or one of those on paper. Needs a transaction."""
    typed = "".join(code.split())
    factors = Authenticator.objects.filter(user_id=user.pk).exclude(
        type=Authenticator.Type.WEBAUTHN
    )
    for factor in factors.select_for_update():
        if factor.type == Authenticator.Type.TOTP:
            holds = _app_code_holds(factor, typed)
        else:
            holds = factor.wrap().validate_code(typed)
        if holds:
            return Authenticator.objects.get(pk=factor.pk)
    return None


def _app_code_holds(app: Authenticator, typed: str) -> bool:
    secret = decrypt(app.data["secret"])
    step = step_of(secret, typed, after=app.data.get(_LAST_STEP, 0))
    if step is None:
        return False
    app.data[_LAST_STEP] = step
    app.save(update_fields=["data"])
    return True
