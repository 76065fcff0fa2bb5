"""What a person is told of changes to how he signs in, until he has seen it."""

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class CredentialChange(models.TextChoices):
    """What was changed; the codes are those of the access log where it has one."""

    PASSWORD = "password_changed", _("Passordet ble byttet")
    PASSWORD_BY_LINK = "password_by_link", _("Passordet ble valgt med en engangslenke")
    LINK = "password_link", _("Det ble laget en engangslenke for nytt passord")
    PIN_SET = "pin_set", _("PIN-koden ble valgt eller byttet")
    PIN_REMOVED = "pin_removed", _("PIN-koden ble fjernet")
    APP_ADDED = "app_added", _("En kodeapp ble lagt til")
    APP_REMOVED = "app_removed", _("Kodeappen ble fjernet")
    PASSKEY_ADDED = "passkey_added", _("En passnøkkel ble lagt til")
    PASSKEY_REMOVED = "passkey_removed", _("En passnøkkel ble fjernet")
    CODES = "codes_renewed", _("Det ble laget nye reservekoder")
    FACTORS_REMOVED = "factors_removed", _("Totrinn og PIN-kode ble fjernet")
    EMAIL = "email_changed", _("E-postadressen ble endret")


class CredentialNotice(models.Model):
    """A change of how a person signs in, told to him until he has seen it (varsel om innlogging)."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    what = models.CharField(max_length=20, choices=CredentialChange)
    changed_at = models.DateTimeField()
    # What the browser called itself, and who did it when it was not the person himself.
    device = models.CharField(max_length=200, blank=True)
    by_name = models.CharField(max_length=200, blank=True)
    seen_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("varsel om innlogging")
        verbose_name_plural = _("varsler om innlogging")
        indexes = [
            models.Index(
                fields=["user", "changed_at"],
                name="notice_unseen",
                condition=models.Q(seen_at=None),
            )
        ]

    def __str__(self) -> str:
        return f"{self.what} {self.changed_at:%d.%m.%Y}"
