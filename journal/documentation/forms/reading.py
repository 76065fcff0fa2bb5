"""Which notes to list, and which to put on paper for whom."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from journal.documentation.models import NoteKind
from journal.documentation.rules.withholding import Reader
from journal.record.forms.fields import NorwegianDateField

PRINT_DAYS = 30
PRINTED_FOR = [
    ("", _("Til bruk i arbeidet")),
    (Reader.PATIENT.value, _("Til pasienten")),
    (Reader.PARENT.value, _("Til en forelder")),
]


class NotesFilterForm(forms.Form):
    """Which notes to list."""

    kind = forms.ChoiceField(
        label=_("Type"),
        required=False,
        choices=[("", _("Alle typer")), *NoteKind.choices],
    )
    mine = forms.BooleanField(label=_("Bare mine"), required=False)


class PrintForm(forms.Form):
    """Which notes go on paper."""

    since = NorwegianDateField(label=_("Fra og med"))
    until = NorwegianDateField(label=_("Til og med"))
    kind = forms.MultipleChoiceField(
        label=_("Typer notat"),
        help_text=_("Velger du ingen, kommer alle med."),
        required=False,
        choices=NoteKind.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    with_earlier = forms.BooleanField(
        label=_("Ta med eldre versjoner og det som er feilført"), required=False
    )
    printed_for = forms.ChoiceField(
        label=_("Hvem er utskriften til?"),
        required=False,
        choices=PRINTED_FOR,
        widget=forms.RadioSelect,
        initial="",
    )
    handed_to = forms.UUIDField(
        label=_("Forelder med foreldreansvar"), required=False, widget=forms.Select
    )
    youth_agrees = forms.BooleanField(
        label=_("Ungdommen er spurt, og har ikke noe imot det"),
        help_text=_("Må være avklart når pasienten er mellom 12 og 16 år."),
        required=False,
    )

    def offer(self, parents: list[tuple[str, str]]) -> None:
        """Show the parents a print can be for; without any it can be for none."""
        relatives: Any = self.fields["handed_to"].widget
        relatives.choices = [("", _("Velg")), *parents]
        if not parents:
            del self.fields["handed_to"], self.fields["youth_agrees"]
            self.fields["printed_for"].choices = PRINTED_FOR[:2]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Check that the period does not end before it begins."""
        facts = super().clean() or {}
        since, until = facts.get("since"), facts.get("until")
        if since and until and until < since:
            self.add_error("until", _("Siste dag kan ikke være før første dag."))
        if facts.get("printed_for") == Reader.PARENT and not facts.get("handed_to"):
            self.add_error("handed_to", _("Velg hvilken forelder."))
        return facts


def usual_period() -> tuple[date, date]:
    """Give the days a print covers when nobody says otherwise: the last thirty."""
    today = timezone.localdate()
    return today - timedelta(days=PRINT_DAYS), today
