"""Rules about the source files themselves."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
APPS = ("akson_project", "journal", "access", "audit", "tenants", "tests")
LINES_MAX = 300
RENDERS_AFTER_THE_DOOR = {
    "TemplateResponse",
    "StreamingHttpResponse",
    "SimpleTemplateResponse",
}


def _sources(*folders):
    return sorted(
        path.relative_to(ROOT).as_posix()
        for folder in folders
        for path in (ROOT / folder).rglob("*.py")
        if "migrations" not in path.parts
    )


def _is_screen(path):
    parts = Path(path).parts
    return parts[0] in {"journal", "audit", "access"} and (
        "views" in parts or parts[-1] == "views.py"
    )


SCREENS = [path for path in _sources("journal", "audit", "access") if _is_screen(path)]


@pytest.mark.parametrize("path", _sources(*APPS))
def test_file_is_short_enough_to_read_in_one_go(path):
    assert len((ROOT / path).read_text().splitlines()) <= LINES_MAX


@pytest.mark.parametrize("path", SCREENS)
def test_screen_reaches_rows_through_an_open_record(path):
    tree = ast.parse((ROOT / path).read_text())

    managers = [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and node.attr in {"objects", "_default_manager"}
    ]

    assert managers == []


@pytest.mark.parametrize("path", _sources("journal", "audit", "access", "tenants"))
def test_nothing_is_rendered_after_the_door_has_closed(path):
    names = {
        node.id
        for node in ast.walk(ast.parse((ROOT / path).read_text()))
        if isinstance(node, ast.Name)
    }

    assert names & RENDERS_AFTER_THE_DOOR == set()


def test_there_are_screens_to_check():
    assert len(SCREENS) > 5


def test_the_settings_have_no_transaction_around_a_request(settings):
    assert settings.DATABASES["default"]["ATOMIC_REQUESTS"] is False
