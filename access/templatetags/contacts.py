"""Whom people ask: what the municipality has chosen to say, as links."""

from typing import Any

from django import template
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from access.local_choices import choices_in_force

register = template.Library()


@register.simple_tag(takes_context=True)
def help_contact(context: dict[str, Any]) -> SafeString:
    """Telephone and address of those who help with Akson itself; "" when none is told."""
    if not _is_municipality(context):
        return SafeString("")
    chosen = choices_in_force()
    return _links(chosen.help_phone, chosen.help_email)


@register.simple_tag(takes_context=True)
def privacy_contact(context: dict[str, Any]) -> SafeString:
    """The same of the data protection officer (personvernombud)."""
    if not _is_municipality(context):
        return SafeString("")
    chosen = choices_in_force()
    return _links(chosen.privacy_phone, chosen.privacy_email)


def _is_municipality(context: dict[str, Any]) -> bool:
    request: HttpRequest | None = context.get("request")
    return getattr(request, "tenant", None) is not None


def _links(phone: str, email: str) -> SafeString:
    link = '<a class="ds-link nowrap" href="{}:{}">{}</a>'
    told = []
    if phone:
        told.append(format_html(link, "tel", phone.replace(" ", ""), phone))
    if email:
        told.append(format_html(link, "mailto", email, email))
    # Both are escaped above, and the word between them is ours.
    return SafeString(f" {_('eller')} ".join(told))
