"""Which units a person may be taken in at or moved to, and who works where he is."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from access.actions import Action
from access.models import Employment, Unit, UnitKind
from access.roles import RecordKind
from access.selectors import codenames_that_may, in_force, shut_out_by_name
from access.worker import Worker
from journal.record.models import OpenRecord


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody who works where the patient is, and may be named in the care team."""

    user_id: UUID
    name: str
    role_label: str


def units_to_admit_at(worker: Worker) -> QuerySet[Unit]:
    """The units, with those under them, at which the worker may take people in."""
    return _places().filter(path__overlap=_where(worker, Action.ADMIT))


def units_where(worker: Worker, action: Action) -> QuerySet[Unit]:
    """The worker's own units at which his role may do something."""
    return Unit.objects.filter(pk__in=_where(worker, action), is_active=True)


def units_to_move_to() -> QuerySet[Unit]:
    """All units in use at which a person may be."""
    return _places()


def colleagues_around(record: OpenRecord) -> list[Colleague]:
    """Those employed now at the units that have the patient in this record, by family name."""
    paths = record.episodes.filter(ends_at=None).values_list("unit__path", flat=True)
    units = {unit for path in paths for unit in path}
    codenames = codenames_that_may(Action.READ_IDENTITY, RecordKind(record.kind))
    employments = (
        Employment.objects.filter(in_force())
        .filter(content_object_id__in=units, permission__codename__in=codenames)
        .filter(user__is_active=True)
        .select_related("user", "permission")
    )
    roles: dict[UUID, tuple[str, set[str]]] = {}
    for employment in employments.order_by("user__sort_key"):
        user = employment.user
        roles.setdefault(user.pk, (user.name, set()))[1].add(str(employment.role.label))
    return [
        Colleague(pk, name, ", ".join(sorted(labels)))
        for pk, (name, labels) in roles.items()
    ]


def colleagues_to_name(record: OpenRecord) -> list[Colleague]:
    """Those of them who may be named to follow the patient: not whom he has shut out."""
    shut_out = shut_out_by_name(record.pk)
    return [one for one in colleagues_around(record) if one.user_id not in shut_out]


def _where(worker: Worker, action: Action) -> list[UUID]:
    return [
        post.unit_id
        for post in worker.posts
        if any(rights.allows(action) for rights in post.rights.values())
    ]


def _places() -> QuerySet[Unit]:
    """Units people can be at; an enterprise only when it gives a service itself."""
    return Unit.objects.filter(is_active=True).exclude(
        kind=UnitKind.ENTERPRISE, service_type=""
    )
