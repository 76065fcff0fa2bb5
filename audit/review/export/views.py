"""The log as a file: the answer to two buttons on its page."""

from django.contrib import messages
from django.http import (
    FileResponse,
    HttpResponseBase,
    HttpResponseRedirect,
)
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from access.requests import AksonRequest
from audit.review import session
from audit.review.access import auditor_required
from audit.review.export.files import Kind
from audit.review.export.services import export_log
from journal.record.errors import RuleError


@require_POST
@auditor_required
def export(request: AksonRequest) -> HttpResponseBase:
    """Give a part of the log as a file; it is finished, and in the log, before it is sent."""
    token = request.POST.get("utvalg", "")
    chosen = session.find(request.session, token)
    if chosen is None:
        messages.info(
            request,
            _("Utvalget er ikke tatt vare på lenger. Velg på nytt før du tar ut."),
        )
        return HttpResponseRedirect(reverse("audit:log"), status=303)
    asked = request.POST.get("fil", "")
    kind = Kind(asked) if asked in set(Kind) else Kind.CSV
    try:
        file = export_log(chosen, by=request.worker, kind=kind)
    except RuleError as error:
        messages.warning(request, error.message)
        address = f"{reverse('audit:log')}?utvalg={token}"
        return HttpResponseRedirect(address, status=303)
    return FileResponse(
        file,
        as_attachment=True,
        filename=f"tilgangslogg-{timezone.localtime():%Y%m%d-%H%M}.{kind}",
        content_type=kind.content_type,
    )
