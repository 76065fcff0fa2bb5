"""Time-limited access given by leaders: what is in force, and whom it can be given to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet, Value
from django.db.models.functions import Concat
from django.utils import timezone

from access.accounts.models import User
from access.actions import Action
from access.models import Basis, CareRelation, Employment, GrantReason
from access.roles import RecordKind
from access.selectors import codenames_that_may, in_force
from journal.record.models import OpenRecord

COLLEAGUES_MAX = 20
_NAME_MIN = 2


@dataclass(frozen=True, slots=True)
class Grant:
    """Access given to one colleague for a time."""

    id: UUID
    colleague: str
    given_by: str
    reason: str
    valid_from: datetime
    valid_until: datetime


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody access can be given to, told apart by what he works as."""

    user_id: UUID
    name: str
    work: str


@dataclass(frozen=True, slots=True)
class Colleagues:
    """Answer to a search for a colleague; `found` holds at most twenty."""

    words: str
    found: list[Colleague]
    has_more: bool = False


def grants_in_force(record: OpenRecord) -> list[Grant]:
    """What is given now or from now on, the first to end first."""
    relations = list(
        CareRelation.objects.filter(
            record_id=record.pk, basis=Basis.GRANT, valid_until__gt=timezone.now()
        ).order_by("valid_until", "pk")
    )
    people = User.objects.in_bulk(
        {person for r in relations for person in (r.worker_id, r.granted_by_id)}
    )
    return [
        Grant(
            id=relation.pk,
            colleague=_name(people, relation.worker_id),
            given_by=_name(people, relation.granted_by_id),
            reason=str(GrantReason(relation.reason_code).label),
            valid_from=relation.valid_from,
            valid_until=relation.valid_until,
        )
        for relation in relations
        if relation.valid_until is not None
    ]


def colleagues_named(
    words: str, *, kind: RecordKind, besides: Iterable[UUID] = ()
) -> Colleagues:
    """Find employed people by parts of their names, in any order; by family name.

    Only those whose role may read such a record at all are found.

    Args:
        words: parts of the name.
        kind: the kind of record.
        besides: those who are not to be found.
    """
    parts = words.split()
    if sum(map(len, parts)) < _NAME_MIN:
        return Colleagues(words.strip(), [])
    users = _who_may_read(kind).exclude(pk__in=list(besides))
    users = users.annotate(whole=Concat("first_name", Value(" "), "last_name"))
    for part in parts:
        users = users.filter(Q(whole__icontains=part) | Q(username__istartswith=part))
    found = list(users.order_by("sort_key", "pk")[: COLLEAGUES_MAX + 1])
    return Colleagues(
        words=words.strip(),
        found=_colleagues(found[:COLLEAGUES_MAX]),
        has_more=len(found) > COLLEAGUES_MAX,
    )


def may_be_granted(user_id: UUID, *, kind: RecordKind) -> bool:
    """Whether a person works as something that can read such a record."""
    return _who_may_read(kind).filter(pk=user_id).exists()


def colleague(user_id: UUID) -> Colleague | None:
    """Name one person and his work; None when nobody has the id."""
    found = _colleagues(list(User.objects.filter(pk=user_id, is_active=True)))
    return found[0] if found else None


def _who_may_read(kind: RecordKind) -> QuerySet[User]:
    readers = Employment.objects.filter(
        in_force(),
        permission__codename__in=codenames_that_may(Action.READ_RECORD, kind),
    )
    return User.objects.filter(is_active=True, pk__in=readers.values("user_id"))


def _colleagues(users: Sequence[User]) -> list[Colleague]:
    employments = (
        Employment.objects.filter(in_force(), user__in=users)
        .select_related("permission", "content_object")
        .order_by("content_object__sort_key", "permission__codename")
    )
    work: dict[UUID, list[str]] = {}
    for employment in employments:
        label = f"{employment.role.label}, {employment.content_object.name}"
        work.setdefault(employment.user_id, []).append(label)
    return [
        Colleague(user.pk, user.name, " + ".join(work.get(user.pk, [])))
        for user in users
    ]


def _name(people: dict[UUID, User], user_id: UUID | None) -> str:
    user = people.get(user_id) if user_id else None
    return user.name if user else ""
