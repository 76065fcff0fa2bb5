"""Django's `i18n`, with a fixed text looked up once in each language.

Templates load it as `i18n`, by the setting TEMPLATES. A page has some seventy fixed texts,
and to look them up anew takes a tenth of the time the page takes.
"""

from typing import Any

from django import template
from django.template.base import Parser, Token
from django.templatetags import i18n
from django.templatetags.i18n import TranslateNode
from django.utils.translation import get_language

register = template.Library()
register.tags.update(i18n.register.tags)
register.filters.update(i18n.register.filters)


class FixedText(TranslateNode):
    """A text that stands in the template itself, and so never changes."""

    def __init__(self, node: TranslateNode) -> None:
        self.__dict__.update(vars(node))
        self._in: dict[str | None, Any] = {}

    def render(self, context: template.Context) -> Any:
        """Say it in the language of now."""
        language = get_language()
        if language not in self._in:
            self._in[language] = super().render(context)
        return self._in[language]


@register.tag("translate")
@register.tag("trans")
def translate(parser: Parser, token: Token) -> TranslateNode:
    """Translate a text; Django's own tag, which keeps what is fixed."""
    node: TranslateNode = i18n.do_translate(parser, token)
    said = node.filter_expression
    is_fixed = said.var.literal is not None and not said.filters
    if is_fixed and not (node.asvar or node.noop or node.message_context):
        return FixedText(node)
    return node
