"""The picture of coverage on the consortium's first page, and the same figures as a file."""

import csv
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from tenants.admin.overdue import overdue_today
from tenants.rollout.coverage import GOAL_PERCENT, Coverage, Picture, coverage_on
from tenants.rollout.models import COMMITTED, Stage

_WIDTH = 600
_BAR_EVERY = 56
# The stages the pictures show, as their legends name them: those that count.
DRAWN = [(stage.value, stage.label) for stage in COMMITTED]
_MAY = ("tenants.view_rolloutstage", "tenants.view_inhabitantcount")


@dataclass(frozen=True, slots=True)
class Part:
    """One stage's part of a bar; positions are text, since SVG writes a point."""

    stage: str
    x: str
    width: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One area's bar."""

    name: str
    y: int
    text_y: int
    parts: tuple[Part, ...]


def may_see(request: HttpRequest) -> bool:
    """Whether the person may see how the rollout goes."""
    return request.user.has_perms(_MAY)


def first_page(request: HttpRequest) -> dict[str, Any]:
    """Give what the first page shows: to all what waits for them, to some the figures."""
    overdue = {"overdue": overdue_today(request)}
    if not may_see(request):
        return overdue
    coverage, today = _coverage(), timezone.localdate()
    bars = (coverage.country, coverage.outside_central)
    return overdue | {
        "coverage": coverage,
        "day": today,
        "goal": GOAL_PERCENT,
        "stages": Stage.choices,
        "drawn": DRAWN,
        "picture": {
            "bars": [_bar(one, at) for at, one in enumerate(bars)],
            "height": _BAR_EVERY * len(bars),
            "goal_x": _WIDTH * GOAL_PERCENT // 100,
        },
    }


def as_csv(request: HttpRequest) -> HttpResponse:
    """Give the figures of each area; the mark in front tells spreadsheets it is UTF-8."""
    if not may_see(request):
        raise PermissionDenied
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="dekning.csv"'
    sheet = csv.writer(response, delimiter=";")
    labels = [str(label) for label in Stage.labels]
    sheet.writerow([_("Område"), _("Innbyggere"), *labels, _("Teller mot målet")])
    coverage = _coverage()
    in_cluster, in_wave = _("Klynge: %(name)s"), _("Bølge %(number)s")
    named = [(area.name, area) for area in coverage.areas]
    named += [(in_cluster % {"name": one.name}, one) for one in coverage.clusters]
    named += [(in_wave % {"number": wave}, one) for wave, one in coverage.waves]
    for name, area in named:
        people = [area.by_stage.get(stage, 0) for stage in Stage.values]
        sheet.writerow([name, area.inhabitants, *people, area.committed])
    if coverage.has_examples:
        sheet.writerow([_("Innbyggertallene er eksempler.")])
    return response


def _coverage() -> Picture:
    return coverage_on(
        timezone.localdate(),
        country=_("Hele landet"),
        outside_central=_("Utenfor Midt-Norge"),
    )


def _bar(area: Coverage, at: int) -> Bar:
    """Lay the stages side by side, the furthest first, so that what counts is to the left."""
    parts, x = [], 0.0
    for stage, percent in reversed(list(zip(Stage.values, area.percents, strict=True))):
        if stage not in COMMITTED or not percent:
            continue
        width = _WIDTH * percent / 100
        parts.append(Part(stage, f"{x:.1f}", f"{width:.1f}"))
        x += width
    return Bar(area.name, at * _BAR_EVERY + 32, at * _BAR_EVERY + 24, tuple(parts))
