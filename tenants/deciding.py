"""What two persons of the consortium decide together: one proposes, another confirms."""

import uuid
from typing import ClassVar, TypeVar

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


class DecisionRefusedError(Exception):
    """Nothing was changed; the message says why, in Norwegian."""


class Decision(models.Model):
    """A decision (vedtak) about a municipality: proposed, confirmed by another, lifted.

    The database refuses the same name twice, and two that go on at once.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(
        "tenants.Municipality",
        on_delete=models.PROTECT,
        related_name="%(class)ss",
        verbose_name=gettext_lazy("kommune"),
    )
    proposed_by = models.CharField(gettext_lazy("foreslått av"), max_length=150)
    proposed_at = models.DateTimeField(gettext_lazy("foreslått"), auto_now_add=True)
    confirmed_by = models.CharField(
        gettext_lazy("bekreftet av"), max_length=150, blank=True
    )
    confirmed_at = models.DateTimeField(gettext_lazy("bekreftet"), null=True)
    lifted_by = models.CharField(
        gettext_lazy("opphevet av"), max_length=150, blank=True
    )
    lifted_at = models.DateTimeField(gettext_lazy("opphevet"), null=True)

    class Meta:
        abstract = True
        ordering = ("-proposed_at",)
        default_permissions = ("view", "add", "change")
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            models.UniqueConstraint(
                name="municipality_has_one_%(class)s_at_a_time",
                fields=["municipality"],
                condition=Q(lifted_at=None),
            ),
            models.CheckConstraint(
                name="%(class)s_is_confirmed_by_another",
                condition=Q(confirmed_at=None, confirmed_by="")
                | Q(confirmed_at__isnull=False)
                & ~Q(confirmed_by="")
                & ~Q(confirmed_by=F("proposed_by")),
            ),
            models.CheckConstraint(
                name="%(class)s_is_lifted_by_somebody",
                condition=Q(lifted_at=None, lifted_by="")
                | Q(lifted_at__isnull=False) & ~Q(lifted_by=""),
            ),
        )


Made = TypeVar("Made", bound=Decision)


def locked(decision: Made) -> Made:
    """Fetch it anew with its municipality; nobody else decides about it meanwhile."""
    rows = type(decision)._default_manager.select_for_update(no_key=True, of=("self",))
    found: Made = rows.select_related("municipality").get(pk=decision.pk)
    return found


def confirm(waiting: Decision, *, by: str) -> None:
    """Let another than the one who proposed confirm what is locked.

    Raises:
        DecisionRefusedError: the same person, or it does not wait any more.
    """
    if waiting.lifted_at or waiting.confirmed_at:
        raise DecisionRefusedError(_("Forslaget venter ikke lenger."))
    if by == waiting.proposed_by:
        raise DecisionRefusedError(_("En annen enn den som foreslo det, må bekrefte."))
    waiting.confirmed_by, waiting.confirmed_at = by, timezone.now()
    waiting.save(update_fields=["confirmed_by", "confirmed_at"])


def lift(going_on: Decision, *, by: str) -> None:
    """Withdraw or end what is locked.

    Raises:
        DecisionRefusedError: it is over already.
    """
    if going_on.lifted_at:
        raise DecisionRefusedError(_("Den er allerede opphevet."))
    going_on.lifted_by, going_on.lifted_at = by, timezone.now()
    going_on.save(update_fields=["lifted_by", "lifted_at"])
