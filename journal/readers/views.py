"""Who has opened records: compared by unit, and in one unit patient by patient."""

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from access.models import Unit
from access.requests import AksonRequest
from audit.entry import Target
from audit.verbs import Verb
from journal.readers.forms import PeriodForm
from journal.readers.rules.bars import bars
from journal.readers.rules.period import Period
from journal.readers.selectors.patients import patient_rows, patients_counted
from journal.readers.selectors.readers import readers_from
from journal.readers.selectors.units import (
    may_count,
    openers,
    unit_use,
    units_counted,
    units_led,
    use_by_ground,
    use_by_unit,
)
from journal.record.gate import record_refusal
from journal.record.review_gate import open_counted, say_counted

PATIENTS_SHOWN = 25


@require_GET
def units(request: AksonRequest) -> HttpResponse:
    """Compare the units one sees; who sees one alone is led on to it."""
    worker = request.worker
    if not may_count(worker):
        return _refused(request)
    ids = list(units_counted(worker).values_list("pk", flat=True)[:2])
    if len(ids) == 1 and not worker.is_auditor:
        return HttpResponseRedirect(reverse("readers:unit", args=ids))
    form = PeriodForm.asked(request.GET)
    context: dict[str, Any] = {"form": form}
    if form.period is not None:
        say_counted(worker, _days(form.period))
        used = use_by_unit(worker, form.period)
        drawn = bars((one.openings - one.unit_wide, one.unit_wide) for one in used)
        context |= _asked(form.period)
        context["units"] = list(zip(used, drawn, strict=True))
    return render(request, "journal/readers/units.html", context, status=_status(form))


@require_GET
def unit(request: AksonRequest, unit_id: UUID) -> HttpResponse:
    """Show how records are opened from one unit; to its leader, also patient by patient."""
    worker = request.worker
    if not may_count(worker):
        return _refused(request, unit_id)
    here = units_counted(worker).filter(pk=unit_id).first()
    if here is None:
        if worker.is_auditor:
            raise Http404
        return _refused(request, unit_id)
    form = PeriodForm.asked(request.GET)
    if form.period is None:
        context = {"form": form, "unit": here}
        return render(request, "journal/readers/unit.html", context, status=422)
    if here.pk in units_led(worker):
        return _with_patients(request, here, form, form.period)
    say_counted(worker, _days(form.period, here))
    context = _of_unit(request, here, form, form.period)
    return render(request, "journal/readers/unit.html", context)


def _with_patients(
    request: AksonRequest, here: Unit, form: PeriodForm, period: Period
) -> HttpResponse:
    """Name the patients of one page, those to ask about first; the log says whom."""
    worker = request.worker
    context = _of_unit(request, here, form, period)
    counted = patients_counted(here, by=worker, period=period)
    page = Paginator(counted, PATIENTS_SHOWN).get_page(request.GET.get("page"))
    shown = list(page.object_list)
    decisions = [decision for one in shown for decision in one.decisions]
    led = units_led(worker)
    with open_counted(decisions, by=worker, detail=_days(period, here)):
        rows = patient_rows(shown, unit_ids=led, but=worker.user_id)
        context |= {"patients": rows, "page": page, "patients_count": len(counted)}
        return render(request, "journal/readers/unit.html", context)


def _of_unit(
    request: AksonRequest, here: Unit, form: PeriodForm, period: Period
) -> dict[str, Any]:
    readers = readers_from([here.pk], period)
    by_ground = use_by_ground(readers)
    drawn = bars(
        (0, one.openings) if one.is_unit_wide else (one.openings, 0)
        for one in by_ground
    )
    me = request.worker.user_id
    return _asked(period) | {
        "form": form,
        "unit": here,
        "use": unit_use(here, readers),
        "grounds": list(zip(by_ground, drawn, strict=True)),
        "openers": openers(r for r in readers if r.worker_id != me),
        "mine": sum(reader.count for reader in readers if reader.worker_id == me),
        "may_compare": units_counted(request.worker)[1:2].exists(),
    }


def _asked(period: Period) -> dict[str, Any]:
    """What the page repeats of the question, for its heading and its links."""
    query = f"since={period.since:%d.%m.%Y}&until={period.until:%d.%m.%Y}"
    return {"period": period, "query": query}


def _days(period: Period, here: Unit | None = None) -> dict[str, str]:
    """What was counted, as the log keeps it."""
    days = {"from": period.since.isoformat(), "to": period.until.isoformat()}
    return days if here is None else days | {"unit": str(here.pk)}


def _status(form: PeriodForm) -> int:
    return 422 if form.errors else 200


def _refused(request: AksonRequest, unit_id: UUID | None = None) -> HttpResponse:
    """Say that this is for those who lead or review; the attempt is kept in the log."""
    target = Target("access.Unit", str(unit_id)) if unit_id else None
    record_refusal(request.worker, Verb.COUNTED_READERS, reason="role", target=target)
    return render(request, "journal/readers/refused.html", status=403)
