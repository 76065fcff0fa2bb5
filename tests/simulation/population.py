"""The residents of an invented municipality: households, kin, addresses, and who is known."""

import random
from dataclasses import dataclass, field

from tests.simulation.settings import Settings

_SYLLABLES = (
    "berg hau lid vik nes sol tveit dal strand mo bakk lund ås holm sand rud stad øy"
    " myr fjell brekk eng hei skog vang sten"
).split()


@dataclass
class Resident:
    """One invented person, as he truly is."""

    id: str
    surname: str
    street: str
    number: int
    flat: str
    household: int
    age: int
    former: list[str] = field(default_factory=list)
    kin: set[str] = field(default_factory=set)
    well_known: bool = False

    @property
    def address(self) -> str:
        """Where he lives."""
        return f"{self.street} {self.number}{self.flat}"


def populate(settings: Settings, drawn: random.Random) -> dict[str, Resident]:
    """Fill the municipality household by household."""
    names = [_name(drawn) for _ in range(max(60, settings.residents // 14))]
    weights = [1 / (rank + 3) for rank in range(len(names))]
    streets = [
        f"{_name(drawn)}{drawn.choice(('veien', 'gata', 'vegen', 'bakken'))}"
        for _ in range(settings.streets)
    ]
    people: dict[str, Resident] = {}
    household = 0
    while len(people) < settings.residents:
        household += 1
        _move_in(people, household, drawn, (names, weights, streets))
    _tell_kin(people, drawn)
    _tell_former_partners(people, drawn)
    grown = [person for person in people.values() if person.age >= 18]
    for person in drawn.sample(grown, settings.well_known):
        person.well_known = True
    return people


def _name(drawn: random.Random) -> str:
    return "".join(drawn.sample(_SYLLABLES, 2)).capitalize()


def _move_in(
    people: dict[str, Resident],
    household: int,
    drawn: random.Random,
    words: tuple[list[str], list[float], list[str]],
) -> None:
    names, weights, streets = words
    street, number = drawn.choice(streets), drawn.randint(1, 60)
    flat = drawn.choice(("", "", "", " A", " B"))
    surname, other = drawn.choices(names, weights, k=2)
    adults = 1 if drawn.random() < 0.38 else 2
    children = (
        drawn.choice((0, 0, 0, 1, 2, 3)) if adults == 2 else drawn.choice((0, 0, 0, 1))
    )
    age = drawn.randint(22, 48) if children else drawn.randint(20, 96)
    members = []
    for place in range(adults + children):
        kept_own = place == 1 and drawn.random() < 0.35
        person = Resident(
            id=f"r{len(people) + 1}",
            surname=other if kept_own else surname,
            street=street,
            number=number,
            flat=flat,
            household=household,
            age=age + drawn.randint(-3, 3) if place < adults else drawn.randint(0, 17),
        )
        people[person.id] = person
        members.append(person)
    for person in members:
        person.kin |= {other.id for other in members if other is not person}


def _tell_kin(people: dict[str, Resident], drawn: random.Random) -> None:
    """Give grown people parents and siblings in other homes, most with the same surname."""
    by_surname: dict[str, list[Resident]] = {}
    for person in people.values():
        by_surname.setdefault(person.surname, []).append(person)
    everybody = list(people.values())
    for person in everybody:
        if person.age < 20:
            continue
        for _ in range(drawn.choice((0, 1, 1, 2))):
            pool = by_surname[person.surname] if drawn.random() < 0.6 else everybody
            other = drawn.choice(pool)
            if other.household != person.household:
                person.kin.add(other.id)
                other.kin.add(person.id)


def _tell_former_partners(people: dict[str, Resident], drawn: random.Random) -> None:
    """Let pairs of grown people have lived together; one of them may still be there."""
    grown = [person for person in people.values() if 22 <= person.age <= 75]
    drawn.shuffle(grown)
    for one, other in zip(grown[:1200:2], grown[1:1200:2], strict=False):
        if one.household == other.household:
            continue
        if drawn.random() < 0.5:
            other.former.append(one.address)
        else:
            shared = f"{drawn.choice(grown).street} {drawn.randint(1, 60)}"
            one.former.append(shared)
            other.former.append(shared)
    for person in drawn.sample(grown, len(grown) // 5):
        person.former.append(drawn.choice(grown).address)


def former_partners(people: dict[str, Resident], person: Resident) -> list[str]:
    """Whom somebody once lived with, and does not now."""
    mine = {*person.former, person.address}
    return [
        other.id
        for other in people.values()
        if other.household != person.household
        and other.id not in person.kin
        and (mine & set(other.former) or (other.address in person.former))
    ]
