"""Keeps the database's groups what the code says the roles are."""

from django.apps import apps
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission
from django.db import transaction

from access.consortium.roles import RIGHTS, StaffRole, rights_of


class UnknownRightError(LookupError):
    """A role names a permission that does not exist."""


def keep_roles() -> None:
    """Give each role's group the rights of the code, and a group of no role none.

    Runs as the owner, when the shared schema has been migrated; the application's own
    role may only read groups and their rights.
    """
    labels = {name.split(".")[0] for rights in RIGHTS.values() for name in rights}
    for label in sorted(labels):
        # Its turn may not have come yet.
        create_permissions(apps.get_app_config(label), verbosity=0)
    with transaction.atomic():
        for other in Group.objects.exclude(name__in=StaffRole.values):
            other.permissions.clear()
        for role in StaffRole:
            group, _made = Group.objects.get_or_create(name=role.value)
            group.permissions.set(_permission(name) for name in rights_of(role))


def _permission(name: str) -> Permission:
    app, _, codename = name.partition(".")
    found = Permission.objects.filter(
        content_type__app_label=app, codename=codename
    ).first()
    if found is None:
        raise UnknownRightError(name)
    return found
