"""What a verification finds: what is wrong, and with which event."""

from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple
from uuid import UUID

FINDINGS_MAX = 20


class Wrong(Enum):
    """Kinds of faults, with what is said of them."""

    BODY = "innholdet er ikke det som ble forseglet"
    COLUMNS = "registeret sier noe annet enn innholdet"
    SUBJECTS = "radene om pasienter sier noe annet enn innholdet"
    LATE = "hendelsen er ikke lagret da den sier at den skjedde"
    EVENT_GONE = "hendelsen er borte"
    LEAF_GONE = "et blad er borte"
    LEAF_MOVED = "bladet er ikke det som står i flisen"
    TILE_GONE = "en flis er borte"
    TILE = "en flis er endret"
    TILES_OVER = "det er flere fliser enn treet har"
    CHECKPOINT = "sjekkpunktet stemmer ikke med hendelsene"
    NOTE = "sjekkpunktet er ikke signert av loggen"
    COSIGNATURE = "et vitnes signatur gjelder ikke dette sjekkpunktet"
    CHECKPOINT_GONE = "et sjekkpunkt som er signert, er borte"
    CUT = "loggen er kortere enn det som er signert"
    OVER = "det er flere blader enn det som er signert"
    ADDED = "hendelsen er satt inn etter forseglingen"
    NO_SEAL = "loggen er signert, men har ingen forsegling"


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault.

    Args:
        wrong: what it is.
        era: in which tree.
        index: which leaf; the first of those it can be.
        last: the last of those it can be, where one alone cannot be told.
        event_id: the event, where one can be named.
        detail: which columns, or which size.
    """

    wrong: Wrong
    era: int
    index: int | None = None
    last: int | None = None
    event_id: UUID | None = None
    detail: str = ""

    def __str__(self) -> str:
        where = f"tre {self.era}"
        if self.index is not None:
            where += f", blad {self.index}"
        if self.last is not None and self.last != self.index:
            where += f" til {self.last}"
        if self.event_id is not None:
            where += f", hendelse {self.event_id}"
        detail = f" ({self.detail})" if self.detail else ""
        return f"{where}: {self.wrong.value}{detail}"


class Reached(NamedTuple):
    """A tree at a size, and the root over it."""

    era: int
    size: int
    root: bytes


@dataclass(slots=True)
class Report:
    """All that was found, the first first, and how much was looked at.

    Args:
        events: leaves that were looked at.
        erased: those of them whose events were erased by decision.
        checkpoints: checkpoints that were looked at.
        findings: the faults.
        reached: how far it came, in the tree that grows now.
    """

    events: int = 0
    erased: int = 0
    checkpoints: int = 0
    findings: list[Finding] = field(default_factory=list)
    reached: Reached | None = None

    def add(self, finding: Finding) -> None:
        """Add a fault; after some, more would tell nothing new."""
        if len(self.findings) < FINDINGS_MAX:
            self.findings.append(finding)
