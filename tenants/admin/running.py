"""The page that shows how each municipality runs, and the same as a file."""

import csv
from dataclasses import dataclass
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from unfold.widgets import UnfoldBooleanWidget

from tenants.admin.areas import AreaForm, asked_area
from tenants.rollout.area import Area
from tenants.running.health import Row, health_of

MAY_SEE = "tenants.view_healthreport"


class HealthForm(AreaForm):
    """The same, and whether only those that need a look are shown."""

    bare_feil = forms.BooleanField(
        label=gettext_lazy("Bare de som må sees på"),
        required=False,
        widget=UnfoldBooleanWidget,
    )


@dataclass(frozen=True, slots=True)
class Summary:
    """How it goes with some municipalities, in one sentence."""

    text: str
    is_alarm: bool


def health_page(request: HttpRequest, site: Any) -> HttpResponse:
    """Show a row for each municipality; those that need a look first.

    Raises:
        PermissionDenied: the person may not see how they run.
    """
    form, rows, summary = _asked(request)
    context = {
        **site.each_context(request),
        "title": _("Drift"),
        "form": form,
        "summary": summary,
        "rows": rows,
        "columns": _columns(),
        "runbook": settings.AKSON_RUNBOOK,
        "is_runbook_published": settings.AKSON_RUNBOOK.startswith("http"),
        "query": request.GET.urlencode(),
    }
    return render(request, "admin/running/health.html", context)


def health_csv(request: HttpRequest) -> HttpResponse:
    """Give the same rows; the mark in front tells spreadsheets that it is UTF-8.

    Raises:
        PermissionDenied: the person may not see how they run.
    """
    _form, rows, _summary = _asked(request)
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="drift.csv"'
    sheet = csv.writer(response, delimiter=";")
    first = [_("Kommune"), _("Fylke"), _("Klynge"), _("Bølge")]
    sheet.writerow([*first, *_columns(), _("Må sees på")])
    for row in rows:
        said = [
            " · ".join(filter(None, [cell.text, *(f.text for f in cell.faults)]))
            for cell in row.cells
        ]
        where = [row.municipality.name, row.municipality.county_name]
        needs = _("Ja") if row.faults else _("Nei")
        sheet.writerow([*where, row.cluster, row.wave or "", *said, needs])
    return response


def first_page(request: HttpRequest) -> dict[str, Any]:
    """Give the line on the first page, to those who may see how the municipalities run."""
    if not request.user.has_perm(MAY_SEE):
        return {}
    return {"running": _sum(health_of(Area()))}


def _asked(request: HttpRequest) -> tuple[AreaForm, list[Row], Summary]:
    if not request.user.has_perm(MAY_SEE):
        raise PermissionDenied
    form, area = asked_area(request, HealthForm)
    rows = health_of(area)
    summary = _sum(rows)
    if form.cleaned_data.get("bare_feil"):
        rows = [row for row in rows if row.faults]
    return form, rows, summary


def _sum(rows: list[Row]) -> Summary:
    bad = sum(1 for row in rows if row.faults)
    if bad:
        said = ngettext(
            "%(number)s kommune må sees på", "%(number)s kommuner må sees på", bad
        )
        return Summary(said % {"number": bad}, is_alarm=True)
    if not rows:
        return Summary(_("Ingen kommuner er startet her ennå"), is_alarm=False)
    said = ngettext(
        "Alt går som det skal i %(number)s kommune",
        "Alt går som det skal i %(number)s kommuner",
        len(rows),
    )
    return Summary(said % {"number": len(rows)}, is_alarm=False)


def _columns() -> list[str]:
    return [
        _("Skjemaets versjon"),
        _("Loggen sist forseglet"),
        _("Loggen sist etterprøvd"),
        _("Siste sikkerhetskopi"),
        _("Mislykket bakgrunnsarbeid"),
        _("Lagringsplass"),
    ]
