"""Why a record was open or closed to an employee, asked by a local administrator."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from access.matrix.forms.why import ReferenceForm
from access.matrix.selectors import why as selectors
from access.matrix.services.why import look_up
from access.matrix.views.access import administrator_required
from access.requests import AksonRequest


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@administrator_required
def why(request: AksonRequest) -> HttpResponse:
    """Ask for a reference, and explain the event it names."""
    form = ReferenceForm(request.POST if request.method == "POST" else None)
    found = None
    if request.method == "POST" and form.is_valid():
        event = look_up(form.cleaned_data["reference"], by=request.worker)
        if event is None:
            form.add_error(
                "reference",
                _(
                    "Fant ingen hendelse med dette nummeret hos dem du administrerer, "
                    "de siste 90 dagene."
                ),
            )
        else:
            found = selectors.why(event)
    status = 422 if form.errors else 200
    context = {"form": form, "why": found}
    return render(request, "access/matrix/why.html", context, status=status)
