"""The health station: children by the steps of the programme, and pupils at school."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

from akson_project.demo.stories import growth
from akson_project.demo.stories.chance import weighted
from akson_project.demo.stories.chart import Chart
from akson_project.demo.stories.days import birth_date, moment, short_date
from akson_project.demo.stories.grammar import by_topic, parse, say
from akson_project.demo.stories.model import EpisodeStory, Language, Sex
from akson_project.demo.stories.names import given_name
from akson_project.demo.stories.people import Person
from akson_project.demo.stories.phrases.nb_child import CHILD_CONTACTS_NB, CHILD_NB
from akson_project.demo.stories.phrases.nn_child import CHILD_CONTACTS_NN, CHILD_NN
from akson_project.demo.stories.profile import Profile
from akson_project.demo.stories.stage import Stage

# Kodeverk 9505: the step and the age in days when it is due.
STEPS = {
    "10D": 9, "4U": 28, "6U": 42, "3M": 91, "4M": 122, "5M": 152, "6M": 183, "8M": 244, "10M": 304,
    "12M": 365, "15M": 456, "18M": 533, "2A": 730, "4A": 1461,
}  # fmt: skip
_TABLES = {"nb": (CHILD_NB, CHILD_CONTACTS_NB), "nn": (CHILD_NN, CHILD_CONTACTS_NN)}
_TOPICS = ("komme", "maal", "mat", "utvikling", "vaksine", "foreldre", "plan")
_WITH: dict[Language, tuple[tuple[str, float], ...]] = {
    "nb": (("mor", 6), ("far", 3), ("mor og far", 2)),
    "nn": (("mor", 6), ("far", 3), ("mor og far", 2)),
}
_SCHOOL_AGE_DAYS = 1950
_TEN_YEARS_DAYS = 3600
_THIRTEEN_YEARS_DAYS = 4750
_USED_UP = 9  # one contact of a kind is enough for a child
_PUPIL_AGES = {"t1": 6, "t2": 7, "t3": 8, "t6": 11, "t7": 12, "t8": 13, "t10": 15}


@dataclass(slots=True)
class Child:
    """An invented child at the health station."""

    person: Person
    chart: Chart
    tags: set[str]
    birth_weight_g: int
    deviation: float

    def profile(self, first: date) -> Profile:
        """The facts for filling in sentences."""
        person = self.person
        return Profile(
            person.key, person.sex, person.given, frozenset(self.tags), first
        )


def invent_small_child(stage: Stage, key: str, rng: Random) -> Child:
    """Invent a child below school age, of whom one to three steps fall in the 90 days."""
    step = rng.choice([s for s in STEPS if s not in {"2A", "4A"}] * 2 + ["2A", "4A"])
    seen_on = stage.days.last - timedelta(days=rng.randint(1, 62))
    born = seen_on - timedelta(
        days=STEPS[step] + rng.randint(0, 6 if STEPS[step] < 400 else 20)
    )
    child = _child(stage, key, rng, born)
    child.tags = {"amme" if rng.random() < 0.7 else "flaske"}
    start = moment(max(born + timedelta(days=4), born), time(9))
    _enrol(stage, child, "hs", start, rng)
    for name, age in STEPS.items():
        day = _weekday(
            born + timedelta(days=age + rng.randint(0, 5 if age < 400 else 12))
        )
        if stage.days.first <= day <= stage.days.last and day > start.date():
            _write_step(stage, child, name, day, rng)
    seen = bool(child.chart.notes)
    _write_contacts(stage, child, rng, rng.choice((0, 1, 1, 2)) if seen else 3)
    return child


def invent_pupil(stage: Stage, key: str, rng: Random) -> Child:
    """Invent a pupil the school nurse has seen once or twice."""
    step = rng.choice(tuple(_PUPIL_AGES))
    born = birth_date(stage.days.today, _PUPIL_AGES[step], rng)
    child = _child(stage, key, rng, born)
    child.tags = {"skole", step}
    _enrol(
        stage,
        child,
        "skole",
        moment(stage.days.first - timedelta(days=rng.randint(20, 400)), time(8)),
        rng,
    )
    _write_contacts(stage, child, rng, rng.choice((1, 2, 2)))
    return child


def _child(stage: Stage, key: str, rng: Random, born: date) -> Child:
    place = stage.place
    sex: Sex = rng.choice(("female", "male"))
    is_sami = rng.random() < place.sami_share
    family = place.family_name(rng, is_sami=is_sami)
    age = (stage.days.today - born).days // 365
    person = Person(
        key, given_name(rng, age, sex, sami_share=float(is_sami)), family, sex, born
    )
    person.language = "se" if is_sami and rng.random() < 0.6 else place.language
    person.marital = "ugift"
    person.asked = "asked_none" if rng.random() < 0.7 else "not_asked"
    mother = f"{given_name(rng, 31, 'female', sami_share=float(is_sami))} {place.family_name(rng, is_sami=is_sami)}"
    father = f"{given_name(rng, 33, 'male', sami_share=float(is_sami))} {family}"
    person.kin = [f"MO | {mother} | next parent all"]
    if rng.random() < 0.94:
        shared = "parent all" if rng.random() < 0.9 else "important"
        person.kin.append(f"FA | {father} | {shared}")
    weight, deviation = growth.birth_weight(rng)
    return Child(person, Chart(key), set(), weight, deviation)


def _enrol(stage: Stage, child: Child, unit: str, start: datetime, rng: Random) -> None:
    posts = [
        p
        for p in stage.roster.at_unit(unit, stage.days.last)
        if p.worker.profession == "SP"
    ]
    child.chart.episodes.append(
        EpisodeStory(
            unit=unit,
            starts=start,
            ends=None,
            service_type="K20",
            ward="",
            room="",
            bed="",
            decided_hours=None,
            decision_reference=None,
            team=(rng.choice(posts).worker.key,),
        )
    )


def _slots(
    stage: Stage, child: Child, at: datetime, language: Language, rng: Random
) -> dict[str, str]:
    age = (at.date() - child.person.born).days
    is_girl = child.person.sex == "female"
    weight, length, head = growth.measures(
        age, is_girl=is_girl, deviation=child.deviation
    )
    if age < 20:
        weight = child.birth_weight_g - 60 + 12 * (age - 8) - rng.randint(0, 5) * 10
    weight = round(weight / 10 + rng.randint(-3, 3)) * 10
    slots = child.profile(stage.days.first).slots(language, at, rng)
    return slots | {
        "dager": str(age),
        "folge": weighted(rng, _WITH[language]),
        "kropp_g": growth.grams(weight),
        "kropp_kg": growth.kilos(weight),
        "fv_g": growth.grams(child.birth_weight_g),
        "opp_g": str((rng.randint(14, 24) if age < 90 else rng.randint(7, 12)) * 10),
        "lengde": f"{length:.1f}".replace(".", ",").removesuffix(",0"),
        "hode": f"{head:.1f}".replace(".", ","),
        "dato_fram": short_date(_weekday(child.person.born + timedelta(days=42))),
    }


def _write_step(stage: Stage, child: Child, step: str, day: date, rng: Random) -> None:
    at = moment(day, time(rng.randint(8, 14), rng.choice((0, 15, 30, 45))))
    author = _responsible(stage, child, day, rng)
    language = stage.language_of(stage.roster.by_key[author])
    phrases = by_topic(parse(_TABLES[language][0]))
    slots = _slots(stage, child, at, language, rng)
    parts = []
    for topic in _TOPICS:
        suiting = [p for p in phrases[topic] if p.suits("d", child.tags | {step})]
        if suiting:
            parts.append(say(rng.choice(suiting).text, slots, rng))
    if len(parts) > 5 and rng.random() < 0.4:
        parts.pop(rng.choice((2, 5)))
    written = at + timedelta(minutes=rng.randint(35, 70))
    child.chart.write(author, "hs", "helsestasjon", (at, written), " ".join(parts))


def _write_contacts(stage: Stage, child: Child, rng: Random, count: int) -> None:
    start = max(child.chart.episodes[0].starts.date(), stage.days.first) + timedelta(
        days=5
    )
    unit = child.chart.episodes[0].unit
    for _ in range(count):
        left = (stage.days.last - start).days
        if left < 3:
            return
        day = _weekday(start + timedelta(days=rng.randint(1, left)))
        age = (day - child.person.born).days
        tags = frozenset(child.tags) | _age_tags(age)
        at = moment(day, time(rng.randint(8, 14), rng.choice((10, 20, 40, 50))))
        author = _responsible(stage, child, day, rng)
        language = stage.language_of(stage.roster.by_key[author])
        suiting = child.chart.memory.freshest(
            parse(_TABLES[language][1]), "d", tags, rng
        )
        if not suiting:
            return
        text = say(suiting[0].text, _slots(stage, child, at, language, rng), rng)
        if (
            day > stage.days.last
            or day in child.chart.busy
            or not child.chart.memory.admits(text)
        ):
            continue
        child.chart.memory.phrases[suiting[0].text] += _USED_UP
        kind = "telefon" if "ringte" in text or "ringde" in text else "helsestasjon"
        written = at + timedelta(minutes=rng.randint(6, 30))
        child.chart.write(author, unit, kind, (at, written), text)


def _age_tags(age_days: int) -> frozenset[str]:
    """What an age says of what may be asked about."""
    if age_days >= _SCHOOL_AGE_DAYS:
        tags = {"stor" if age_days > _TEN_YEARS_DAYS else "liten"}
        return frozenset(
            tags | ({"ungdom"} if age_days > _THIRTEEN_YEARS_DAYS else set())
        )
    tags = {"baby"} if age_days < STEPS["8M"] else {"smaa"}
    if age_days > STEPS["15M"]:
        tags.add("barnehage")
    if age_days < STEPS["4M"]:
        tags.add("fersk")
    # The days after the vaccines of 3, 5 and 12 months.
    if any(3 <= age_days - STEPS[step] < 40 for step in ("3M", "5M", "12M")):
        tags.add("vaksinert")
    return frozenset(tags)


def _responsible(stage: Stage, child: Child, day: date, rng: Random) -> str:
    """The child's own nurse, mostly."""
    own = child.chart.episodes[0].team[0]
    if rng.random() < 0.8:
        return own
    unit = child.chart.episodes[0].unit
    return rng.choice(
        [p for p in stage.roster.at_unit(unit, day) if p.worker.profession == "SP"]
    ).worker.key


def _weekday(day: date) -> date:
    return day + timedelta(days=(7 - day.weekday()) % 7 if day.weekday() >= 5 else 0)
