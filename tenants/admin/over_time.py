"""The page that shows how the rollout has gone: a picture, and the same figures as a table."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from tenants.admin.areas import EveryAreaForm, asked_area
from tenants.admin.coverage import DRAWN, may_see
from tenants.rollout.coverage import GOAL_PERCENT
from tenants.rollout.models import COMMITTED, Stage
from tenants.rollout.over_time import Share, over_time

_WIDTH, _HEIGHT, _TOP = 600, 200, 8


@dataclass(frozen=True, slots=True)
class Area:
    """One stage's area under its curve; the points are as SVG writes them."""

    stage: str
    points: str


def stages_over_time(request: HttpRequest, site: Any) -> HttpResponse:
    """Show the shares month by month.

    Raises:
        PermissionDenied: the person may not see how the rollout goes.
    """
    if not may_see(request):
        raise PermissionDenied
    form, area = asked_area(request, EveryAreaForm)
    story = over_time(timezone.localdate(), area)
    shares = story.shares
    context = {
        **site.each_context(request),
        "title": _("Innføringen måned for måned"),
        "form": form,
        "is_everything": area.is_everything,
        "has_examples": story.has_examples,
        "first": shares[0].day,
        "last": shares[-1].day,
        "areas": [_area(stage, shares) for stage in COMMITTED],
        "goal": GOAL_PERCENT,
        "goal_y": f"{_y(GOAL_PERCENT):.1f}",
        "base": _TOP + _HEIGHT,
        "drawn": DRAWN,
        # The newest first: what one looks for.
        "rows": [
            (share.day, [share.percents[stage] for stage in COMMITTED])
            for share in reversed(shares)
        ],
    }
    return render(request, "admin/stages_over_time.html", context)


def _area(stage: Stage, shares: Sequence[Share]) -> Area:
    """Each stage lies within the one before, so that they are drawn over one another."""
    step = _WIDTH / (len(shares) - 1)
    curve = [(at * step, _y(share.percents[stage])) for at, share in enumerate(shares)]
    whole = [(0.0, _y(0)), *curve, (float(_WIDTH), _y(0))]
    return Area(stage.value, " ".join(f"{x:.1f},{y:.1f}" for x, y in whole))


def _y(percent: float) -> float:
    return _TOP + _HEIGHT * (1 - percent / 100)
