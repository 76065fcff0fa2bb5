"""What a municipality fills in when it answers a letter of intent."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from access.forms.fields import DayField
from tenants.agreements.letters import LetterOfIntent

MAX_BYTES = 5 * 1024 * 1024
_BEGINS, _ENDS = b"%PDF-", b"%%EOF"
# Programs may write a little behind the end.
_TAIL = 2048


class CodeForm(forms.Form):
    """The code of the letter; the link fills it in."""

    code = forms.CharField(
        label=_("Koden i lenken"),
        help_text=_("Den står etter tegnet # i lenken i brevet."),
        max_length=200,
        widget=forms.TextInput(
            attrs={
                "autocomplete": "off",
                "autocapitalize": "none",
                "spellcheck": "false",
            }
        ),
    )


class AnswerForm(forms.Form):
    """Yes or no, the council's case, who signed, and the signed letter."""

    answer = forms.ChoiceField(
        label=_("Kommunens svar"),
        choices=LetterOfIntent.Answer,
        widget=forms.RadioSelect,
    )
    case_number = forms.CharField(
        label=_("Saksnummer"),
        help_text=_("Kommunens eget, for eksempel 112/26."),
        max_length=40,
    )
    decided_on = DayField(
        label=_("Vedtatt"),
        help_text=_("For eksempel 05.11.2026."),
        widget=forms.TextInput,
    )
    signed_by = forms.CharField(label=_("Signert av"), max_length=150)
    signed_by_title = forms.CharField(label=_("Stilling"), max_length=150)
    file = forms.FileField(
        label=_("Signert erklæring (PDF)"),
        help_text=_("Høyst 5 MB. Må være med når svaret er ja."),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".pdf,application/pdf"}),
        error_messages={"empty": _("Filen er tom. Velg en annen.")},
    )

    def clean_decided_on(self) -> date:
        """What is decided is not still to come."""
        day: date = self.cleaned_data["decided_on"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("Datoen kan ikke være fram i tid."))
        return day

    def clean_file(self) -> bytes:
        """Take the content, when it is a PDF and no larger than it may be."""
        file = self.cleaned_data["file"]
        if not file:
            return b""
        if (file.size or 0) > MAX_BYTES:
            raise forms.ValidationError(_("Filen kan være høyst 5 MB."))
        content = bytes(file.read())
        if not (content.startswith(_BEGINS) and _ENDS in content[-_TAIL:]):
            raise forms.ValidationError(_("Filen er ikke en hel PDF. Velg en annen."))
        return content

    def clean(self) -> dict[str, Any]:
        """Yes comes with the signed letter; no browser keeps a file when something is wrong."""
        told = super().clean() or {}
        is_yes = told.get("answer") == LetterOfIntent.Answer.YES
        if is_yes and not told.get("file") and "file" not in self.errors:
            self.add_error("file", _("Velg den signerte erklæringen."))
        elif self.errors and told.get("file"):
            self.add_error("file", _("Velg filen på nytt når resten er rettet."))
        return told
