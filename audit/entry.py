"""One entry of the access log, and the exact bytes that are kept of it.

The bytes are final: what is sealed, proved and verified is them, and every column of
the log is an index derived from them. Each field is described in
docs/access-log-format.md; a field may be added, and none ever changes its meaning.
"""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cache
from importlib.metadata import version
from typing import Any
from uuid import UUID, uuid4

from audit.canonical import canonical
from audit.controller import Controller
from audit.details import check_details
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
    """Where it was done from: department and point of care (ATT-20, ATT-23).

    Args:
        unit_id: the unit the actor worked at.
        unit_name: what it was called.
        orgnr: of the enterprise it belongs to, the nearest above it that has one.
        enterprise_name: what the enterprise was called.
    """

    unit_id: UUID | None = None
    unit_name: str = ""
    orgnr: str = ""
    enterprise_name: str = ""


@dataclass(frozen=True, slots=True)
class Posting:
    """One of the posts an actor works in, where an event comes from no single one of them."""

    unit_id: UUID
    role: str


@dataclass(frozen=True, slots=True)
class Grounds:
    """On what grounds (grunnlag), as the trust framework asks for it (ATT-38 to 48).

    Args:
        basis: code of the basis; see `access.models.Basis`.
        purpose: TREAT, ETREAT, COC, BTG, or another code of v3-ActReason.
        decision_ref: the care relation behind the access; its history says the rest.
        user_selected: whether the person declared the need himself.
        service: the service the care belongs to (kodeverk 9151).
        reason_code: coded reason, shown to the patient; never free text.
    """

    basis: str = ""
    purpose: str = ""
    decision_ref: UUID | None = None
    user_selected: bool = False
    service: str = ""
    reason_code: str = ""


# The duty to control accesses afterwards; v3-ActReason: health compliance.
REVIEW = Grounds(basis="review", purpose="HCOMPL")


@dataclass(frozen=True, slots=True)
class Client:
    """From which screen, machine and session.

    Args:
        channel: html, api, job, command, consortium or demo.
        page: the name of the address that was asked for; what was opened.
        address: the machine's network address.
        user_agent: what the browser calls itself, cut off.
        session: the session, named by a hash of its key.
        request_id: the request; the same in all its events, and in the answer.
        auth_method: how the session was signed in.
        auth_level: how sure that is: low, substantial or high (eIDAS).
    """

    channel: str = "html"
    page: str = ""
    address: str = ""
    user_agent: str = ""
    session: str = ""
    request_id: str = ""
    auth_method: str = ""
    auth_level: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """The row that was read or changed: its model (`journal.Note`) and id, never its content."""

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
class Part:
    """Which of several events one long list was divided into."""

    number: int
    of: int


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
    municipality: Controller
    outcome: Outcome = Outcome.DONE
    refusal: str = ""
    place: Place = Place()
    postings: tuple[Posting, ...] = ()
    grounds: Grounds = Grounds()
    client: Client = Client()
    subjects: tuple[Subject, ...] = ()
    part: Part | None = None
    target: Target | None = None
    query: Query | None = None
    detail: Mapping[str, str] = field(default_factory=dict)
    is_demo: bool = False
    id: UUID = field(default_factory=uuid4)
    recorded_at: datetime = field(default_factory=lambda: datetime.now(UTC))

    @property
    def unit_ids(self) -> list[UUID] | None:
        """The units it was done from, when they are several."""
        return sorted({posting.unit_id for posting in self.postings}) or None

    def afterwards(
        self, outcome: Outcome, *, event_id: UUID, refusal: str = ""
    ) -> "Entry":
        """Begin the event that says how it went, after one that said it would be done."""
        return replace(
            self,
            id=uuid4(),
            recorded_at=datetime.now(UTC),
            outcome=outcome,
            refusal=refusal,
            detail={**self.detail, "after": str(event_id)},
        )

    def body(self) -> bytes:
        """Give the canonical bytes, with a fresh nonce.

        Raises:
            EntryTooLargeError: the bytes would not fit in a tile.
            UnknownDetailError: the entry says what has no place in the log.
        """
        check_details(self.detail)
        facts = {
            "action": self.verb.action,
            "actor": _facts(self.actor),
            "client": _facts(self.client),
            "demo": self.is_demo,
            "detail": dict(self.detail),
            "grounds": _facts(self.grounds),
            "id": self.id,
            "municipality": _facts(self.municipality),
            "nonce": secrets.token_hex(NONCE_BYTES),
            "outcome": self.outcome.value,
            "part": _facts(self.part),
            "place": _facts(self.place),
            "posts": [_facts(posting) for posting in self.postings] or None,
            "query": _facts(self.query),
            "recorded": self.recorded_at,
            "refusal": self.refusal,
            "source": {"system": "akson", "version": _version()},
            "subjects": [_facts(subject) for subject in self.subjects],
            "target": _facts(self.target),
            "v": FORMAT,
            "verb": self.verb.value,
        }
        body = canonical(facts)
        if len(body) > BODY_MAX_BYTES:
            raise EntryTooLargeError(len(body))
        return body


def _facts(part: object) -> dict[str, Any]:
    slots: tuple[str, ...] = getattr(part, "__slots__", ())
    return {name.removesuffix("_id"): getattr(part, name) for name in slots}


@cache
def _version() -> str:
    """The version of Akson that writes."""
    return version("akson")
