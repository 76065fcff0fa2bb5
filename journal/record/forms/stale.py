"""A form somebody else was faster than: what he changed, and what was typed beside it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from journal.record.forms.fields import MomentField, MomentWidget


@dataclass(frozen=True, slots=True)
class Difference:
    """A field somebody else changed while one wrote.

    Args:
        is_conflict: whether the same field was changed in the form too; the form then
            keeps what was typed, and saving replaces what the other wrote.
    """

    name: str
    label: str
    before: str
    now: str
    is_conflict: bool


def differences(
    form: forms.Form, *, before: Mapping[str, Any], now: Mapping[str, Any]
) -> list[Difference]:
    """List the fields that are not what they were when the form was made."""
    return [
        Difference(
            name=name,
            label=str(form.fields[name].label),
            before=_shown(form.fields[name], old),
            now=_shown(form.fields[name], now[name]),
            is_conflict=form.cleaned_data.get(name) not in (old, now[name]),
        )
        for name, old in before.items()
        if name in form.fields and old != now[name]
    ]


def merged_data(
    form: forms.Form, found: list[Difference], *, now: Mapping[str, Any]
) -> QueryDict:
    """Give the form's data with the other's changes, where they meet nothing typed."""
    data = QueryDict(mutable=True)
    data.update(form.data)
    for difference in found:
        if not difference.is_conflict:
            _put(data, form.fields[difference.name], difference.name, now)
    return data


def _put(
    data: QueryDict, field: forms.Field, name: str, now: Mapping[str, Any]
) -> None:
    value = now[name]
    if isinstance(field, forms.BooleanField):
        data.pop(name, None)
        if value:
            data[name] = "on"
        return
    if isinstance(field, MomentField):
        data[f"{name}_date"], data[f"{name}_time"] = MomentWidget().decompress(value)
        return
    data[name] = "" if value is None else str(field.prepare_value(value))


def _shown(field: forms.Field, value: Any) -> str:
    if isinstance(value, bool):
        return _("ja") if value else _("nei")
    if isinstance(field, forms.ChoiceField):
        labels = dict(field.widget.choices)
        return str(labels.get(value, value))
    if isinstance(value, datetime):
        return timezone.localtime(value).strftime("%d.%m.%Y kl. %H.%M")
    if isinstance(value, date):
        return value.strftime("%d.%m.%Y")
    return "" if value is None else str(value)
