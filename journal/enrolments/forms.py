"""Whoever comes on a GP's list or in a programme, as typed; and why somebody leaves."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from access.codes import ServiceType
from access.models import Unit
from journal.enrolments.services import Wanted
from journal.record.forms.fields import NorwegianDateField
from journal.record.forms.stays import FormOnce
from journal.record.forms.whoever import WhoeverForm
from journal.record.models import EndReason, Enrolment, Programme

_PROGRAMMES = [(p.value, p.label) for p in (Programme.CHILD, Programme.SCHOOL)]
_OF_A_LIST = (
    (EndReason.MOVED, EndReason.MOVED.label),
    (EndReason.CHANGED, _("Byttet til en fastlege utenfor kommunens journal")),
    (EndReason.DECLINED, _("Har reservert seg mot fastlegeordningen")),
    (EndReason.MISTAKE, EndReason.MISTAKE.label),
)
_OF_A_PROGRAMME = (
    (EndReason.COMPLETED, EndReason.COMPLETED.label),
    (EndReason.MOVED, EndReason.MOVED.label),
    (EndReason.DECLINED, EndReason.DECLINED.label),
    (EndReason.MISTAKE, EndReason.MISTAKE.label),
)


class PlaceFields(forms.Form):
    """Whose list, and from which day."""

    unit = forms.ModelChoiceField(
        label=_("Liste"),
        queryset=Unit.objects.none(),
        empty_label=_("Velg"),
        error_messages={"required": _("Velg hvilken liste.")},
    )
    starts_on = NorwegianDateField(label=_("Fra og med"), initial=timezone.localdate)

    def offer(self, units: QuerySet[Unit], *, asks: bool = False) -> None:
        """Let one of some units be chosen; the only one there is, is not asked about.

        Args:
            units: those to choose between.
            asks: whether the only one is shown nevertheless.
        """
        field = self.fields["unit"]
        if not isinstance(field, forms.ModelChoiceField):
            return
        field.queryset = units
        first_two = list(units[:2])
        if len(first_two) == 1:
            self.initial["unit"] = first_two[0].pk
            if not asks:
                field.widget = forms.HiddenInput()


class EnrolForm(WhoeverForm, PlaceFields):
    """Who it is, in which programme or on whose list, and from which day."""

    programme = forms.ChoiceField(
        label=_("Program"),
        choices=_PROGRAMMES,
        initial=Programme.CHILD,
        widget=forms.RadioSelect,
    )
    moves = forms.BooleanField(label=_("Ja, flytt personen hit"), required=False)

    def __init__(
        self,
        *args: Any,
        units: QuerySet[Unit],
        service: ServiceType,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.offer(units)
        if service == ServiceType.GENERAL_PRACTICE:
            del self.fields["programme"]
            self.fields["starts_on"].help_text = _(
                "Et bytte gjelder som regel fra den første i en måned."
            )
        else:
            self.fields["unit"].label = _("Helsestasjon eller skole")

    @property
    def asks_whether_moves(self) -> bool:
        """Whether the question is shown: the person is on another list."""
        return "moves" in self.errors or bool(self.data.get("moves"))

    def wanted(self) -> Wanted:
        """What is wanted, as typed."""
        data = self.cleaned_data
        return Wanted(
            unit=data["unit"],
            programme=Programme(data.get("programme") or Programme.GP_LIST),
            starts_on=data["starts_on"],
            moves=data["moves"],
        )


class MoveForm(FormOnce, PlaceFields):
    """To which other list of the same practice, and from which day."""

    def __init__(self, *args: Any, units: QuerySet[Unit], **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer(units, asks=True)

    def wanted(self, enrolment: Enrolment) -> Wanted:
        """What is wanted: the same programme, elsewhere."""
        data = self.cleaned_data
        programme = Programme(enrolment.programme)
        return Wanted(data["unit"], programme, data["starts_on"], moves=True)


class EndForm(forms.Form):
    """From which day somebody is there no longer, and why."""

    ends_on = NorwegianDateField(label=_("Ut fra og med"), initial=timezone.localdate)
    reason = forms.ChoiceField(
        label=_("Hvorfor?"),
        choices=[*_OF_A_LIST, (EndReason.COMPLETED, EndReason.COMPLETED.label)],
        widget=forms.RadioSelect,
        error_messages={"required": _("Velg en grunn.")},
    )

    def offer(self, programme: str) -> None:
        """Show the reasons there are of a list, or of a programme."""
        field = self.fields["reason"]
        if isinstance(field, forms.ChoiceField):
            is_list = programme == Programme.GP_LIST
            field.choices = _OF_A_LIST if is_list else _OF_A_PROGRAMME

    def why(self) -> EndReason:
        """The reason, as chosen."""
        return EndReason(self.cleaned_data["reason"])
