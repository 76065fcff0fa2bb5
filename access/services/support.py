"""The consortium asks to see a municipality's settings; the municipality answers, and ends it.

All of it happens in the municipality, whose log says each step and each look first.
"""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from access import events
from access.accounts.models import User
from access.errors import RightsError
from access.models import SupportGrant
from access.worker import Worker
from audit.entry import Actor, Client, Target
from audit.verbs import Verb

State = SupportGrant.State


def ask(*, reason: str, hours: int, by: User, client: Client) -> SupportGrant:
    """Ask the municipality that is entered, on behalf of one of the consortium's people.

    Raises:
        RightsError: the person has asked already, or has a grant.
    """
    mine = SupportGrant.objects.filter(asked_by_id=by.pk)
    if any(grant.state in (State.WAITING, State.OPEN) for grant in mine):
        raise RightsError(_("Du har allerede bedt om dette, eller har tilgang nå."))
    grant = SupportGrant(
        asked_by_id=by.pk, asked_by=by.name, reason=reason, hours=hours
    )
    _say(grant, "support_asked", by=by, client=client)
    grant.save(force_insert=True)
    return grant


def answer(grant: SupportGrant, *, is_approved: bool, by: Worker) -> None:
    """Approve or refuse what the consortium asks for.

    Raises:
        RightsError: it is answered or withdrawn already.
    """

    def store(found: SupportGrant) -> None:
        _must_be(found, State.WAITING)
        found.decided_at = timezone.now()
        found.decided_by_id = by.user_id
        if is_approved:
            found.until = found.decided_at + timedelta(hours=found.hours)

    what = "support_approved" if is_approved else "support_refused"
    with events.changing_rights(by=by, target=_target(grant), detail={"what": what}):
        _change(grant, store)


def end(grant: SupportGrant, *, by: Worker) -> None:
    """End a grant before its time, by the municipality.

    Raises:
        RightsError: it is not in force.
    """
    detail = {"what": "support_ended"}
    with events.changing_rights(by=by, target=_target(grant), detail=detail):
        _change(grant, lambda found: _end(found, by.name))


def give_back(grant_id: UUID, *, by: User, client: Client) -> None:
    """End a grant, or withdraw what was asked, by the person of the consortium who asked.

    Raises:
        SupportGrant.DoesNotExist: it is somebody else's.
        RightsError: it is over already.
    """
    grant = SupportGrant.objects.get(pk=grant_id, asked_by_id=by.pk)
    _say(grant, "support_given_back", by=by, client=client)
    with transaction.atomic():
        _change(grant, lambda found: _end(found, by.name))


def say_look(*, by: User, client: Client) -> SupportGrant:
    """Say in the municipality's log that one of the consortium's people looks now.

    Returns:
        The grant by which it is allowed.

    Raises:
        RightsError: the person has no grant that is in force.
    """
    mine = SupportGrant.objects.filter(asked_by_id=by.pk, until__gt=timezone.now())
    grant = mine.filter(ended_at=None).first()
    if grant is None:
        raise RightsError(_("Du har ingen støttetilgang som gjelder nå."))
    events.append(
        Verb.SUPPORT_LOOKED, actor=_actor(by), client=client, target=_target(grant)
    )
    return grant


def _say(grant: SupportGrant, what: str, *, by: User, client: Client) -> None:
    events.append(
        Verb.RIGHTS_CHANGED,
        actor=_actor(by),
        client=client,
        target=_target(grant),
        detail={"what": what, "asked_by": by.username},
    )


def _actor(user: User) -> Actor:
    """Name the person; the account is not one of the municipality's."""
    return Actor(id=None, name=user.name, title="konsortiets brukerstøtte")


def _target(grant: SupportGrant) -> Target:
    return Target("access.SupportGrant", str(grant.pk))


def _change(grant: SupportGrant, store: Callable[[SupportGrant], None]) -> None:
    found = SupportGrant.objects.select_for_update(of=("self",)).get(pk=grant.pk)
    store(found)
    found.save()


def _end(found: SupportGrant, name: str) -> None:
    _must_be(found, State.WAITING, State.OPEN)
    found.ended_at, found.ended_by = timezone.now(), name


def _must_be(grant: SupportGrant, *states: State) -> None:
    if grant.state not in states:
        state = State(grant.state).label
        raise RightsError(_("Støttetilgangen er endret: %(state)s.") % {"state": state})
