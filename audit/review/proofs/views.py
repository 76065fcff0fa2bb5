"""One event with its proof: the answer to a button on the event's page."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from access.requests import AksonRequest
from audit.review.access import auditor_required
from audit.review.proofs.bundle import not_sealed_yet
from audit.review.proofs.services import take_out_proof
from audit.review.selectors.events import event_with_id


@require_POST
@auditor_required
def event_proof(request: AksonRequest, event_id: UUID) -> HttpResponse:
    """Give the event and its proof as a file, or say that it is too new to have one."""
    event = event_with_id(event_id)
    if event is None:
        raise Http404
    file = take_out_proof(event, by=request.worker)
    if file is None:
        messages.info(request, not_sealed_yet())
        return HttpResponseRedirect(reverse("audit:event", args=[event_id]), status=303)
    return as_zip(file, name="bevis")


def as_zip(file: bytes, *, name: str) -> HttpResponse:
    """Answer with a zip file, which is named by when it was made and not by whom it is about."""
    called = f"{name}-{timezone.localtime():%Y%m%d-%H%M}.zip"
    return HttpResponse(
        file,
        content_type="application/zip",
        headers={"Content-Disposition": f'attachment; filename="{called}"'},
    )
