"""Each kind of line, and what it adds to the world."""

from collections.abc import Callable, Iterator
from typing import Any

from audit.detection.format.fields import (
    DAY,
    Line,
    LineError,
    as_id,
    day_and_hour,
    home,
    items,
    moment,
    number,
    optional_id,
    required_id,
    required_moment,
    span,
    text,
    truth,
)
from audit.detection.rules.facts import (
    FOREVER,
    Access,
    Duty,
    Home,
    Person,
    Post,
    Relation,
    Span,
    Stay,
    Worker,
    World,
)
from audit.detection.rules.names import (
    folded,
    place,
    street_and_number,
    surname_of,
    surnames,
)

# Shown among many others: nobody was opened.
NOT_OPENED = frozenset({"list", "listed"})
SEARCHED = frozenset({"search", "searched", "name_search"})
WRITING = frozenset(
    {"write", "wrote", "create", "update", "sign", "signed", "corrected", "drafted"}
)
# A search that finds so many was not for one of them.
HITS_AIMED_AT = 3
# Grounds that last the day they are for, unless an end is given.
OF_A_DAY = frozenset({"task", "visit", "appointment"})


def take_event(world: World, line: Line, name: str) -> None:
    """Take an access, once for each patient in it.

    Raises:
        LineError: who, whom or when is missing, or a field cannot be read.
    """
    at = required_moment(line, "time")
    day, hour = day_and_hour(at)
    action = text(line, "action").casefold()
    patients = _patients(line)
    if action in NOT_OPENED or (action in SEARCHED and len(patients) > HITS_AIMED_AT):
        return
    wrote = truth(line, "wrote")
    access = Access(
        id=optional_id(line, "id") or name,
        at=at,
        day=day,
        hour=hour,
        worker=required_id(line, "worker"),
        patient="",
        wrote=action in WRITING if wrote is None else wrote,
        searched=_searched(line, action),
        unit=optional_id(line, "unit"),
        basis=text(line, "basis").casefold(),
        on_duty=truth(line, "on_shift"),
    )
    world.accesses.extend(access._replace(patient=patient) for patient in patients)


def _patients(line: Line) -> list[str]:
    several = [as_id(one, "patients") for one in items(line, "patients")]
    one = optional_id(line, "patient")
    found = [patient for patient in ([one] if one else several) if patient]
    if not found:
        raise LineError("Feltet «patient» mangler.")
    return found


def _searched(line: Line, action: str) -> bool | None:
    found_by = text(line, "found_by").casefold()
    if not found_by:
        return True if action in SEARCHED else None
    return found_by in SEARCHED


def take_worker(world: World, line: Line, name: str) -> None:
    """Take an employee; what says who he is privately may stand here too.

    Raises:
        LineError: the id is missing, or a field cannot be read.
    """
    worker = required_id(line, "id")
    person = optional_id(line, "resident")
    if not person and any(line.get(field) for field in _PERSONAL):
        person = f"worker:{worker}"
        take_resident(world, {**line, "id": person}, name)
    world.workers[worker] = Worker(
        text(line, "role").casefold(), tuple(_posts(line)), person
    )


_PERSONAL = ("surname", "name", "address", "street", "household", "relatives")


def _posts(line: Line) -> Iterator[Post]:
    whole = span(line, "from", "to")
    for unit in [*items(line, "units"), *items(line, "unit")]:
        if isinstance(unit, dict):
            yield Post(required_id(unit, "unit"), span(unit, "from", "to"))
        else:
            yield Post(as_id(unit, "units"), whole)


def take_resident(world: World, line: Line, _name: str) -> None:
    """Take somebody who lives in the municipality.

    Raises:
        LineError: the id is missing, or a field cannot be read.
    """
    person = required_id(line, "id")
    street, house = _street(line)
    died = moment(line.get("died"), "died")
    world.people[person] = Person(
        surnames=_surnames(line),
        household=optional_id(line, "household"),
        street=street,
        number=house,
        home=_home(line, street, house),
        former_homes=tuple(filter(None, map(home, items(line, "former_addresses")))),
        well_known=truth(line, "well_known") is True,
        protected=_protected(line),
        died=FOREVER if died is None else died,
    )
    for relative in items(line, "relatives"):
        _tie(world, person, relative)


def _tie(world: World, person: str, relative: Any) -> None:
    if isinstance(relative, dict):
        other, kind = required_id(relative, "id"), text(relative, "kind").casefold()
    else:
        other, kind = as_id(relative, "relatives"), ""
    if other and other != person:
        world.tie(person, other, kind)


def _surnames(line: Line) -> frozenset[str]:
    surname = text(line, "surname") or surname_of(text(line, "name"))
    former = [str(one) for one in items(line, "former_surnames")]
    return frozenset().union(*map(surnames, (surname, *former)))


def _street(line: Line) -> tuple[str, int | None]:
    street = text(line, "street")
    if street:
        given = number(line, "house_number")
        return (folded(street), given) if given else street_and_number(street)
    return street_and_number(text(line, "address"))


def _home(line: Line, street: str, house: int | None) -> Home | None:
    address = text(line, "address")
    if not address and street:
        address = f"{text(line, 'street')} {text(line, 'house_number')}"
        address = f"{address} {text(line, 'flat')}"
    moved_in = moment(line.get("moved_in"), "moved_in")
    since = -FOREVER if moved_in is None else moved_in
    return Home(place(address), Span(since)) if address and (house or street) else None


def _protected(line: Line) -> bool:
    value = text(line, "protected").casefold()
    return value not in {"", "false", "0", "no", "nei", "none", "ugradert"}


def take_episode(world: World, line: Line, _name: str) -> None:
    """Take a stay or a service at a unit.

    Raises:
        LineError: patient or unit is missing, or a field cannot be read.
    """
    team = frozenset(as_id(one, "team") for one in items(line, "team"))
    stay = Stay(required_id(line, "unit"), span(line), team - {""})
    world.stays[required_id(line, "patient")].append(stay)


def take_shift(world: World, line: Line, _name: str) -> None:
    """Take a duty on a roster.

    Raises:
        LineError: who or when is missing, or a field cannot be read.
    """
    required_moment(line, "start")
    required_moment(line, "end")
    duty = Duty(span(line), optional_id(line, "unit"))
    world.duties[required_id(line, "worker")].append(duty)


def take_relation(world: World, line: Line, _name: str) -> None:
    """Take another ground than a stay: a task, a visit, a grant and so on.

    Raises:
        LineError: the patient, or both worker and unit, are missing.
    """
    patient = required_id(line, "patient")
    kind = text(line, "kind").casefold() or text(line, "type").casefold()
    worker, unit = optional_id(line, "worker"), optional_id(line, "unit")
    if not worker and not unit:
        raise LineError("Feltet «worker» eller «unit» mangler.")
    lasts = span(line)
    if kind in OF_A_DAY and lasts.until == FOREVER and lasts.since > -FOREVER:
        lasts = Span(lasts.since, lasts.since + DAY)
    world.relations[patient].append(Relation(kind, lasts, worker, unit))


def take_tie(world: World, line: Line, _name: str) -> None:
    """Take what two people are to each other.

    Raises:
        LineError: one of them is missing.
    """
    one, other = required_id(line, "a"), required_id(line, "b")
    world.tie(one, other, text(line, "kind").casefold())


TAKE: dict[str, Callable[[World, Line, str], None]] = {
    "event": take_event,
    "access": take_event,
    "worker": take_worker,
    "staff": take_worker,
    "employee": take_worker,
    "resident": take_resident,
    "patient": take_resident,
    "person": take_resident,
    "episode": take_episode,
    "stay": take_episode,
    "shift": take_shift,
    "relation": take_relation,
    "task": take_relation,
    "visit": take_relation,
    "grant": take_relation,
    "tie": take_tie,
}
