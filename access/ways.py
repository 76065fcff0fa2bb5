"""By which ways a person can show that it is he."""

from dataclasses import dataclass

from allauth.mfa.models import Authenticator
from django.http import HttpRequest

from access.accounts.models import User
from access.models import StepUp

PINS_ALLOWED = 5
WAYS = "ways"
_FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


@dataclass(frozen=True, slots=True)
class Ways:
    """What a person has, besides his password. A PIN with five failures counts as none."""

    has_pin: bool
    has_passkey: bool
    has_app: bool


def ways_of(user: User) -> Ways:
    """Tell what a person can sign in or confirm himself with, besides his password."""
    pins = StepUp.objects.filter(pk=user.pk, wrong_pins__lt=PINS_ALLOWED)
    kinds = set(
        Authenticator.objects.filter(user_id=user.pk).values_list("type", flat=True)
    )
    return Ways(
        has_pin=pins.exclude(pin_hash="").exists(),
        has_passkey=Authenticator.Type.WEBAUTHN in kinds,
        has_app=Authenticator.Type.TOTP in kinds,
    )


def remember_ways(request: HttpRequest, user: User) -> None:
    """Keep in the session what its person can unlock the screen with."""
    ways = ways_of(user)
    request.session[WAYS] = {"pin": ways.has_pin, "passkey": ways.has_passkey}


def has_second_factor(user: User) -> bool:
    """Whether a password alone is not how the person signs in."""
    return bool(
        Authenticator.objects.filter(user_id=user.pk, type__in=_FACTORS).exists()
    )
