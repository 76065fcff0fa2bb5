"""Which days a patient asks for."""

from django.utils.translation import gettext as _

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
