"""Invents ordinary adults: who they are, whom they have, what they are ill with."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from akson_project.demo.stories.catalogue import CRITICAL, Condition
from akson_project.demo.stories.chance import dice, weighted
from akson_project.demo.stories.days import birth_date
from akson_project.demo.stories.model import Language, Sex
from akson_project.demo.stories.names import MARITAL, given_name
from akson_project.demo.stories.people import Person
from akson_project.demo.stories.places.place import ABROAD
from akson_project.demo.stories.profile import Profile, Wound
from akson_project.demo.stories.stage import Part, Stage

_ACCESS: dict[Language, tuple[str, ...]] = {
    "nb": (
        "Nøkkelboks til høyre for døra, kode på enheten",
        "Nøkkel nr. {n} på kontoret",
        "Ring på, bruker lang tid på å åpne",
        "Kjellerinngang, ulåst på dagtid",
        "Hund i gangen, snill. Lukk porten",
        "Elektronisk lås, åpnes med app",
    ),
    "nn": (
        "Nøkkelboks til høgre for døra, kode på eininga",
        "Nøkkel nr. {n} på kontoret",
        "Ring på, brukar lang tid på å opne",
        "Kjellarinngang, ulåst på dagtid",
        "Hund i gangen, snill. Lukk grinda",
        "Elektronisk lås, blir opna med app",
    ),
}
_THINGS = (
    ("horeapparat", 0.25),
    ("stromper", 0.25),
    ("inkontinens", 0.3),
    ("vekt", 0.15),
)
_THINGS_AT_HOME = (
    ("alarm", 0.6),
    ("nokkelboks", 0.5),
    ("matombringing", 0.3),
    ("dusjkrakk", 0.4),
)
_THINGS_IN_A_ROOM = (("alarm_seng", 0.35),)
_HOBBIES = ("radio", "avis", "strikk", "fotball")


@dataclass(frozen=True, slots=True)
class Adult:
    """An invented adult: particulars, what notes may say, and the illness."""

    person: Person
    profile: Profile
    condition: Condition
    age: int


def invent_adult(
    stage: Stage,
    key: str,
    conditions: Sequence[Condition],
    *,
    at_home: bool,
    who: tuple[Sex, int] | None = None,
) -> Adult:
    """Invent somebody who gets home care, or lives at the nursing home."""
    rng = dice(stage.place.name, "adult", key)
    condition = weighted(rng, [(c, c.weight) for c in conditions])
    age = rng.randint(*condition.ages)
    sex: Sex = "female" if rng.random() < (0.62 if age > 75 else 0.5) else "male"
    part = stage.parts.get(key, Part())
    sex, age = who or (part.sex or sex, part.age or age)
    person = _person(stage, key, rng, sex, age)
    if part.name:
        person.given, _, person.family = part.name.rpartition(" ")
        person.middle = ""
    person.protection = part.protection
    tags = {condition.tag, *condition.also.split(), "hjemme" if at_home else "inst"}
    tags.add("kvinne" if sex == "female" else "mann")
    child = _family(stage, person, rng, tags, age, at_home)
    _aids(rng, tags, at_home)
    if at_home:
        n = rng.randint(11, 98)
        person.access_note = rng.choice(_ACCESS[stage.place.language]).format(n=n)
    if person.language == "se":
        tags.add("samisk")
    if person.needs_interpreter:
        tags.add("tolk")
    _critical(stage, person, rng, condition)
    if any("Penicillin" in line for line in person.critical):
        tags.add("penallergi")
    person.kin.extend([part.kin] if part.kin else [])
    return Adult(
        person, _profile(stage, person, rng, frozenset(tags), child), condition, age
    )


def _person(stage: Stage, key: str, rng: Random, sex: Sex, age: int) -> Person:
    place = stage.place
    is_sami = rng.random() < place.sami_share
    family = place.family_name(rng, is_sami=is_sami)
    language: str = place.language
    if is_sami and rng.random() < 0.75:
        language = "se"
    elif rng.random() < 0.035 and age < 85 and key not in stage.parts:
        return _from_abroad(stage, key, rng, sex, age)
    seed = stage.parts[key].same_birth_date_as if key in stage.parts else ""
    born = birth_date(stage.days.today, age, dice(place.name, seed) if seed else rng)
    person = Person(
        key, given_name(rng, age, sex, sami_share=float(is_sami)), family, sex, born
    )
    person.language = language
    person.needs_interpreter = language == "se" and age > 82 and rng.random() < 0.4
    if rng.random() < 0.12:
        person.middle = place.family_name(rng, is_sami=is_sami)
    return person


def _from_abroad(stage: Stage, key: str, rng: Random, sex: Sex, age: int) -> Person:
    home = rng.choice(ABROAD)
    given = rng.choice(home.women if sex == "female" else home.men)
    born = birth_date(stage.days.today, age, rng)
    person = Person(key, given, rng.choice(home.families), sex, born)
    person.language = home.language
    person.needs_interpreter = home.language != "en"
    person.ids = weighted(rng, [("fnr", 0.4), ("dnr>fnr", 0.3), ("dnr", 0.3)])
    return person


def _family(
    stage: Stage, person: Person, rng: Random, tags: set[str], age: int, at_home: bool
) -> tuple[str, str] | None:
    """Give a spouse and children; returns the child one usually speaks with."""
    has_spouse = rng.random() < (0.2 if person.sex == "female" else 0.5) + (
        0.25 if age < 75 else 0
    )
    state = (
        "married"
        if has_spouse
        else weighted(
            rng, [("widowed", 6 if age > 74 else 1), ("single", 2), ("divorced", 2)]
        )
    )
    person.marital = MARITAL[stage.place.language][state][person.sex]
    told = rng.choice(("all", "all", "important"))
    if has_spouse:
        other: Sex = "male" if person.sex == "female" else "female"
        name = f"{given_name(rng, age, other, sami_share=stage.place.sami_share)} {person.family}"
        person.kin.append(f"EF | {name} | next {told}")
        tags.add("ektefelle")
    elif at_home:
        tags.add("alene")
    if state == "widowed":
        tags.add("enke" if person.sex == "female" else "enkemann")
    return _children(stage, person, rng, tags, age)


def _children(
    stage: Stage, person: Person, rng: Random, tags: set[str], age: int
) -> tuple[str, str] | None:
    first: tuple[str, str] | None = None
    for n in range(
        weighted(rng, [(0, 18), (1, 30), (2, 36), (3, 16)]) if age > 45 else 0
    ):
        sex: Sex = rng.choice(("female", "male"))
        given = given_name(
            rng, max(age - 27 - 3 * n, 19), sex, sami_share=stage.place.sami_share
        )
        family = person.family
        if sex == "female" and rng.random() < 0.45:
            family = stage.place.family_name(rng, is_sami=person.language == "se")
        kind = "DA" if sex == "female" else "SO"
        flags = ["all" if n == 0 else rng.choice(("important", "important", "nothing"))]
        if not person.kin:
            flags.append("next")
        if n == 0 and "demens" in tags and rng.random() < 0.5:
            flags.append("proxy")
        if any(f"| {given} " in line for line in person.kin):
            continue  # nobody gives two children the same name
        person.kin.append(f"{kind} | {given} {family} | {' '.join(flags)}")
        first = first or (given, kind)
    if first:
        tags.add("barn")
    elif not person.kin and rng.random() < 0.8:
        kind, sex_of = rng.choice(
            (("SI", "female"), ("BR", "male"), ("BB", "female"), ("AP", "male"))
        )
        other: Sex = "female" if sex_of == "female" else "male"
        name = given_name(rng, max(age - (40 if kind == "BB" else 3), 20), other)
        person.kin.append(
            f"{kind} | {name} {stage.place.family_name(rng)} | next important"
        )
    return first


def _aids(rng: Random, tags: set[str], at_home: bool) -> None:
    """Add how the person walks, how medicines come, and what stands in the room."""
    chair = 0.45 if {"ms", "slag"} & tags else 0.0 if at_home else 0.35
    if rng.random() < chair:
        tags.add("rullestol")
        if {"ms", "slag"} & tags and rng.random() < (0.2 if at_home else 0.6):
            tags.add("heis")
    else:
        tags.add(weighted(rng, [("rullator", 6), ("stokk", 2), ("gaar", 3)]))
    things = _THINGS_AT_HOME if at_home else _THINGS_IN_A_ROOM
    tags.update(tag for tag, chance in (*things, *_THINGS) if rng.random() < chance)
    if at_home:
        tags.add(weighted(rng, [("multidose", 6), ("dosett", 3), ("dispenser", 1)]))
        if rng.random() < 0.2:
            tags.add(rng.choice(("hund", "katt")))
    tags.add(rng.choice(_HOBBIES))


def _critical(stage: Stage, person: Person, rng: Random, condition: Condition) -> None:
    column = 2 if stage.place.language == "nn" else 1
    for row in CRITICAL:
        if row[0] == condition.tag or (not row[0] and rng.random() < 0.045):
            person.critical.append(row[column])
    if not person.critical and rng.random() < 0.22:
        person.asked = "not_asked"


def _profile(
    stage: Stage,
    person: Person,
    rng: Random,
    tags: frozenset[str],
    child: tuple[str, str] | None,
) -> Profile:
    wound = None
    if "sar" in tags:
        heals = rng.random() < 0.7
        wound = Wound(
            side=rng.choice(("ve.", "hø.")),
            length_mm=rng.randint(22, 55),
            width_mm=rng.randint(14, 32),
            shrinks=rng.uniform(0.004, 0.009) if heals else rng.uniform(-0.002, 0.001),
        )
    return Profile(
        key=f"{stage.place.name}/{person.key}",
        sex=person.sex,
        given=person.given,
        tags=tags,
        first=stage.days.first,
        child=child,
        weight_kg=round(rng.gauss(66 if person.sex == "female" else 78, 9), 1),
        weight_slope=rng.uniform(-0.012, 0.01),
        systolic=rng.randint(122, 152),
        pulse=rng.randint(64, 84),
        saturation=92 if "kols" in tags else 96,
        sugar=rng.uniform(6.8, 9.6),
        wound=wound,
    )
