"""Asks the predicate about everybody, every record and every action at once.

Its own SQL is asked, text for text; only the parameters that say who asks, where he
works and for what are taken from a row of their own, one for each question.
"""

from functools import cache
from typing import Any
from uuid import UUID

from django.db import connection

from access import explaining, policy
from access.actions import Action
from access.bases import bases_for
from access.predicate import THESE_RECORDS, judgement, parameters_of, predicate
from tests.proof import documents
from tests.proof.reference import Verdict
from tests.proof.tables import worker_of

_ASKED = {
    "%(worker)s": "asked.worker",
    "%(units)s": "asked.units",
    "%(action)s": "asked.action",
    "%(bases)s": "asked.bases",
}
# A newer one is missed by name, in one test, and not in every world.
KNOWN = tuple(action for action in Action if action.value in documents.ACTIONS)
NOBODY = UUID(int=0)
_ALL_AT_ONCE = """
SELECT asked.number, answer.* FROM (
  SELECT number, worker, units::uuid[], action, bases::text[] FROM unnest(
    %(workers)s::uuid[], %(all_units)s::text[], %(actions)s::text[], %(all_bases)s::text[]
  ) WITH ORDINALITY AS one (worker, units, action, bases, number)
) AS asked CROSS JOIN LATERAL ({question}) AS answer
"""


def everything_open(facts, calendar, *, among=KNOWN, only=THESE_RECORDS):
    """All that anybody's lists show: what is decided by (asker, record, action)."""
    found = {}
    for text, actions in _texts(predicate, among, only):
        for asker, action, row in _answers(text, actions, facts, calendar):
            decision = policy.allowed(row, action)
            found[asker, decision.record_id, action.value] = decision
            _is_of_the_right_person(decision, facts)
    return found


def everything_judged(facts, calendar, *, among=KNOWN):
    """Each record asked about by anybody for anything: all decisions, also when the answer is no."""
    judged: dict[tuple[Any, UUID, Action], list[explaining.Judged]] = {}
    for text, actions in _texts(judgement, among, THESE_RECORDS):
        conditions = explaining.conditions_of(actions[0])
        for asker, action, row in _answers(text, actions, facts, calendar):
            ground = explaining.judged(row, conditions)
            judged.setdefault((asker, row[0], action), []).append(ground)
    workers = {asker: worker_of(facts, asker) for asker in facts.askers}
    found = {}
    for (asker, record, action), grounds in judged.items():
        decision = policy.decided(workers[asker], action, grounds)
        found[asker, record, action.value] = decision
        _is_of_the_right_person(decision, facts)
    return found


def _is_of_the_right_person(decision, facts):
    file = next(f for f in facts.files if f.id == decision.record_id)
    assert (decision.patient_id, decision.kind) == (file.patient, file.kind)


@cache
def _texts(question, actions, only):
    """The texts of a question, each with the actions it answers for."""
    texts: dict[str, list[Action]] = {}
    for action in actions:
        texts.setdefault(question(action, only=only), []).append(action)
    return [(_lateral(text), actions) for text, actions in texts.items()]


def _lateral(text):
    for parameter, column in _ASKED.items():
        text = text.replace(parameter, column)
    return _ALL_AT_ONCE.format(question=text)


def _answers(text, actions, facts, calendar):
    """The rows of one text for everybody, each with who asked, and for what."""
    asked = [(asker, action) for action in actions for asker in facts.askers]
    for number, *row in _rows(text, facts, calendar, asked):
        yield *asked[number - 1], tuple(row)


def _rows(text, facts, calendar, asked):
    values = parameters_of(
        NOBODY, [], Action.READ_RECORD, calendar.moment(facts.at)
    ) | {
        "among": [file.id for file in facts.files],
        "workers": [asker.account for asker, _action in asked],
        "all_units": [_array(asker.units) for asker, _action in asked],
        "actions": [action.value for _asker, action in asked],
        "all_bases": [_array(bases_for(action)) for _asker, action in asked],
    }
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")  # which tells the database where we are
        # Planning takes longer than answering; a prepared statement is planned once.
        return connection.connection.execute(text, values, prepare=True).fetchall()


def _array(values):
    return "{" + ",".join(map(str, values)) + "}"


def verdict_of(decision, calendar):
    """What the product decided, in the reference's words."""
    if not decision.is_allowed:
        return Verdict(refusal=str(decision.refusal))
    subject, grounds = decision.subject, decision.grounds
    return Verdict(
        refusal=None,
        basis=decision.basis.value,
        relation=grounds.decision_ref,
        unit=decision.unit_id,
        role=decision.role.value,
        purpose=grounds.purpose,
        user_selected=grounds.user_selected,
        kinds=subject.kinds,
        hidden=subject.hidden,
        until=calendar.hour(subject.until),
        grounds=frozenset(basis.value for basis in decision.grounds_here),
        tie=decision.tie,
        protection=decision.protection,
        is_partly_blocked=decision.is_partly_blocked,
    )
