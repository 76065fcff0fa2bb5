"""How long a sign-in lasts: one shift with overtime, however busy the person is."""

from datetime import timedelta

from django.http import HttpRequest
from django.utils import timezone

SIGNED_IN_AT = "signed_in_at"
LONGEST = timedelta(hours=14)


def has_expired(request: HttpRequest) -> bool:
    """Whether the person signed in too long ago; a session without a time has."""
    began = request.session.get(SIGNED_IN_AT)
    if not isinstance(began, float):
        return True
    return timezone.now().timestamp() - began > LONGEST.total_seconds()
