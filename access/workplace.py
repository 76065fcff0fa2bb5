"""Where a person works now: the posts he may choose, and those he has chosen."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, Func, JSONField, OuterRef, QuerySet
from django.db.models.functions import JSONObject
from django.http import HttpRequest

from access.accounts.models import User
from access.levels import LEVELS
from access.models import Employment
from access.roles import CODENAME_PREFIX, RecordKind, Rights, Role
from access.worker import Post, Worker
from audit.controller import controller_here
from audit.entry import Client
from tenants.request_id import request_id

SESSION_KEY = "workplace"
SIGNED_IN_BY = "signed_in_by"
# What tells browsers apart stands in the first part of what they call themselves.
_USER_AGENT_MAX = 120
_ADDRESS_MAX = 64


class NearestEnterprise(Func):
    """Number and name of the nearest unit on a path upwards that has a number (orgnr)."""

    template = (
        "(SELECT json_build_array(above.orgnr, above.name) FROM access_unit above"
        " WHERE above.id = ANY (%(expressions)s) AND above.orgnr <> ''"
        " ORDER BY cardinality(above.path) DESC LIMIT 1)"
    )
    output_field = JSONField()


class RightsOfRole(Func):
    """The rows of the role matrix for the role a permission stands for, as JSON."""

    template = (
        "(SELECT json_agg(json_build_array(rights.record_kind, rights.reads, rights.writes,"
        " rights.signs, rights.does)) FROM access_rolerights rights"
        " WHERE %(expressions)s = 'work_as_' || rights.role)"
    )
    output_field = JSONField()


def posts_of(user_id: UUID, *, at: datetime | None = None) -> list[Post]:
    """List the posts a person may work in at a moment, by unit name."""
    moment = at or datetime.now(UTC)
    return [_post(row) for row in _employments(moment).filter(user_id=user_id)]


def posts_subquery(at: datetime) -> ArraySubquery:
    """The posts in force of the account a query finds, as rows for `posts_now`."""
    return ArraySubquery(_employments(at).filter(user_id=OuterRef("pk")))


def _employments(at: datetime) -> QuerySet[Employment, dict[str, Any]]:
    """Employments in force at a moment, each as a JSON object with what a post holds."""
    return (
        Employment.objects.filter(valid_from__lte=at, content_object__is_active=True)
        .exclude(valid_until__lte=at)
        .order_by("content_object__sort_key", "permission__codename")
        .values_list(
            JSONObject(
                unit=F("content_object_id"),
                name=F("content_object__name"),
                service=F("content_object__service_type"),
                enterprise=NearestEnterprise(F("content_object__path")),
                codename=F("permission__codename"),
                rights=RightsOfRole(F("permission__codename")),
            ),
            flat=True,
        )
    )


def _post(row: dict[str, Any]) -> Post:
    orgnr, enterprise = row["enterprise"] or _municipality()
    return Post(
        unit_id=UUID(row["unit"]),
        unit_name=row["name"],
        service_type=row["service"],
        orgnr=orgnr,
        enterprise_name=enterprise,
        role=Role(row["codename"].removeprefix(CODENAME_PREFIX)),
        rights={
            RecordKind(kind): Rights(*map(frozenset, cells))
            for kind, *cells in row["rights"] or ()
        },
    )


def _municipality() -> tuple[str, str]:
    here = controller_here()
    return here.orgnr, here.name


def worker_of(request: HttpRequest) -> Worker | None:
    """Tell who acts in a request, and in which posts; None when nobody is signed in.

    Read anew for every request, so that an ended employment counts at once.
    """
    user = request.user
    if not isinstance(user, User):
        return None
    # `access.backends` has read them with the account, in one query.
    rows = getattr(user, "posts_now", None)
    possible = posts_of(user.id) if rows is None else [_post(row) for row in rows]
    chosen = set(request.session.get(SESSION_KEY, ()))
    if len({post.unit_id for post in possible}) == 1:
        chosen = {str(post.unit_id) for post in possible}
    worker = _worker(user, [p for p in possible if str(p.unit_id) in chosen])
    units = {post.unit_id for post in possible}
    return replace(worker, client=client_of(request), may_choose=len(units))


def in_all_posts(user: User) -> Worker:
    """Think of a person at work in every post he has now, to ask what he might do."""
    return _worker(user, posts_of(user.id))


def _worker(user: User, posts: list[Post]) -> Worker:
    return Worker(
        user_id=user.id,
        name=user.name,
        profession=user.profession,
        title=user.title,
        hpr_number=user.hpr_number,
        posts=tuple(posts),
    )


def choose(request: HttpRequest, unit_ids: Iterable[UUID]) -> None:
    """Remember in the session where the person works now."""
    request.session[SESSION_KEY] = [str(unit_id) for unit_id in unit_ids]


def client_of(request: HttpRequest) -> Client:
    """Describe the machine and the session a request came from, for the log."""
    key = request.session.session_key or ""
    method = request.session.get(SIGNED_IN_BY, "")
    return Client(
        channel="html",
        page=page_of(request),
        address=request.META.get("REMOTE_ADDR", "")[:_ADDRESS_MAX],
        user_agent=request.headers.get("User-Agent", "")[:_USER_AGENT_MAX],
        session=sha256(key.encode()).hexdigest()[:16] if key else "",
        request_id=request_id.get(),
        auth_method=method,
        auth_level=LEVELS.get(method, ""),
    )


def page_of(request: HttpRequest) -> str:
    """Name the page that was asked for; empty before the address has been looked up."""
    return request.resolver_match.view_name if request.resolver_match else ""
