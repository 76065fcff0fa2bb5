"""Of the patient the log is filtered by: opened by how many, and how many of them gave care."""

from dataclasses import dataclass
from uuid import UUID

from audit.review.rules.log_filter import LogFilter
from journal.readers.rules.period import Period
from journal.readers.selectors.readers import ReaderCount, readers_of, sum_up
from journal.readers.selectors.units import Opener, openers


@dataclass(frozen=True, slots=True)
class ReadersShown:
    """The sentence, and those to ask about: who opened without care being found."""

    count: ReaderCount
    without_care: list[Opener]


def readers_in(chosen: LogFilter, *, reader_id: UUID) -> ReadersShown | None:
    """Count the readers of the patient asked for; None when no patient was.

    Args:
        chosen: The part of the log; whatever else it is filtered by does not matter here.
        reader_id: Who reads; nobody is shown himself to ask about.
    """
    if chosen.patient is None:
        return None
    patient_id, period = chosen.patient.id, Period(chosen.since, chosen.until)
    readers = readers_of([patient_id], period)
    return ReadersShown(
        count=sum_up(patient_id, readers, period),
        without_care=openers(r for r in readers if r.worker_id != reader_id),
    )
