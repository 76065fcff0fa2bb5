"""The fields in which somebody writes about a case: long enough, and no patient's name."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

# As many characters as the tables keep.
TEXT_MAX = 4000
NO_NAMES = _("Skriv ikke navn på pasienter eller fødselsnummer.")


def words_field(
    label: "StrOrPromise", *, missing: "StrOrPromise" = "", **options: Any
) -> forms.CharField:
    """Make a field for words about a case.

    Args:
        label: what is asked.
        missing: what is said when nothing was written; without it nothing has to be.
        options: the field's own, such as `help_text` and `initial`.
    """
    return forms.CharField(
        label=label,
        max_length=TEXT_MAX,
        widget=forms.Textarea,
        required=bool(missing),
        error_messages={"required": missing} if missing else None,
        **{"help_text": NO_NAMES, **options},
    )
