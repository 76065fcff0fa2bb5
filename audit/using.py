"""Counts who used Akson in a period, as the access log has it: numbers, and nobody's name."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from audit.verbs import Outcome, Verb
from tenants.modules.registry import Module, modules_of

# These are read for the consortium by its own people, and are no use of the municipality's.
_FOREIGN = [Verb.SUPPORT_LOOKED.value]
# Most of a log, and no page of a module: the bytes of these are not opened.
_OF_THE_CORE = [Verb.READ.value, Verb.DRAFTED.value]
_DONE = """FROM audit_accessevent WHERE recorded_at >= %(since)s AND recorded_at < %(until)s
  AND outcome = %(done)s AND actor_id IS NOT NULL AND verb <> ALL (%(foreign)s)"""
_PEOPLE_AND_UNITS = f"""
SELECT count(DISTINCT actor_id), count(DISTINCT unit_id) {_DONE}
"""
_PAGES = f"""
SELECT DISTINCT convert_from(body, 'UTF8')::jsonb #>> '{{client,page}}', unit_id {_DONE}
  AND unit_id IS NOT NULL AND verb <> ALL (%(core)s)
"""


@dataclass(frozen=True, slots=True)
class Used:
    """How many used Akson in a period.

    Args:
        people: who did something, and was not refused.
        units: the units they did it at.
        of_modules: at how many units each module was used.
    """

    people: int
    units: int
    of_modules: dict[Module, int]


def used(since: datetime, until: datetime) -> Used:
    """Count in the municipality the connection stands in; a page of two modules is no one's.

    An event from several units at once is of no one of them.
    """
    asked: dict[str, Any] = {
        "since": since,
        "until": until,
        "done": Outcome.DONE.value,
        "foreign": _FOREIGN,
        "core": _OF_THE_CORE,
    }
    units_of: dict[Module, set[UUID]] = defaultdict(set)
    with connection.cursor() as cursor:
        cursor.execute(_PEOPLE_AND_UNITS, asked)
        ((people, units),) = cursor.fetchall()
        cursor.execute(_PAGES, asked)
        for page, unit in cursor.fetchall():
            modules = modules_of(page or "")
            if len(modules) == 1:
                units_of[modules[0]].add(unit)
    of_modules = {module: len(units_of[module]) for module in Module}
    return Used(people, units, of_modules)
