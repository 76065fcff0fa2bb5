"""A substitute for tonight: one tap on the person, and one to confirm."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render, resolve_url
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from access.errors import RightsError
from access.models import Unit
from access.requests import AksonRequest
from access.staff.forms.substitutes import PersonSearchForm, SubstituteForm
from access.staff.selectors import leading
from access.staff.selectors import substitutes as selectors
from access.staff.services import substitutes as services
from access.staff.views.answers import refused
from access.staff.views.found import substitute_of


@require_http_methods(["GET", "POST"])
def substitute(request: AksonRequest, unit_id: UUID) -> HttpResponse:
    """Choose who comes, among those who work in the municipality."""
    units = leading.staffed_units(request.worker)
    if not units:
        return refused(request)
    unit = get_object_or_404(units, pk=unit_id)
    words = request.GET.get("q", "")
    found = selectors.candidates(words, at=unit, besides=request.worker.user_id)
    form = SubstituteForm(
        request.POST if request.method == "POST" else None, among=found.found
    )
    if request.method == "POST" and form.is_valid():
        try:
            _take_in(request, unit, form)
        except RightsError as error:
            form.add_error(error.field, error.message)
        else:
            return _to_roster()
    context = {
        "unit": unit,
        "words": words.strip(),
        "search_form": PersonSearchForm(request.GET or None),
        "found": found,
        "form": form,
    }
    status = 422 if form.errors else 200
    return render(request, "access/staff/substitute.html", context, status=status)


@require_POST
def send_home(request: AksonRequest, employment_id: int) -> HttpResponse:
    """End a substitute's time at the unit now."""
    employment = substitute_of(request.worker, employment_id)
    try:
        services.send_home(employment, by=request.worker)
    except RightsError as error:
        messages.error(request, error.message)
    else:
        messages.success(request, _("Vikaren har ikke lenger tilgang her."))
    return _to_roster()


def _take_in(request: AksonRequest, unit: Unit, form: SubstituteForm) -> None:
    user_id, _role = form.chosen()
    person = selectors.person(user_id)
    services.take_in(person, to=form.help_at(unit), by=request.worker)
    text = _("%(name)s er vikar her fra nå av, og står på vaktlisten.")
    messages.success(request, text % {"name": person.name})


def _to_roster() -> HttpResponse:
    return HttpResponseRedirect(resolve_url("staff:roster"), status=303)
