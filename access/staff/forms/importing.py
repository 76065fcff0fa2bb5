"""The file that is imported, and the confirmation of what was shown."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from access.staff.rules.csv_table import MAX_BYTES, Flaw

FLAWS = {
    Flaw.EMPTY: _("Filen er tom."),
    Flaw.TOO_LARGE: _("Filen er for stor. Den kan være høyst 1 MB. Del den i flere."),
    Flaw.TOO_MANY_ROWS: _("Filen har mer enn 2000 rader. Del den i flere."),
    Flaw.NOT_TEXT: _("Dette er ingen CSV-fil. Lagre regnearket som CSV (UTF-8)."),
    Flaw.BROKEN: _("Et anførselstegn mangler et annet. Se på linje %(line)s."),
}


class FileForm(forms.Form):
    """A file, and whether what is not in it ends."""

    file = forms.FileField(
        label=_("CSV-fil"),
        error_messages={
            "required": _("Velg en fil."),
            "empty": FLAWS[Flaw.EMPTY],
            "invalid": _("Velg en fil."),
            "missing": _("Velg en fil."),
        },
        widget=forms.FileInput(attrs={"accept": ".csv,text/csv"}),
    )
    ends_missing = forms.BooleanField(
        label=_("Avslutt også det som ikke står i filen"),
        required=False,
        help_text=_(
            "Gjelder bare enhetene i filen. Du får se hvor mange det er, før noe skjer."
        ),
    )

    def clean_file(self) -> bytes:
        """Take the content, when it is no larger than it may be."""
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        if (file.size or 0) > MAX_BYTES:
            raise forms.ValidationError(FLAWS[Flaw.TOO_LARGE])
        return bytes(file.read())


class ConfirmForm(forms.Form):
    """That what was shown is to be done: the file goes along, and a mark of what it would do."""

    csv_text = forms.CharField(widget=forms.HiddenInput, strip=False)
    shown = forms.CharField(widget=forms.HiddenInput)
    ends_missing = forms.BooleanField(widget=forms.HiddenInput, required=False)
    missing_count = forms.IntegerField(
        label=_("Hvor mange skal avsluttes fordi de ikke står i filen?"),
        help_text=_("Skriv antallet for å bekrefte at du har sett dem."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={
            "invalid": _("Skriv et tall."),
            "required": _("Skriv antallet for å bekrefte at du har sett dem."),
        },
    )

    def __init__(self, *args: Any, expected: int = 0, **options: Any) -> None:
        super().__init__(*args, **options)
        self._expected = expected
        if not expected:
            del self.fields["missing_count"]

    def clean_missing_count(self) -> int:
        """Compare the count with how many there are."""
        count: int = self.cleaned_data["missing_count"]
        if count != self._expected:
            raise forms.ValidationError(_("Tallet stemmer ikke med listen."))
        return count
