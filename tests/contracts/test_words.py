"""Every code has words, and every right has a rule."""

from pathlib import Path

import pytest
from django.apps import apps

from access.actions import Action
from access.bases import GROUNDS
from access.first_matrix import FIRST_MATRIX
from access.information import Information
from access.matrix.rules.words import ACTIONS, DOINGS
from access.models import Basis, Unit
from access.roles import RecordKind, Role
from audit.verbs import Verb
from journal.documentation.models import NoteKind

GLOSSARY = (Path(__file__).resolve().parents[2] / "docs" / "glossary.md").read_text()
MODELS = [
    model
    for label in ("journal", "access", "audit", "accounts", "tenants", "publishing")
    for model in apps.get_app_config(label).get_models()
    if "istorical" not in model.__name__
]


@pytest.mark.parametrize("verb", Verb)
def test_verb_has_a_norwegian_label_and_an_action(verb):
    assert str(verb.label) != verb.name.title()
    assert verb.action in set("CRUDE")


@pytest.mark.parametrize("action", Action)
def test_action_has_a_door(action):
    assert action.verb in Verb
    assert action.reach in {1, 2}


@pytest.mark.parametrize("kind", RecordKind)
def test_every_role_stands_in_the_matrix(kind):
    assert set(FIRST_MATRIX[kind]) == set(Role)


def test_every_kind_of_note_stands_in_the_matrix():
    kinds = {kind.value: str(kind.label) for kind in NoteKind}

    critical = {Information.CRITICAL.value: str(Information.CRITICAL.label)}
    assert kinds | critical == {i.value: str(i.label) for i in Information}


@pytest.mark.parametrize("basis", Basis)
def test_every_basis_says_what_it_is_worth(basis):
    assert basis in GROUNDS


def test_every_role_is_a_permission_on_a_unit():
    assert {codename for codename, _ in Unit._meta.permissions} == {
        role.codename for role in Role
    }


@pytest.mark.parametrize("basis", Basis)
def test_basis_has_words(basis):
    assert str(basis.label) != basis.name.title()


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_model_stands_in_the_glossary(model):
    assert f"`{model.__name__}`" in GLOSSARY


@pytest.mark.parametrize("action", Action)
def test_action_has_words_for_the_matrix_and_for_those_who_ask_why(action):
    assert action in DOINGS
    assert (action in ACTIONS) is action.is_named_in_matrix
