"""The witness's one address, for machines: no session, no cookie, no sign-in."""

import logging

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from audit.witness.keys import WitnessKeyError, witness_key
from audit.witness.witness import see

_log = logging.getLogger(__name__)


@csrf_exempt
@require_POST
@login_not_required
def add_checkpoint(request: HttpRequest) -> HttpResponse:
    """Cosign a log's checkpoint; who may ask, its signature says."""
    try:
        key = witness_key()
    except WitnessKeyError:
        _log.exception("The witness has no key to cosign with.")
        return HttpResponse(status=503)
    answer = see(request.body, cosigner=key)
    return HttpResponse(
        answer.text, status=answer.status, content_type=answer.content_type
    )
