"""People who come and people who leave, each in one step: all of it is stored, or nothing."""

import unicodedata
from datetime import datetime, timedelta
from itertools import count

from django.db import IntegrityError
from django.utils import timezone
from django.utils.translation import gettext as _

from access.accounts.models import User
from access.errors import RightsError
from access.events import carry_out
from access.models import Employment
from access.person_number import PersonNumber
from access.services.accounts import creating
from access.services.employment import (
    check_employment,
    ending,
    hiring,
    refuse_own_rights,
)
from access.services.person import naming
from access.worker import Worker

_MOMENT = timedelta(microseconds=1)
# Letters that are no other letter with a mark.
_AS_TYPED = str.maketrans(
    {"æ": "ae", "ø": "o", "å": "a", "đ": "d", "ŋ": "n", "ŧ": "t", "ð": "d", "þ": "th"}
)


def hire_new(
    user: User,
    employment: Employment,
    *,
    by: Worker,
    number: PersonNumber | None = None,
) -> Employment:
    """Make an account and give it its first employment.

    Args:
        user: the new account.
        employment: its employment, prepared.
        by: who hires.
        number: the person's, to know him by; it is not kept.

    Raises:
        RightsError: the employment cannot be as it is, or somebody has just taken the user
            name or the number.
    """
    check_employment(employment, by=by)
    changes = [creating(user), hiring(employment, by=by, is_new_account=True)]
    if number is not None:
        changes.append(naming(user, number))
    try:
        carry_out(changes, by=by)
    except IntegrityError as error:  # two wrote the same at the same time
        raise RightsError(
            _("Noen andre har nettopp tatt i bruk brukernavnet eller nummeret.")
        ) from error
    return employment


def end_all(user: User, *, by: Worker) -> int:
    """End every employment of a person this minute, also those to come; he is signed out.

    Returns:
        How many were ended.

    Raises:
        RightsError: it is the person's own, or somebody has just changed one of them.
    """
    refuse_own_rights(user.pk, by)
    now = timezone.now()
    found = list(
        Employment.objects.filter(user=user)
        .exclude(valid_until__lte=now)
        .select_related("user", "content_object", "permission")
        .order_by("valid_from")
    )
    _end_by(now, found)
    try:
        carry_out([ending(one, by=by, together=found) for one in found], by=by)
    except IntegrityError as error:
        raise RightsError(
            _("Noen andre endret ansettelsene samtidig. Prøv igjen.")
        ) from error
    return len(found)


def _end_by(now: datetime, employments: list[Employment]) -> None:
    """Set the ends so that no two meet: those in force first, then each that never begins.

    One to come may be of the same role and unit as another; it gets a moment of its own.
    """
    until = now - _MOMENT * sum(one.valid_from >= now for one in employments)
    for employment in employments:
        if employment.valid_from >= now:
            employment.valid_from, until = until, until + _MOMENT
        employment.valid_until = until


def free_username(first_name: str, last_name: str) -> str:
    """Make a user name of a person's name, one that nobody has: kari.nordmann, kari.nordmann2."""
    wanted = ".".join(filter(None, [_plain(first_name), _plain(last_name)]))
    taken = set(
        User.objects.filter(username__startswith=wanted).values_list(
            "username", flat=True
        )
    )
    if wanted not in taken:
        return wanted
    return next(name for n in count(2) if (name := f"{wanted}{n}") not in taken)


def _plain(name: str) -> str:
    """The letters of a name as they are typed on any keyboard."""
    typed = name.lower().translate(_AS_TYPED)
    letters = unicodedata.normalize("NFKD", typed)
    return "".join(one for one in letters if one.isascii() and one.isalpha())
