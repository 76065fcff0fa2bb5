"""Reads across accounts, units and employments: whom to call, and who administers what."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.contrib.postgres.fields import ArrayField
from django.db.models import CharField, Func, Q, QuerySet, Value
from django.db.models.functions import Concat

from access.accounts.models import User
from access.actions import Action
from access.models import (
    Block,
    BlockedWhat,
    BlockedWhom,
    Employment,
    RoleRights,
    Unit,
)
from access.roles import CODENAME_PREFIX, RecordKind, Role
from access.workplace import posts_of


class KeysAbove(Func):
    """The sort keys on the way down to a unit, its own last."""

    template = (
        "ARRAY(SELECT above.sort_key FROM access_unit above"
        " WHERE above.id = ANY (access_unit.path)"
        " ORDER BY array_position(access_unit.path, above.id))"
    )


@dataclass(frozen=True, slots=True)
class Administrator:
    """A local administrator, and where to find him."""

    name: str
    unit_name: str
    phone: str


def in_force(at: datetime | None = None) -> Q:
    """Employments in force at a moment, now unless told."""
    moment = at or datetime.now(UTC)
    begun = Q(valid_from__lte=moment, content_object__is_active=True)
    return begun & (Q(valid_until=None) | Q(valid_until__gt=moment))


def codenames_that_may(action: Action, kind: RecordKind) -> QuerySet[RoleRights, str]:
    """The permissions of the roles that may do something in a kind of record, to ask among.

    As `Rights.allows` says, of actions the matrix names and of reading.
    """
    allowed = RoleRights.objects.filter(record_kind=kind)
    if action.is_named_in_matrix:
        allowed = allowed.filter(does__contains=[action.value])
    if action.level is not None:
        allowed = allowed.exclude(**{action.level.value: []})
    codename = Concat(Value(CODENAME_PREFIX), "role")
    return allowed.annotate(codename=codename).values_list("codename", flat=True)


def shut_out_by_name(record_id: UUID) -> set[UUID]:
    """The people to whom a patient has closed the whole of a record, each by name.

    Lists of whom to choose among leave them out; the policy decides in any case.
    """
    now = datetime.now(UTC)
    blocks = Block.objects.filter(
        Q(valid_until=None) | Q(valid_until__gt=now),
        record_id=record_id,
        what=BlockedWhat.ALL,
        whom=BlockedWhom.PERSON,
        valid_from__lte=now,
    )
    return {found for found in blocks.values_list("worker_id", flat=True) if found}


def local_administrators() -> list[Administrator]:
    """List whom to call about accounts and rights, by name."""
    employments = (
        Employment.objects.filter(
            in_force(), permission__codename=Role.LOCAL_ADMIN.codename
        )
        .filter(user__is_active=True)
        .select_related("user", "content_object")
        .order_by("user__sort_key")
    )
    return [
        Administrator(
            name=employment.user.name,
            unit_name=employment.content_object.name,
            phone=employment.content_object.phone,
        )
        for employment in employments
    ]


def administered_unit_ids(user_id: UUID) -> list[UUID]:
    """Name the units a person administers; what lies under them is included by `path`."""
    return [post.unit_id for post in posts_of(user_id) if post.role is Role.LOCAL_ADMIN]


def units_under(unit_ids: Iterable[UUID]) -> QuerySet[Unit]:
    """These units and all below them."""
    return Unit.objects.filter(path__overlap=list(unit_ids))


def units_in_tree(unit_ids: Iterable[UUID]) -> QuerySet[Unit]:
    """These units and all below them, each under the one it belongs to, by name."""
    keys = KeysAbove(output_field=ArrayField(CharField()))
    return units_under(unit_ids).annotate(keys_above=keys).order_by("keys_above")


def accounts_administered_from(unit_ids: Iterable[UUID]) -> QuerySet[User]:
    """Accounts whose every employment, in force or to come, lies at or below these units.

    A unit out of use counts too: it may be taken into use again.
    """
    elsewhere = Employment.objects.exclude(valid_until__lte=datetime.now(UTC)).exclude(
        content_object__path__overlap=list(unit_ids)
    )
    return User.objects.exclude(pk__in=elsewhere.values("user_id"))


def is_employed(user_id: UUID) -> bool:
    """Whether a person has an employment in force or to come."""
    return (
        Employment.objects.filter(user_id=user_id)
        .exclude(valid_until__lte=datetime.now(UTC))
        .exists()
    )


def work_in_words(employments: Iterable[Employment]) -> str:
    """Say what a person works as, and where: each role once, with its units."""
    units: dict[str, list[str]] = {}
    for employment in employments:
        places = units.setdefault(str(employment.role.label), [])
        places.append(employment.content_object.name)
    return "; ".join(f"{role}, {' + '.join(where)}" for role, where in units.items())


def period_in_words(employment: Employment) -> str:
    """Say from and to which day somebody is employed."""
    first, last = employment.first_day, employment.last_day
    return f"{first:%d.%m.%Y} – {last:%d.%m.%Y}" if last else f"{first:%d.%m.%Y} –"


def employments_of(user_id: UUID) -> list[Employment]:
    """All employments of a person, those in force and to come first."""
    return list(
        Employment.objects.filter(user_id=user_id)
        .select_related("content_object", "permission")
        .order_by("-valid_from", "content_object__sort_key")
    )


def employments_at(unit: Unit) -> list[Employment]:
    """Those at a unit itself in force and to come, by name."""
    return list(
        Employment.objects.filter(content_object=unit)
        .exclude(valid_until__lte=datetime.now(UTC))
        .select_related("user", "permission")
        .order_by("user__sort_key", "permission__codename")
    )


@dataclass(frozen=True, slots=True)
class Factor:
    """One thing a person signs in with besides his password."""

    id: int
    name: str
    is_app: bool
    created_at: datetime
    last_used_at: datetime | None


def factors_of(user_id: UUID) -> list[Factor]:
    """List a person's app and passkeys, the oldest first."""
    found = Authenticator.objects.filter(user_id=user_id).order_by("created_at")
    return [
        Factor(
            id=factor.pk,
            name=factor.data.get("name", ""),
            is_app=factor.type == Authenticator.Type.TOTP,
            created_at=factor.created_at,
            last_used_at=factor.last_used_at,
        )
        for factor in found.exclude(type=Authenticator.Type.RECOVERY_CODES)
    ]
