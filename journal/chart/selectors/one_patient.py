"""One patient on one screen: critical information, contacts and those around him."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import DatabaseError
from django.utils import timezone
from django.utils.translation import gettext as _

from journal.record.models import (
    CriticalInformation,
    Episode,
    OpenRecord,
)
from journal.record.selectors.critical import (
    critical_items,
    last_asked,
    sees_critical,
)
from journal.record.selectors.header import GeneralPractitioner, gp_of
from journal.record.selectors.person import language_label

ENDED_SHOWN = 3


class CriticalUnreadableError(Exception):
    """Critical information could not be read; that must never look like there is none."""


@dataclass(frozen=True, slots=True)
class CriticalItem:
    """One thing that must be known before anybody acts, in words."""

    text: str
    category_label: str
    detail: str


@dataclass(frozen=True, slots=True)
class CriticalOverview:
    """Critical information as one of five states that never look alike.

    `state` is `registered`, `none` (asked, and there is none), `not-asked`,
    `unreadable` (it could not be read now) or `closed` (not for this role).
    `ended_count` tells how many things no longer count.
    """

    state: str
    items: tuple[CriticalItem, ...] = ()
    asked_text: str = ""
    ended_count: int = 0


def critical_overview(record: OpenRecord) -> CriticalOverview:
    """Read critical information, and where there is none, whether anybody has asked.

    Raises:
        CriticalUnreadableError: the database could not answer.
    """
    if not sees_critical(record):
        return CriticalOverview("closed")
    try:
        items = critical_items(record)
        ended = len(items.ended)
        if items.now:
            shown = tuple(map(_critical_item, items.now))
            return CriticalOverview("registered", shown, ended_count=ended)
        asked = last_asked(record)
    except DatabaseError as error:
        raise CriticalUnreadableError from error
    if asked is None:
        return CriticalOverview("not-asked", ended_count=ended)
    day = timezone.localdate(asked.at).strftime("%d.%m.%Y")
    words = _("Spurt %(day)s av %(name)s") % {"day": day, "name": asked.by}
    return CriticalOverview("none", asked_text=words, ended_count=ended)


def _critical_item(item: CriticalInformation) -> CriticalItem:
    day = timezone.localdate(item.written_at).strftime("%d.%m.%Y")
    details = [str(item.get_severity_display()), item.reaction, item.source, day]
    return CriticalItem(
        text=item.text,
        category_label=str(item.get_category_display()),
        detail=" · ".join(detail for detail in details if detail),
    )


@dataclass(frozen=True, slots=True)
class Services:
    """Stays and services that fit on one screen; `left_out` counts older ones that ended."""

    now: list[Episode]
    ended: list[Episode]
    left_out: int


def services_on_one_screen(stays: Sequence[Episode]) -> Services:
    """All that goes on, and the few that ended last.

    Args:
        stays: those in the record, the latest to end first.
    """
    ended = [stay for stay in stays if stay.ends_at is not None]
    return Services(
        now=[stay for stay in stays if stay.ends_at is None],
        ended=ended[:ENDED_SHOWN],
        left_out=len(ended[ENDED_SHOWN:]),
    )


@dataclass(frozen=True, slots=True)
class Contact:
    """How to reach the patient and his physician; a protected address is left out."""

    phone: str
    address: str
    access_note: str
    is_protected: bool
    gp: GeneralPractitioner
    language_label: str
    needs_interpreter: bool


def contact_of(record: OpenRecord) -> Contact | None:
    """Say how the patient is reached, from what the header has read already.

    Returns:
        How he is reached now; None to a unit whose stay has ended, for it may have
        come after.
    """
    if record.is_former:
        return None
    person = record.patient
    address = getattr(person, "address", None)
    lines = [address.line, f"{address.postcode} {address.city}"] if address else []
    return Contact(
        phone=person.phone,
        address=", ".join(x.strip() for x in lines if x.strip()),
        access_note=address.access_note if address else "",
        is_protected=record.decision.hides_address,
        gp=gp_of(record),
        language_label=language_label(person.language),
        needs_interpreter=person.needs_interpreter,
    )
