"""Who read what: the demo's events in the access log, marked as such."""

from collections.abc import Mapping
from datetime import datetime

from akson_project.demo.loading.keys import Keys
from akson_project.demo.loading.modules import looks
from akson_project.demo.stories.model import ReadStory, WorkerStory, World
from audit import log
from audit.controller import controller_here
from audit.entry import Actor, Client, Entry, Grounds, Place, Query, Subject
from audit.verbs import Outcome, Reach, Verb

Duty = dict[tuple[str, str], list[tuple[datetime, datetime]]]

_VERBS = {
    "read": Verb.READ,
    "search": Verb.SEARCHED,
    "list": Verb.LISTED,
    "refused": Verb.READ,
    "print": Verb.PRINTED,
}


def load_reads(world: World, keys: Keys) -> None:
    """Store the accesses of the story, and that the demo data itself was stored."""
    workers = {worker.key: worker for worker in world.workers}
    kinds = {
        patient.key: patient.records[0].kind
        for patient in world.patients
        if patient.records
    }
    duty = _duty(world)
    entries = [_loaded(keys)]
    for number, read in enumerate(world.reads):
        entries.append(
            Entry(
                id=keys.of("read", number),
                verb=_VERBS[read.verb],
                outcome=Outcome.REFUSED if read.verb == "refused" else Outcome.DONE,
                actor=actor_of(workers[read.worker], keys),
                municipality=controller_here(),
                refusal="no_relation" if read.verb == "refused" else "",
                place=place_of(world, read.unit, keys),
                grounds=_grounds(read, duty),
                client=Client(channel="demo"),
                subjects=_subjects(read, keys, kinds),
                query=Query("name", hits=1 + len(read.also_shown))
                if read.verb == "search"
                else None,
                recorded_at=read.at,
                is_demo=True,
            )
        )
    entries += _of_modules(world, workers, keys)
    log.append_demo(entries)


def _of_modules(
    world: World, workers: Mapping[str, WorkerStory], keys: Keys
) -> list[Entry]:
    return [
        Entry(
            id=keys.of("look", number),
            verb=Verb.LISTED,
            actor=actor_of(workers[worker], keys),
            municipality=controller_here(),
            place=place_of(world, unit, keys),
            grounds=Grounds(basis="listed", purpose="TREAT"),
            client=Client(channel="demo", page=page),
            recorded_at=at,
            is_demo=True,
        )
        for number, (worker, unit, page, at) in enumerate(looks(world))
    ]


def _loaded(keys: Keys) -> Entry:
    return Entry(
        id=keys.load_event,
        verb=Verb.STORED_DEMO,
        actor=Actor(None, "Demodata"),
        municipality=controller_here(),
        client=Client(channel="command"),
        recorded_at=keys.now,
        is_demo=True,
    )


def place_of(world: World, unit_key: str, keys: Keys) -> Place:
    """The unit somebody worked at, and the enterprise it belongs to."""
    units = {unit.key: unit for unit in world.units}
    unit = above = units[unit_key]
    while not above.orgnr and above.parent:
        above = units[above.parent]
    here = controller_here()
    return Place(
        unit_id=keys.of("unit", unit.key),
        unit_name=unit.name,
        orgnr=above.orgnr or here.orgnr,
        enterprise_name=above.name if above.orgnr else here.name,
    )


def actor_of(worker: WorkerStory, keys: Keys) -> Actor:
    """A worker, as the log names who did something."""
    role = worker.employments[0].role if worker.employments else ""
    return Actor(
        id=keys.of("worker", worker.key),
        name=f"{worker.given} {worker.family}",
        profession=worker.profession,
        title=worker.title,
        hpr_number=worker.hpr or "",
        role=role,
    )


def _duty(world: World) -> Duty:
    """When each was on duty where, as far back as the roster goes."""
    duty: Duty = {}
    for shift in world.shifts:
        hours = duty.setdefault((shift.worker, shift.unit), [])
        hours.append((shift.begins, shift.ends))
    return duty


def _grounds(read: ReadStory, duty: Duty) -> Grounds:
    if read.verb == "refused":
        return Grounds()
    if read.verb in {"search", "list"}:
        return Grounds(basis="listed", purpose="TREAT")
    shifts = duty.get((read.worker, read.unit), ())
    is_on_duty = any(begins <= read.at < ends for begins, ends in shifts)
    return Grounds(basis="roster" if is_on_duty else "episode", purpose="TREAT")


def _subjects(
    read: ReadStory, keys: Keys, kinds: Mapping[str, str]
) -> tuple[Subject, ...]:
    people = [read.patient, *read.also_shown]
    if read.verb in {"search", "list"}:
        return tuple(Subject(keys.of("patient", key)) for key in dict.fromkeys(people))
    record = keys.of("record", f"{read.patient}:{kinds[read.patient]}")
    reach = Reach.MENTIONED if read.verb == "refused" else Reach.RECORD
    return (Subject(keys.of("patient", read.patient), record, reach),)
