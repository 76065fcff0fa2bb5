"""Which test finds out a spoilt predicate: run by hand, since it takes its time.

`./akson test tests/proof/mutants.py -s` tries each mutant in the same worlds, until one
world tells it from the documents, and writes docs/predicate-mutants.md.
"""

import sys
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import psycopg
from django.db import Error, ProgrammingError, transaction
from hypothesis import Phase, given, settings

import access.predicate
from access import explaining, policy
from access.actions import Action
from access.predicate import ALL
from tests.proof import asking, documents, reference
from tests.proof.amounts import ORDINARY
from tests.proof.mutant_report import report
from tests.proof.spoiling import Mutant, loaded, mutants
from tests.proof.tables import Calendar, undone, worker_of, write
from tests.proof.worlds import worlds

WORLDS = 300
NO_SQL = "is no SQL"
ALIKE = "changes nothing that is asked"
CALENDAR = Calendar()


_ASKED_FOR = (
    "THESE_RECORDS",
    "predicate",
    "judgement",
    "conditions",
    "parameters_of",
    "parameters",
)


@dataclass
class Trial:
    """One mutant, what of the predicate's texts it changes, and how it was found out."""

    mutant: Mutant
    module: ModuleType
    actions: tuple[Action, ...] = ()
    found_by: str = ""


def test_every_spoilt_predicate_is_found_out(standing_in_fjord):
    trials, stillborn = _trials()
    for number, facts in enumerate(_some_worlds(), 1):
        left = [trial for trial in trials if not trial.found_by]
        with undone():
            write(facts, CALENDAR)
            said = _said(facts)
            for trial in left:
                _try(trial, facts, said, number)
        sys.stderr.write(f"world {number}: {len(left)} left\n")
    path = Path(__file__).parents[2] / "docs" / "predicate-mutants.md"
    unspoken = [trial for trial in trials if trial.found_by in {NO_SQL, ALIKE}]
    tried = [trial for trial in trials if trial not in unspoken]
    survivors = report(path, tried, len(stillborn) + len(unspoken), worlds=WORLDS)

    assert survivors == []


def _some_worlds():
    found = []

    @settings(
        max_examples=WORLDS,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        **ORDINARY,
    )
    @given(worlds())
    def collect(facts):
        found.append(facts)

    collect()
    return found


def _trials():
    trials, stillborn = [], []
    for mutant in mutants():
        try:
            trial = _changed(Trial(mutant, loaded(mutant)))
        except Exception:  # noqa: BLE001 - whatever it is, it does not load
            stillborn.append(mutant)
            continue
        trials.append(trial)
    return trials, stillborn


def _changed(trial):
    """Find out which actions' texts differ; a mutant that changes none is equivalent."""
    before, after = access.predicate, trial.module
    all_alike = _parameters(before) == _parameters(after)
    trial.actions = tuple(
        action
        for action in asking.KNOWN
        if not all_alike or _texts(before, action) != _texts(after, action)
    )
    if not trial.actions:
        trial.found_by = ALIKE
    return trial


def _texts(module, action):
    return module.predicate(action), module.judgement(action)


def _parameters(module):
    return module.parameters_of(asking.NOBODY, [], asking.KNOWN[0], CALENDAR.noon)


def _said(facts):
    return {
        (asker, file.id, action): reference.judge(facts, asker, file, action)
        for asker in facts.askers
        for file in facts.files
        for action in documents.ACTIONS
    }


def _try(trial, facts, said, number):
    try:
        with transaction.atomic():
            if _differs(trial, facts, said):
                trial.found_by = f"world {number}"
    except (ProgrammingError, psycopg.ProgrammingError):
        trial.found_by = NO_SQL
    except (psycopg.Error, Error, AssertionError, LookupError, ValueError) as error:
        trial.found_by = f"world {number}: {type(error).__name__}"


def _differs(trial, facts, said):
    with _in_force(trial.module):
        judged = asking.everything_judged(facts, CALENDAR, among=trial.actions)
        listed = asking.everything_open(facts, CALENDAR, among=trial.actions, only=ALL)
        if _tells(facts, said, judged, listed, trial.actions):
            return True
        return _policy_tells(facts, judged)


def _policy_tells(facts, judged):
    """One question by the policy itself, whose parameters are asked for nowhere else."""
    (asker, record, action), found = next(iter(judged.items()))
    at = CALENDAR.moment(facts.at)
    return (
        policy.decide(worker_of(facts, asker), record, Action(action), at=at) != found
    )


class _in_force:  # noqa: N801 - reads as a word where it is used
    """Let the policy ask the spoilt predicate for a while."""

    def __init__(self, module):
        self.module = module

    def __enter__(self):
        self._set(self.module)

    def __exit__(self, *_error):
        self._set(access.predicate)

    def _set(self, module):
        for asks in (asking, policy, explaining):
            for name in _ASKED_FOR:
                if hasattr(asks, name):
                    setattr(asks, name, getattr(module, name))
        asking._texts.cache_clear()


def _tells(facts, said, judged, listed, actions):
    for asker in facts.askers:
        for file in facts.files:
            for action in actions:
                key = (asker, file.id, action.value)
                if key not in judged or (key in listed) != said[key].is_allowed:
                    return True
                if asking.verdict_of(judged[key], CALENDAR) != said[key]:
                    return True
    return False
