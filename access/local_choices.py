"""What the municipality says of itself: its language, and whom people ask."""

from django.db import OperationalError, ProgrammingError
from django.http import HttpRequest
from django.utils.translation import gettext as _

from access.accounts.models import User
from access.models import LocalChoices
from tenants.models import Municipality

# What a sign-in remembers, so that no page asks for it.
LANGUAGE = "language_here"


def choices_in_force() -> LocalChoices:
    """What the municipality has chosen; nothing, before it has."""
    return LocalChoices.objects.filter(pk=1).first() or LocalChoices()


def remember_language(request: HttpRequest) -> None:
    """Let the session know the municipality's language."""
    request.session[LANGUAGE] = choices_in_force().language


def privacy_officer(chosen: LocalChoices) -> str:
    """Say in a sentence how the data protection officer is reached; "" when it is not told."""
    where = [chosen.privacy_phone, chosen.privacy_email]
    said = _("Kommunens personvernombud: %(where)s.")
    return said % {"where": ", ".join(filter(None, where))} if any(where) else ""


def for_patients(chosen: LocalChoices) -> list[str]:
    """Say whom a patient may call about his record, and about privacy; what is told of it."""
    phone = chosen.patients_phone
    said = _("Har du spørsmål om journalen din, kan du ringe %(phone)s.")
    own = said % {"phone": phone} if phone else ""
    return [one for one in (own, privacy_officer(chosen)) if one]


def language_of(request: HttpRequest, *, asks: bool) -> str:
    """Give the written language of a page: the person's, else the municipality's.

    Args:
        request: whose page it is.
        asks: whether the municipality's choice may be asked for, of one not signed in.
    """
    tenant: Municipality | None = getattr(request, "tenant", None)
    if tenant is None:
        return _own(request) or "nb"
    resolved = "nn" if tenant.language == "nn" else "nb"
    if request.user.is_authenticated:
        return _own(request) or request.session.get(LANGUAGE) or resolved
    return (_asked() if asks else "") or resolved


def _own(request: HttpRequest) -> str:
    return request.user.language if isinstance(request.user, User) else ""


def _asked() -> str:
    """Ask; while the schema is being changed there may be no answer."""
    try:
        return choices_in_force().language
    except (OperationalError, ProgrammingError):
        return ""
