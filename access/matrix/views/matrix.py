"""The role matrix in force, one role of it, and a new version of the consortium's."""

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render, resolve_url
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from access.asking_again import asked_again
from access.errors import RightsError
from access.matrix.forms.cells import AdoptionForm, CellsForm, place_named
from access.matrix.rules.cells import WITH_RIGHTS, Matrix, Place, differences
from access.matrix.rules.words import RECORDS
from access.matrix.selectors import in_force
from access.matrix.selectors.tables import tables, told
from access.matrix.services.adapting import adapt_role, adopt
from access.matrix.views.access import administrator_required, governing_required
from access.requests import AksonRequest
from access.roles import RecordKind


@require_safe
@governing_required
def matrix(request: AksonRequest) -> HttpResponse:
    """Show the matrix in force, what the municipality has adapted, and what is new."""
    local, published = in_force.matrix_in_force(), in_force.published_matrix()
    context = {
        "tables": tables(local, published),
        "adapted": told(differences(published, local)),
        "in_force": in_force.version_in_force(),
        "new": in_force.new_version(),
        "may_change": in_force.decides_for_all(request.worker),
        "printed_at": timezone.now(),
    }
    return render(request, "access/matrix/matrix.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@governing_required
@asked_again("matrix")
def role(request: AksonRequest, record_kind: str, role: str) -> HttpResponse:
    """Show one role in one kind of record, and adapt it."""
    place = place_named(record_kind, role)
    if place is None or place[1] not in WITH_RIGHTS:
        raise Http404
    local = in_force.matrix_in_force()
    data = request.POST if request.method == "POST" else None
    form = CellsForm(data, rights=local[place])
    if request.method == "POST" and form.is_valid():
        try:
            changed = adapt_role(place, form.chosen(), by=request.worker)
        except RightsError as error:
            form.add_error(error.field, error.message)
        else:
            text = (
                _("Endringen gjelder fra nå.") if changed else _("Ingenting er endret.")
            )
            messages.success(request, text)
            return _to_matrix()
    return _role_page(request, place, local, form)


@require_http_methods(["GET", "HEAD", "POST"])
@administrator_required
@asked_again("matrix")
def new_version(request: AksonRequest) -> HttpResponse:
    """Show what a new version changes, and take it into use."""
    new = in_force.new_version()
    if new is None:
        messages.info(request, _("Kommunen bruker den nyeste versjonen."))
        return _to_matrix()
    data = request.POST if request.method == "POST" else None
    number = new.published.number
    form = AdoptionForm(data, number=number, contested=new.contested)
    if request.method == "POST" and form.is_valid():
        try:
            adopt(new.published, taken=form.chosen(), by=request.worker)
        except RightsError as error:
            form.add_error(None, error.message)
        else:
            text = _("Versjon %(number)s av rollematrisen gjelder fra nå.")
            messages.success(request, text % {"number": number})
            return _to_matrix()
    disputed = {difference.cell for difference in new.contested}
    context = {
        "form": form,
        "new": new,
        "changes": told(d for d in new.changes if d.cell not in disputed),
        "kept": told(new.kept),
        "in_force": in_force.version_in_force(),
        "may_change": in_force.decides_for_all(request.worker),
    }
    status = 422 if form.errors else 200
    return render(request, "access/matrix/new_version.html", context, status=status)


def _role_page(
    request: AksonRequest, place: Place, local: Matrix, form: CellsForm
) -> HttpResponse:
    kind, role = place
    published = in_force.published_matrix()
    shown = tables(local, published, roles=(role,))
    context = {
        "form": form,
        "role": role,
        "kind": kind,
        "kind_label": RECORDS[kind],
        "kinds": [(one, RECORDS[one]) for one in RecordKind],
        "table": next(table for table in shown if table.kind is kind),
        "adapted": told(differences({place: published[place]}, {place: local[place]})),
        "may_change": in_force.decides_for_all(request.worker),
    }
    status = 422 if form.errors else 200
    return render(request, "access/matrix/role.html", context, status=status)


def _to_matrix() -> HttpResponse:
    return HttpResponseRedirect(resolve_url("rights:matrix"), status=303)
