"""The page that shows how much Akson is used, week by week, and the same as a file."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from tenants.admin.areas import AreaForm, asked_area
from tenants.running.models import FEWEST, PEOPLE, counted_choices
from tenants.running.use import Figure, Group, Use, use_of
from tenants.running.weeks import in_words

MAY_SEE = "tenants.view_usecount"
_WIDTH, _HEIGHT, _TOP = 600, 160, 32


@dataclass(frozen=True, slots=True)
class Line:
    """The picture: at least and at most so many people each week, as SVG writes points."""

    lowest: str
    between: str
    most: int


def use_page(request: HttpRequest, site: Any) -> HttpResponse:
    """Show people week by week, and the last week's units of each module.

    Raises:
        PermissionDenied: the person may not see how much Akson is used.
    """
    form, found = _asked(request, is_whole=False)
    newest, last = list(reversed(found.weeks)), found.weeks[-1]
    units = [key for key, _words in counted_choices() if key != PEOPLE]
    people = [(week, found.total.of(week, PEOPLE)) for week in found.weeks]
    context = {
        **site.each_context(request),
        "title": _("Bruk"),
        "form": form,
        "fewest": FEWEST,
        "is_counted": any(figure.counts for _week, figure in people),
        "line": _line([figure for _week, figure in people]),
        "first_week": in_words(found.weeks[0]),
        "last_week": in_words(last),
        "weeks": [in_words(week) for week in newest],
        "by_week": [
            (heading, [(g.name, [g.of(w, PEOPLE) for w in newest]) for g in groups])
            for heading, groups in _sections(found)
        ],
        "counted": [words for key, words in counted_choices() if key != PEOPLE],
        "by_module": [
            (heading, [(g.name, [g.of(last, key) for key in units]) for g in groups])
            for heading, groups in _sections(found)
        ],
        "query": request.GET.urlencode(),
    }
    return render(request, "admin/running/use.html", context)


def use_csv(request: HttpRequest) -> HttpResponse:
    """Give a line for each week and thing; the mark in front says that it is UTF-8.

    Raises:
        PermissionDenied: the person may not see how much Akson is used.
    """
    _form, found = _asked(request, is_whole=True)
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="bruk.csv"'
    sheet = csv.writer(response, delimiter=";")
    names = [str(words) for _key, words in counted_choices()]
    first = [_("Kommune"), _("Fylke"), _("Klynge"), _("Bølge")]
    sheet.writerow([*first, _("Uke"), _("Uken begynner"), *names])
    for group in found.municipalities:
        for week in found.weeks:
            figures = [group.of(week, key) for key, _words in counted_choices()]
            if any(figure.counts for figure in figures):
                number = f"{week:%G-%V}"
                sheet.writerow([*_where(group), number, week, *figures])
    return response


def _asked(request: HttpRequest, *, is_whole: bool) -> tuple[AreaForm, Use]:
    if not request.user.has_perm(MAY_SEE):
        raise PermissionDenied
    form, area = asked_area(request)
    today, everything = timezone.localdate(), _("Alle sammen")
    return form, use_of(area, today, everything=everything, is_whole=is_whole)


def _sections(found: Use) -> list[tuple[str, Sequence[Group]]]:
    """Divide the groups by what they are; the first needs no heading."""
    divided = [
        ("", [found.total]),
        (_("Bølger"), found.waves),
        (_("Klynger"), found.clusters),
        (_("Kommuner"), found.municipalities),
    ]
    return [(heading, groups) for heading, groups in divided if groups]


def _where(group: Group) -> list[Any]:
    one = group.municipality
    return [
        group.name,
        getattr(one, "county_name", ""),
        getattr(one, "cluster_name", None) or "",
        getattr(one, "wave", None) or "",
    ]


def _line(figures: Sequence[Figure]) -> Line:
    """Draw what it is at least as a line, and up to what it is at most as an area."""
    most = max((figure.highest for figure in figures), default=0)
    step = _WIDTH / max(len(figures) - 1, 1)

    def point(at: float, value: int) -> str:
        height = _HEIGHT * value / most if most else 0
        return f"{at * step:.1f},{_TOP + _HEIGHT - height:.1f}"

    counted: list[tuple[float, Figure]] = [
        (at, one) for at, one in enumerate(figures) if one.counts
    ]
    if len(counted) == 1:  # one point alone draws nothing
        ((at, alone),) = counted
        counted = (
            [(at - 0.5, alone), (at, alone)] if at else [(at, alone), (0.5, alone)]
        )
    low = [point(at, one.lowest) for at, one in counted]
    high = [point(at, one.highest) for at, one in reversed(counted)]
    return Line(" ".join(low), " ".join([*low, *high]), most)
