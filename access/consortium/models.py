"""What the consortium keeps of its own staff; their accounts are `access.accounts`."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from access.consortium.pages import page_in_words


class ConsortiumEvent(models.Model):
    """One thing somebody did or looked at in the consortium's administration (logg).

    It is committed before the page is made. The database lets events be added only, and
    says itself when each was stored. Nothing in it is about a patient.
    """

    class Action(models.TextChoices):
        """What was done."""

        LOOKED = "looked", _("Så på")
        SENT = "sent", _("Sendte inn")
        ADDED = "added", _("La til")
        CHANGED = "changed", _("Endret")
        SIGNED_IN = "signed_in", _("Logget inn")
        SIGNED_OUT = "signed_out", _("Logget ut")
        SIGN_IN_FAILED = "sign_in_failed", _("Mislykket innlogging")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    stored_at = models.DateTimeField(_("tidspunkt"), null=True, editable=False)
    # No foreign key: the log outlives what it names.
    actor_id = models.UUIDField(_("konto"), null=True)
    actor_name = models.CharField(_("hvem"), max_length=200, blank=True)
    roles = ArrayField(
        models.CharField(max_length=16), verbose_name=_("roller"), default=list
    )
    action = models.CharField(_("handling"), max_length=16, choices=Action)
    page = models.CharField(_("side"), max_length=100, blank=True)
    object_type = models.CharField(_("slags"), max_length=100, blank=True)
    object_id = models.CharField(_("gjelder"), max_length=64, blank=True)
    # Which fields were changed, in words; never what they say.
    detail = models.TextField(_("hva som ble endret"), blank=True)
    address = models.CharField(_("nettverksadresse"), max_length=64, blank=True)
    request_id = models.CharField(_("forespørsel"), max_length=36, blank=True)

    class Meta:
        ordering = ("-stored_at", "-pk")
        verbose_name = _("hendelse i konsortiets logg")
        verbose_name_plural = _("hendelser i konsortiets logg")
        default_permissions = ("view",)
        # What is asked for lies in the municipality; the right to ask has no table here.
        permissions = (("ask_for_support", _("Kan be om støttetilgang")),)
        indexes = (
            models.Index(fields=["-stored_at"], name="consortium_event_newest"),
            models.Index(
                fields=["actor_id", "page", "-stored_at"], name="consortium_event_of"
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_action_display()}: {page_in_words(self.page)}"
