"""The demo's accounts: what one password opens, and what each person works as."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from access.accounts.models import User
from access.models import Employment
from access.roles import Role
from access.selectors import in_force, work_in_words
from akson_project.demo.tour import PASSWORD


@dataclass(frozen=True, slots=True)
class DemoAccount:
    """One account that may be signed in with in the demo."""

    username: str
    name: str
    work: str
    password: str = PASSWORD


def demo_accounts() -> list[DemoAccount]:
    """List the accounts of the municipality the process works in now.

    By what they do now and by family name; last those who have left or not begun.
    """
    jobs: dict[User, list[Employment]] = {}
    in_order = ("user__sort_key", "content_object__sort_key")
    for job in (
        Employment.objects.filter(in_force(), user__is_active=True)
        .select_related("user", "content_object", "permission")
        .order_by(*in_order)
    ):
        jobs.setdefault(job.user, []).append(job)
    working = sorted(jobs.items(), key=lambda one: _place_of(one[1]))
    return [
        *(_account(user, work=work_in_words(posts)) for user, posts in working),
        *(_account(user, work=_("Ingen ansettelse nå")) for user in _others(jobs)),
    ]


def _others(working: dict[User, list[Employment]]) -> list[User]:
    employed = User.objects.filter(pk__in=Employment.objects.values("user_id"))
    others = employed.filter(is_active=True).exclude(pk__in=[u.pk for u in working])
    return list(others.order_by("sort_key"))


def _place_of(jobs: Sequence[Employment]) -> int:
    """Roles stand as in `access.roles`: those who work with patients first."""
    return min(list(Role).index(job.role) for job in jobs)


def _account(user: User, *, work: str) -> DemoAccount:
    return DemoAccount(user.username, user.name, work)
