"""A shift by hand, and who staffs shifts."""

from datetime import datetime
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from access.accounts.models import User
from access.days import end_of, period_of
from access.models import Shift, Unit
from access.staff.forms.fields import ClockField, PlainDayField


class PersonChoiceField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """People by name; the title tells namesakes apart."""

    default_error_messages = {
        "required": _("Velg en person."),
        "invalid_choice": _("Velg en av dem som står i listen."),
    }

    def label_from_instance(self, obj: User) -> str:
        """The name with the title."""
        return f"{obj.name}, {obj.title}" if obj.title else obj.name


class UnitChoiceField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """Units one decides over."""

    default_error_messages = {
        "required": _("Velg en enhet."),
        "invalid_choice": _("Velg en av enhetene som står i listen."),
    }


class AtUnitForm(forms.Form):
    """Something about a person at one of several units; the only one is chosen already."""

    unit = UnitChoiceField(
        label=_("Enhet"), queryset=Unit.objects.none(), empty_label=_("Velg")
    )
    user = PersonChoiceField(
        label=_("Hvem"), queryset=User.objects.none(), empty_label=_("Velg")
    )

    def __init__(
        self,
        *args: Any,
        units: QuerySet[Unit],
        people: QuerySet[User],
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        where: Any = self.fields["unit"]
        who: Any = self.fields["user"]
        where.queryset, who.queryset = units, people
        if len(units) == 1:
            where.initial, where.empty_label = units[0].pk, None


class TimesForm(forms.Form):
    """When a shift begins and ends."""

    day = PlainDayField(label=_("Dato"))
    begins_at = ClockField(label=_("Fra klokken"))
    ends_at = ClockField(
        label=_("Til klokken"),
        help_text=_("Slutter vakten etter midnatt, regnes det som neste dag."),
    )

    @property
    def period(self) -> tuple[datetime, datetime]:
        """The moments the shift begins and ends."""
        data = self.cleaned_data
        return period_of(data["day"], data["begins_at"], data["ends_at"])


class ShiftForm(AtUnitForm, TimesForm):
    """A new shift."""

    field_order = ("unit", "user", "day", "begins_at", "ends_at")

    def shift(self) -> Shift:
        """Prepare the shift."""
        begins, ends = self.period
        return Shift(
            user=self.cleaned_data["user"],
            unit=self.cleaned_data["unit"],
            valid_from=begins,
            valid_until=ends,
        )


class ShiftLeaderForm(AtUnitForm):
    """Who staffs the shifts of a unit, and how long."""

    last_day = PlainDayField(
        label=_("Til og med"), help_text=_("Høyst ett år fram i tid.")
    )

    @property
    def until(self) -> datetime:
        """The moment it ends."""
        end = end_of(self.cleaned_data["last_day"])
        return end or timezone.now()
