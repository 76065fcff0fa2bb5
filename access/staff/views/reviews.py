"""The periodic review of who has access: which units, one unit's list, and what was decided."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render, resolve_url
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from access.asking_again import asked_again
from access.errors import RightsError
from access.models import Unit
from access.requests import AksonRequest
from access.staff.forms.reviews import ReviewForm
from access.staff.selectors import reviews as selectors
from access.staff.services.reviews import NewRightsError, conclude_review
from access.staff.views.answers import refused


@require_GET
def reviews(request: AksonRequest) -> HttpResponse:
    """List the units whose access one reviews, those due first on top."""
    units = selectors.units_to_review(request.worker)
    if not units:
        return refused(request)
    return render(request, "access/staff/reviews.html", {"units": units})


@require_http_methods(["GET", "POST"])
@asked_again("rights")
def review(request: AksonRequest, unit_id: UUID) -> HttpResponse:
    """Go through who has access at a unit."""
    unit = get_object_or_404(selectors.reviewable_units(request.worker), pk=unit_id)
    mine, others = selectors.rights_to_decide(request.worker, unit)
    data = request.POST if request.method == "POST" else None
    form = ReviewForm(data, rights=mine)
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            return _concluded(request, unit, form)
        except RightsError as error:
            form.add_error(None, error.message)
        except NewRightsError:
            status = 409
            say = _("Noen har fått tilgang siden listen ble vist. Se over den på nytt.")
            form.add_error(None, say)
    context = {
        "unit": unit,
        "rights": mine,
        "others": others,
        "form": form,
        "revoked": request.POST.getlist("revoke"),
    }
    if status == 200 and form.errors:
        status = 422
    return render(request, "access/staff/review.html", context, status=status)


@require_GET
def concluded(request: AksonRequest, review_id: UUID) -> HttpResponse:
    """Show what was decided at a review, for paper too."""
    found = selectors.review_of(request.worker, review_id)
    if found is None:
        raise Http404
    rights = found.rights.select_related("user").order_by("user__sort_key", "pk")
    context = {"review": found, "rights": rights}
    return render(request, "access/staff/review_concluded.html", context)


def _concluded(request: AksonRequest, unit: Unit, form: ReviewForm) -> HttpResponse:
    made = conclude_review(
        unit,
        seen=set(form.cleaned_data["seen"]),
        revoked=set(form.cleaned_data["revoke"]),
        by=request.worker,
    )
    messages.success(request, _("Kontrollen er lagret."))
    address = resolve_url("staff:review_concluded", made.pk)
    return HttpResponseRedirect(address, status=303)
