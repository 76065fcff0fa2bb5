"""People the log is filtered by: accounts by name, and the span of a patient's log."""

from datetime import date
from functools import reduce
from operator import and_
from uuid import UUID

from django.db import connection
from django.db.models import Q
from django.utils import timezone

from access.accounts.models import User
from access.models import Unit
from audit.models import AccessSubject
from audit.review.rules.log_filter import Named
from audit.review.rules.pseudonyms import number_of

MOST_SHOWN = 12
# The 30 bits of an id that its mark is made of, see `pseudonym`.
_MARKED = """
SELECT DISTINCT patient_id FROM access_knownrecord
WHERE ('x' || right(patient_id::text, 8))::bit(32)::bigint & 1073741823 = %s
ORDER BY 1
"""


def accounts_named(typed: str) -> list[Named]:
    """List the accounts whose name or user name has every word that was typed.

    Those who have left are among them. One that is called exactly so is alone.
    """
    words = typed.split()
    if not words:
        return []
    asked = reduce(and_, (_has(word) for word in words))
    found = User.objects.filter(asked).order_by("sort_key", "username")
    named = [Named(user.id, user.name) for user in found[: MOST_SHOWN + 1]]
    exact = [one for one in named if one.label.casefold() == " ".join(words).casefold()]
    return exact if len(exact) == 1 else named


def account(user_id: UUID) -> Named | None:
    """Name one account."""
    user = User.objects.filter(pk=user_id).first()
    return Named(user.id, user.name) if user else None


def units_as_choices() -> list[tuple[str, str]]:
    """List all units, those below another indented under it, also those no longer used."""
    units = {unit.id: unit for unit in Unit.objects.all()}

    def names(unit: Unit) -> list[str]:
        return [units[step].sort_key for step in unit.path if step in units]

    return [
        (str(unit.id), "\u2003" * (len(unit.path) - 1) + unit.name)
        for unit in sorted(units.values(), key=names)
    ]


def unit_name(unit_id: UUID) -> str:
    """Name one unit."""
    unit = Unit.objects.filter(pk=unit_id).first()
    return unit.name if unit else str(unit_id)


def patients_marked(mark: str) -> list[UUID]:
    """List the patients the log shows by a mark: one, but for a rare accident."""
    with connection.cursor() as cursor:
        cursor.execute(_MARKED, [number_of(mark)])
        return [patient_id for (patient_id,) in cursor.fetchall()]


def first_day_of(patient_id: UUID) -> date | None:
    """Find the first day a patient is in the log."""
    row = AccessSubject.objects.filter(patient_id=patient_id).order_by("recorded_at")
    first = row.values_list("recorded_at", flat=True).first()
    return timezone.localdate(first) if first else None


def _has(word: str) -> Q:
    return (
        Q(first_name__icontains=word)
        | Q(last_name__icontains=word)
        | Q(username__iexact=word)
    )
