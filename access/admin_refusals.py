"""How a refusal is told that comes late, in the administration: the form was found right before."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _


class Refused:
    """Stands before a form whose content was refused when it was stored."""

    refusal = ""

    def clean(self) -> Any:
        """Say why above the form, unless the form itself sees it now.

        Raises:
            ValidationError: it sees nothing wrong.
        """
        cleaned = super().clean()  # type: ignore[misc]
        if not self.errors:  # type: ignore[attr-defined]
            raise ValidationError(self.refusal)
        return cleaned


class TellsRefusals:
    """Tells what was refused after the form was found right; what was typed is kept.

    Somebody else has stored the same in the meantime.
    """

    refusals: ClassVar[tuple[type[Exception], ...]] = ()

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Show the form, or take it; refused, it is shown anew with the reason."""
        try:
            return self._shown(request, *args, **kwargs)
        except self.refusals as refused:
            refusal = str(refused)
        except IntegrityError:
            refusal = _(
                "Noen andre lagret det samme samtidig. Se i listen, og prøv igjen."
            )
        request.refusal = refusal  # type: ignore[attr-defined]
        return self._shown(request, *args, **kwargs)

    def get_form(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Give the form, or one that says why it was refused."""
        form = super().get_form(request, *args, **kwargs)  # type: ignore[misc]
        refusal = getattr(request, "refusal", "")
        if not refusal:
            return form
        return type(form.__name__, (Refused, form), {"refusal": refusal})

    def _shown(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        shown: HttpResponse = super().changeform_view(request, *args, **kwargs)  # type: ignore[misc]
        return shown
