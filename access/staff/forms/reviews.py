"""What is taken away, of all that was gone through."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from access.staff.selectors.reviews import Right


class ReviewForm(forms.Form):
    """The rights that were shown, those that are taken away, and that all were gone through."""

    seen = forms.MultipleChoiceField(required=False, widget=forms.MultipleHiddenInput)
    revoke = forms.MultipleChoiceField(
        required=False,
        widget=forms.CheckboxSelectMultiple,
        label=_("Fjernes"),
        error_messages={"invalid_choice": _("Noe er endret. Se over listen på nytt.")},
    )
    has_seen_all = forms.BooleanField(
        label=_("Jeg har gått gjennom alle på listen"),
        error_messages={"required": _("Kryss av når du har gått gjennom listen.")},
    )

    def __init__(self, *args: Any, rights: Sequence[Right], **options: Any) -> None:
        super().__init__(*args, **options)
        # What has ended since it was shown may stand in what is sent, and is let pass.
        sent = self.data.getlist("seen") if isinstance(self.data, QueryDict) else []
        keys = {right.key for right in rights} | set(sent)
        for name in ("seen", "revoke"):
            field: Any = self.fields[name]
            field.choices = [(key, key) for key in sorted(keys)]
