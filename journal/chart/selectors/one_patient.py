"""One patient on one screen: critical information, contacts and those around him."""

from dataclasses import dataclass
from uuid import UUID

from django.db import DatabaseError
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from journal.record.codes import SpokenLanguage
from journal.record.models import (
    CriticalInformation,
    CriticalReview,
    OpenRecord,
)
from journal.record.models.critical import CriticalStatus, Severity
from tenants.database.prepared import prepared

CRITICAL_KIND = "critical"
_GRAVEST = list(Severity.values)


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
    """

    state: str
    items: tuple[CriticalItem, ...] = ()
    asked_text: str = ""


@prepared
def _active(record_id: UUID) -> QuerySet[CriticalInformation]:
    return CriticalInformation.objects.filter(
        record_id=record_id, status=CriticalStatus.ACTIVE
    )


def critical_overview(record: OpenRecord) -> CriticalOverview:
    """Read critical information, and where there is none, whether anybody has asked.

    Raises:
        CriticalUnreadableError: the database could not answer.
    """
    kinds = record.decision.subject.kinds
    if kinds is not None and CRITICAL_KIND not in kinds:
        return CriticalOverview("closed")
    try:
        items = _active(record.pk)
        if items:
            items.sort(key=lambda item: (_GRAVEST.index(item.severity), item.category))
            return CriticalOverview("registered", tuple(map(_critical_item, items)))
        review = CriticalReview.objects.filter(record_id=record.pk).first()
    except DatabaseError as error:
        raise CriticalUnreadableError from error
    if review is None:
        return CriticalOverview("not-asked")
    asked_on = timezone.localdate(review.written_at).strftime("%d.%m.%Y")
    words = _("Spurt %(day)s av %(name)s") % {
        "day": asked_on,
        "name": review.author_name,
    }
    return CriticalOverview("none", asked_text=words)


def _critical_item(item: CriticalInformation) -> CriticalItem:
    day = timezone.localdate(item.written_at).strftime("%d.%m.%Y")
    details = [str(item.get_severity_display()), item.reaction, item.source, day]
    return CriticalItem(
        text=item.text,
        category_label=str(item.get_category_display()),
        detail=" · ".join(detail for detail in details if detail),
    )


@dataclass(frozen=True, slots=True)
class Contact:
    """How to reach the patient and his physician; a protected address is left out."""

    phone: str
    address: str
    access_note: str
    is_protected: bool
    gp_name: str
    gp_office: str
    gp_phone: str
    language_label: str
    needs_interpreter: bool


def contact_of(record: OpenRecord) -> Contact:
    """Say how the patient is reached, from what the header has read already."""
    person = record.patient
    address = getattr(person, "address", None)
    is_protected = address is not None and address.is_protected
    lines = [address.line, f"{address.postcode} {address.city}"] if address else []
    return Contact(
        phone=person.phone,
        address=""
        if is_protected
        else ", ".join(x.strip() for x in lines if x.strip()),
        access_note="" if is_protected or not address else address.access_note,
        is_protected=is_protected,
        gp_name=person.gp_name,
        gp_office=person.gp_office,
        gp_phone=person.gp_phone,
        language_label=_language_label(person.language),
        needs_interpreter=person.needs_interpreter,
    )


def _language_label(code: str) -> str:
    known = dict(SpokenLanguage.choices)
    return str(known.get(code, code))
