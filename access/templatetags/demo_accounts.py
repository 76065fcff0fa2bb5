"""The demo's accounts on the sign-in page; nothing at all outside the demo."""

from typing import Any

from django import template
from django.conf import settings
from django.utils.module_loading import import_string

register = template.Library()


@register.inclusion_tag("access/demo_accounts.html")
def demo_accounts() -> dict[str, Any]:
    """List who may be signed in as, from the provider the settings name."""
    provider = getattr(settings, "AKSON_DEMO_ACCOUNTS_PROVIDER", "")
    if not settings.AKSON_DEMO or not provider:
        return {"accounts": []}
    accounts = import_string(provider)()
    passwords = {account.password for account in accounts}
    return {
        "accounts": accounts,
        "password": passwords.pop() if len(passwords) == 1 else "",
    }
