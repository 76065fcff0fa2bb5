"""The hidden screen: locked, unlocked, and what an open page asks meanwhile."""

from datetime import timedelta

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render, resolve_url
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from access import screen_lock, session_limits, shared_device, step_up
from access.forms.step_up import StepUpForm
from access.requests import AksonRequest


@require_GET
def state(request: AksonRequest) -> HttpResponse:
    """Tell an open page whose session it is now, and whether it is locked."""
    end = session_limits.ends_at(request)
    return JsonResponse(
        {
            "user": str(request.user.pk),
            "locked": screen_lock.is_locked(request),
            "ends_at": end.timestamp() if end else 0,
        }
    )


@require_POST
def in_use(request: AksonRequest) -> HttpResponse:  # noqa: ARG001 - the middleware notes it
    """Take note that somebody reads the page, though he asks for no other."""
    return HttpResponse(status=204)


@require_POST
def lock(request: AksonRequest) -> HttpResponse:
    """Lock the screen; the page that asked hides itself."""
    screen_lock.lock(request)
    if _is_script(request):
        return HttpResponse(status=204)
    return HttpResponseRedirect(resolve_url("access:unlock"), status=303)


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def unlock(request: AksonRequest) -> HttpResponse:
    """Unlock the screen for the person who locked it."""
    is_post = request.method == "POST"
    form = StepUpForm(request.POST if is_post else None, user=request.user)
    if is_post and form.is_valid() and step_up.confirm(request, form, what="unlock"):
        screen_lock.unlock(request)
        if _is_script(request):
            return HttpResponse(status=204)
        return HttpResponseRedirect(_next(request), status=303)
    status = 422 if form.errors else 200
    if _is_script(request):
        wrong = [message for found in form.errors.values() for message in found]
        return JsonResponse({"message": " ".join(map(str, wrong))}, status=status)
    context = {"form": form, "next": _next(request)}
    return render(request, "access/unlock.html", context, status=status)


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def extend(request: AksonRequest) -> HttpResponse:
    """Stay signed in beyond the shift, after confirming that it is oneself."""
    is_post = request.method == "POST"
    form = StepUpForm(request.POST if is_post else None, user=request.user)
    is_done = False
    if is_post and form.is_valid() and step_up.confirm(request, form, what="extend"):
        session_limits.extend(request)
        is_done = True
    context = {
        "form": form,
        "is_done": is_done,
        "may_extend": session_limits.may_extend(request),
        "ends_at": session_limits.ends_at(request),
        "longest_hours": session_limits.longest_of(request) // timedelta(hours=1),
    }
    return render(
        request, "access/extend.html", context, status=422 if form.errors else 200
    )


@require_POST
def mark_device(request: AksonRequest) -> HttpResponse:
    """Say that several people use this machine, or that only one does."""
    is_shared = request.POST.get("is_shared") == "yes"
    response = HttpResponseRedirect(resolve_url("access:security"), status=303)
    shared_device.mark(response, is_shared=is_shared)
    session_limits.set_idle(request, shared=is_shared)
    messages.success(
        request,
        _("Maskinen er registrert som delt.")
        if is_shared
        else _("Maskinen er ikke lenger registrert som delt."),
    )
    return response


def _is_script(request: HttpRequest) -> bool:
    return "X-Requested-With" in request.headers


def _next(request: HttpRequest) -> str:
    address = request.POST.get("next") or request.GET.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(address, request.get_host())
    return address if is_ours else "/"
