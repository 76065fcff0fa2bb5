"""Who read what: round the shifts, before writing, and the few who should not have."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from random import Random

from akson_project.demo.stories.chance import dice
from akson_project.demo.stories.days import moment
from akson_project.demo.stories.model import (
    EpisodeStory,
    PatientStory,
    ReadStory,
    ReadVerb,
    WorkerStory,
)
from akson_project.demo.stories.roster import DAY, EVENING, NIGHT
from akson_project.demo.stories.stage import Stage

_STARTS = {DAY: time(7, 32), EVENING: time(15, 6), NIGHT: time(22, 8)}
_CARE_UNITS = ("za", "zb", "w1", "w2", "w3")
_LIST_LENGTH = 14


class Presence:
    """Which patients were at which workplace on which day."""

    def __init__(self, stage: Stage, patients: tuple[PatientStory, ...]) -> None:
        self._stays: dict[str, list[tuple[EpisodeStory, str]]] = {}
        for patient in patients:
            for episode in _episodes(patient):
                unit = stage.workplace(episode.unit)
                self._stays.setdefault(unit, []).append((episode, patient.key))

    def at(self, unit: str, day: date) -> list[str]:
        """List those with an open episode the whole day and the night after."""
        start, end = moment(day, time(7)), moment(day + timedelta(days=1), time(7))
        return [
            key
            for episode, key in self._stays.get(unit, ())
            if episode.starts <= start and (episode.ends is None or episode.ends >= end)
        ]


def _episodes(patient: PatientStory) -> Iterable[EpisodeStory]:
    return (
        e
        for record in patient.records
        for e in record.episodes
        if record.kind == "journal"
    )


class Reader:
    """Collects the reads of one municipality."""

    def __init__(self, stage: Stage, patients: tuple[PatientStory, ...]) -> None:
        self.stage = stage
        self.patients = patients
        self.presence = Presence(stage, patients)
        self.rng = dice(stage.place.name, "reads")
        self.reads: list[ReadStory] = []
        # Who is kept from whom at work, for what is read off duty to stand alone.
        self.apart: set[tuple[str, str]] = set()

    def everything(self) -> tuple[ReadStory, ...]:
        """Give all reads, oldest first."""
        self._before_writing()
        for day in self.stage.days.all:
            for unit in _CARE_UNITS:
                self._shifts(unit, day)
        self._offices()
        self._prints()
        return tuple(
            sorted(self.reads, key=lambda r: (r.at, r.worker, r.patient, r.verb))
        )

    def add(
        self, worker: str, patient: str, at: datetime, verb: ReadVerb, unit: str
    ) -> None:
        """Add one read."""
        self.reads.append(ReadStory(worker, patient, at, verb, unit))

    def _before_writing(self) -> None:
        for patient in self.patients:
            for record in patient.records:
                for note in record.notes:
                    worker = self.stage.roster.by_key[note.author]
                    if worker.username and self.rng.random() < 0.7:
                        at = note.written_at - timedelta(
                            minutes=self.rng.randint(1, 3),
                            seconds=self.rng.randint(0, 50),
                        )
                        self.add(worker.key, patient.key, at, "read", note.unit)

    def _shifts(self, unit: str, day: date) -> None:
        present = self.presence.at(unit, day)
        for shift, start in _STARTS.items():
            for worker in self.stage.roster.on_duty(unit, day, shift):
                if worker.username and present and self.rng.random() < 0.9:
                    self._shift(worker, unit, moment(day, start), present)

    def _shift(
        self, worker: WorkerStory, unit: str, start: datetime, present: list[str]
    ) -> None:
        rng = self.rng
        first = rng.randrange(len(present))
        shown = (present[first:] + present[:first])[:_LIST_LENGTH]
        at = start + timedelta(minutes=rng.randint(0, 16), seconds=rng.randint(0, 59))
        self.reads.append(
            ReadStory(worker.key, shown[0], at, "list", unit, tuple(shown[1:]))
        )
        for patient in rng.sample(shown, min(len(shown), rng.choice((1, 1, 2, 2, 3)))):
            at += timedelta(minutes=rng.randint(1, 9), seconds=rng.randint(0, 59))
            if (worker.key, patient) not in self.apart:
                self.add(worker.key, patient, at, "read", unit)

    def _offices(self) -> None:
        """The doctor before the round, the clerk, the leaders."""
        for post in self.stage.roster.posts:
            worker = post.worker
            if worker.username is None:
                continue
            role = worker.employments[0].role
            if role == "merkantil":
                self._searches(worker)
            elif role == "leder":
                self._leader(worker)
            elif role == "lege" and worker.employments[0].unit in _CARE_UNITS:
                self._rounds(worker)

    def _searches(self, worker: WorkerStory) -> None:
        for week in range(1, 13):
            for weekday in self.rng.sample(("ma", "ti", "on", "to", "fr"), 2):
                at = self.stage.days.at(
                    f"{week}{weekday}",
                    f"{self.rng.randint(9, 14):02d}.{self.rng.randint(10, 59)}",
                )
                unit = worker.employments[0].unit
                known = self.presence.at(self.rng.choice(_below(unit)), at.date())
                if known:
                    self.add(worker.key, self.rng.choice(known), at, "search", unit)

    def _leader(self, worker: WorkerStory) -> None:
        units = _below(worker.employments[0].unit)
        for week in range(1, 13):
            day = self.stage.days.day(f"{week}{self.rng.choice(('ma', 'to'))}")
            present = self.presence.at(self.rng.choice(units), day)
            if present:
                at = moment(day, time(self.rng.randint(9, 14), self.rng.randint(0, 59)))
                self.add(
                    worker.key,
                    self.rng.choice(present),
                    at,
                    "read",
                    worker.employments[0].unit,
                )

    def _rounds(self, worker: WorkerStory) -> None:
        for week in range(1, 13):
            day = self.stage.days.day(f"{week}on")
            at = moment(day, time(8, self.rng.randint(5, 25)))
            for job in worker.employments:
                present = self.presence.at(job.unit, day)
                for patient in self.rng.sample(present, min(3, len(present))):
                    at += timedelta(
                        minutes=self.rng.randint(2, 7), seconds=self.rng.randint(0, 59)
                    )
                    self.add(worker.key, patient, at, "read", job.unit)

    def _prints(self) -> None:
        readings = [r for r in self.reads if r.verb == "read" and self._may_print(r)]
        for read in self.rng.sample(readings, min(9, len(readings))):
            self.add(
                read.worker,
                read.patient,
                read.at + timedelta(minutes=1),
                "print",
                read.unit,
            )

    def _may_print(self, read: ReadStory) -> bool:
        role = self.stage.roster.by_key[read.worker].employments[0].role
        return role in {"sykepleier", "lege", "helsesykepleier"}


def _below(unit: str) -> tuple[str, ...]:
    """The workplaces of an office: the home care's zones, or the wards."""
    return ("za", "zb") if unit == "hjt" else ("w1", "w2", "w3")


def snoop(reader: Reader, worker: str, patient: str, unit: str, rng: Random) -> None:
    """Let somebody look a person up by name again and again, late and off duty, and never write."""
    reader.apart.add((worker, patient))
    day = reader.stage.days.last - timedelta(days=26)
    for _ in range(11):
        day += timedelta(days=rng.choice((1, 2, 2, 3)))
        while _works(reader, worker, unit, day, (EVENING, NIGHT)):
            day += timedelta(days=1)
        if day > reader.stage.days.last:
            return
        is_at_work = _works(reader, worker, unit, day, (DAY,))
        hour = 23 if is_at_work else rng.choice((20, 21, 22, 23))
        at = moment(day, time(hour, rng.randint(1, 59), rng.randint(0, 59)))
        reader.add(worker, patient, at - timedelta(minutes=1), "search", unit)
        reader.add(worker, patient, at, "read", unit)


def _works(
    reader: Reader, worker: str, unit: str, day: date, shifts: Iterable[str]
) -> bool:
    """Whether somebody is on duty at a unit in one of some shifts of a day."""
    roster = reader.stage.roster
    return any(
        one.key == worker
        for shift in shifts
        for one in roster.on_duty(unit, day, shift)
    )
