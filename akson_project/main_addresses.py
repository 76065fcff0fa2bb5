"""The addresses that every page leads to: `{{ to.search }}` and its like in templates.

They are found once: the frame of a page would otherwise ask for them twenty times.
"""

from functools import cache

from django.http import HttpRequest
from django.urls import NoReverseMatch, get_urlconf, reverse

NAMES = {
    "start": "chart:start",
    "search": "record:search",
    "register": "record:register",
    "roster": "staff:roster",
    "find": "record:find",
    "my_emergencies": "record:my_emergencies",
    "my_questions": "record:my_questions",
    "emergencies": "oversight:emergencies",
    "applications": "casework:waiting",
    "rights": "rights:matrix",
    "gp_lists": "enrolments:gp_list",
    "programmes": "enrolments:programme",
    "arrivals": "encounters:here_now",
    "workplace": "access:workplace",
    "my_lookups": "access:my_lookups",
    "profile": "access:profile",
    "log": "audit:log",
    "log_overview": "audit:overview",
    "cases": "audit:cases",
    "admin": "admin:index",
    "sign_in": "account_login",
    "sign_out": "account_logout",
    "password": "account_change_password",
    "security": "access:security",
    "screen_state": "access:screen_state",
    "in_use": "access:in_use",
    "lock": "access:lock",
    "unlock": "access:unlock",
    "extend": "access:extend",
    "passkey_to_use": "access:passkey_to_use",
}


def main_addresses(request: HttpRequest) -> dict[str, dict[str, str]]:  # noqa: ARG001 - given
    """Give templates the addresses; an empty one where this host has no such page."""
    return {"to": _on(get_urlconf())}


@cache
def _on(urlconf: str | None) -> dict[str, str]:
    found = {}
    for word, name in NAMES.items():
        try:
            found[word] = reverse(name, urlconf=urlconf)
        except NoReverseMatch:
            found[word] = ""
    return found
