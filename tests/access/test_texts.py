"""Fixed texts in templates are kept, in each language; all others are asked for anew."""

import pytest
from django.template import Context, Engine, Template
from django.utils.translation import override

from access.templatetags.texts import FixedText


def template(text) -> Template:
    return Engine.get_default().from_string("{% load i18n %}" + text)


def said(shown, language, **context):
    with override(language):
        return shown.render(Context(context))


def test_fixed_text_is_said_in_the_language_of_each_page():
    shown = template("{% translate 'Mine pasienter' %}")

    assert any(isinstance(node, FixedText) for node in shown.nodelist)
    for _ in range(2):
        assert said(shown, "nb") == "Mine pasienter"
        assert said(shown, "nn") == "Mine pasientar"


@pytest.mark.parametrize(
    "text",
    [
        "{% translate word %}",
        "{% translate word as kept %}{{ kept }}",
        "{% translate 'Mine pasienter'|add:word %}",
    ],
)
def test_text_that_may_change_is_not_kept(text):
    shown = template(text)

    first = said(shown, "nn", word="Mine pasienter")

    assert said(shown, "nn", word="Søk") != first
    assert not any(isinstance(node, FixedText) for node in shown.nodelist)


def test_text_with_a_name_can_be_used_afterwards():
    shown = template("{% translate 'Mine pasienter' as mine %}<b>{{ mine }}</b>")

    assert said(shown, "nn") == "<b>Mine pasientar</b>"
