"""What the log promises to hold is done through the product, and found there."""

import ast
import json
import os
from pathlib import Path

import pytest

from audit.models import AccessEvent, AccessSubject
from audit.review.fhir.resource import audit_events
from audit.review.selectors.facts import read_body
from audit.verbs import Outcome, Verb
from tests import world as worlds
from tests.audit.coverage.doing import Scene
from tests.audit.coverage.ehrsfm import MET, SHALLS
from tests.audit.coverage.kinds import DONE, KINDS, KING
from tests.audit.coverage.page import page
from tests.audit.review.fhir.balp import broken

ROOT = Path(__file__).resolve().parents[3]
PAGE = ROOT / "docs" / "access-log-coverage.md"


@pytest.fixture
def scene(world, desk):
    return Scene(world, desk)


def left(since):
    """The events that have come since, as their bytes say."""
    events = AccessEvent.objects.exclude(pk__in=since).order_by("stored_at")
    return [json.loads(bytes(event.body)) for event in events]


def does(kind, scene):
    before = set(AccessEvent.objects.values_list("pk", flat=True))
    kind.does(scene)
    return left(before)


@pytest.mark.parametrize("kind", DONE, ids=lambda kind: kind.name)
def test_kind_is_in_the_log(scene, kind):
    events = does(kind, scene)

    said = [(event["verb"], event["outcome"]) for event in events]
    assert (kind.verb.value, kind.outcome.value) in said, said
    found = next(e for e in events if e["verb"] == kind.verb.value)
    if kind.names:
        people = [subject["patient"] for subject in found["subjects"]]
        assert people == [str(scene.world.ola.patient_id)]
        rows = AccessSubject.objects.filter(event_id=found["id"])
        assert [str(row.patient_id) for row in rows] == people
    for event in events:
        for resource in audit_events(
            read_body(json.dumps(event).encode()), host="fjord"
        ):
            assert broken(resource) == []


@pytest.mark.parametrize("kind", DONE, ids=lambda kind: kind.name)
def test_event_says_who_where_when_and_by_what(scene, kind):
    # Whoever sits at a desk was signed in past the screens, from no address.
    asked = [e for e in does(kind, scene) if e.get("client", {}).get("address")]

    assert asked
    for event in asked:
        assert event["recorded"].endswith("Z")
        assert event["municipality"]["orgnr"]
        assert event["source"]["system"] == "akson"
        if (
            event.get("detail", {}).get("how") != "time"
        ):  # ends before the page is looked up
            assert event["client"]["page"]
        if event["verb"] not in {Verb.SIGN_IN_FAILED, Verb.LOCKED_OUT}:
            assert event["actor"]["id"]
        if event["outcome"] == Outcome.DONE and event["subjects"]:
            assert event["grounds"]["basis"]
            assert event["grounds"]["purpose"]


def test_change_of_rights_says_whose_and_which(scene):
    hire = next(kind for kind in DONE if kind.name == "Security administration")

    (event,) = (e for e in does(hire, scene) if e["verb"] == Verb.RIGHTS_CHANGED)

    assert event["target"]["id"] == str(scene.world.stranger.user_id)
    assert "lege@" in event["detail"]["rights"]
    assert "sykepleier@" in event["detail"]["rights"]


def test_sign_in_that_has_lasted_too_long_is_told_from_one_that_is_ended(scene):
    ended = {
        kind.name: [e.get("detail", {}).get("how") for e in does(kind, scene)]
        for kind in DONE
        if kind.verb is Verb.SIGNED_OUT
    }

    assert ended == {"Sign-out": [None, None], "Session timeout": [None, "time"]}


def test_list_names_every_patient_shown(scene):
    kari = worlds.patient(scene.world.leader, "Kari", at=scene.world.north)
    shown = next(kind for kind in DONE if kind.verb is Verb.LISTED)

    events = [e for e in does(shown, scene) if e["verb"] == Verb.LISTED]

    people = {s["patient"] for event in events for s in event["subjects"]}
    both = (scene.world.ola.patient_id, kari.patient_id)
    assert people >= {str(one) for one in both}


def _tests_in(path):
    tree = ast.parse((ROOT / path).read_text())
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


@pytest.mark.parametrize("shall", SHALLS, ids=lambda shall: shall.id)
def test_what_is_met_is_shown_and_what_is_not_says_why(shall):
    if shall.state != MET:
        assert shall.why
        return
    assert _is_there(shall.shown_by)


def test_what_a_command_does_is_shown_by_a_test_that_is_there():
    shown = [kind.shown_by for kind in KINDS if kind.shown_by]

    assert len(shown) == 3
    assert all(_is_there(test) for test in shown)


def _is_there(test):
    path, _, name = test.partition("::")
    return (ROOT / path).is_file() and (not name or name in _tests_in(path))


def test_sixteen_types_are_answered_by_kinds_that_are_tried():
    named = {name for kinds in KING.values() for name in kinds}

    assert len(KING) == 16
    assert named <= {kind.name for kind in KINDS}


def test_kinds_that_are_not_in_the_log_say_why():
    assert all(kind.says for kind in KINDS)


def test_page_says_what_the_tests_show():
    if os.environ.get("AKSON_KEEP_COVERAGE") == "1":
        PAGE.write_text(page())

    assert PAGE.read_text() == page()
