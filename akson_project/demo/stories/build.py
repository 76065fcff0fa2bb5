"""Builds the synthetic world of one municipality, told back from a given day."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from random import Random

from akson_project.demo.stories import cast
from akson_project.demo.stories.arcs.everyone import ARCS
from akson_project.demo.stories.chance import dice
from akson_project.demo.stories.chart import Chart
from akson_project.demo.stories.children import invent_pupil, invent_small_child
from akson_project.demo.stories.days import Days, moment
from akson_project.demo.stories.duty import tell_shifts
from akson_project.demo.stories.grammar import parse, say
from akson_project.demo.stories.model import (
    AskedStory,
    CriticalStory,
    MunicipalityName,
    PatientStory,
    World,
)
from akson_project.demo.stories.numbers import Numbers
from akson_project.demo.stories.people import Person, Registry
from akson_project.demo.stories.phrases.day_centre import DAY_CENTRE
from akson_project.demo.stories.places.everywhere import PLACES
from akson_project.demo.stories.reads import Reader, snoop
from akson_project.demo.stories.registering import asked, registered
from akson_project.demo.stories.residents import home_resident, ward_resident
from akson_project.demo.stories.roster import Roster
from akson_project.demo.stories.script import Performance
from akson_project.demo.stories.staff import build_staff, build_units
from akson_project.demo.stories.stage import Stage
from akson_project.demo.stories.visits import (
    episode,
    invent_case,
    invent_emergency,
    write_case,
)

Invented = tuple[Person, list[Chart]]
PATIENTS = 200
_LISTS = ("za1", "za2", "zb1", "zb2")
_WARD_RESIDENTS = ("w1",) * 13 + ("w2",) * 14 + ("w3",) * 8
_SMALL_CHILDREN, _PUPILS, _EMERGENCIES, _CASES = 30, 10, 8, 6


def build_world(name: MunicipalityName, today: date) -> World:
    """Build one municipality; the same name and day always give the same world."""
    place, days = PLACES[name], Days(today)
    numbers = Numbers(dice(name, "numbers"), place.enterprise_prefix)
    units = build_units(place, numbers)
    posts = build_staff(place, days, numbers)
    stage = Stage(
        place,
        days,
        numbers,
        Registry(place, days, numbers),
        Roster(name, posts, days),
        units,
    )
    neighbour = stage.roster.by_key[cast.NEIGHBOUR[name]]
    stage.parts = cast.parts(
        name, f"{neighbour.given} {neighbour.family}", place.language
    )
    patients = tuple(
        _finish(stage, person, charts) for person, charts in _everybody(stage)
    )
    reader = Reader(stage, patients)
    _plant_reads(stage, reader)
    reads = reader.everything()
    planted = tuple((what, tuple(keys)) for what, keys in sorted(stage.planted.items()))
    workers = tuple(post.worker for post in posts)
    shifts = tuple(tell_shifts(stage.roster, units))
    return World(name, place.language, units, workers, patients, reads, planted, shifts)


def _everybody(stage: Stage) -> list[Invented]:
    """Invent the patients, the authored ones first, until there are enough."""
    people = [
        *_authored(stage),
        *_residents(stage),
        *_children(stage),
        *_visitors(stage),
    ]
    left = PATIENTS - len(people)
    return people + [_at_home(stage, n) for n in range(1, left + 1)]


def _authored(stage: Stage) -> Iterator[Invented]:
    for arc in ARCS[stage.place.name]:
        performance = Performance(stage, arc)
        yield performance.person, performance.perform()


def _residents(stage: Stage) -> Iterator[Invented]:
    for n, ward in enumerate(_WARD_RESIDENTS, 1):
        adult, chart = ward_resident(stage, f"r{n:02d}", ward)
        if adult.person.key == cast.SNOOPED_ON:
            _keep_away(stage, chart, cast.SNOOP[stage.place.name])
        yield adult.person, [chart]


def _children(stage: Stage) -> Iterator[Invented]:
    name = stage.place.name
    for n in range(1, _SMALL_CHILDREN + 1):
        child = invent_small_child(stage, f"c{n:02d}", dice(name, "child", n))
        yield child.person, [child.chart]
    for n in range(1, _PUPILS + 1):
        child = invent_pupil(stage, f"s{n:02d}", dice(name, "pupil", n))
        yield child.person, [child.chart]


def _visitors(stage: Stage) -> Iterator[Invented]:
    name = stage.place.name
    for n in range(1, _EMERGENCIES + 1):
        person, chart = invent_emergency(stage, f"e{n:02d}", dice(name, "emergency", n))
        yield person, [chart]
    for n in range(1, _CASES + 1):
        person, chart = invent_case(stage, f"t{n:02d}", dice(name, "case", n))
        stage.plant("only_tjenestesak", person.key)
        yield person, [chart]


def _keep_away(stage: Stage, chart: Chart, worker: str) -> None:
    """Let a colleague have done what chance gave somebody who shall never have cared."""
    others = [
        post.worker.key
        for post in stage.roster.at_unit("w1", stage.days.first)
        if post.worker.key != worker
        and post.worker.profession == stage.roster.by_key[worker].profession
        and stage.language_of(post.worker) == stage.place.language
        and not post.works_nights
    ]
    other = others[0]
    chart.notes = [
        replace(n, author=other) if n.author == worker else n for n in chart.notes
    ]
    chart.episodes = [
        replace(e, team=tuple(other if key == worker else key for key in e.team))
        for e in chart.episodes
    ]


def _at_home(stage: Stage, n: int) -> Invented:
    key = f"h{n:02d}"
    adult, chart = home_resident(stage, key, _LISTS[(n * 7 // 3) % 4])
    person, charts = adult.person, [chart]
    rng = dice(stage.place.name, "extra", key)
    if key in cast.TWO_UNITS:
        _day_centre(stage, person, chart, rng)
    if key in cast.BOTH_KINDS:
        case = Chart(key, kind="tjenestesak")
        write_case(stage, case, person, 2, rng)
        charts.append(case)
        stage.plant("both_kinds", key)
    return person, charts


def _day_centre(stage: Stage, person: Person, chart: Chart, rng: Random) -> None:
    """Let a patient of home care go to the day centre too."""
    start = moment(stage.days.first - timedelta(days=rng.randint(20, 200)), time(10))
    chart.episodes.append(
        episode("dag", start, None, "17", stage.team("dag", start, rng))
    )
    worker = stage.roster.at_unit("dag", stage.days.last)[0].worker
    phrases = parse(DAY_CENTRE[stage.language_of(worker)])
    for week, phrase in zip(
        sorted(rng.sample(range(1, 12), 4)), rng.sample(phrases, 4), strict=True
    ):
        at = stage.days.at(f"{week}{rng.choice(('ti', 'to'))}", "14.20")
        text = say(phrase.text, {}, rng)
        chart.write(
            worker.key,
            "dag",
            "daglig",
            (at, at + timedelta(minutes=rng.randint(5, 30))),
            text,
        )
    stage.plant("two_units", person.key)


def _finish(stage: Stage, person: Person, charts: list[Chart]) -> PatientStory:
    rng = dice(stage.place.name, "finish", person.key)
    if person.protection == "fortrolig":
        stage.plant("kode7", person.key)
    if person.protection == "strengt_fortrolig":
        stage.plant("kode6", person.key)
    critical, asked_none = _critical(stage, person, charts)
    return PatientStory(
        key=person.key,
        given=person.given,
        middle=person.middle,
        family=person.family,
        born=person.born,
        sex=person.sex,
        identifiers=stage.registry.identifiers(person),
        address=stage.registry.address(person, rng),
        phone=stage.numbers.phone()
        if stage.days.today.year - person.born.year > 11
        else "",
        language=person.language,
        needs_interpreter=person.needs_interpreter,
        marital=person.marital,
        relatives=stage.registry.relatives(person),
        gp=stage.registry.gp(rng) if rng.random() < 0.96 else None,
        critical=critical,
        critical_asked=person.asked or ("registered" if critical else "asked_none"),
        records=tuple(chart.finished() for chart in charts),
        deceased_on=person.deceased_on,
        asked=asked_none,
    )


def _critical(
    stage: Stage, person: Person, charts: list[Chart]
) -> tuple[tuple[CriticalStory, ...], AskedStory | None]:
    """Let somebody have written down what is critical, or have asked whether anything is."""
    known = stage.registry.critical(person)
    journal = next((chart for chart in charts if chart.kind == "journal"), None)
    if journal is None:
        return known, None
    if known:
        return tuple(registered(stage, journal, item) for item in known), None
    is_asked = (person.asked or "asked_none") == "asked_none"
    return (), asked(stage, journal) if is_asked else None


def _plant_reads(stage: Stage, reader: Reader) -> None:
    """Plant what a reviewer should find."""
    name = stage.place.name
    stage.plant("same_name", *cast.SAME_NAME)
    stage.plant("same_birth_date", *cast.SAME_BIRTH_DATE)
    stage.plant("snoop", cast.SNOOP[name], cast.SNOOPED_ON)
    snoop(reader, cast.SNOOP[name], cast.SNOOPED_ON, "w1", dice(name, "snoop"))
    neighbour = cast.NEIGHBOUR[name]
    stage.plant("neighbour", neighbour, cast.NEIGHBOUR_OF)
    stage.plant("refused", neighbour, cast.NEIGHBOUR_OF)
    seen: datetime = stage.days.at("2ti", "13.47")
    reader.add(
        neighbour, cast.NEIGHBOUR_OF, seen - timedelta(minutes=1), "search", "za"
    )
    reader.add(neighbour, cast.NEIGHBOUR_OF, seen, "refused", "za")
    for n, (worker, unit, patient) in enumerate(cast.REFUSED_TOO[name]):
        reader.add(
            worker, patient, stage.days.at(f"{5 + 2 * n}on", "10.12"), "refused", unit
        )
