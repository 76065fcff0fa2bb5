"""What a browser says it is, in words a person knows his machine by."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

# In this order: most browsers also claim to be those that stand below.
_BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS", "Firefox"),
    ("Chrome/", "Chrome"),
    ("CriOS", "Chrome"),
    ("Safari/", "Safari"),
)
_MACHINES = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("CrOS", "Chromebook"),
    ("Macintosh", "Mac"),
    ("Linux", "Linux"),
)


def device_words(user_agent: str) -> str:
    """Say which browser on what kind of machine."""
    browser = _first(user_agent, _BROWSERS) or _("Ukjent nettleser")
    machine = _first(user_agent, _MACHINES)
    if not machine:
        return browser
    return _("%(browser)s på %(machine)s") % {"browser": browser, "machine": machine}


def _first(user_agent: str, known: Sequence[tuple[str, str]]) -> str:
    return next((name for mark, name in known if mark in user_agent), "")
