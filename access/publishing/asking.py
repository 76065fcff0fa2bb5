"""Whoever is at the consortium's screen types his password again, before what matters is done."""

from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from access.asking_again import ANSWER, carried, has_just_shown, remember_shown
from access.publishing.forms import PasswordAgainForm


def ask_for_password(
    request: HttpRequest, site: AdminSite, *, why: str, button: str
) -> HttpResponse | None:
    """Give the page that asks, with what was sent in it; None when it may be done now.

    Args:
        request: what was sent.
        site: whose page it is.
        why: what is done then, to the person.
        button: what the button says.
    """
    if has_just_shown(request):
        return None
    request.sensitive_post_parameters = ("password",)  # type: ignore[attr-defined]
    data = request.POST if ANSWER in request.POST else None
    form = PasswordAgainForm(data, request=request)
    if data and form.is_valid():
        remember_shown(request)
        return None
    context = {
        **site.each_context(request),
        "title": _("Er det deg?"),
        "form": form,
        "carried": [(n, value) for n, value in carried(request) if n != "password"],
        "answer": ANSWER,
        "why": why,
        "button": button,
    }
    status = 422 if form.errors else 200
    return render(request, "admin/ask_again.html", context, status=status)
