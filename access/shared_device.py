"""A machine several people use in turn: marked once, and remembered by a signed cookie.

The cookie says nothing of anybody. On such a machine the screen is hidden sooner, and
whoever signs in goes straight to where he worked last.
"""

from django.conf import settings
from django.http import HttpRequest, HttpResponse

_SALT = "akson.shared-device"
_LASTS_SECONDS = 2 * 365 * 24 * 3600


def is_shared(request: HttpRequest) -> bool:
    """Whether the machine has been marked as shared."""
    name = settings.AKSON_SHARED_COOKIE_NAME
    return request.get_signed_cookie(name, default="", salt=_SALT) == "yes"


def mark(response: HttpResponse, *, is_shared: bool) -> None:
    """Mark the machine that gets the answer, or take the mark away."""
    name = settings.AKSON_SHARED_COOKIE_NAME
    if not is_shared:
        response.delete_cookie(name)
        return
    response.set_signed_cookie(
        name,
        "yes",
        salt=_SALT,
        max_age=_LASTS_SECONDS,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
