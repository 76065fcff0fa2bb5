"""The door for those who control how records were opened: who people are, and no more."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from uuid import UUID

from access.policy import Decision
from access.worker import Worker
from audit import log
from audit.entry import REVIEW, Entry
from audit.verbs import Reach, Verb
from journal.record.gate import listed_people


@contextmanager
def open_counted(
    decisions: Sequence[Decision], *, by: Worker, detail: Mapping[str, str]
) -> Iterator[None]:
    """Open the names of those whose readers somebody counts, and say so in the log.

    Args:
        decisions: what the policy allowed; one for each record.
        by: who counts.
        detail: which unit and days.
    """
    people = listed_people(decisions, Reach.IDENTITY, None)
    with log.open_door(log.append(replace(_entry(by, detail), subjects=people))):
        yield


def say_counted(by: Worker, detail: Mapping[str, str]) -> UUID:
    """Say in the log that somebody counts readers, and is shown no patient by name."""
    return log.append(_entry(by, detail))[0]


def _entry(by: Worker, detail: Mapping[str, str]) -> Entry:
    return replace(by.entry(Verb.COUNTED_READERS), grounds=REVIEW, detail=detail)
