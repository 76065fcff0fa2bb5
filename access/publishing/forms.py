"""Forms of the consortium's administration: one role in a version, and the password once more."""

from typing import Any

from django import forms
from django.contrib.auth import authenticate
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from unfold.widgets import (
    UnfoldAdminCheckboxSelectMultipleWidget,
    UnfoldAdminPasswordWidget,
    UnfoldAdminSelectWidget,
)

from access.errors import RightsError
from access.matrix.forms.cells import CellsForm
from access.matrix.rows import put, rights_in
from access.matrix.services.adapting import check_rights
from access.publishing.models import MatrixVersionRow
from access.roles import RecordKind, Role


class PasswordAgainForm(forms.Form):
    """The password once more, from whoever is signed in; failures count as at sign-in."""

    password = forms.CharField(
        label=_("Passord"),
        strip=False,
        max_length=128,
        widget=UnfoldAdminPasswordWidget(attrs={"autocomplete": "current-password"}),
        error_messages={"required": _("Skriv passordet ditt.")},
    )

    def __init__(self, *args: Any, request: HttpRequest, **options: Any) -> None:
        super().__init__(*args, **options)
        self._request = request

    def clean_password(self) -> str:
        """Check that it is the person's own."""
        typed = str(self.cleaned_data["password"])
        name = self._request.user.get_username()
        if authenticate(self._request, username=name, password=typed) is None:
            raise forms.ValidationError(
                _("Det stemmer ikke. Etter fem feil må du vente i 15 minutter.")
            )
        return typed


class VersionRowForm(CellsForm, forms.ModelForm):  # type: ignore[type-arg]
    """What a version lets one role do in one kind of record."""

    class Meta:
        model = MatrixVersionRow
        fields = ()

    def __init__(
        self, *args: Any, instance: MatrixVersionRow | None = None, **options: Any
    ) -> None:
        row = instance or MatrixVersionRow()
        super().__init__(*args, rights=rights_in(row), instance=row, **options)
        for name, field in self.fields.items():
            if name.startswith("cell_"):
                choice: Any = field
                choice.widget = UnfoldAdminSelectWidget(choices=choice.choices)
        does: Any = self.fields["does"]
        does.widget = UnfoldAdminCheckboxSelectMultipleWidget(choices=does.choices)

    def clean(self) -> dict[str, Any]:
        """Check what was chosen as a municipality would."""
        cleaned = super().clean()
        if not self.errors:
            place = (RecordKind(self.instance.record_kind), Role(self.instance.role))
            try:
                check_rights(place, self.chosen())
            except RightsError as error:
                self.add_error(error.field, error.message)
        return cleaned

    def _post_clean(self) -> None:
        """Write the cells in the row before Django checks the row's own rules."""
        if not self.errors:
            put(self.chosen(), self.instance)
        super()._post_clean()  # type: ignore[misc]
