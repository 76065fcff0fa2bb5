"""The demo's accounts: what one password opens, and what each person works as."""

from dataclasses import dataclass

from access.accounts.models import User
from access.models import Employment
from akson_project.demo.tour import PASSWORD


@dataclass(frozen=True, slots=True)
class DemoAccount:
    """One account that may be signed in with in the demo."""

    username: str
    name: str
    work: str
    password: str = PASSWORD


def demo_accounts() -> list[DemoAccount]:
    """List the accounts of the municipality the process works in now, by what they do."""
    people: dict[object, list[str]] = {}
    employments = Employment.objects.select_related("content_object", "permission")
    for employment in employments.order_by("permission__codename", "pk"):
        work = f"{employment.role.label}, {employment.content_object.name}"
        people.setdefault(employment.user_id, []).append(work)
    users = User.objects.filter(is_active=True).in_bulk()
    return [
        DemoAccount(users[user_id].username, users[user_id].name, " + ".join(work))
        for user_id, work in people.items()
        if user_id in users
    ]
