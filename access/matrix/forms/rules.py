"""What a municipality decides for itself, each choice with what it means, what is usual and the limits."""

from django import forms
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from access.models import AccessRules, UnitWide

_HOURS = _("Skriv et helt antall timer fra {least} til {most}.")
_CASES = _("Skriv et helt tall fra {least} til {most}.")
_MINUTES = _("Skriv et helt antall minutter fra {least} til {most}.")
_MONTHS = _("Skriv et helt antall måneder fra {least} til {most}.")
_DAYS = _("Skriv et helt antall dager fra {least} til {most}.")
_USUAL = _("{help} Vanlig er {usual}. Dere kan velge fra {least} til {most}.")


def _number(
    name: str,
    label: Promise,
    help_text: Promise,
    *,
    most: int,
    error: Promise,
    least: int = 1,
) -> forms.IntegerField:
    usual = getattr(AccessRules(), name)
    limits = {"least": least, "most": most}
    said = format_lazy(error, **limits)  # type: ignore[arg-type]
    messages = dict.fromkeys(("required", "invalid", "min_value", "max_value"), said)
    return forms.IntegerField(
        label=label,  # type: ignore[arg-type]
        help_text=format_lazy(_USUAL, help=help_text, usual=usual, **limits),
        min_value=least,
        max_value=most,
        error_messages=messages,
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
        "need_hours",
        _("Så mange timer gjelder et oppgitt behov"),
        _("Deretter må behovet oppgis på nytt. Fire timer er en halv vakt."),
        most=24,
        error=_HOURS,
    )
    needs_second_factor = forms.BooleanField(
        label=_("Passord er ikke nok til å logge inn"),
        required=False,
        help_text=_(
            "De som har konto her, logger inn med passnøkkel, eller med passord og kode. "
            "Vanlig er ja."
        ),
    )
    idle_minutes = _number(
        "idle_minutes",
        _("Så mange minutter uten bruk før skjermen skjules"),
        _("Den ansatte kommer tilbake til samme side med PIN-kode eller passnøkkel."),
        most=60,
        error=_MINUTES,
    )
    shared_idle_minutes = _number(
        "shared_idle_minutes",
        _("Det samme på en enhet flere deler"),
        _("Gjelder nettbrett og telefoner som går fra hånd til hånd."),
        most=60,
        error=_MINUTES,
    )
    longest_hours = _number(
        "longest_hours",
        _("Så mange timer varer en innlogging høyst"),
        _("Innloggingen følger vakten, og varer aldri lenger enn dette."),
        least=4,
        most=14,
        error=_HOURS,
    )
    review_months = _number(
        "review_months",
        _("Så mange måneder mellom hver kontroll av hvem som har tilgang"),
        _(
            "Lederen går gjennom tilgangene ved enheten sin. Er det ikke gjort i tide, "
            "får lokal administrator vite det."
        ),
        most=24,
        error=_MONTHS,
    )
    unused_days = _number(
        "unused_days",
        _("Så mange dager uten innlogging før en konto meldes som ubrukt"),
        _("Den stenges ikke av seg selv. Lokal administrator ser den og avgjør."),
        least=30,
        most=365,
        error=_DAYS,
    )
    cases_per_week = _number(
        "cases_per_week",
        _("Så mange kontrollsaker lages av loggen i uka"),
        _(
            "Loggen kontrolleres hver natt, og de oppslagene det er mest grunn til å spørre "
            "om, blir saker. Velg så mange som dere rekker å følge opp."
        ),
        most=200,
        error=_CASES,
    )
    sample_per_week = _number(
        "sample_per_week",
        _("Så mange tilfeldige stikkprøver trekkes i uka"),
        _("De viser hvor mye kontrollen ikke finner."),
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
            "longest_hours",
            "review_months",
            "unused_days",
            "cases_per_week",
            "sample_per_week",
        )
