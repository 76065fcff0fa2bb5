"""Which municipalities there are on a day: those a number holds for.

A municipality begins with its first number and ceases with its last; one that merged away
keeps its row, its schema and its identity. One without any number is there all the time.
A number that was planned and withdrawn has an empty period, and so has a municipality that
came to nothing.
"""

from datetime import date
from typing import Any

from django.db.models import Case, F, OuterRef, Q, QuerySet, Subquery, When
from django.utils.translation import gettext as _

from tenants.models import Municipality, MunicipalityNumber

# The list is that of 1 January 2024; many of the numbers are older, and stand for the time
# before too.
REGISTER_BEGINS = date(2024, 1, 1)


def begins_on() -> Subquery:
    """The day each municipality asked about begins, as a column; none without a number."""
    numbers = MunicipalityNumber.objects.filter(municipality=OuterRef("pk"))
    return Subquery(numbers.order_by("valid_from").values("valid_from")[:1])


def ceases_on() -> Subquery:
    """The first day it is no more, as a column; none while no end is known."""
    numbers = MunicipalityNumber.objects.filter(municipality=OuterRef("pk"))
    return Subquery(_last_first(numbers).values("valid_until")[:1])


def ever_was() -> Q:
    """Numbers that were somebody's, on some day."""
    return Q(valid_until=None) | Q(valid_until__gt=F("valid_from"))


def _last_first(
    numbers: "QuerySet[MunicipalityNumber]",
) -> "QuerySet[MunicipalityNumber]":
    """The newest first; after them those that never were."""
    is_one = Case(When(ever_was(), then=0), default=1)
    return numbers.order_by(is_one, "-valid_from")


def with_periods(found: "QuerySet[Municipality]") -> Any:
    """Add the columns `begins_on` and `ceases_on`."""
    return found.annotate(begins_on=begins_on(), ceases_on=ceases_on())


def in_force_on(day: date) -> Q:
    """Those that are there on a day; asked of municipalities `with_periods`."""
    return ~ceased_by(day) & ~coming_after(day)


def ceased_by(day: date) -> Q:
    """Those that are there no more, or came to nothing."""
    return Q(ceases_on__isnull=False, ceases_on__lte=day)


def coming_after(day: date) -> Q:
    """Those that have not begun yet."""
    return Q(begins_on__isnull=False, begins_on__gt=max(day, REGISTER_BEGINS))


def came_to_nothing(municipality: Municipality) -> bool:
    """Whether it was planned and called off; it was read `with_periods`."""
    begins = getattr(municipality, "begins_on", None)
    return begins is not None and begins == getattr(municipality, "ceases_on", None)


def is_in_force(municipality: Municipality, day: date) -> bool:
    """Whether it is there on a day; it was read `with_periods`."""
    begins: date | None = getattr(municipality, "begins_on", None)
    ceases: date | None = getattr(municipality, "ceases_on", None)
    has_begun = begins is None or begins <= max(day, REGISTER_BEGINS)
    return has_begun and (ceases is None or ceases > day)


def why_not_there(municipality: Municipality, day: date) -> str:
    """Say why one municipality is there no more on a day; nothing while it is, or will be."""
    last = _last_first(municipality.numbers.all()).first()
    if last is None or last.valid_until is None:
        return ""
    if last.valid_until == last.valid_from:
        return _("Kommunen ble ikke opprettet.")
    if last.valid_until > day:
        return ""
    return _("Kommunen opphørte %(day)s.") % {"day": f"{last.valid_until:%d.%m.%Y}"}
