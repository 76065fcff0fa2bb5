"""Forms of the local administrators' administration."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from unfold.widgets import (
    UnfoldAdminRadioSelectWidget,
    UnfoldAdminSelectWidget,
    UnfoldAdminTextInputWidget,
)

from access.accounts.models import User
from access.days import end_of, start_of
from access.errors import RightsError
from access.forms.fields import DayField, OrgnrField, UnitChoiceField
from access.forms.person_number import TYPED_BY_HAND, PersonNumberField
from access.models import Employment, Unit, UnitKind
from access.person_number import PersonNumber
from access.roles import Role
from access.services.employment import check_employment, new_employment
from access.services.person import check_person
from access.services.units import check_unit
from access.worker import Worker

_NUMBER_KNOWN = _(
    "Nummeret er registrert. Skriv det bare på nytt hvis det var feil. "
    "Det lagres ikke, bare et fingeravtrykk av det."
)
_NUMBER_UNKNOWN = _(
    "Trengs for å logge inn med HelseID, og for at ingen skal åpne sin egen journal. "
    "Det lagres ikke, bare et fingeravtrykk av det."
)
NO_END = _("dd.mm.åååå. Tom når ansettelsen ikke har noen sluttdato.")


class UnitForm(forms.ModelForm):  # type: ignore[type-arg]
    """A unit and its place in the tree."""

    orgnr = OrgnrField(
        label=_("Organisasjonsnummer"),
        required=False,
        help_text=_("Ni sifre. Virksomheter må ha det, andre enheter kan ha det."),
    )

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
            "service_type": _("Foreslås når noen tas imot ved enheten."),
            "is_active": _(
                "Tas enheten ut av bruk, kan ingen jobbe der lenger. Flytt dem som jobber "
                "der, eller avslutt ansettelsene, så de ikke får tilgang om den åpnes igjen."
            ),
        }
        field_classes = {"parent": UnitChoiceField}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # The most common; the first of the list would be an enterprise.
        self.initial["kind"] = self.instance.kind or UnitKind.DEPARTMENT

    def clean(self) -> dict[str, Any]:
        """Check the unit among the others before anything is stored."""
        cleaned = super().clean() or {}
        if self.errors:
            return cleaned
        # As it will be; what cannot be changed here stands in no field.
        for name in {"kind", "parent", "orgnr", "is_active"} & set(self.fields):
            setattr(self.instance, name, cleaned[name])
        try:
            check_unit(self.instance)
        except RightsError as error:
            field = error.field if error.field in self.fields else None
            self.add_error(field, error.message)
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
    last_day = DayField(label=_("Til og med"), required=False, help_text=NO_END)

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
    """The last day of an employment, or where the person goes on; the rest never changes."""

    by: Worker
    units: QuerySet[Unit]
    last_day = DayField(label=_("Til og med"), required=False, help_text=NO_END)
    move_to = UnitChoiceField(
        label=_("Ny enhet"),
        queryset=Unit.objects.none(),
        required=False,
        empty_label=_("Flyttes ikke"),
        widget=UnfoldAdminSelectWidget,
    )
    move_role = forms.TypedChoiceField(
        label=_("Ny rolle"),
        coerce=Role,
        empty_value=None,
        required=False,
        choices=[("", _("Samme rolle")), *Role.choices],
        widget=UnfoldAdminSelectWidget,
    )
    move_on = DayField(
        label=_("Flyttes fra og med"),
        initial=timezone.localdate,
        required=False,
        help_text=_("I dag betyr fra nå av."),
    )

    class Meta:
        model = Employment
        fields = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["last_day"].initial = self.instance.last_day
        if "move_to" in self.fields:
            where: Any = self.fields["move_to"]
            where.queryset = self.units

    @property
    def moved(self) -> Employment | None:
        """The employment the person goes on to, when he is moved."""
        return getattr(self, "_moved", None)

    def clean(self) -> dict[str, Any]:
        """Check the new end, or the move, against the rules."""
        cleaned = super().clean() or {}
        if self.errors:
            return cleaned
        if cleaned.get("move_to"):
            self._check_move(cleaned)
        elif "last_day" in self.changed_data:
            self.instance.valid_until = end_of(cleaned["last_day"])
            _add_refusal(self, self.instance)
        return cleaned

    def _check_move(self, cleaned: dict[str, Any]) -> None:
        day, today = cleaned["move_on"] or timezone.localdate(), timezone.localdate()
        if day < today:
            self.add_error("move_on", _("Velg i dag eller en senere dag."))
            return
        last = self.instance.valid_until
        at = timezone.now() if day == today else start_of(day)
        if last is not None and last <= at:
            self.add_error("move_on", _("Da er ansettelsen allerede avsluttet."))
            return
        until = end_of(cleaned["last_day"]) if "last_day" in self.changed_data else last
        self._moved = new_employment(
            self.instance.user,
            role=cleaned["move_role"] or self.instance.role,
            unit=cleaned["move_to"],
            valid_from=at,
            valid_until=until,
        )
        _add_refusal(self, self._moved)


class AccountForm(forms.ModelForm):  # type: ignore[type-arg]
    """An account's facts; never its password.

    The person's number is typed to know him by, and is not kept: the field is empty again.
    """

    national_id = PersonNumberField(
        label=_("Fødselsnummer eller D-nummer"),
        required=False,
        widget=UnfoldAdminTextInputWidget(attrs=TYPED_BY_HAND),
    )

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
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("first_name", "last_name"):
            if name in self.fields:
                self.fields[name].required = True
        if "national_id" in self.fields:
            self.fields["national_id"].help_text = (
                _NUMBER_KNOWN if self.instance.person_hash else _NUMBER_UNKNOWN
            )

    def clean_national_id(self) -> PersonNumber | None:
        """Refuse a number that somebody else's account has."""
        number: PersonNumber | None = self.cleaned_data["national_id"]
        if number is not None:
            try:
                check_person(self.instance, number)
            except RightsError as error:
                raise forms.ValidationError(error.message) from error
        return number

    def clean_username(self) -> str:
        """Fold the user name as it will be stored, so that it is compared so too."""
        return str(User.normalize_username(self.cleaned_data["username"]))


def _add_refusal(form: HireForm | PeriodForm, employment: Employment) -> None:
    try:
        check_employment(employment, by=form.by)
    except RightsError as error:
        form.add_error(None, error.message)
