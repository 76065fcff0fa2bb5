"""My account: written language, what is registered about me, and where I am employed."""

from copy import copy

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render, resolve_url
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from access.forms.workplace import LanguageForm
from access.requests import AksonRequest
from access.selectors import employments_of


@require_http_methods(["GET", "POST"])
def profile(request: AksonRequest) -> HttpResponse:
    """Show my account, and change the written language at once."""
    spoken = "nn" if request.tenant.language == "nn" else "nb"
    # A copy: the page itself shall not show what did not pass.
    me = copy(request.user)
    form = LanguageForm(
        request.POST if request.method == "POST" else None,
        instance=me,
        municipality_language=spoken,
    )
    if request.method == "POST" and form.is_valid():
        me.save(update_fields=["language"])
        with translation.override(me.language or spoken):
            messages.success(request, _("Målformen er endret."))
        return HttpResponseRedirect(resolve_url("access:profile"), status=303)
    context = {"form": form, "employments": employments_of(request.user.pk)}
    status = 422 if form.errors else 200
    return render(request, "access/profile.html", context, status=status)
