"""Who may come and help at a unit, and who is there as a substitute."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Concat

from access.accounts.models import User
from access.models import Employment, Unit
from access.roles import Role
from access.selectors import in_force
from access.staff.selectors.leading import CLINICAL

SHOWN_MAX = 20
_BETWEEN = ":"


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who may come, in one of the roles he has."""

    user_id: UUID
    role: Role
    name: str
    work: str

    @property
    def key(self) -> str:
        """What the form sends when he is chosen."""
        return f"{self.user_id}{_BETWEEN}{self.role.value}"


@dataclass(frozen=True, slots=True)
class Candidates:
    """Those found, at most twenty."""

    found: list[Candidate]
    has_more: bool


def read_key(key: str) -> tuple[UUID, Role]:
    """Read back whom a form has chosen.

    Raises:
        ValueError: it names nobody.
    """
    user_id, _between, role = key.partition(_BETWEEN)
    return UUID(user_id), Role(role)


def candidates(words: str, *, at: Unit, besides: UUID) -> Candidates:
    """Find people by parts of their names; without a name, those who have helped here.

    Each person stands once for each clinical role he has in the municipality now.
    """
    whole = Concat("user__first_name", Value(" "), "user__last_name")
    found = _may_come(at).exclude(user_id=besides).annotate(whole=whole)
    for word in words.split():
        found = found.filter(
            Q(whole__icontains=word) | Q(user__username__istartswith=word)
        )
    if not words.strip():
        been_here = Employment.objects.filter(content_object=at, is_substitute=True)
        found = found.filter(user_id__in=been_here.values("user_id"))
    people: dict[str, Candidate] = {}
    for one in found.order_by("user__sort_key", "pk")[: SHOWN_MAX * 3]:
        work = f"{one.role.label}, {one.content_object.name}"
        made = Candidate(one.user_id, one.role, one.user.name, work)
        people.setdefault(made.key, made)
    shown = list(people.values())
    return Candidates(shown[:SHOWN_MAX], len(shown) > SHOWN_MAX)


def may_substitute(user_id: UUID, role: Role, *, at: Unit) -> bool:
    """Whether a person may come to a unit in a role."""
    found = _may_come(at).filter(user_id=user_id)
    return found.filter(permission__codename=role.codename).exists()


def substitutes_at(units: Iterable[Unit]) -> list[Employment]:
    """The substitutes who are at these units now, the first to leave first."""
    return list(
        Employment.objects.filter(
            is_substitute=True,
            content_object__in=units,
            valid_until__gt=datetime.now(UTC),
        )
        .select_related("user", "content_object", "permission")
        .order_by("valid_until", "user__sort_key")
    )


def _may_come(at: Unit) -> QuerySet[Employment]:
    """Employments, not as a substitute, in a clinical role that is not one at the unit."""
    works_here = Employment.objects.filter(
        in_force(),
        content_object_id__in=at.path,
        user_id=OuterRef("user_id"),
        permission_id=OuterRef("permission_id"),
    )
    found = Employment.objects.filter(
        in_force(),
        user__is_active=True,
        is_substitute=False,
        permission__codename__in=[role.codename for role in CLINICAL],
    )
    found = found.exclude(Exists(works_here))
    return found.select_related("user", "content_object", "permission")


def person(user_id: UUID) -> User:
    """Find somebody a form has chosen among the candidates."""
    return User.objects.get(pk=user_id)
