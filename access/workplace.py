"""Where a person works now: the posts he may choose, and those he has chosen."""

from collections.abc import Iterable
from datetime import UTC, datetime
from hashlib import sha256
from uuid import UUID, uuid4

from django.http import HttpRequest

from access.accounts.models import User
from access.models import Employment
from access.roles import CODENAME_PREFIX, Role
from access.worker import Post, Worker
from audit.entry import Client

SESSION_KEY = "workplace"


def posts_of(user_id: UUID, *, at: datetime | None = None) -> list[Post]:
    """List the posts a person may work in at a moment, by unit name."""
    moment = at or datetime.now(UTC)
    rows = (
        Employment.objects.filter(
            user_id=user_id, valid_from__lte=moment, content_object__is_active=True
        )
        .exclude(valid_until__lte=moment)
        .order_by("content_object__name", "permission__codename")
        .values_list(
            "content_object_id",
            "content_object__name",
            "content_object__orgnr",
            "permission__codename",
        )
    )
    return [
        Post(unit, name, orgnr, Role(codename.removeprefix(CODENAME_PREFIX)))
        for unit, name, orgnr, codename in rows
    ]


def worker_of(request: HttpRequest) -> Worker | None:
    """Tell who acts in a request, and in which posts; None when nobody is signed in.

    Read anew for every request, so that an ended employment counts at once.
    """
    user = request.user
    if not isinstance(user, User):
        return None
    possible = posts_of(user.id)
    chosen = set(request.session.get(SESSION_KEY, ()))
    if len({post.unit_id for post in possible}) == 1:
        chosen = {str(post.unit_id) for post in possible}
    return Worker(
        user_id=user.id,
        name=user.name,
        profession=user.profession,
        title=user.title,
        hpr_number=user.hpr_number,
        posts=tuple(post for post in possible if str(post.unit_id) in chosen),
        client=client_of(request),
        may_choose=len({post.unit_id for post in possible}),
    )


def choose(request: HttpRequest, unit_ids: Iterable[UUID]) -> None:
    """Remember in the session where the person works now."""
    request.session[SESSION_KEY] = [str(unit_id) for unit_id in unit_ids]


def client_of(request: HttpRequest) -> Client:
    """Describe the machine and the session a request came from, for the log."""
    key = request.session.session_key or ""
    return Client(
        channel="html",
        address=request.META.get("REMOTE_ADDR", ""),
        session=sha256(key.encode()).hexdigest()[:16] if key else "",
        request_id=str(getattr(request, "request_id", "") or uuid4()),
        auth_method="password",
    )
