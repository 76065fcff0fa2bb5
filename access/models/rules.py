"""What the policy goes by, besides who works where and who has whom: the municipality's own rules."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords


class UnitWide(models.TextChoices):
    """What working where the patient stays is worth by itself, with no closer relation."""

    MEASURED = "measured", _("Gir tilgang, og måles")
    STATED_NEED = "stated_need", _("Krever at behovet oppgis")


class AccessRules(models.Model):
    """The choices about access that a municipality makes for itself; one row."""

    id = models.SmallIntegerField(primary_key=True, default=1, editable=False)
    unit_wide = models.CharField(
        _("ansatt der pasienten er"),
        max_length=12,
        choices=UnitWide,
        default=UnitWide.MEASURED,
    )
    need_hours = models.PositiveSmallIntegerField(
        _("et oppgitt behov varer"), default=4
    )
    needs_second_factor = models.BooleanField(
        _("passord er ikke nok til å logge inn"), default=True
    )
    idle_minutes = models.PositiveSmallIntegerField(
        _("skjermen låses etter"), default=10
    )
    shared_idle_minutes = models.PositiveSmallIntegerField(
        _("skjermen låses på en delt enhet etter"), default=3
    )
    longest_hours = models.PositiveSmallIntegerField(
        _("en innlogging varer høyst"), default=14
    )
    review_months = models.PositiveSmallIntegerField(
        _("tilganger kontrolleres hver"), default=6
    )
    unused_days = models.PositiveSmallIntegerField(
        _("en konto er ubrukt etter"), default=90
    )
    cases_per_week = models.PositiveSmallIntegerField(
        _("kontrollsaker i uka"), default=10
    )
    sample_per_week = models.PositiveSmallIntegerField(
        _("stikkprøver i uka"), default=20
    )
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("kommunens regler for tilgang")
        verbose_name_plural = _("kommunens regler for tilgang")
        constraints = [
            models.CheckConstraint(
                name="a_municipality_has_one_set_of_rules", condition=models.Q(id=1)
            ),
            models.CheckConstraint(
                name="access_is_reviewed_within_two_years",
                condition=models.Q(review_months__range=(1, 24)),
            ),
            models.CheckConstraint(
                name="the_log_is_looked_into_every_week",
                condition=models.Q(cases_per_week__range=(1, 200)),
            ),
            models.CheckConstraint(
                name="some_accesses_are_drawn_every_week",
                condition=models.Q(sample_per_week__range=(1, 200)),
            ),
            models.CheckConstraint(
                name="a_stated_need_lasts_hours_not_days",
                condition=models.Q(need_hours__range=(1, 24)),
            ),
            models.CheckConstraint(
                name="a_sign_in_lasts_a_shift_and_never_a_day",
                condition=models.Q(longest_hours__range=(4, 14)),
            ),
            models.CheckConstraint(
                name="an_unused_account_is_noticed_within_a_year",
                condition=models.Q(unused_days__range=(30, 365)),
            ),
            models.CheckConstraint(
                name="a_screen_is_hidden_within_the_hour",
                condition=models.Q(idle_minutes__range=(1, 60)),
            ),
            models.CheckConstraint(
                name="a_shared_screen_is_hidden_within_the_hour",
                condition=models.Q(shared_idle_minutes__range=(1, 60)),
            ),
        ]

    def __str__(self) -> str:
        return str(_("Kommunens regler for tilgang"))
