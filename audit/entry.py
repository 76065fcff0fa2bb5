"""One entry of the access log, and the exact bytes that are kept of it.

The bytes are final: what is sealed, proved and verified is them, and every
column of the log is an index derived from them. They are JSON after RFC 8785's
rules (sorted ASCII keys, no spaces, no floats), so that another program reads
them without knowing ours. Absent facts are left out; nothing is ever null.
"""

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

from audit.verbs import Outcome, Reach, Verb

FORMAT = 1
BODY_MAX_BYTES = 65_535
SUBJECTS_MAX = 300
NONCE_BYTES = 16


class EntryTooLargeError(ValueError):
    """An entry must fit in 65,535 bytes (the C2SP tile format's bound)."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who did it: a worker (helsepersonell), or a system that acts by itself."""

    id: UUID | None
    name: str
    profession: str = ""
    title: str = ""
    hpr_number: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where it was done from: point of care and department (ATT-16, ATT-22)."""

    unit_id: UUID | None = None
    unit_name: str = ""
    orgnr: str = ""


@dataclass(frozen=True, slots=True)
class Grounds:
    """On what grounds (grunnlag), as the trust framework asks for it (ATT-38 to 48).

    Args:
        basis: code of the basis; see `access.models.Basis`.
        purpose: TREAT, ETREAT, COC, BTG, or another code of v3-ActReason.
        decision_ref: the most specific decision behind the access.
        user_selected: whether the person declared the need himself.
        service: the service the care belongs to (kodeverk 9151).
        reason_code: coded reason, shown to the patient.
        reason_text: free text, never shown to the patient.
    """

    basis: str = ""
    purpose: str = ""
    decision_ref: UUID | None = None
    user_selected: bool = False
    service: str = ""
    reason_code: str = ""
    reason_text: str = ""


@dataclass(frozen=True, slots=True)
class Client:
    """From which machine and session; the session is named by a hash of its key."""

    channel: str = "html"
    address: str = ""
    session: str = ""
    request_id: str = ""
    auth_method: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """The row that was read or changed: its type and id, never its content."""

    type: str
    id: str
    version: int | None = None


@dataclass(frozen=True, slots=True)
class Query:
    """What was asked in a search: kind, keyed hash or words, and number of hits."""

    kind: str
    text: str = ""
    keyed_hash: str = ""
    hits: int | None = None


@dataclass(frozen=True, slots=True)
class Subject:
    """One person the event concerns, and how far it opens the door to him.

    Args:
        kinds: the kinds of rows that may be read; None means all.
        until: rows written later than this stay closed; None means no bound.
        hidden: rows that stay closed (blocked documents).
        basis: in a list, the ground on which this person is in it.
        decision_ref: in a list, the decision behind it.
    """

    patient_id: UUID
    record_id: UUID | None = None
    reach: Reach = Reach.IDENTITY
    kinds: tuple[str, ...] | None = None
    until: datetime | None = None
    hidden: tuple[UUID, ...] | None = None
    basis: str = ""
    decision_ref: UUID | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """All that one event says."""

    verb: Verb
    actor: Actor
    municipality_id: UUID
    municipality_orgnr: str
    outcome: Outcome = Outcome.DONE
    place: Place = Place()
    grounds: Grounds = Grounds()
    client: Client = Client()
    subjects: tuple[Subject, ...] = ()
    target: Target | None = None
    query: Query | None = None
    detail: Mapping[str, str] = field(default_factory=dict)
    is_demo: bool = False
    id: UUID = field(default_factory=uuid4)
    recorded_at: datetime = field(default_factory=lambda: datetime.now(UTC))

    def body(self) -> bytes:
        """Give the canonical bytes, with a fresh nonce.

        Raises:
            EntryTooLargeError: the bytes would not fit in a tile.
        """
        facts = {
            "action": self.verb.action,
            "actor": _facts(self.actor),
            "client": _facts(self.client),
            "demo": self.is_demo,
            "detail": dict(self.detail),
            "grounds": _facts(self.grounds),
            "id": self.id,
            "municipality": {
                "id": self.municipality_id,
                "orgnr": self.municipality_orgnr,
            },
            "nonce": secrets.token_hex(NONCE_BYTES),
            "outcome": self.outcome.value,
            "place": _facts(self.place),
            "query": _facts(self.query) if self.query else None,
            "recorded": self.recorded_at,
            "subjects": [_facts(subject) for subject in self.subjects],
            "target": _facts(self.target) if self.target else None,
            "v": FORMAT,
            "verb": self.verb.value,
        }
        body = canonical(facts)
        if len(body) > BODY_MAX_BYTES:
            raise EntryTooLargeError(len(body))
        return body


def canonical(facts: Mapping[str, Any]) -> bytes:
    """Write facts as RFC 8785 JSON; keys are ASCII and numbers whole."""
    return json.dumps(
        _plain(facts), sort_keys=True, separators=(",", ":"), ensure_ascii=False
    ).encode()


def _facts(part: object) -> dict[str, Any]:
    slots: tuple[str, ...] = getattr(part, "__slots__", ())
    return {name.removesuffix("_id"): getattr(part, name) for name in slots}


def _plain(value: Any) -> Any:
    """Turn a fact into what JSON knows, leaving out what is empty."""
    if isinstance(value, Mapping):
        if not all(key.isascii() for key in value):
            raise TypeError("the log's keys are ASCII")
        pairs = ((key, _plain(inner)) for key, inner in value.items())
        return {key: inner for key, inner in pairs if not _is_empty(inner)}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    if isinstance(value, datetime):
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, float):
        raise TypeError("the log's body holds no floats")
    return _without_lone_surrogates(value) if isinstance(value, str) else value


def _without_lone_surrogates(text: str) -> str:
    return text.encode("utf-8", "replace").decode()


def _is_empty(value: Any) -> bool:
    return value is None or value is False or value in ("", {})
