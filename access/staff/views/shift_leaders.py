"""Who staffs the shifts of the units I lead."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from access.asking_again import asked_again
from access.errors import RightsError
from access.models import ShiftLeader
from access.requests import AksonRequest
from access.staff.forms.roster import ShiftLeaderForm
from access.staff.selectors import leading
from access.staff.selectors.roster import people_at
from access.staff.services import shift_leaders as services
from access.staff.views.answers import form_page, refused
from access.staff.views.found import appointment_of


@require_http_methods(["GET", "POST"])
@asked_again("rights")
def shift_leaders(request: AksonRequest) -> HttpResponse:
    """Show those appointed, and appoint one more."""
    units = leading.led_units(request.worker)
    if not units:
        return refused(request)
    people = people_at(units, at=timezone.now()).exclude(pk=request.worker.user_id)
    data = request.POST if request.method == "POST" else None
    form = ShiftLeaderForm(data, units=units, people=people)
    if request.method == "POST" and form.is_valid():
        try:
            services.appoint(_appointment(form), by=request.worker)
        except RightsError as error:
            form.add_error(error.field, error.message)
        else:
            messages.success(request, _("Vaktlederen er lagt til."))
            return _back()
    context = {"appointments": leading.appointments_led(request.worker)}
    return form_page(request, "access/staff/shift_leaders.html", form, context)


@require_POST
def shift_leader_end(request: AksonRequest, appointment_id: UUID) -> HttpResponse:
    """Let somebody staff the shifts no longer."""
    appointment = appointment_of(request.worker, appointment_id)
    services.withdraw(appointment, by=request.worker)
    messages.success(request, _("Vaktlederen er tatt bort."))
    return _back()


def _appointment(form: ShiftLeaderForm) -> ShiftLeader:
    return ShiftLeader(
        user=form.cleaned_data["user"],
        unit=form.cleaned_data["unit"],
        valid_from=timezone.now(),
        valid_until=form.until,
    )


def _back() -> HttpResponse:
    return HttpResponseRedirect(resolve_url("staff:shift_leaders"), status=303)
