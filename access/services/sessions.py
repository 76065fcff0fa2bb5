"""Ends sign-ins from the outside, when a person no longer belongs here."""

from uuid import UUID

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.utils import timezone


def close_sessions(user_id: UUID) -> int:
    """Sign a person out everywhere.

    Sessions name their person inside the coded data only, so all that are alive are
    looked through: a few thousand take less than a second, and this is rare.

    Returns:
        How many were closed.
    """
    alive = Session.objects.filter(expire_date__gte=timezone.now())
    found = [
        session.pk
        for session in alive.iterator()
        if session.get_decoded().get(SESSION_KEY) == str(user_id)
    ]
    Session.objects.filter(pk__in=found).delete()
    return len(found)
