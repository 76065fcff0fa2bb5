"""A record while it is being written."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from akson_project.demo.stories.grammar import Memory
from akson_project.demo.stories.model import (
    EpisodeStory,
    ErrorStory,
    NoteStory,
    RecordKind,
    RecordStory,
)


@dataclass(slots=True)
class Chart:
    """One record of one patient; notes get their keys as they are written."""

    patient: str
    kind: RecordKind = "journal"
    episodes: list[EpisodeStory] = field(default_factory=list)
    notes: list[NoteStory] = field(default_factory=list)
    memory: Memory = field(default_factory=Memory)
    busy: set[date] = field(default_factory=set)

    def write(
        self,
        author: str,
        unit: str,
        kind: str,
        times: tuple[datetime, datetime],
        text: str,
    ) -> NoteStory:
        """Write a note; `times` are when it happened and when it was written."""
        letter = "n" if self.kind == "journal" else "s"
        note = NoteStory(
            key=f"{self.patient}-{letter}{len(self.notes) + 1}",
            author=author,
            unit=unit,
            kind=kind,
            happened_at=times[0],
            written_at=times[1],
            text=text,
        )
        self.notes.append(note)
        self.memory.remember(text)
        self.busy.add(times[0].date())
        return note

    def episode_at(self, at: datetime) -> EpisodeStory | None:
        """Find the episode that was open at a moment; the latest begun, the day centre last."""
        open_then = [
            e
            for e in self.episodes
            if e.starts <= at and (e.ends is None or at <= e.ends)
        ]
        return max(open_then, key=lambda e: (e.unit != "dag", e.starts), default=None)

    def finished(self) -> RecordStory:
        """Give the record with its notes in the order they were written."""
        return RecordStory(
            kind=self.kind,
            episodes=tuple(sorted(self.episodes, key=lambda e: (e.starts, e.unit))),
            notes=tuple(sorted(self.notes, key=lambda n: (n.written_at, n.key))),
        )


def marked_in_error(
    note: NoteStory, *, by: str, at: datetime, reason: str
) -> ErrorStory:
    """Give the mark of a wrong entry.

    Raises:
        ValueError: it was marked before it was written.
    """
    if at < note.written_at:
        raise ValueError(note.key)
    return ErrorStory(by, at, reason)


def days_of(start: date, end: date) -> list[date]:
    """List the days from one to another, both included."""
    return [start + timedelta(days=n) for n in range((end - start).days + 1)]
