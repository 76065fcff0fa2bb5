"""Taking one event out of the log with its proof; that it was done is in the log before."""

from django.utils import translation

from access.worker import Worker
from audit.models import AccessEvent
from audit.review.proofs.bundle import Told, bundle
from audit.review.selectors.facts import read_body
from audit.review.selectors.lines import line_of
from audit.review.services.reading import log_reading, of_event
from audit.verbs import Verb


def take_out_proof(event: AccessEvent, *, by: Worker) -> bytes | None:
    """Give an event with its proof as a zip file; None while it is not sealed yet.

    Its bytes are as they are, with the worker's name and the patients' ids: a proof holds
    for nothing less.
    """
    log_reading(
        by, verb=Verb.LOG_EXPORTED, target=of_event(event.pk), detail={"rows": "1"}
    )
    facts = read_body(bytes(event.body))
    line = line_of(event, facts, chosen=None, reader_id=by.user_id)
    what = line.verb if line.is_done else f"{line.verb} ({line.outcome.lower()})"
    told = Told(event.pk, event.recorded_at, line.who, what)
    return bundle([told], language=translation.get_language() or "nb")
