"""The way to HelseID on the sign-in page; nothing where it is not used."""

from urllib.parse import urlencode

from django import template
from django.urls import reverse

from access.oidc.configuration import is_configured

register = template.Library()


@register.simple_tag
def helseid_address(after: str = "") -> str:
    """Give the address sign-in with HelseID begins at; empty without HelseID."""
    if not is_configured():
        return ""
    query = f"?{urlencode({'next': after})}" if after else ""
    return reverse("oidc:leave") + query
