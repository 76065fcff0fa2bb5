"""Performs an authored story: reads its lines and writes the record."""

from dataclasses import replace
from datetime import datetime, timedelta
from random import Random

from akson_project.demo.stories.arcs.arc import Arc
from akson_project.demo.stories.chance import dice
from akson_project.demo.stories.chart import Chart, marked_in_error
from akson_project.demo.stories.days import birth_date
from akson_project.demo.stories.lines import Line, read_script
from akson_project.demo.stories.model import EpisodeStory, NoteStory, WorkerStory
from akson_project.demo.stories.names import MARITAL
from akson_project.demo.stories.people import Person
from akson_project.demo.stories.profile import Profile
from akson_project.demo.stories.roster import DAY, EVENING, NIGHT
from akson_project.demo.stories.routine import Routine, write_routine
from akson_project.demo.stories.staff import SUBSTITUTE
from akson_project.demo.stories.stage import WARD_FLOOR, Stage

_PROFESSIONS = {
    "sp": "SP",
    "hf": "HF",
    "vp": "VP",
    "xx": "XX",
    "le": "LE",
    "jo": "JO",
    "hs": "SP",
    "sb": "SP",
}
_OWN = {"SP": "SP", "HF": "HF", "HS": "SP"}
_WEEKDAYS_ONLY = {"LE", "HS"}
_PROFESSION_UNIT = {"sb": "tk"}
_MOST_WORDS_QUICKLY = 25
_ROUTINE_HOME = ((DAY, 0.72), (EVENING, 0.28))
_ROUTINE_DAY = ((DAY, 1.0),)
_ROUTINE_WARD = ((DAY, 0.5), (EVENING, 0.3), (NIGHT, 0.2))


def arc_person(stage: Stage, arc: Arc, rng: Random) -> Person:
    """Make the patient of a story."""
    given, _, family = arc.name.rpartition(" ")
    born = (
        stage.days.day(arc.born)
        if arc.born
        else birth_date(stage.days.today, arc.age, rng)
    )
    return Person(
        key=arc.key,
        given=given,
        middle=arc.middle,
        family=family,
        sex=arc.sex,
        born=born,
        marital=MARITAL[stage.place.language][arc.marital][arc.sex],
        language=arc.language or stage.place.language,
        needs_interpreter=arc.interpreter,
        kin=arc.kin.strip().splitlines(),
        critical=arc.critical.strip().splitlines(),
        asked=arc.asked,
        protection=arc.protection,
        access_note=arc.access_note,
        ids=arc.ids,
        deceased_on=stage.days.day(arc.deceased) if arc.deceased else None,
    )


class Performance:
    """Writes one story into its patient's records."""

    def __init__(self, stage: Stage, arc: Arc) -> None:
        self.stage = stage
        self.arc = arc
        self.rng = dice(stage.place.name, "arc", arc.key)
        self.person = arc_person(stage, arc, self.rng)
        self.journal = Chart(arc.key, memory=stage.memory())
        self.case = Chart(arc.key, kind="tjenestesak")
        self._named: dict[str, NoteStory] = {}

    def perform(self) -> list[Chart]:
        """Write everything; returns the records that hold something."""
        for chart, stays, script in (
            (self.journal, self.arc.stays, self.arc.script),
            (self.case, self.arc.case_stays, self.arc.case),
        ):
            for row in stays.strip().splitlines():
                chart.episodes.append(self._episode(row))
            for line in read_script(script) if script else []:
                self._write(chart, line)
        if self.arc.routine:
            self._ordinary_days()
        self._name_case_handlers()
        for what in self.arc.planted.split():
            self.stage.plant(what, self.arc.key)
        return [chart for chart in (self.journal, self.case) if chart.episodes]

    def _episode(self, row: str) -> EpisodeStory:
        unit, start, end, service, hours = [*(c.strip() for c in row.split("|")), ""][
            :5
        ]
        starts = self.stage.days.at(*start.split())
        is_ward = unit in WARD_FLOOR
        return EpisodeStory(
            unit=unit,
            starts=starts,
            ends=None if end == "-" else self.stage.days.at(*end.split()),
            service_type=service,
            ward=self.stage.unit(unit).name
            if is_ward or unit in {"za1", "za2", "zb1", "zb2"}
            else "",
            room=self.stage.next_room(unit) if is_ward and unit != "dag" else "",
            bed="",
            decided_hours=hours or None,
            decision_reference=f"{starts.year}/{self.rng.randint(1000, 9899)}"
            if hours
            else None,
            team=self._team(unit, starts),
        )

    def _team(self, unit: str, starts: datetime) -> tuple[str, ...]:
        if unit == "lv":
            return ()
        if unit == "tk":
            return (self._person_on_duty("tk", starts, "SP").key,)
        # A family has one nurse at the health station.
        rng = dice(
            self.stage.place.name,
            "team",
            unit,
            self.person.family if unit == "hs" else self.arc.key,
        )
        writers = [self.stage.team(unit, starts, rng) for _ in range(6)]
        own_form = self.stage.place.language
        fluent = [
            team
            for team in writers
            if all(
                self.stage.language_of(self.stage.roster.by_key[w]) == own_form
                for w in team
            )
        ]
        return (fluent or writers)[0]

    def _write(self, chart: Chart, line: Line) -> None:
        days = self.stage.days
        happened = days.at(line["day"], line["clock"])
        if line["day"].startswith("d") and line["who"] in _WEEKDAYS_ONLY:
            happened -= timedelta(days=max(0, happened.weekday() - 4))
        written = self._written(line, happened)
        unit = self._unit(chart, line, happened)
        author = self._author(chart, line, unit, written)
        text = days.fill(line.text, happened.date(), self.stage.language_of(author))
        note = chart.write(author.key, unit, line["kind"], (happened, written), text)
        if line["corrects"]:
            earlier = self._named[line["corrects"]]
            note = replace(note, corrects=earlier.key, correction_reason=line.reason)
            note = replace(note, happened_at=earlier.happened_at)
        if line["error_day"]:
            at = days.at(line["error_day"], line["error_clock"])
            worker = self._author(
                chart,
                replace(line, parts=line.parts | {"who": line["error_who"]}),
                unit,
                at,
            )
            mark = marked_in_error(note, by=worker.key, at=at, reason=line.reason)
            note = replace(note, entered_in_error=mark)
        note = replace(note, is_draft="kladd" in line["flags"])
        chart.notes[-1] = note
        if line["name"]:
            self._named[line["name"]] = note

    def _written(self, line: Line, happened: datetime) -> datetime:
        if line["written"]:
            day = happened.date() + timedelta(days=1 if line["later"] else 0)
            hour, minute = line["written"].split(".")
            return happened.replace(
                year=day.year,
                month=day.month,
                day=day.day,
                hour=int(hour),
                minute=int(minute),
            )
        quick = len(line.text.split()) < _MOST_WORDS_QUICKLY
        minutes = self.rng.randint(3, 12) if quick else self.rng.randint(8, 22)
        return happened + timedelta(minutes=minutes)

    def _unit(self, chart: Chart, line: Line, at: datetime) -> str:
        if line["unit"]:
            return self.stage.workplace(line["unit"])
        if line["who"] in _PROFESSION_UNIT:
            return _PROFESSION_UNIT[line["who"]]
        if line["who"] == "VK":
            return "za"
        return self._home_unit(chart, at, line["day"])

    def _home_unit(self, chart: Chart, at: datetime, day: str) -> str:
        episode = chart.episode_at(at)
        if episode is None:
            raise ValueError(f"{self.arc.key} {day}: nobody has the patient")
        return self.stage.workplace(episode.unit)

    def _author(self, chart: Chart, line: Line, unit: str, at: datetime) -> WorkerStory:
        who = line["who"]
        if who.startswith("="):
            return self.stage.roster.by_key[who[1:]]
        if who == "VK":
            return self.stage.roster.by_key[SUBSTITUTE]
        if who in _OWN:
            for episode in sorted(chart.episodes, key=lambda e: e.starts, reverse=True):
                for key in (
                    episode.team if self.stage.workplace(episode.unit) == unit else ()
                ):
                    if self.stage.roster.by_key[key].profession == _OWN[who]:
                        return self.stage.roster.by_key[key]
        if who == "sb":
            posts = [
                p.worker
                for p in self.stage.roster.at_unit("tk", at.date())
                if p.worker.username
            ]
            return dice(self.stage.place.name, "case handler", self.arc.key).choice(
                posts
            )
        return self._person_on_duty(
            unit, at, _PROFESSIONS[who.lower()], "nb" if "nb" in line["flags"] else ""
        )

    def _person_on_duty(
        self, unit: str, at: datetime, profession: str, form: str = ""
    ) -> WorkerStory:
        wanted = form or self.stage.place.language
        worker = self.stage.writer(self.rng, unit, at, profession)
        for _ in range(12):
            if self.stage.language_of(worker) == wanted:
                return worker
            worker = self.stage.writer(self.rng, unit, at, profession)
        employed = [
            p.worker
            for p in self.stage.roster.at_unit(unit, at.date())
            if p.worker.profession == profession
        ]
        fluent = [w for w in employed if self.stage.language_of(w) == wanted]
        return self.rng.choice(fluent or employed)

    def _name_case_handlers(self) -> None:
        """Name those who wrote from the office in the team: it is their ground for access."""
        for note in self.journal.notes:
            episode = self.journal.episode_at(note.happened_at)
            if note.unit == "tk" and episode and note.author not in episode.team:
                named = replace(episode, team=(*episode.team, note.author))
                self.journal.episodes[self.journal.episodes.index(episode)] = named

    def _ordinary_days(self) -> None:
        days = self.stage.days
        in_ward = self.journal.episodes[0].unit in WARD_FLOOR
        spans = [span.split("-") for span in self.arc.away.split()]
        routine = Routine(
            rate=self.arc.routine,
            shifts=_ROUTINE_WARD
            if in_ward
            else (_ROUTINE_HOME if self.arc.evenings else _ROUTINE_DAY),
            mute=frozenset(self.arc.mute.split()),
            away=tuple((days.day(start), days.day(end)) for start, end in spans),
        )
        write_routine(self.stage, self.journal, self._profile(), routine, self.rng)

    def _profile(self) -> Profile:
        arc = self.arc
        place = "inst" if self.journal.episodes[0].unit in WARD_FLOOR else "hjemme"
        tags = {*arc.tags.split(), place, "kvinne" if arc.sex == "female" else "mann"}
        child: tuple[str, str] | None = None
        if arc.child:
            kind, name = arc.child.split()
            child = (name, kind)
            tags.add("barn")
        return Profile(
            key=f"{self.stage.place.name}/{arc.key}",
            sex=arc.sex,
            given=self.person.given,
            tags=frozenset(tags),
            first=self.stage.days.first,
            child=child,
            spouse_is_partner="SA |" in arc.kin,
            weight_kg=arc.weight,
            systolic=arc.systolic,
            saturation=92 if "kols" in tags else 96,
            sugar=arc.sugar,
        )
