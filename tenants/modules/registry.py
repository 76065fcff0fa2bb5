"""The modules, and which pages each has; all other pages are the core, which nobody is without."""

from collections.abc import Mapping

from django.db import models
from django.utils.translation import gettext_lazy as _


class Module(models.TextChoices):
    """A part of Akson that is useful alone (modul), and that nothing else leans on."""

    APPLICATIONS = "applications", _("Søknader om tjenester")
    LEGEVAKT = "legevakt", _("Legevakt")
    GP_LISTS = "gp_lists", _("Fastlegelister")
    PROGRAMMES = "programmes", _("Helsestasjonens programmer")


class State(models.TextChoices):
    """Whether a municipality has it."""

    ON = "on", _("I bruk")
    READING = "reading", _("Bare lesing")
    OFF = "off", _("Ikke i bruk")


# By the beginning of a page's name; the longest that fits decides.
PAGES: Mapping[str, tuple[Module, ...]] = {
    "casework:": (Module.APPLICATIONS,),
    "encounters:": (Module.LEGEVAKT,),
    "enrolments:": (Module.GP_LISTS, Module.PROGRAMMES),
    "enrolments:gp_": (Module.GP_LISTS,),
    "enrolments:programme": (Module.PROGRAMMES,),
}
_MOST_OPEN = (State.ON, State.READING, State.OFF)


def modules_of(page: str) -> tuple[Module, ...]:
    """Name the modules a page belongs to; none when it is the core's."""
    fitting = [start for start in PAGES if page.startswith(start)]
    return PAGES[max(fitting, key=len)] if fitting else ()


def state_of(page: str, states: Mapping[str, str]) -> State:
    """Tell whether a page can be used: one of several modules is enough.

    Args:
        page: the name of its address.
        states: of the modules that are not simply on.
    """
    found = {State(states.get(module, State.ON)) for module in modules_of(page)}
    return next((state for state in _MOST_OPEN if state in found), State.ON)
