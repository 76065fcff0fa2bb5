"""Who opened which patient's records in a period, and which of them gave care."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from access.days import start_of
from access.models import Basis
from audit.readers import (
    Openings,
    count_who_saw_particulars,
    opened_on,
    openings_from,
    openings_of,
)
from journal.readers.rules.period import Period
from journal.readers.selectors.care import (
    SAID_HIMSELF,
    TAKES_PART,
    Pair,
    Span,
    gave_care,
)


@dataclass(frozen=True, slots=True)
class Ground:
    """How often somebody opened a patient's records from one unit, on one ground."""

    unit_id: UUID | None
    basis: str
    count: int

    @property
    def is_unit_wide(self) -> bool:
        """Whether it is the weakest ground: he works at the unit that has the patient."""
        return self.basis == Basis.EPISODE


@dataclass(frozen=True, slots=True)
class Reader:
    """One person who opened one patient's records (åpnet av), however often.

    Args:
        patient_id: the patient.
        worker_id: who opened.
        gave_care: whether a stored fact says that he took part in the care.
        said_himself: whether he once let himself in, by a stated need or an emergency.
        last_at: the last time.
        grounds: how often, by the unit he worked at and the ground.
    """

    patient_id: UUID
    worker_id: UUID
    gave_care: bool
    said_himself: bool
    last_at: datetime
    grounds: tuple[Ground, ...]

    @property
    def count(self) -> int:
        """How many times in all."""
        return sum(one.count for one in self.grounds)


@dataclass(frozen=True, slots=True)
class ReaderCount:
    """Opened by N, of whom M gave care (åpnet av N, av dem ga M hjelp).

    Args:
        people: how many opened the record.
        gave_care: how many of them gave care.
        saw_particulars: how many others saw who the patient is, and opened nothing.
    """

    people: int
    gave_care: int
    saw_particulars: int

    @property
    def without_care(self) -> int:
        """How many opened it without a stored fact that they gave care."""
        return self.people - self.gave_care


def count_readers(patient_id: UUID, period: Period) -> ReaderCount:
    """Count those who opened one patient's records, all of them, and who gave care.

    It is what the patient's own extract says, and the auditor's log; whoever shows it
    has said in the log that it is read.
    """
    return sum_up(patient_id, readers_of([patient_id], period), period)


def sum_up(
    patient_id: UUID, readers: Collection[Reader], period: Period
) -> ReaderCount:
    """Count those who opened one patient's records, and those who saw no more than who he is."""
    span = span_of(period)
    saw = count_who_saw_particulars(
        patient_id,
        since=span.since,
        until=span.until,
        besides=[reader.worker_id for reader in readers],
    )
    gave = sum(reader.gave_care for reader in readers)
    return ReaderCount(people=len(readers), gave_care=gave, saw_particulars=saw)


def readers_of(patient_ids: Iterable[UUID], period: Period) -> list[Reader]:
    """Those who opened the records of some patients, from any unit."""
    span = span_of(period)
    openings = openings_of(
        patient_ids, since=span.since, until=span.until, settled=TAKES_PART
    )
    return _readers(openings, span)


def readers_from(unit_ids: Iterable[UUID] | None, period: Period) -> list[Reader]:
    """Those who opened records from some units, whoever the patients are.

    Args:
        unit_ids: the units; None means all there are.
        period: the days.
    """
    span = span_of(period)
    openings = openings_from(
        unit_ids, since=span.since, until=span.until, settled=TAKES_PART
    )
    told = _told_elsewhere(openings, span) if unit_ids else set()
    return _readers(openings, span, told=told)


def span_of(period: Period) -> Span:
    """The moments of a period: from midnight to midnight in Norway."""
    return Span(start_of(period.since), start_of(period.until + timedelta(days=1)))


def _told_elsewhere(openings: Iterable[Openings], span: Span) -> set[Pair]:
    """Those in doubt who opened the same records from another unit, on a ground that tells."""
    in_doubt = [one for one in openings if one.basis not in TAKES_PART]
    return opened_on(
        TAKES_PART,
        patient_ids={one.patient_id for one in in_doubt},
        worker_ids={one.worker_id for one in in_doubt},
        since=span.since,
        until=span.until,
    )


def _readers(
    openings: Iterable[Openings], span: Span, *, told: Iterable[Pair] = ()
) -> list[Reader]:
    by_pair: defaultdict[Pair, list[Openings]] = defaultdict(list)
    for one in openings:
        by_pair[one.patient_id, one.worker_id].append(one)
    care = _care(by_pair, span, told=told)
    return [
        Reader(
            patient_id=patient,
            worker_id=worker,
            gave_care=(patient, worker) in care,
            said_himself=any(one.basis in SAID_HIMSELF for one in some),
            last_at=max(one.last_at for one in some),
            grounds=tuple(Ground(o.unit_id, o.basis, o.count) for o in some),
        )
        for (patient, worker), some in by_pair.items()
    ]


def _care(
    by_pair: Mapping[Pair, list[Openings]], span: Span, *, told: Iterable[Pair]
) -> set[Pair]:
    """Those whose grounds tell, and those of the others of whom other facts do."""
    found = set(told) | {
        pair
        for pair, some in by_pair.items()
        if any(one.basis in TAKES_PART for one in some)
    }
    in_doubt = {
        pair: [moment for one in some for moment in one.moments]
        for pair, some in by_pair.items()
        if pair not in found
    }
    return found | gave_care(in_doubt, span)
