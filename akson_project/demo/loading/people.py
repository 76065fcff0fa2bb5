"""Units and the people who work in them."""

from datetime import date, datetime, time
from uuid import UUID
from zoneinfo import ZoneInfo

from django.contrib.auth.models import Permission

from access.accounts.models import User
from access.models import Employment, Unit
from access.roles import CODENAME_PREFIX
from akson_project.demo.loading.keys import Keys, store
from akson_project.demo.stories.model import World
from akson_project.demo.stories.names import user_name

OSLO = ZoneInfo("Europe/Oslo")


def midnight(day: date) -> datetime:
    """The beginning of a day in Norway."""
    return datetime.combine(day, time(), OSLO)


def load_units(world: World, keys: Keys) -> None:
    """Store the tree of units; a parent stands before its children."""
    paths: dict[str, list[UUID]] = {}
    units = []
    for story in world.units:
        unit_id = keys.of("unit", story.key)
        paths[story.key] = [*(paths[story.parent] if story.parent else []), unit_id]
        units.append(
            Unit(
                id=unit_id,
                parent_id=keys.of("unit", story.parent) if story.parent else None,
                path=paths[story.key],
                kind=story.kind,
                name=story.name,
                orgnr=story.orgnr or "",
                service_type=story.service_type or "",
                phone=story.phone,
            )
        )
    store(Unit, units)


def load_workers(world: World, keys: Keys, *, password: str) -> None:
    """Store accounts and employments; authors without an account cannot sign in."""
    store(
        User,
        [
            User(
                id=keys.of("worker", story.key),
                username=story.username or user_name(story.given, story.family),
                first_name=story.given,
                last_name=story.family,
                email=f"{story.username}@demo.invalid" if story.username else "",
                password=password if story.username else "!",
                is_active=story.username is not None,
                profession=story.profession,
                title=story.title,
                hpr_number=story.hpr or "",
            )
            for story in world.workers
        ],
    )
    permissions = {
        permission.codename: permission.pk
        for permission in Permission.objects.filter(
            codename__startswith=CODENAME_PREFIX
        )
    }
    store(
        Employment,
        [
            Employment(
                user_id=keys.of("worker", story.key),
                permission_id=permissions[f"{CODENAME_PREFIX}{employment.role}"],
                content_object_id=keys.of("unit", employment.unit),
                valid_from=midnight(employment.valid_from),
                valid_until=midnight(employment.valid_until)
                if employment.valid_until
                else None,
            )
            for story in world.workers
            for employment in story.employments
        ],
    )
