"""What the docs point at is there: links to other pages, and files and folders by name."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
_LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")
# Names that begin in one of the house's rooms and end in a folder or a source file.
_NAMED = re.compile(
    r"`((?:akson_project|access|audit|journal|tenants|tests|templates|docs)/[\w./]*?(?:\.py|\.md|\.csv|\.json|\.html|/)?)(?:::\w+)?`"
)


def _id(page):
    return str(page.relative_to(ROOT))


@pytest.mark.parametrize("page", PAGES, ids=_id)
def test_links_lead_somewhere(page):
    links = _LINK.findall(page.read_text())

    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize(
    "page", [page for page in PAGES if page.parent.name != "adr"], ids=_id
)
def test_named_files_are_there(page):
    # Decision records are of their day, and may name what is to come.
    named = set(_NAMED.findall(page.read_text()))

    assert [name for name in sorted(named) if not (ROOT / name).exists()] == []
