"""The catalogues follow the sources, and keep what is translated."""

from io import BytesIO

import polib

from akson_project import extraction

TEMPLATE = b"""
{% load i18n %}
  <h1 title="{% translate "Rom" context "sted" %}">{% translate "Mine pasienter" %}</h1>
  {% blocktranslate count number=people|length trimmed %}
    {{ number }} person
  {% plural %}
    {{ number }} personer
  {% endblocktranslate %}
  {% include "x.html" with title=_("Ingen treff") %}
"""


def test_strings_of_a_template_are_found():
    file = BytesIO(TEMPLATE)

    found = list(extraction.extract_template(file, extraction.KEYWORDS, [], {}))

    # With the word's context, the plural beside the singular, and those inside of tags.
    assert [(name, list(text)[:2]) for _, name, text, _ in found[::2]] == [
        ("pgettext", ["sted", "Rom"]),
        ("ngettext", ["%(number)s person", "%(number)s personer"]),
    ]
    others = [str(text) for _, _, text, _ in found[1::2]]
    assert others == ["Mine pasienter", "Ingen treff"]


def test_update_keeps_translations_and_says_what_is_missing(tmp_path):
    path = tmp_path / "django.po"
    catalogue = polib.pofile(str(extraction.catalogue_path("nn")))
    taken_out = catalogue.find("Mine pasienter")
    catalogue.remove(taken_out)
    catalogue.append(polib.POEntry(msgid="Finnes ikke mer", msgstr="Finst ikkje meir"))
    catalogue.save(str(path))

    missing = extraction.update(path, "nn")

    updated = polib.pofile(str(path))
    assert missing == ["Mine pasienter"]
    assert updated.find("Mine pasienter").msgstr == ""
    assert updated.find("Helsefagarbeider").msgstr == "Helsefagarbeidar"
    assert updated.find("Finnes ikke mer") is None
