"""The smallest pieces of a page: an icon, a moment, a tag. Built in to every template.

They stand here in Python, not as templates, because a page has a hundred of them and
an include costs twenty times as much.
"""

from datetime import datetime
from functools import lru_cache

from django import template
from django.templatetags.static import static
from django.utils import timezone
from django.utils.dates import WEEKDAYS_ABBR
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

register = template.Library()
_OUTLINE = SafeString(' data-variant="outline"')


@register.simple_tag
def icon(name: str, css: str = "") -> SafeString:
    """One icon, 20 px, in the colour of the text; always beside words.

    Args:
        name: see static/akson/icons.svg.
        css: one more class.
    """
    return _icon(name, css)


@register.simple_tag
def when(at: datetime, *, date_only: bool = False) -> SafeString:
    """A moment as one says it: "i dag kl. 14.05", otherwise "fre 20.11.2026 kl. 14.05"."""
    local = timezone.localtime(at)
    if local.date() == timezone.localdate():
        day = _("i dag")
    else:
        day = f"{WEEKDAYS_ABBR[local.weekday()]} {local:%d.%m.%Y}".lower()
    clock = "" if date_only else f" {_('kl.')} {local:%H.%M}"
    # Nothing in it comes from a person.
    return SafeString(
        f'<time class="nowrap" datetime="{local.isoformat()}">{day}{clock}</time>'
    )


@register.simple_tag
def tag(
    text: str, *, color: str = "neutral", icon: str = "", is_outline: bool = False
) -> SafeString:
    """A short word about something's state: neutral, info, success, warning or danger."""
    return format_html(
        '<span class="ds-tag" data-color="{}"{}>{}{}</span>',
        color,
        _OUTLINE if is_outline else "",
        _icon(icon, "") if icon else "",
        text,
    )


@lru_cache(maxsize=200)
def _icon(name: str, css: str) -> SafeString:
    return format_html(
        '<svg class="icon{}" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>',
        f" {css}" if css else "",
        static("akson/icons.svg"),
        name,
    )
