"""The municipality's own rules for access."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render, resolve_url
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from access.asking_again import asked_again
from access.errors import RightsError
from access.matrix.forms.rules import RulesForm
from access.matrix.selectors.in_force import decides_for_all, rules_in_force
from access.matrix.services.rules import change_rules
from access.matrix.views.access import governing_required
from access.requests import AksonRequest


@require_http_methods(["GET", "HEAD", "POST"])
@governing_required
@asked_again("matrix")
def rules(request: AksonRequest) -> HttpResponse:
    """Show the rules and what each means, and change them."""
    data = request.POST if request.method == "POST" else None
    form = RulesForm(data, instance=rules_in_force())
    if request.method == "POST" and form.is_valid():
        try:
            _store(request, form)
        except RightsError as error:
            form.add_error(None, error.message)
        else:
            return HttpResponseRedirect(resolve_url("rights:rules"), status=303)
    context = {"form": form, "may_change": decides_for_all(request.worker)}
    status = 422 if form.errors else 200
    return render(request, "access/matrix/rules.html", context, status=status)


def _store(request: AksonRequest, form: RulesForm) -> None:
    if not form.has_changed():
        messages.info(request, _("Ingenting er endret."))
        return
    change_rules(form.instance, changed=form.changed_data, by=request.worker)
    messages.success(request, _("Reglene gjelder fra nå."))
