"""The municipality's own rules for access, each with what it means for those who work."""

from django import forms
from django.utils.translation import gettext_lazy as _

from access.models import AccessRules, UnitWide

_HOURS = _("Skriv et helt antall timer fra 1 til 24.")
_CASES = _("Skriv et helt tall fra 1 til 200.")
_MINUTES = _("Skriv et helt antall minutter fra 1 til 60.")


def _number(
    label: object, help_text: object, *, most: int, error: object
) -> forms.IntegerField:
    messages = dict.fromkeys(("required", "invalid", "min_value", "max_value"), error)
    return forms.IntegerField(
        label=label,  # type: ignore[arg-type]
        help_text=help_text,  # type: ignore[arg-type]
        min_value=1,
        max_value=most,
        error_messages=messages,  # type: ignore[arg-type]
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )


class RulesForm(forms.ModelForm):  # type: ignore[type-arg] # not subscriptable at run time
    """What a municipality decides for itself about access."""

    unit_wide = forms.ChoiceField(
        label=_("Når en ansatt bare jobber der pasienten er"),
        choices=[
            (
                UnitWide.MEASURED.value,
                _(
                    "Gir tilgang. Den ansatte åpner journalen uten å si hvorfor. "
                    "Kommunen teller hvor ofte det skjer."
                ),
            ),
            (
                UnitWide.STATED_NEED.value,
                _(
                    "Den ansatte må oppgi hva journalen trengs til. Det er ett trykk, og "
                    "bare når hun ikke er på vakt, har besøk eller oppgave, eller er "
                    "navngitt i behandlerteamet."
                ),
            ),
        ],
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Velg en av dem."),
            "invalid_choice": _("Velg en av dem."),
        },
    )
    need_hours = _number(
        _("Så mange timer gjelder et oppgitt behov"),
        _("Deretter må behovet oppgis på nytt. Mange velger fire timer, en halv vakt."),
        most=24,
        error=_HOURS,
    )
    needs_second_factor = forms.BooleanField(
        label=_("Passord er ikke nok til å logge inn"),
        required=False,
        help_text=_(
            "De som har konto her, logger inn med passnøkkel, eller med passord og kode."
        ),
    )
    idle_minutes = _number(
        _("Så mange minutter uten bruk før skjermen skjules"),
        _("Den ansatte kommer tilbake til samme side med PIN-kode eller passnøkkel."),
        most=60,
        error=_MINUTES,
    )
    shared_idle_minutes = _number(
        _("Det samme på en enhet flere deler"),
        _("Gjelder nettbrett og telefoner som går fra hånd til hånd."),
        most=60,
        error=_MINUTES,
    )
    cases_per_week = _number(
        _("Så mange kontrollsaker lages av loggen i uka"),
        _(
            "Loggen kontrolleres hver natt, og de oppslagene det er mest grunn til å spørre "
            "om, blir saker. Velg så mange som dere rekker å følge opp."
        ),
        most=200,
        error=_CASES,
    )
    sample_per_week = _number(
        _("Så mange tilfeldige stikkprøver trekkes i uka"),
        _("De viser hvor mye kontrollen ikke finner. Mange velger 20."),
        most=200,
        error=_CASES,
    )

    class Meta:
        model = AccessRules
        fields = (
            "unit_wide",
            "need_hours",
            "needs_second_factor",
            "idle_minutes",
            "shared_idle_minutes",
            "cases_per_week",
            "sample_per_week",
        )
