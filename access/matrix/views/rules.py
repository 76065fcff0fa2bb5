"""What the municipality decides for itself (lokale valg)."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render, resolve_url
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from access.asking_again import asked_again
from access.errors import RightsError
from access.local_choices import choices_in_force, language_of, remember_language
from access.matrix.forms.choices import ChoicesForm
from access.matrix.selectors.in_force import decides_for_all, rules_in_force
from access.matrix.services.rules import change_choices
from access.matrix.views.access import governing_required
from access.requests import AksonRequest


@require_http_methods(["GET", "HEAD", "POST"])
@governing_required
@asked_again("matrix")
def rules(request: AksonRequest) -> HttpResponse:
    """Show the choices and what each means, and change them."""
    form = _form(request)
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


def _form(request: AksonRequest) -> ChoicesForm:
    return ChoicesForm(
        request.POST if request.method == "POST" else None,
        instance=rules_in_force(),
        choices=choices_in_force(),
        resolved=request.tenant.get_language_display(),
    )


def _store(request: AksonRequest, form: ChoicesForm) -> None:
    if not form.has_changed():
        messages.info(request, _("Ingenting er endret."))
        return
    change_choices(
        form.instance,
        form.choices,
        changed_rules=form.changed_rules,
        changed_choices=form.changed_choices,
        by=request.worker,
    )
    remember_language(request)
    # Said in the language that has just been chosen.
    with translation.override(language_of(request, asks=False)):
        messages.success(request, _("Valgene er lagret."))
