"""Which leaves may lack their events: those that two persons have decided to erase.

Nothing in the rows about it is believed. Both events are read again from their sealed
bytes: the proposal and its confirmation, about the same leaves, by two different people.
"""

import json
from collections.abc import Iterable
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any, NamedTuple

from audit.verbs import Outcome, Verb

# What the database asks at the least (`audit.erasing.policy`), reckoned in days.
_KEPT_AT_LEAST = timedelta(days=5 * 365)
_SAID = ("era", "leaves", "before")


class Decision(NamedTuple):
    """The bytes of the two events of a decision, and the leaves they are sealed in."""

    proposal: bytes | None
    proposal_leaf: bytes | None
    confirmation: bytes | None
    confirmation_leaf: bytes | None


def erased_leaves(decisions: Iterable[Decision]) -> dict[int, int]:
    """Say for each era how many of its first leaves may lack their events."""
    erased: dict[int, int] = {}
    for decision in decisions:
        proved = _proved(decision)
        if proved is not None:
            era, leaves = proved
            erased[era] = max(leaves, erased.get(era, 0))
    return erased


def _proved(decision: Decision) -> tuple[int, int] | None:
    """Give era and number of leaves, if the two events decide it together."""
    try:
        one = _sealed(decision.proposal, decision.proposal_leaf)
        two = _sealed(decision.confirmation, decision.confirmation_leaf)
        said = [[body["detail"][name] for name in _SAID] for body in (one, two)]
        if (
            said[0] != said[1]
            or (one["verb"], two["verb"])
            != (Verb.LOG_ERASURE_PROPOSED.value, Verb.LOG_ERASURE_CONFIRMED.value)
            or {one["outcome"], two["outcome"]} != {Outcome.DONE.value}
            or one["target"] != two["target"]
            or one["actor"]["id"] == two["actor"]["id"]
            or not _is_old(said[0][2], one["recorded"])
        ):
            return None
        return int(said[0][0]), int(said[0][1])
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def _sealed(body: bytes | None, leaf: bytes | None) -> dict[str, Any]:
    """Read an event that is what was sealed.

    Raises:
        ValueError, KeyError: it is another, or none.
    """
    if body is None or leaf is None or sha256(b"\x00" + body).digest() != leaf:
        raise ValueError("not what was sealed")
    said = json.loads(body)
    if not isinstance(said, dict):
        raise KeyError("no event")
    return said


def _is_old(before: str, recorded: str) -> bool:
    then, now = datetime.fromisoformat(before), datetime.fromisoformat(recorded)
    return then <= now - _KEPT_AT_LEAST
