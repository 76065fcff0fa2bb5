"""Who opened which patient's records in a period, and which of them gave care."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from access.days import start_of
from access.models import Basis
from audit.readers import (
    Openings,
    count_who_saw_particulars,
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
class FromUnit:
    """How often somebody opened a patient's records from one unit."""

    unit_id: UUID | None
    count: int
    unit_wide: int


@dataclass(frozen=True, slots=True)
class Reader:
    """One person who opened one patient's records (åpnet av), however often.

    Args:
        patient_id: the patient.
        worker_id: who opened.
        gave_care: whether a stored fact says that he took part in the care.
        said_himself: whether he once let himself in, by a stated need or an emergency.
        last_at: the last time.
        by_unit: how often, from each unit he worked at.
    """

    patient_id: UUID
    worker_id: UUID
    gave_care: bool
    said_himself: bool
    last_at: datetime
    by_unit: tuple[FromUnit, ...]

    @property
    def count(self) -> int:
        """How many times in all."""
        return sum(one.count for one in self.by_unit)


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
    readers = readers_of([patient_id], period)
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


def readers_from(unit_ids: Iterable[UUID], period: Period) -> list[Reader]:
    """Those who opened records from some units, whoever the patients are."""
    span = span_of(period)
    openings = openings_from(
        unit_ids, since=span.since, until=span.until, settled=TAKES_PART
    )
    return _readers(openings, span)


def span_of(period: Period) -> Span:
    """The moments of a period: from midnight to midnight in Norway."""
    return Span(start_of(period.since), start_of(period.until + timedelta(days=1)))


def _readers(openings: Iterable[Openings], span: Span) -> list[Reader]:
    by_pair: defaultdict[Pair, list[Openings]] = defaultdict(list)
    for one in openings:
        by_pair[one.patient_id, one.worker_id].append(one)
    care = _care(by_pair, span)
    return [
        Reader(
            patient_id=patient,
            worker_id=worker,
            gave_care=(patient, worker) in care,
            said_himself=any(one.basis in SAID_HIMSELF for one in some),
            last_at=max(one.last_at for one in some),
            by_unit=_by_unit(some),
        )
        for (patient, worker), some in by_pair.items()
    ]


def _care(by_pair: Mapping[Pair, list[Openings]], span: Span) -> set[Pair]:
    """Those whose grounds tell, and those of the others of whom other facts do."""
    told = {
        pair
        for pair, some in by_pair.items()
        if any(one.basis in TAKES_PART for one in some)
    }
    in_doubt = {
        pair: [moment for one in some for moment in one.moments]
        for pair, some in by_pair.items()
        if pair not in told
    }
    return told | gave_care(in_doubt, span)


def _by_unit(openings: Iterable[Openings]) -> tuple[FromUnit, ...]:
    counts: defaultdict[UUID | None, list[int]] = defaultdict(lambda: [0, 0])
    for one in openings:
        counts[one.unit_id][0] += one.count
        counts[one.unit_id][1] += one.count * (one.basis == Basis.EPISODE)
    return tuple(FromUnit(unit, *sums) for unit, sums in counts.items())
