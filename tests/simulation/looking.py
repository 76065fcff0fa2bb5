"""Lets a detector look at a simulated municipality."""

from audit.detection.format.reading import (
    Reading,
    find_workers_among_residents,
    take,
)
from audit.detection.rules.facts import World
from tests.simulation.municipality import Simulation


def world_of(simulation: Simulation) -> World:
    """Read a simulation as the command would read its file, without the text between."""
    reading = Reading()
    for number, line in enumerate(simulation.lines, start=1):
        take(reading, line, number)
    if reading.bad:
        raise ValueError(reading.problems)
    find_workers_among_residents(reading.world)
    return reading.world
