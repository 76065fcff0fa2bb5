"""Organisation numbers (organisasjonsnummer): nine digits, the last of them a check digit."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from stdnum.no import orgnr as numbers

_OF_AN_ENTERPRISE = ("8", "9")


def is_orgnr(value: str) -> bool:
    """Whether an enterprise can have the number."""
    return value.startswith(_OF_AN_ENTERPRISE) and bool(numbers.is_valid(value))


def check_orgnr(value: str) -> None:
    """Check a number that is written without spaces.

    Raises:
        ValidationError: no enterprise can have it.
    """
    if not (value.isascii() and value.isdigit() and len(value) == 9):
        raise ValidationError(_("Et organisasjonsnummer har ni sifre."), "invalid")
    if not is_orgnr(value):
        raise ValidationError(
            _("Nummeret kan ikke være riktig. Sjekk hvert siffer."), "invalid"
        )
