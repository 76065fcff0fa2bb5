"""Events of the access log that concern no patient: sign-in, workplace and rights."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TypedDict, Unpack
from uuid import UUID, uuid4

from django.db import transaction

from access.accounts.managers import fold_username
from access.accounts.models import User
from access.roles import Role
from access.worker import Worker
from audit import log
from audit.controller import controller_here
from audit.entry import Actor, Client, Entry, Query, Subject, Target
from audit.hashing import keyed_hash
from audit.verbs import Outcome, Verb

# Who acts when the consortium starts a municipality; no person of the municipality does.
CONSORTIUM = Actor(id=None, name="Konsortiet")
NOBODY = Actor(id=None, name="")
# Who acts when the clock does: no person, but what the municipality has set up.
SYSTEM = Actor(id=None, name="Akson")


class Facts(TypedDict, total=False):
    """What else an event may say; see `audit.entry.Entry`."""

    outcome: Outcome
    refusal: str
    target: Target | None
    query: Query | None
    detail: Mapping[str, str]


def append(verb: Verb, *, actor: Actor, client: Client, **facts: Unpack[Facts]) -> UUID:
    """Commit one event of somebody who is not at work to the municipality's log.

    Raises:
        NoMunicipalityError: no municipality is entered.
    """
    entry = Entry(
        verb=verb, actor=actor, municipality=controller_here(), client=client, **facts
    )
    return log.append(entry)[0]


def system_entry(verb: Verb) -> Entry:
    """Begin an event of the system's own, by background work.

    Raises:
        NoMunicipalityError: no municipality is entered.
    """
    return Entry(
        verb=verb,
        actor=SYSTEM,
        municipality=controller_here(),
        client=Client(channel="job"),
    )


@dataclass(frozen=True, slots=True)
class RightsChange:
    """One change of somebody's rights, prepared: what the log says of it, and how it is made.

    Args:
        target: the account, or the row, it is about.
        detail: what is done, in ids and codes.
        store: makes the change; called in a transaction, once the log has it.
        subjects: patients to whom somebody's way is closed by it, mentioned only.
        verb: what is done, when it changes no right by itself.
    """

    target: Target
    detail: Mapping[str, str]
    store: Callable[[], object]
    subjects: tuple[Subject, ...] = ()
    verb: Verb = Verb.RIGHTS_CHANGED


def carry_out(
    changes: Sequence[RightsChange], *, by: Worker, role: Role = Role.LOCAL_ADMIN
) -> None:
    """Say in the log all that is about to be changed, then change all of it or nothing.

    Args:
        changes: in the order they are made.
        by: who makes them.
        role: the role that lets him.
    """
    entry = by.entry_as(role, Verb.RIGHTS_CHANGED)
    entries = [
        replace(
            entry,
            id=uuid4(),
            verb=change.verb,
            target=change.target,
            detail=change.detail,
            subjects=change.subjects,
        )
        for change in changes
    ]
    with _said_first(*entries):
        for change in changes:
            change.store()


@contextmanager
def changing_rights(
    *, by: Worker, target: Target, detail: Mapping[str, str]
) -> Iterator[None]:
    """Say in the log what is about to be changed, then change it in one transaction.

    The event is committed first, so that no right ever changes without it. If the
    change fails, a second event says so.
    """
    entry = by.entry_as(Role.LOCAL_ADMIN, Verb.RIGHTS_CHANGED)
    with _said_first(replace(entry, target=target, detail=detail)):
        yield


@contextmanager
def changing_own_rights(
    user: User, *, client: Client, detail: Mapping[str, str]
) -> Iterator[None]:
    """The same of a person who gets rights by a link, before he has signed in."""
    entry = Entry(
        verb=Verb.RIGHTS_CHANGED,
        actor=actor_of(user),
        municipality=controller_here(),
        client=client,
        target=account_target(user.pk),
        detail=detail,
    )
    with _said_first(entry):
        yield


@contextmanager
def _said_first(*entries: Entry) -> Iterator[None]:
    for entry in entries:
        log.append(entry)
    try:
        with transaction.atomic():
            yield
    except Exception:
        for entry in entries:
            log.append(entry.afterwards(Outcome.FAILED, event_id=entry.id))
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
    return keyed_hash("username", fold_username(typed))
