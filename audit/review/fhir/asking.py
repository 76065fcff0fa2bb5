"""What a program may ask the log for, in FHIR's words."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Self
from uuid import UUID

from django.utils.translation import gettext as _

from audit.review.rules.log_filter import LogFilter, Named
from audit.review.selectors.people import account
from audit.verbs import Outcome

MOST_ON_A_PAGE = 500
_ON_A_PAGE = 50
_KNOWN = frozenset(
    {"date", "agent", "patient", "action", "outcome", "_count", "_format"}
)
_JSON = frozenset({"json", "application/json", "application/fhir+json"})
_DAY = re.compile(r"(eq|ge|gt|le|lt)?(\d{4})-(\d{2})-(\d{2})")
# Wider than any log; a day beyond is a slip of the hand.
_FIRST, _LAST = date(2000, 1, 1), date(2100, 1, 1)


class WrongQuestionError(Exception):
    """A search cannot be understood; says which parameter, and what to do.

    Args:
        message: what was wrong, in Norwegian.
        code: FHIR's code of the kind of issue.
    """

    def __init__(self, message: str, code: str = "value") -> None:
        super().__init__(message)
        self.message, self.code = message, code


@dataclass(frozen=True, slots=True)
class Asked:
    """The part of the log that is asked for, and how much of it at a time."""

    chosen: LogFilter
    count: int = _ON_A_PAGE

    @classmethod
    def read(cls, given: Mapping[str, list[str]], *, may_name_patient: bool) -> Self:
        """Read a search.

        Args:
            given: its parameters, each with all its values.
            may_name_patient: whether they came where addresses are not kept, in a POST.

        Raises:
            WrongQuestionError: it cannot be understood.
        """
        for name in given:
            if name.partition(":")[0] not in _KNOWN or ":" in name:
                raise WrongQuestionError(
                    _("Søkeparameteren «%(name)s» finnes ikke her.") % {"name": name},
                    "not-supported",
                )
        if "patient" in given and not may_name_patient:
            raise WrongQuestionError(
                _("Søk på pasient sendes med POST til _search, aldri i adressen.")
            )
        if _one(given, "_format") not in {"", *_JSON}:
            raise WrongQuestionError(_("Her finnes bare JSON."), "not-supported")
        return cls(_chosen(given), count_in(given))


def _chosen(given: Mapping[str, list[str]]) -> LogFilter:
    since, until = _period(given.get("date", []))
    chosen = LogFilter(since=since, until=until, action=_action(_one(given, "action")))
    if patient := _one(given, "patient"):
        chosen = replace(chosen, patient=Named(_id(patient, "Patient"), _("Pasienten")))
    if agent := _one(given, "agent"):
        worker = _id(agent, "Practitioner")
        chosen = replace(chosen, actor=account(worker) or Named(worker, _("Ukjent")))
    if outcome := _one(given, "outcome"):
        if outcome not in {str(one.value) for one in Outcome}:
            raise WrongQuestionError(_("«outcome» er 0, 4 eller 8."))
        chosen = replace(chosen, outcome=int(outcome))
    return chosen


def _one(given: Mapping[str, list[str]], name: str) -> str:
    values = given.get(name, [])
    if len(values) > 1:
        raise WrongQuestionError(_("«%(name)s» kan stå én gang.") % {"name": name})
    return values[0] if values else ""


def _period(typed: Iterable[str]) -> tuple[date, date]:
    """Read the days that are asked for; all of what is said must hold."""
    since, until, said = _FIRST, _LAST, False
    for one in typed:
        begins, ends = _days(one)
        since, until, said = max(since, begins), min(until, ends), True
    if not said:
        raise WrongQuestionError(
            _("Si hvilken periode, for eksempel %(example)s.")
            % {"example": "date=ge2026-11-01&date=le2026-11-30"},
            "required",
        )
    if since > until:
        raise WrongQuestionError(_("Perioden har ingen dager."))
    return since, until


def _days(typed: str) -> tuple[date, date]:
    found = _DAY.fullmatch(typed)
    try:
        day = date(*map(int, found.groups()[1:])) if found else None
    except ValueError:
        day = None
    if found is None or day is None or not _FIRST < day < _LAST:
        raise WrongQuestionError(
            _(
                "«%(name)s» er en hel dag, som 2026-11-26, med eq, ge, gt, le eller lt foran."
            )
            % {"name": "date"}
        )
    one = timedelta(days=1)
    return {
        "ge": (day, _LAST),
        "gt": (day + one, _LAST),
        "le": (_FIRST, day),
        "lt": (_FIRST, day - one),
    }.get(found[1] or "eq", (day, day))


def _id(typed: str, kind: str) -> UUID:
    try:
        return UUID(typed.removeprefix(f"{kind}/"))
    except ValueError as error:
        raise WrongQuestionError(
            _("«%(kind)s» navngis ved sin id i Akson (UUID).") % {"kind": kind}
        ) from error


def _action(typed: str) -> str:
    if typed and typed not in set("CRUDE"):
        raise WrongQuestionError(_("«action» er C, R, U, D eller E."))
    return typed


def count_in(given: Mapping[str, list[str]]) -> int:
    """Read how many AuditEvents are wanted on a page.

    Raises:
        WrongQuestionError: it is no number.
    """
    typed = _one(given, "_count")
    if not typed:
        return _ON_A_PAGE
    if not typed.isascii() or not typed.isdigit() or not int(typed[:6]) > 0:
        raise WrongQuestionError(_("«_count» er et helt tall over null."))
    return min(int(typed[:6]), MOST_ON_A_PAGE)
