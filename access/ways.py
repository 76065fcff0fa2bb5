"""By which ways a person can show, inside a page, that it is he."""

from dataclasses import dataclass

from access.accounts.models import User
from access.models import StepUp

PINS_ALLOWED = 5


@dataclass(frozen=True, slots=True)
class Ways:
    """What a person has to confirm himself with. A PIN with five failures counts as none."""

    has_pin: bool
    has_passkey: bool = False


def ways_of(user: User) -> Ways:
    """Tell what a person can confirm himself with, besides his password."""
    pins = StepUp.objects.filter(pk=user.pk, wrong_pins__lt=PINS_ALLOWED)
    return Ways(has_pin=pins.exclude(pin_hash="").exists())
