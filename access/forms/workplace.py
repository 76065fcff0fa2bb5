"""Where do I work now, and which written language do I want."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from access.accounts.models import User


class WorkplaceForm(forms.Form):
    """One or several of the units a person may work at."""

    units = forms.TypedMultipleChoiceField(
        label=_("Hvor jobber du nå?"),
        coerce=UUID,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _("Velg minst ett arbeidssted."),
            "invalid_choice": _(
                "Du har ikke lenger en ansettelse der. Velg blant dem som står her."
            ),
        },
    )

    def __init__(
        self, *args: Any, possible: Iterable[tuple[UUID, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["units"]
        field.choices = [(str(unit_id), name) for unit_id, name in possible]


class LanguageForm(forms.ModelForm):  # type: ignore[type-arg]
    """The written language of the screens."""

    class Meta:
        model = User
        fields = ("language",)
        widgets = {"language": forms.RadioSelect}
        labels = {"language": _("Vis skjermbildene på")}

    def __init__(self, *args: Any, municipality_language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language: Any = self.fields["language"]
        language.required = False
        words = {"nb": _("bokmål"), "nn": _("nynorsk")}
        language.choices = [
            ("", _("Som kommunen (%(form)s)") % {"form": words[municipality_language]}),
            *User._meta.get_field("language").choices,  # type: ignore[misc]
        ]
