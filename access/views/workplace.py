"""Where do I work now: asked after sign-in, and changed without signing out."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render, resolve_url
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_http_methods

from access.forms.workplace import WorkplaceForm
from access.requests import AksonRequest
from access.selectors import local_administrators
from access.session_limits import IS_SHARED
from access.worker import Worker
from access.workplace import posts_of, worker_of
from access.workplace_choice import choose_workplace, last_chosen, workplaces


@require_GET
def after_sign_in(request: AksonRequest) -> HttpResponse:
    """Go straight to work when there is one place to work at; else ask which."""
    if not request.worker.posts and request.session.get(IS_SHARED):
        _choose_as_last_time(request)
    if not request.worker.posts:
        return HttpResponseRedirect(resolve_url("access:workplace"))
    return HttpResponseRedirect(first_page(request.worker))


def _choose_as_last_time(request: AksonRequest) -> None:
    """Spare whoever takes over a shared machine the question; he may change it."""
    possible = workplaces(posts_of(request.user.pk))
    last = last_chosen(request.user.pk, possible)
    if last:
        choose_workplace(request, [place.unit_id for place in last])
        worker = worker_of(request)
        request.worker = worker or request.worker


@require_http_methods(["GET", "POST"])
def workplace(request: AksonRequest) -> HttpResponse:
    """Choose one or several units to work at now."""
    possible = workplaces(posts_of(request.user.pk))
    if not possible:
        whom_to_call = {"administrators": local_administrators()}
        return render(request, "access/no_workplace.html", whom_to_call)
    last = last_chosen(request.user.pk, possible)
    chosen = request.worker.unit_ids or [place.unit_id for place in last]
    form = WorkplaceForm(
        request.POST if request.method == "POST" else None,
        possible=[(place.unit_id, place.name) for place in possible],
        initial={"units": [str(unit_id) for unit_id in chosen]},
    )
    if request.method == "POST" and form.is_valid():
        choose_workplace(request, form.cleaned_data["units"])
        return HttpResponseRedirect(_way_on(request), status=303)
    context = {
        "form": form,
        "workplaces": possible,
        "checked": [str(value) for value in form["units"].value() or ()],
        "last": last if len(possible) > 1 and not request.worker.posts else [],
        "next": request.POST.get("next") or request.GET.get("next", ""),
    }
    status = 422 if form.errors else 200
    return render(request, "access/workplace.html", context, status=status)


def first_page(worker: Worker) -> str:
    """The page a person's work begins on: his patients, when he may see any."""
    if worker.is_auditor and not worker.reads_people:
        return resolve_url("audit:overview")
    if worker.is_local_admin and not worker.reads_people:
        return resolve_url("admin:index")
    return resolve_url("chart:start")


def _way_on(request: HttpRequest) -> str:
    """The page that was asked for before the workplace was, when it is one of ours."""
    address = request.POST.get("next", "")
    hosts = {request.get_host()}
    if address and url_has_allowed_host_and_scheme(
        address, hosts, require_https=request.is_secure()
    ):
        return address
    return resolve_url(settings.LOGIN_REDIRECT_URL)
