"""Everything a person reads is marked for translation, and nynorsk is complete."""

import ast
import re
from functools import cache
from pathlib import Path

import polib
import pytest
from django.utils import translation

from akson_project import extraction
from tests.wording import BOKMAAL, ENGLISH, PLACEHOLDER, words

ROOT = Path(__file__).resolve().parents[2]
# What a page may say in every language.
NAMES = {"Akson"}


@cache
def _own():
    return extraction.own_messages()


@cache
def _catalogue(language):
    return polib.pofile(str(extraction.catalogue_path(language)))


def _forms(entry):
    """Each form of an entry with the text it translates."""
    if not entry.msgid_plural:
        return [(entry.msgid, entry.msgstr)]
    forms = entry.msgstr_plural
    return [(entry.msgid, forms[0]), (entry.msgid_plural, forms[1])]


def _templates():
    return sorted(
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "templates").rglob("*")
        if path.suffix in {".html", ".txt"}
    )


def test_there_are_strings_to_translate():
    assert len(_own()) > 1000


@pytest.mark.parametrize("language", extraction.LANGUAGES)
def test_catalogue_is_in_step_with_the_sources(language):
    wanted = {
        (*key, message.plural)
        for key, message in extraction.wanted_messages(language).items()
    }
    there = {
        (entry.msgctxt, entry.msgid, entry.msgid_plural or None)
        for entry in _catalogue(language)
    }

    missing, left_over = wanted - there, there - wanted

    assert not missing, f"run python -m akson_project.extraction, translate: {missing}"
    assert not left_over, f"run python -m akson_project.extraction: {left_over}"


@pytest.mark.parametrize("language", extraction.LANGUAGES)
def test_everything_is_translated(language):
    wrong = [
        entry.msgid
        for entry in _catalogue(language)
        if entry.fuzzy
        or entry.obsolete
        or not all(there.strip() for _, there in _forms(entry))
    ]

    assert wrong == []


@pytest.mark.parametrize("language", extraction.LANGUAGES)
def test_a_translation_has_the_same_placeholders_and_white_space(language):
    wrong = [
        there
        for entry in _catalogue(language)
        for text, there in _forms(entry)
        if sorted(PLACEHOLDER.findall(text)) != sorted(PLACEHOLDER.findall(there))
        or (text != text.strip()) != (there != there.strip())
    ]

    assert wrong == []


def test_nynorsk_is_not_bokmaal():
    wrong = [
        there
        for entry in _catalogue("nn")
        for _, there in _forms(entry)
        if BOKMAAL & words(there)
    ]

    assert wrong == []


def test_our_own_strings_are_not_english():
    assert [text for _, text in _own() if ENGLISH & words(text)] == []


@pytest.mark.parametrize("language", extraction.LANGUAGES)
def test_what_is_translated_is_what_is_shown(language):
    """The .mo files are made by ./akson, and by running akson_project.extraction."""
    with translation.override(language):
        stale = [
            entry.msgid
            for entry in _catalogue(language)
            if not entry.msgctxt
            and not entry.msgid_plural
            and translation.gettext(entry.msgid) != entry.msgstr
        ]

    assert stale == []


@pytest.mark.parametrize("path", _templates())
def test_words_in_a_template_are_marked(path):
    source = (ROOT / path).read_text()
    for marked in (
        r"{#.*?#}",
        r"{% comment.*?endcomment %}",
        r"{% blocktranslate.*?{% endblocktranslate %}",
        r"{%.*?%}",
        r"{{.*?}}",
        r"<!--.*?-->",
    ):
        source = re.sub(marked, "", source, flags=re.DOTALL)
    shown = re.findall(r'\b(?:alt|title|placeholder|aria-label)="([^"]*)"', source)
    shown += re.split(r"<[^>]*>", source)
    words = {word for text in shown for word in re.findall(r"[^\W\d_]{2,}", text)}

    assert words - NAMES == set()


def test_gettext_is_only_called_by_names_that_are_looked_for():
    unknown = []
    for folder in extraction.OWN:
        for path in (ROOT / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text())):
                if not isinstance(node, ast.ImportFrom):
                    continue
                if node.module != "django.utils.translation":
                    continue
                unknown += [
                    (path.relative_to(ROOT).as_posix(), name.asname)
                    for name in node.names
                    if "gettext" in name.name
                    and (name.asname or name.name) not in extraction.KEYWORDS
                ]

    assert unknown == []
