"""What the tests of the synthetic worlds ask again and again."""

from datetime import date
from functools import cache

from akson_project.demo.stories.build import build_world
from akson_project.demo.stories.model import MunicipalityName, World

TODAY = date(2025, 11, 22)
NAMES: tuple[MunicipalityName, ...] = ("bergen", "sunnfjord", "karasjok")


@cache
def world_of(name: MunicipalityName, today: date = TODAY) -> World:
    return build_world(name, today)


def notes_of(world):
    for patient in world.patients:
        for record in patient.records:
            for note in record.notes:
                yield patient, record, note


def employed(world, worker_key, unit, day):
    worker = next(w for w in world.workers if w.key == worker_key)
    return any(
        job.unit == unit
        and job.valid_from <= day
        and (job.valid_until is None or day < job.valid_until)
        for job in worker.employments
    )


def above(world):
    """Each unit with itself and everything above it."""
    parents = {unit.key: unit.parent for unit in world.units}
    chains = {}
    for key in parents:
        chain, at = set(), key
        while at is not None:
            chain.add(at)
            at = parents[at]
        chains[key] = chain
    return chains
