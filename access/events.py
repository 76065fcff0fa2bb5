"""Events of the access log that concern no patient: sign-in, workplace and rights."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from typing import TypedDict, Unpack
from uuid import UUID

from django.db import transaction
from django.utils.crypto import salted_hmac

from access.accounts.managers import fold_username
from access.accounts.models import User
from access.roles import Role
from access.worker import Worker
from audit import log
from audit.entry import Actor, Client, Entry, Place, Query, Target
from audit.verbs import Outcome, Verb
from tenants.context import current_municipality

# Who acts when the consortium starts a municipality; no person of the municipality does.
CONSORTIUM = Actor(id=None, name="Konsortiet")
NOBODY = Actor(id=None, name="")


class NoMunicipalityError(RuntimeError):
    """The access log belongs to a municipality, and none is entered."""


class Facts(TypedDict, total=False):
    """What else an event may say; see `audit.entry.Entry`."""

    outcome: Outcome
    place: Place
    target: Target | None
    query: Query | None
    detail: Mapping[str, str]


def append(verb: Verb, *, actor: Actor, client: Client, **facts: Unpack[Facts]) -> UUID:
    """Commit one event to the municipality's log.

    Raises:
        NoMunicipalityError: no municipality is entered.
    """
    municipality = current_municipality()
    if municipality is None:
        raise NoMunicipalityError
    entry = Entry(
        verb=verb,
        actor=actor,
        client=client,
        municipality_id=municipality.id,
        municipality_orgnr=municipality.orgnr,
        **facts,
    )
    return log.append(entry)[0]


@contextmanager
def changing_rights(
    *, by: Worker, target: Target, detail: Mapping[str, str]
) -> Iterator[None]:
    """Say in the log what is about to be changed, then change it in one transaction.

    The event is committed first, so that no right ever changes without it. If the
    change fails, a second event says so.
    """
    say = partial(
        append,
        Verb.RIGHTS_CHANGED,
        actor=by.actor(Role.LOCAL_ADMIN.value),
        client=by.client,
        place=by.place(),
        target=target,
    )
    event_id = say(detail=detail)
    try:
        with transaction.atomic():
            yield
    except Exception:
        say(outcome=Outcome.FAILED, detail={**detail, "after": str(event_id)})
        raise


def actor_of(user: User) -> Actor:
    """The person as the log names him before he has a workplace."""
    return Actor(
        id=user.id,
        name=user.name,
        profession=user.profession,
        title=user.title,
        hpr_number=user.hpr_number,
    )


def account_target(user_id: UUID) -> Target:
    """The account an event is about."""
    return Target("accounts.User", str(user_id))


def hash_username(typed: str) -> str:
    """Give the keyed hash of a user name, the same for the same name here and now only.

    What was typed may be a password in the wrong field, so it is never stored itself.
    """
    municipality = current_municipality()
    salt = f"akson.username.{municipality.id if municipality else 'consortium'}"
    return salted_hmac(salt, fold_username(typed), algorithm="sha256").hexdigest()
