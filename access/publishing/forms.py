"""The form of one role in a version of the role matrix, for the consortium's administration."""

from typing import Any

from django import forms
from unfold.widgets import (
    UnfoldAdminCheckboxSelectMultipleWidget,
    UnfoldAdminSelectWidget,
)

from access.errors import RightsError
from access.matrix.forms.cells import CellsForm
from access.matrix.rows import put, rights_in
from access.matrix.services.adapting import check_rights
from access.publishing.models import MatrixVersionRow
from access.roles import RecordKind, Role


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
