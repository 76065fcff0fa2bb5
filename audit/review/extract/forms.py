"""Which days a patient asks for, and what he says of what he finds."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from access.oversight.fields import words_field
from journal.readers.forms import PeriodForm
from journal.readers.rules.period import LONGEST_DAYS


class ExtractForm(PeriodForm):
    """The last three months when nothing is asked for; as many days as there are events for."""

    usual_days = LONGEST_DAYS
    longest_days = None

    def say_too_many(self) -> None:
        """Say that the days hold more than can be given at once."""
        if not self.is_bound:
            usual = {name: f"{day:%d.%m.%Y}" for name, day in self.initial.items()}
            self.data, self.is_bound = usual, True
            self.full_clean()
        self.add_error(
            "since",
            _("Det er mer enn 5 000 hendelser i disse dagene. Velg færre dager."),
        )


class AskForm(forms.Form):
    """What the patient says; he need give no reason."""

    text = words_field(
        gettext_lazy("Hva sier pasienten?"),
        help_text=gettext_lazy(
            "Skriv med pasientens egne ord. Leses av den som kontrollerer loggen, og ikke av "
            "den det spørres om. Skriv ikke fødselsnummer."
        ),
    )
