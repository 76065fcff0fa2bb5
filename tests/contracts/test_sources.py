"""Rules about the source files themselves."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
APPS = ("akson_project", "journal", "access", "audit", "tenants", "tests")
LINES_MAX = 300
# They render when the view has returned, and the door has closed.
RENDERS_AFTER_THE_DOOR = {
    "FileResponse",
    "SimpleTemplateResponse",
    "StreamingHttpResponse",
    "TemplateResponse",
}
# Sends a file that was finished, and is in the log, before the view returned.
SENDS_A_FINISHED_FILE = {"audit/review/export/views.py": {"FileResponse"}}
# Django's class-based views answer with a TemplateResponse, but for this one.
GENERIC_VIEWS, RENDERS_NOTHING = "django.views.generic", "RedirectView"
PAST_THE_DOOR = {
    "_base_manager",
    "_default_manager",
    "connection",
    "connections",
    "cursor",
    "history",
    "objects",
}
LOOK_UPS = {"get_list_or_404", "get_object_or_404"}


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


def _name(node):
    """Give what a node calls itself: `a`, or the `b` of `a.b`."""
    return getattr(node, "id", None) or getattr(node, "attr", "")


def _imports(tree):
    """Give every imported module and name by its whole address."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _names(tree):
    """Give every name a module uses, imports or asks another object for."""
    yield from map(_name, ast.walk(tree))
    yield from (address.rpartition(".")[2] for address in _imports(tree))


def _model_look_ups(tree):
    """Give the look-ups that ask a class, and not the rows of an open record."""
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    for call in calls:
        if _name(call.func) in LOOK_UPS and _name(call.args[0])[:1].isupper():
            yield _name(call.func)


def passes_the_door(source):
    """Tell by which names a screen would reach rows without an open record."""
    tree = ast.parse(source)
    return set(_names(tree)) & PAST_THE_DOOR | set(_model_look_ups(tree))


def renders_late(source):
    """Tell by which names a module would render after the door has closed."""
    tree = ast.parse(source)
    return set(_names(tree)) & RENDERS_AFTER_THE_DOOR | {
        name
        for name in _imports(tree)
        if f"{name}.".startswith(f"{GENERIC_VIEWS}.")
        and not name.endswith(f".{RENDERS_NOTHING}")
    }


@pytest.mark.parametrize("path", SCREENS)
def test_screen_reaches_rows_through_an_open_record(path):
    assert passes_the_door((ROOT / path).read_text()) == set()


@pytest.mark.parametrize(
    "path", _sources("akson_project", "journal", "audit", "access", "tenants")
)
def test_nothing_is_rendered_after_the_door_has_closed(path):
    late = renders_late((ROOT / path).read_text())

    assert late == SENDS_A_FINISHED_FILE.get(path, set())


@pytest.mark.parametrize(
    "source",
    [
        "Note.objects.all()",
        "Note._base_manager.all()",
        "Note.history.all()",
        "get_object_or_404(Note, pk=pk)",
        "shortcuts.get_list_or_404(models.Note)",
        "from django.db import connection as c",
        "from django import db\ndb.connections['default'].cursor()",
    ],
)
def test_way_past_the_door_is_found_however_it_is_written(source):
    assert passes_the_door(source)
    assert not passes_the_door("get_object_or_404(record.notes, pk=pk)")


@pytest.mark.parametrize(
    "source",
    [
        "from django.template.response import TemplateResponse as Page",
        "from django import http\nhttp.FileResponse(file)",
        "import django.views.generic.detail as detail",
        "from django.views import generic",
        "from django.views.generic import DetailView",
        "from django.views.generic.list import ListView",
    ],
)
def test_late_rendering_is_found_however_it_is_written(source):
    assert renders_late(source)
    assert not renders_late("from django.views.generic import RedirectView")


def test_there_are_screens_to_check():
    assert len(SCREENS) > 5


def test_the_settings_have_no_transaction_around_a_request(settings):
    assert settings.DATABASES["default"]["ATOMIC_REQUESTS"] is False
