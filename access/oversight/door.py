"""The door to what is written of a case: the log says first who reads or writes it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Protocol
from uuid import UUID

from access.worker import Worker
from audit import log
from audit.entry import REVIEW, Grounds, Subject, Target
from audit.verbs import Verb


class AboutSomebody(Protocol):
    """A case: what one person did."""

    pk: UUID
    worker_id: UUID


@contextmanager
def open_about(
    case: AboutSomebody,
    *,
    kind: str,
    by: Worker,
    to: Verb,
    subjects: tuple[Subject, ...] = (),
    grounds: Grounds | None = None,
) -> Iterator[None]:
    """Let a person read or write what is said of a case, once the log says that he does.

    Args:
        case: the case.
        kind: its model, as the log names it.
        by: who; he needs no ground for what is said of himself.
        to: what he came to do.
        subjects: the patients who are to find this in their own log.
        grounds: on what grounds, when it is not to review.
    """
    if grounds is None:
        grounds = REVIEW if case.worker_id != by.user_id else Grounds()
    entry = replace(
        by.entry(to),
        target=Target(kind, str(case.pk)),
        grounds=grounds,
        subjects=subjects,
    )
    with log.open_door(log.append(entry)):
        yield
