"""From whom a note is kept, as chosen."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from journal.documentation.models import WithholdCode, Withholding
from journal.documentation.rules.withholding import OF_HEALTH_AGE_YEARS

OF_AGE_YEARS = 18
# Set by the system alone: the law came after the note.
_NOT_CHOSEN = {WithholdCode.NORMAL, WithholdCode.OUTDATED}


def codes_for(*, age_years: int) -> list[tuple[str, Any]]:
    """What may be chosen of a patient of an age, beginning with nothing."""
    too_old = {WithholdCode.YOUTH} if age_years >= OF_HEALTH_AGE_YEARS else set()
    if age_years >= OF_AGE_YEARS:
        too_old.add(WithholdCode.PARENTS)
    return [
        ("", WithholdCode.NORMAL.label),
        *(
            (code.value, code.label)
            for code in WithholdCode
            if code not in _NOT_CHOSEN | too_old
        ),
    ]


class WithholdForm(forms.Form):
    """From whom a signed note is kept, and why."""

    code = forms.ChoiceField(
        label=_("Hvem kan få se notatet?"),
        required=False,
        choices=codes_for(age_years=0),
        widget=forms.RadioSelect,
    )
    from_relative = forms.UUIDField(
        label=_("Gjelder det bare én av foreldrene?"),
        required=False,
        widget=forms.Select,
    )
    reason = forms.CharField(
        label=_("Hvorfor?"),
        help_text=_("Den som blir nektet innsyn, kan få vite grunnen og klage."),
        max_length=300,
        error_messages={"required": _("Skriv hvorfor.")},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def go_on_from(self, marked: Withholding | None) -> None:
        """Begin with what holds now; why is asked anew."""
        if marked is not None:
            is_shown = marked.code == WithholdCode.NORMAL
            self.initial["code"] = "" if is_shown else marked.code
            self.initial["from_relative"] = marked.from_relative_id

    def offer(self, *, age_years: int, parents: list[tuple[str, str]]) -> None:
        """Show what can be chosen of this patient."""
        self.fields["code"].choices = codes_for(age_years=age_years)  # type: ignore[attr-defined]
        relatives: Any = self.fields["from_relative"].widget
        relatives.choices = [("", _("Nei, begge")), *parents]
