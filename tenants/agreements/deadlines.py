"""Which deadlines are near or over, whom they concern, and who has been told of them."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tenants.agreements.agreement import RENEW_WITHIN, Agreement
from tenants.agreements.contacts import ContactPerson
from tenants.rollout.models import ReadinessCheck

# So long ahead somebody is told; of an agreement that ends, when the next should be begun.
TELL_AHEAD = timedelta(days=14)
# A mail may fail for a moment; then it is somebody's to look at.
FAILURES_ALLOWED = 3


class DeadlineNoticeQuerySet(models.QuerySet["DeadlineNotice"]):
    """Questions about what was told."""

    def untold(self) -> Self:
        """Those that reached nobody yet."""
        return self.filter(told_at=None)

    def undelivered(self) -> Self:
        """Those that do not arrive."""
        return self.untold().filter(failures__gte=FAILURES_ALLOWED)


class DeadlineNotice(models.Model):
    """That a deadline was told of (varsel om frist): once ahead, and once when it is over."""

    class What(models.TextChoices):
        """What must be done by the day."""

        SIGNING = "signing", _("Avtale skal signeres")
        EXPIRY = "expiry", _("Avtale utløper")
        READINESS = "readiness", _("Krav før pilot")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(
        "tenants.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    what = models.CharField(max_length=9, choices=What)
    # An agreement or a check; another day is another deadline.
    about = models.UUIDField()
    due_on = models.DateField()
    is_over = models.BooleanField()
    told_at = models.DateTimeField(null=True)
    failures = models.PositiveIntegerField(default=0)

    objects = DeadlineNoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("varsel om frist")
        verbose_name_plural = _("varsler om frister")
        default_permissions = ()
        constraints = (
            models.UniqueConstraint(
                name="deadline_is_told_of_once_ahead_and_once_after",
                fields=["what", "about", "due_on", "is_over"],
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_what_display()} {self.due_on:%d.%m.%Y}"


@dataclass(frozen=True, slots=True)
class Deadline:
    """Something to be done by a day, and by whom."""

    municipality_id: uuid.UUID
    what: DeadlineNotice.What
    about: uuid.UUID
    due_on: date
    is_over: bool
    name: "str | Promise"
    addresses: tuple[str, ...]

    @property
    def key(self) -> tuple[str, uuid.UUID, date, bool]:
        """What a notice of it is known by."""
        return self.what.value, self.about, self.due_on, self.is_over


def deadlines_on(day: date) -> list[Deadline]:
    """List what is near its deadline or past it, of municipalities that have not left."""
    there = ~Q(municipality__state__in=("archived", "deleted"))
    unsigned = Agreement.objects.filter(
        there, signed_on=None, due_on__lte=day + TELL_AHEAD
    )
    ending = Agreement.objects.filter(
        there,
        signed_on__isnull=False,
        replacement__signed_on=None,
        valid_until__lte=day + RENEW_WITHIN,
    )
    checks = ReadinessCheck.objects.missing().filter(
        there, due_on__lte=day + TELL_AHEAD
    )
    found: list[tuple[DeadlineNotice.What, Agreement | ReadinessCheck, date | None]] = [
        *((DeadlineNotice.What.SIGNING, one, one.due_on) for one in unsigned),
        *((DeadlineNotice.What.EXPIRY, one, one.valid_until) for one in ending),
        *((DeadlineNotice.What.READINESS, one, one.due_on) for one in checks),
    ]
    people = _people({one.municipality_id for _what, one, _due in found})
    return [
        Deadline(
            municipality_id=one.municipality_id,
            what=what,
            about=one.pk,
            due_on=due_on,
            is_over=due_on < day,
            name=_name_of(one),
            addresses=_addresses(one, people.get(one.municipality_id, [])),
        )
        for what, one, due_on in found
        if due_on is not None
    ]


def _people(
    municipalities: Iterable[uuid.UUID],
) -> dict[uuid.UUID, list[ContactPerson]]:
    people: dict[uuid.UUID, list[ContactPerson]] = {}
    for person in ContactPerson.objects.who_get_letters(municipalities):
        people.setdefault(person.municipality_id, []).append(person)
    return people


def _addresses(
    one: Agreement | ReadinessCheck, people: list[ContactPerson]
) -> tuple[str, ...]:
    """Whom it concerns: the owner, who leads the rollout, or all who get letters."""
    if isinstance(one, ReadinessCheck):
        if one.owner_email:
            return (one.owner_email,)
        leads = [each for each in people if each.task == ContactPerson.Task.ROLLOUT]
        people = leads or people
    return tuple(sorted({person.email for person in people}))


def _name_of(one: Agreement | ReadinessCheck) -> "str | Promise":
    if isinstance(one, ReadinessCheck):
        return ReadinessCheck.Item(one.item).label
    kind = Agreement.Kind(one.kind).label
    return f"{kind}, {one.enterprise}" if one.enterprise else kind
