"""Forms of the local administrators' administration."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from unfold.widgets import UnfoldAdminRadioSelectWidget, UnfoldAdminTextInputWidget

from access.accounts.models import User
from access.errors import RightsError
from access.models import Employment, Unit
from access.roles import Role
from access.services.employment import check_employment, new_employment
from access.services.units import check_place
from access.worker import Worker

_NO_END = _("dd.mm.åååå. Tom når ansettelsen ikke har noen sluttdato.")


class UnitChoiceField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """Units as a tree, each level a step further in."""

    def label_from_instance(self, obj: Unit) -> str:
        """The name, behind as many dashes as there are levels above."""
        return f"{'– ' * (len(obj.path) - 1)}{obj.name}"


class DayField(forms.DateField):
    """A date as dd.mm.yyyy."""

    widget = UnfoldAdminTextInputWidget
    default_error_messages = {
        "invalid": _("Skriv datoen med dag, måned og år, for eksempel 14.02.2026.")
    }

    def __init__(self, **options: Any) -> None:
        super().__init__(input_formats=["%d.%m.%Y", "%d%m%Y", "%d.%m.%y"], **options)

    def prepare_value(self, value: Any) -> Any:
        """Write a date as it is typed."""
        return value.strftime("%d.%m.%Y") if isinstance(value, date) else value


class UnitForm(forms.ModelForm):  # type: ignore[type-arg]
    """A unit and its place in the tree."""

    class Meta:
        model = Unit
        fields = (
            "name",
            "kind",
            "parent",
            "orgnr",
            "service_type",
            "phone",
            "is_active",
        )
        help_texts = {
            "orgnr": _("Ni sifre. Bare virksomheter må ha det."),
            "service_type": _("Kode i kodeverk 9151, for eksempel 15."),
            "is_active": _("Tas enheten ut av bruk, kan ingen jobbe der lenger."),
        }
        field_classes = {"parent": UnitChoiceField}

    def clean(self) -> dict[str, Any]:
        """Check the place in the tree before anything is stored."""
        cleaned = super().clean() or {}
        self.instance.parent = cleaned.get("parent")
        try:
            check_place(self.instance)
        except RightsError as error:
            self.add_error(error.field, error.message)
        return cleaned


class HireForm(forms.ModelForm):  # type: ignore[type-arg]
    """Who works where, as what and how long."""

    by: Worker
    role = forms.TypedChoiceField(
        label=_("Rolle"),
        coerce=Role,
        choices=Role.choices,
        widget=UnfoldAdminRadioSelectWidget,
    )
    first_day = DayField(label=_("Fra og med"), initial=timezone.localdate)
    last_day = DayField(label=_("Til og med"), required=False, help_text=_NO_END)

    class Meta:
        model = Employment
        fields = ("user", "content_object")
        labels = {"user": _("Konto"), "content_object": _("Enhet")}
        field_classes = {"content_object": UnitChoiceField}

    def clean(self) -> dict[str, Any]:
        """Check what was typed as the service will, so that mistakes stand in the form."""
        cleaned = super().clean() or {}
        if self.errors:
            return cleaned
        self.instance = new_employment(
            cleaned["user"],
            role=cleaned["role"],
            unit=cleaned["content_object"],
            valid_from=start_of(cleaned["first_day"]),
            valid_until=end_of(cleaned["last_day"]),
        )
        _add_refusal(self, self.instance)
        return cleaned

    def _post_clean(self) -> None:
        """Leave the employment as `clean` made and checked it."""


class PeriodForm(forms.ModelForm):  # type: ignore[type-arg]
    """The last day of an employment; the rest of it never changes."""

    by: Worker
    last_day = DayField(label=_("Til og med"), required=False, help_text=_NO_END)

    class Meta:
        model = Employment
        fields = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        until = self.instance.valid_until
        self.fields["last_day"].initial = last_day_of(until) if until else None

    def clean(self) -> dict[str, Any]:
        """Check the new end against the rules."""
        cleaned = super().clean() or {}
        if not self.errors and "last_day" in self.changed_data:
            self.instance.valid_until = end_of(cleaned["last_day"])
            _add_refusal(self, self.instance)
        return cleaned


class AccountForm(forms.ModelForm):  # type: ignore[type-arg]
    """An account's facts; never its password."""

    class Meta:
        model = User
        fields = (
            "first_name",
            "last_name",
            "username",
            "email",
            "title",
            "profession",
            "hpr_number",
        )
        labels = {
            "first_name": _("Fornavn"),
            "last_name": _("Etternavn"),
            "username": _("Brukernavn"),
            "email": _("E-post på jobb"),
        }
        help_texts = {
            "username": _("Små bokstaver, tall og tegnene @ . + - _ uten mellomrom."),
            "email": _("Hit sendes lenken når passordet er glemt."),
            "profession": _("Kode i kodeverk 9060, for eksempel SP for sykepleier."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("first_name", "last_name"):
            if name in self.fields:
                self.fields[name].required = True

    def clean_username(self) -> str:
        """Fold the user name as it will be stored, so that it is compared so too."""
        return str(User.normalize_username(self.cleaned_data["username"]))


def start_of(day: date) -> datetime:
    """The first moment of a day in Norway."""
    return timezone.make_aware(datetime.combine(day, time()))


def end_of(day: date | None) -> datetime | None:
    """The first moment after a day; None stays None."""
    return start_of(day + timedelta(days=1)) if day else None


def last_day_of(until: datetime) -> date:
    """The last day a period touches."""
    return timezone.localdate(until - timedelta(microseconds=1))


def _add_refusal(form: HireForm | PeriodForm, employment: Employment) -> None:
    try:
        check_employment(employment, by=form.by)
    except RightsError as error:
        form.add_error(None, error.message)
