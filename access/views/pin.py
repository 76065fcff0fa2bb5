"""My PIN: chosen after confirming the password, or taken away."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render, resolve_url
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from access import step_up
from access.errors import RightsError
from access.forms.pin import PinForm
from access.requests import AksonRequest
from access.services import pins
from access.ways import remember_ways


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def pin(request: AksonRequest) -> HttpResponse:
    """Choose a PIN, or another one."""
    form = PinForm(
        request.POST if request.method == "POST" else None,
        user=request.user,
        is_confirmed=step_up.is_confirmed(request),
    )
    if request.method == "POST" and form.is_valid() and _set(request, form):
        remember_ways(request, request.user)
        messages.success(request, _("PIN-koden er lagret."))
        return HttpResponseRedirect(resolve_url("access:security"), status=303)
    return render(
        request, "access/pin.html", {"form": form}, status=422 if form.errors else 200
    )


@require_POST
def remove(request: AksonRequest) -> HttpResponse:
    """Take the PIN away; the password counts alone from now on."""
    pins.remove_pin(by=request.worker)
    remember_ways(request, request.user)
    messages.success(request, _("PIN-koden er fjernet."))
    return HttpResponseRedirect(resolve_url("access:security"), status=303)


def _set(request: AksonRequest, form: PinForm) -> bool:
    """Store the PIN if it is the person himself; say at its field what is wrong with it."""
    typed = form.cleaned_data["pin"]
    try:
        pins.check_pin(typed)
    except RightsError as error:
        form.add_error(error.field, error.message)
        return False
    if not form.is_confirmed and not step_up.confirm(request, form, what="pin"):
        return False
    pins.set_pin(typed, by=request.worker)
    return True
