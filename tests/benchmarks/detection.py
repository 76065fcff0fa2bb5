"""How much planted misuse is found, in municipalities nobody has tuned anything on.

Ten held-out seeds, each as a municipality that knows most and as one with holes in its
facts; the rivals on the same ones; what is lost without a part, and when snoopers hide
among right accesses. `--seeds 2` for a quick look. Each figure is a share with a 95 %
interval (Wilson), the last line the digest of the weights it was made with.
"""

import argparse
import gc
import json
import sys
from collections import defaultdict
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor

from audit.detection.rules.lookups import Lookup, lookups
from audit.detection.rules.weights import digest
from tests.benchmarks.ground import say
from tests.simulation.figures import BUDGETS, Listed, Tally, wilson
from tests.simulation.looking import world_of
from tests.simulation.municipality import Truth, simulate
from tests.simulation.rivals import ABLATIONS, RIVALS, ours
from tests.simulation.settings import Kind, Settings, easy, hard, planted

FIRST_HELD_OUT = 201
MODES = {"easy": easy, "hard": hard}
COVERINGS = 20
Tallies = dict[tuple[str, str, str], Tally]


def main() -> None:
    """Measure, and print a line for each figure."""
    options = _options()
    last = FIRST_HELD_OUT + options.seeds
    jobs = [
        (seed, mode, seed < FIRST_HELD_OUT + options.some)
        for seed in range(FIRST_HELD_OUT, last)
        for mode in MODES
    ]
    tallies: Tallies = defaultdict(Tally)
    with ProcessPoolExecutor(options.workers) as workers:
        for done in workers.map(_municipality, jobs):
            for key, tally in done.items():
                tallies[key].include(tally)
    _tell(tallies)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=10, help="municipalities")
    parser.add_argument(
        "--some", type=int, default=3, help="of them for ablations and base rates"
    )
    parser.add_argument("--workers", type=int, default=2, help="processes")
    return parser.parse_args()


def _municipality(job: tuple[int, str, bool]) -> Tallies:
    """Look at one municipality; with `thoroughly` also without parts, and otherwise."""
    seed, mode, thoroughly = job
    tallies: Tallies = {}
    found, truths = _lookups(MODES[mode](seed))
    detectors = {"ours": ours, **RIVALS, **(ABLATIONS if thoroughly else {})}
    for name, detector in detectors.items():
        _count(tallies, name, mode, detector(found), truths)
    if thoroughly and mode == "hard":
        for name, settings, coverings in _otherwise(seed):
            found, truths = _lookups(settings, coverings)
            _count(tallies, name, mode, ours(found), truths)
    return tallies


def _otherwise(seed: int) -> Iterable[tuple[str, Settings, int]]:
    """The same municipality, where snoopers hide, and where there are fewer or more."""
    yield "ours_20_covering_accesses", hard(seed), COVERINGS
    yield "ours_2_of_each_kind", hard(seed, planted=planted(2, mass=1)), 0
    yield "ours_20_of_each_kind", hard(seed, planted=planted(20)), 0


def _count(
    tallies: Tallies, name: str, mode: str, ranked: list[Listed], truths: list[Truth]
) -> None:
    for budget, cases in BUDGETS.items():
        tally = tallies[name, mode, budget] = Tally()
        tally.add(ranked, truths, cases)


def _lookups(
    settings: Settings, coverings: int = 0
) -> tuple[list[Lookup], list[Truth]]:
    gc.disable()  # millions of small objects, none of them in a ring
    try:
        simulation = simulate(settings, coverings=coverings)
        return lookups(world_of(simulation)), simulation.truths
    finally:
        gc.enable()


def _tell(tallies: Tallies) -> None:
    for (name, mode, budget), tally in tallies.items():
        _say(f"recall_{name}_{mode}_{budget}", *tally.recall())
        if name == "ours":
            for kind in Kind:
                _say(f"recall_{mode}_{budget}_{kind}", *tally.recall(kind))
        say(f"precision_{name}_{mode}_{budget}", round(tally.precision, 3), "share")
    sys.stdout.write(json.dumps({"figure": "weights", "value": digest()}) + "\n")


def _say(figure: str, found: int, of: int) -> None:
    low, high = (round(end, 3) for end in wilson(found, of))
    say(figure, round(found / max(1, of), 3), "share", low=low, high=high, of=of)


if __name__ == "__main__":
    main()
