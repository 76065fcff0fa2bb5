"""The duty roster of my units, day by day, and shifts by hand."""

from datetime import date, timedelta
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from access.errors import RightsError
from access.requests import AksonRequest
from access.staff.forms.roster import ShiftForm, TimesForm
from access.staff.selectors import leading, substitutes
from access.staff.selectors.roster import people_at, roster_of
from access.staff.services import roster as services
from access.staff.views.answers import form_page, refused, roster_address
from access.staff.views.found import shift_of


@require_GET
def roster(request: AksonRequest) -> HttpResponse:
    """Show who is on duty at my units on a day, and who is there as a substitute."""
    day = _day_of(request)
    staffed = list(leading.staffed_units(request.worker))
    units = leading.shown_units(request.worker, staffed)
    context = {
        "day": day,
        "today": timezone.localdate(),
        "before": day - timedelta(days=1),
        "after": day + timedelta(days=1),
        "units": roster_of(units, day, may_change=[unit.pk for unit in staffed]),
        "substitutes": substitutes.substitutes_at(units),
        "staffs": {unit.pk for unit in staffed},
        "leads": leading.led_units(request.worker).exists(),
    }
    return render(request, "access/staff/roster.html", context)


@require_http_methods(["GET", "POST"])
def shift_add(request: AksonRequest) -> HttpResponse:
    """Put somebody on duty."""
    units = leading.staffed_units(request.worker)
    if not units:
        return refused(request)
    people = people_at(units, at=timezone.now()).exclude(pk=request.worker.user_id)
    form = ShiftForm(
        request.POST if request.method == "POST" else None,
        units=units,
        people=people,
        initial={"day": _day_of(request)},
    )
    page = "access/staff/shift.html"
    if request.method != "POST" or not form.is_valid():
        return form_page(request, page, form)
    try:
        shift = services.add_shift(form.shift(), by=request.worker)
    except RightsError as error:
        form.add_error(error.field, error.message)
        return form_page(request, page, form)
    messages.success(request, _("Vakten er lagt inn."))
    return _to(timezone.localdate(shift.valid_from))


@require_http_methods(["GET", "POST"])
def shift_edit(request: AksonRequest, shift_id: UUID) -> HttpResponse:
    """Change when a shift begins and ends."""
    shift = shift_of(request.worker, shift_id)
    begins, ends = map(timezone.localtime, (shift.valid_from, shift.valid_until))
    form = TimesForm(
        request.POST if request.method == "POST" else None,
        initial={
            "day": begins.date(),
            "begins_at": begins.time(),
            "ends_at": ends.time(),
        },
    )
    page, context = "access/staff/shift_edit.html", {"shift": shift}
    if request.method != "POST" or not form.is_valid():
        return form_page(request, page, form, context)
    first, last = form.period
    try:
        services.change_shift(
            shift, valid_from=first, valid_until=last, by=request.worker
        )
    except RightsError as error:
        where = error.field if error.field in form.fields else None
        form.add_error(where, error.message)
        return form_page(request, page, form, context)
    messages.success(request, _("Vakten er endret."))
    return _to(timezone.localdate(shift.valid_from))


@require_POST
def shift_end(request: AksonRequest, shift_id: UUID) -> HttpResponse:
    """End a shift now, or strike it before it begins."""
    shift = shift_of(request.worker, shift_id)
    day = timezone.localdate(shift.valid_from)
    services.end_shift(shift, by=request.worker)
    messages.success(request, _("Vakten er avsluttet."))
    return _to(day)


def _day_of(request: AksonRequest) -> date:
    """The day that is asked for; today when none is, or what is asked for is no day."""
    today = timezone.localdate()
    try:
        day = date.fromisoformat(request.GET.get("dag", ""))
    except ValueError:
        return today
    return day if abs((day - today).days) < services.FAR_OFF_DAYS else today


def _to(day: date) -> HttpResponse:
    return HttpResponseRedirect(roster_address(day), status=303)
