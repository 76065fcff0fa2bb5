"""The log's format is documented to the last field, and its words are the code's."""

import ast
import json
import re
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest
from django.apps import apps
from django.urls import URLPattern, URLResolver, get_resolver

from audit.controller import Controller
from audit.details import DETAILS
from audit.entry import (
    Actor,
    Client,
    Entry,
    Grounds,
    Part,
    Place,
    Posting,
    Query,
    Subject,
    Target,
)
from audit.review.selectors.pages import PAGES, page_words
from audit.verbs import Outcome, Reach, Verb

ROOT = Path(__file__).resolve().parents[2]
FORMAT = (ROOT / "docs" / "access-log-format.md").read_text()
# `a.b`, `.c` in one cell: the later ones lie in the object of the first.
CELLS = [
    re.findall(r"`([^`]+)`", line.split("|")[1])
    for line in FORMAT.splitlines()
    if line.startswith("| `")
]
NAMED = {name for cell in CELLS for name in cell}


def everything():
    """An event with every field there is."""
    one, now = uuid4(), datetime.now(UTC)
    return Entry(
        verb=Verb.READ,
        actor=Actor(one, "n", "SP", "t", "1", "r"),
        municipality=Controller(one, "999999999", "n"),
        outcome=Outcome.REFUSED,
        refusal="r",
        place=Place(one, "n", "999999999", "n"),
        postings=(Posting(one, "r"),),
        grounds=Grounds("b", "p", one, True, "15", "r"),
        client=Client("html", "p", "a", "u", "s", "r", "m", "l"),
        subjects=(Subject(one, one, Reach.RECORD, ("k",), now, (one,), "b", one),),
        part=Part(1, 2),
        target=Target("journal.Note", "1", 2),
        query=Query("name", "t", "k1:h", 1),
        detail={"after": "x"},
        is_demo=True,
    )


def _fields(value, path=""):
    if isinstance(value, dict) and path != "detail":
        for key, inner in value.items():
            yield from _fields(inner, f"{path}.{key}".lstrip("."))
    elif isinstance(value, list) and value and isinstance(value[0], dict):
        yield from _fields(value[0], f"{path}[]")
    else:
        yield path


def test_every_field_is_documented():
    said = json.loads(everything().body())
    documented = set()
    for cell in CELLS:
        within = cell[0].rpartition(".")[0]
        documented |= {name if name[0] != "." else within + name for name in cell}

    assert set(_fields(said)) - documented == set()


def test_an_event_with_everything_leaves_nothing_out():
    entry = everything()
    parts = [entry.actor, entry.place, entry.grounds, entry.client, entry.query]

    for part in [entry, *parts, *entry.subjects]:
        for name in part.__slots__:
            assert getattr(part, name) not in (None, "", False, ()), name


@pytest.mark.parametrize("key", DETAILS)
def test_every_detail_is_documented(key):
    table = FORMAT.partition("| `detail` | value |")[2].partition("\n## ")[0]

    assert f"`{key}`" in table


def _names(patterns, namespace=""):
    for pattern in patterns:
        if isinstance(pattern, URLPattern) and pattern.name:
            yield f"{namespace}{pattern.name}"
        elif isinstance(pattern, URLResolver):
            inner = (
                f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            )
            yield from _names(pattern.url_patterns, inner)


VIEWS = sorted(
    set(_names(get_resolver("akson_project.urls_municipality").url_patterns))
)
# What is refused at the one sign-in address stands in the log of the municipality asked for.
SIGN_IN = set(_names(get_resolver("akson_project.urls_sign_in").url_patterns))


@pytest.mark.parametrize("name", VIEWS)
def test_every_page_has_a_name_the_auditor_understands(name):
    assert page_words(name) != name


def test_no_page_that_is_gone_has_a_name():
    assert set(PAGES) - set(VIEWS) - SIGN_IN == set()


def _targets():
    """Every model that is named in an event as its target."""
    for folder in ("journal", "access", "audit"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text())):
                if not isinstance(node, ast.Call) or not node.args:
                    continue
                first = node.args[0]
                if ast.unparse(node.func) == "Target" and isinstance(
                    first, ast.Constant
                ):
                    yield str(first.value)


def test_every_target_is_named_by_app_and_model():
    targets = sorted(set(_targets()))

    assert len(targets) > 6
    for label in targets:
        assert apps.get_model(label)._meta.label == label
