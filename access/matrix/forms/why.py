"""The form of the why-page: a reference, as the employee read it aloud."""

from django import forms
from django.utils.translation import gettext_lazy as _

from audit.references import read_reference


class ReferenceForm(forms.Form):
    """Which event is asked about."""

    reference = forms.CharField(
        label=_("Henvisningsnummer"),
        max_length=20,
        help_text=_("Åtte tegn, for eksempel 7K3M-29QX."),
        error_messages={
            "required": _("Skriv henvisningsnummeret."),
            "max_length": _("Et henvisningsnummer har åtte bokstaver og tall."),
        },
        widget=forms.TextInput(
            attrs={
                "autocomplete": "off",
                "autocapitalize": "characters",
                "spellcheck": "false",
            }
        ),
    )

    def clean_reference(self) -> str:
        """Read it, whatever it is written with."""
        reference = read_reference(self.cleaned_data["reference"])
        if reference is None:
            raise forms.ValidationError(
                _("Et henvisningsnummer har åtte bokstaver og tall.")
            )
        return reference
