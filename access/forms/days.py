"""How far off a day may lie that somebody types.

Midnight in Norway lies on the day before in UTC, and a period ends on the day after its
last: in the first year and the last one of the calendar, those days are not there.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy as _

_SAY = _("Sjekk årstallet. Det må være mellom 1900 og 2199.")
WITHIN_REASON: list[Callable[[Any], None]] = [
    MinValueValidator(date(1900, 1, 1), _SAY),
    MaxValueValidator(date(2199, 12, 31), _SAY),
]
