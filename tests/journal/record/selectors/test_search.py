"""Search and the policy agree: who may open a record finds it, and nobody else."""

from datetime import date

import pytest

from access import policy
from access.actions import Action
from access.roles import RecordKind, Role
from audit.verbs import Verb
from journal.record.gate import open_people
from journal.record.selectors.question import Question, QuestionKind, read_question
from journal.record.selectors.search import find_people, hits_of
from tests import world as worlds


def found(worker, text):
    return {d.record_id for d in find_people(worker, read_question(text)).decisions}


def test_both_records_of_a_person_are_found(world):
    case = worlds.patient(
        world.clerk, "Ola", "Fjellheim", at=world.north, kind=RecordKind.CASE
    )

    assert found(world.nurse, "ola fjellheim") == {world.ola.record_id, case.record_id}


def test_everybody_finds_exactly_those_he_may_open(world):
    for given, at in [("Ola", world.south), ("Ola", world.north), ("Ole", world.south)]:
        worlds.patient(world.clerk, given, "Fjellheim", at=at)
    both = worlds.worker(
        worlds.person(
            "bo.begge", (Role.NURSE, world.north), (Role.CARE_WORKER, world.south)
        )
    )

    for worker in (world.nurse, world.stranger, world.leader, both, world.auditor):
        may_open = {
            d.record_id for d in policy.records_open_to(worker, Action.READ_IDENTITY)
        }
        assert found(worker, "fjellheim") == may_open


def test_unit_one_has_not_chosen_gives_no_hits(world):
    nobody = worlds.worker(worlds.person("nils.ny"))

    assert found(nobody, "fjellheim") == set()


def test_best_hit_comes_first_and_equals_in_norwegian_order(world):
    for given, family in [("Ola", "Åsen"), ("Ola", "Ødegård"), ("Ola", "Ægir")]:
        worlds.patient(world.clerk, given, family, at=world.north)
    found = find_people(world.nurse, read_question("14.02.1942"))

    with open_people(found.decisions, by=world.nurse, verb=Verb.SEARCHED):
        names = [hit.name for hit in hits_of(found)]

    assert names == ["Fjellheim, Ola", "Ægir, Ola", "Ødegård, Ola", "Åsen, Ola"]


@pytest.mark.parametrize(
    ("text", "kind", "words", "dates"),
    [
        ("Hansen,  Kari", QuestionKind.NAME, "Hansen, Kari", ()),
        ("14.02.1942", QuestionKind.BIRTH_DATE, "", (date(1942, 2, 14),)),
        (
            "Kari 14/2-42 Hansen",
            QuestionKind.NAME_AND_BIRTH_DATE,
            "Kari Hansen",
            (date(1942, 2, 14),),
        ),
    ],
)
def test_question_is_understood(text, kind, words, dates):
    question = read_question(text)

    assert (question.kind, " ".join(question.words.split())) == (kind, words)
    assert question.birth_dates == dates


def test_question_survives_the_session():
    question = read_question("Kari 140242")

    assert Question.from_json(question.as_json()) == question
