"""What nobody in the consortium may do, and how a refusal is told that comes late."""

from typing import Any, ClassVar

from django.contrib import messages
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _


class NothingIsDeleted:
    """What the register holds stays; a wrong host name is the exception."""

    def has_delete_permission(self, *_args: Any, **_kwargs: Any) -> bool:
        """Nobody deletes."""
        return False


class TellsRefusals:
    """Tells what was refused after the form was found right, and stores nothing of it.

    Somebody else has stored the same in the meantime.
    """

    refusals: ClassVar[tuple[type[Exception], ...]] = ()

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Show the form, or take it; refused, the page is shown anew with the reason."""
        try:
            answer: HttpResponse = super().changeform_view(request, *args, **kwargs)  # type: ignore[misc]
        except self.refusals as refused:
            messages.error(request, str(refused))
        except IntegrityError:
            said = _(
                "Noen andre lagret det samme samtidig. Se i listen, og prøv igjen."
            )
            messages.error(request, said)
        else:
            return answer
        return HttpResponseRedirect(request.get_full_path())
