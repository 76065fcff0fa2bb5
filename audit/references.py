"""A short reference to one event (henvisningsnummer), to be read aloud and typed.

It names an event and nobody else: whoever is shown a closed door can ask why it was
closed, without saying which patient it was.
"""

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from audit.models import AccessEvent
from audit.verbs import Outcome, Verb

# Crockford's: no I, L, O or U, which are misread.
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MISREAD = str.maketrans("ILO", "110", " -–.")
_LENGTH = 8
_BITS = 5 * _LENGTH
KEPT_FOR = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Referred:
    """One event about at most one record, as somebody asks about it.

    Args:
        id: the event.
        at: when it was.
        verb: what was done, or tried.
        outcome: how it went.
        refusal: the code of what stood in the way.
        basis: the ground it was done on.
        action: the action's code, where the verb alone does not tell.
        actor_id: who did it.
        actor_name: what he was called.
        role: as what.
        unit_ids: where he worked.
        record_id: the record; None when it was about none, or about several.
    """

    id: UUID
    at: datetime
    verb: Verb
    outcome: Outcome
    refusal: str
    basis: str
    action: str
    actor_id: UUID
    actor_name: str
    role: str
    unit_ids: tuple[UUID, ...]
    record_id: UUID | None


def reference_of(event_id: UUID) -> str:
    """Give an event's reference: the beginning of its id, in letters that are not misread."""
    number = event_id.int >> (128 - _BITS)
    shifts = range(_BITS - 5, -1, -5)
    letters = "".join(_LETTERS[number >> shift & 31] for shift in shifts)
    return f"{letters[:4]}-{letters[4:]}"


def read_reference(typed: str) -> str | None:
    """Read a reference as it was typed; None when it cannot be one."""
    letters = typed.upper().translate(_MISREAD)
    if len(letters) != _LENGTH or not set(letters) <= set(_LETTERS):
        return None
    return f"{letters[:4]}-{letters[4:]}"


def referred_event(reference: str) -> Referred | None:
    """Find the event of a person that a reference names, of the last 90 days."""
    number = 0
    for letter in reference.replace("-", ""):
        number = number << 5 | _LETTERS.index(letter)
    first = UUID(int=number << (128 - _BITS))
    last = UUID(int=(number + 1 << (128 - _BITS)) - 1)
    found = AccessEvent.objects.filter(
        id__range=(first, last),
        recorded_at__gt=datetime.now(UTC) - KEPT_FOR,
        actor_id__isnull=False,
        is_demo=False,
    )
    event = found.order_by("-recorded_at").first()
    return None if event is None else _referred(event)


def _referred(event: AccessEvent) -> Referred:
    body: dict[str, Any] = json.loads(bytes(event.body))
    records = {
        subject["record"]
        for subject in body.get("subjects") or ()
        if subject.get("record")
    }
    units = [
        place.get("unit")
        for place in (body.get("place") or {}, *(body.get("posts") or ()))
    ]
    assert event.actor_id is not None  # noqa: S101 - asked for above
    return Referred(
        id=event.pk,
        at=event.recorded_at,
        verb=Verb(event.verb),
        outcome=Outcome(event.outcome),
        refusal=body.get("refusal", ""),
        basis=event.basis,
        action=(body.get("detail") or {}).get("action", ""),
        actor_id=event.actor_id,
        actor_name=body["actor"]["name"],
        role=body["actor"].get("role", ""),
        unit_ids=tuple({UUID(unit): None for unit in units if unit}),
        record_id=UUID(records.pop()) if len(records) == 1 else None,
    )
