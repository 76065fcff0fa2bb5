"""What a municipality says of itself to those who use Akson: its language, and whom to ask."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from access.accounts.models import Language


class LocalChoices(models.Model):
    """The municipality's language on the screens, and whom people ask (lokale valg); one row.

    What concerns access stands in `AccessRules`. Nothing here is of a person: telephone
    and address are of an office.
    """

    id = models.SmallIntegerField(primary_key=True, default=1, editable=False)
    # Empty: as the register has it of the municipality's own resolution (målvedtak).
    language = models.CharField(
        _("målform"), max_length=2, choices=Language, blank=True
    )
    help_phone = models.CharField(_("brukerstøtte, telefon"), max_length=20, blank=True)
    help_email = models.EmailField(_("brukerstøtte, e-post"), blank=True)
    privacy_phone = models.CharField(
        _("personvernombud, telefon"), max_length=20, blank=True
    )
    privacy_email = models.EmailField(_("personvernombud, e-post"), blank=True)
    patients_phone = models.CharField(
        _("spørsmål fra pasienter, telefon"), max_length=20, blank=True
    )
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("lokale valg")
        verbose_name_plural = _("lokale valg")
        constraints = [
            models.CheckConstraint(
                name="a_municipality_has_one_set_of_choices",
                condition=models.Q(id=1),
            ),
            models.CheckConstraint(
                name="choices_language_is_known",
                condition=models.Q(language__in=("", "nb", "nn")),
            ),
        ]

    def __str__(self) -> str:
        return str(_("Lokale valg"))
