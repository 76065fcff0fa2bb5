"""The workplaces a person may choose between, and the choice made for this shift."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest

from access.models import LastWorkplace, Unit
from access.worker import Post
from access.workplace import choose, worker_of
from audit import log
from audit.verbs import Verb


@dataclass(frozen=True, slots=True)
class Workplace:
    """One unit a person may work at now, with the roles he has there."""

    unit_id: UUID
    name: str
    above: str
    roles: str


def workplaces(posts: Sequence[Post]) -> list[Workplace]:
    """Gather posts by unit, in the order they come."""
    roles: dict[UUID, list[str]] = {}
    for post in posts:
        roles.setdefault(post.unit_id, []).append(str(post.role.label))
    names = {post.unit_id: post.unit_name for post in posts}
    above = dict(Unit.objects.filter(pk__in=roles).values_list("pk", "parent__name"))
    return [
        Workplace(unit_id, names[unit_id], above.get(unit_id) or "", ", ".join(labels))
        for unit_id, labels in roles.items()
    ]


def last_chosen(user_id: UUID, among: Sequence[Workplace]) -> list[Workplace]:
    """Those of the units chosen last time that may still be chosen."""
    last = LastWorkplace.objects.filter(pk=user_id).first()
    chosen = set(last.unit_ids) if last else set()
    return [workplace for workplace in among if workplace.unit_id in chosen]


def choose_workplace(request: HttpRequest, unit_ids: Sequence[UUID]) -> None:
    """Work at these units from now on; remembered for the next shift, and logged."""
    choose(request, unit_ids)
    worker = worker_of(request)
    if worker is None:
        return
    log.append(worker.entry(Verb.CHOSE_WORKPLACE))
    LastWorkplace.objects.update_or_create(
        pk=worker.user_id, defaults={"unit_ids": list(unit_ids)}
    )
