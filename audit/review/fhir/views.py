"""The access log for other programs: FHIR R4, to be read only, by an auditor who is signed in."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, cast
from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404, HttpResponse, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from rest_framework.authentication import SessionAuthentication
from rest_framework.decorators import (
    api_view,
    authentication_classes,
    parser_classes,
    permission_classes,
    renderer_classes,
)
from rest_framework.parsers import FormParser
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response

from access.worker import Worker
from audit.review import session
from audit.review.fhir.answers import (
    FhirRenderer,
    PlainRenderer,
    bundle,
    capabilities,
)
from audit.review.fhir.asking import Asked, WrongQuestionError, count_in
from audit.review.fhir.paging import Mark, resource_page
from audit.review.fhir.resource import audit_events
from audit.review.selectors.events import event_with_id
from audit.review.selectors.facts import read_body
from audit.review.services.reading import log_reading, of_event
from audit.verbs import Verb
from journal.record.gate import record_refusal

PAGE = "_page"  # where the next page begins
KEPT = (
    "_kept"  # names a search in one's own session, so that no patient is in the address
)

View = Callable[..., HttpResponse]


class AuditorOnly(BasePermission):
    """Lets only an auditor at work in; what others try is kept in the log."""

    def has_permission(self, request: Request, _view: Any) -> bool:
        worker = _worker(request)
        if worker is None:
            return False
        if not worker.is_auditor:
            record_refusal(worker, Verb.LOG_EXPORTED, reason="role")
        return worker.is_auditor


def _interface(*methods: str) -> Callable[[Callable[..., Response]], View]:
    """Make a view of the interface: JSON, the session's sign-in, auditors only."""

    def made(view: Callable[..., Response]) -> View:
        for settle in (
            renderer_classes([FhirRenderer, PlainRenderer]),
            parser_classes([FormParser]),
            authentication_classes([SessionAuthentication]),
            permission_classes([AuditorOnly]),
            api_view(list(methods)),
        ):
            view = settle(view)
        return cast(View, view)

    return made


@_interface("GET")
def metadata(request: Request) -> Response:
    """Tell what the interface can do."""
    return Response(capabilities(_base(request)))


@_interface("GET")
def search(request: Request) -> Response:
    """Give a page of what is asked for in the address, or the next page of any search."""
    given = dict(request.query_params.lists())
    mark = given.pop(PAGE, [""])[0]
    after = Mark.read(mark) if mark else None
    if mark and after is None:
        raise WrongQuestionError(_("«_page» kommer fra svaret før."))
    token = given.pop(KEPT, [""])[0]
    if not token:
        asked = Asked.read(given, may_name_patient=False)
        return _page(request, asked, after=after, given=given)
    chosen = session.find(request.session, token)
    if chosen is None:
        raise Http404
    asked = Asked(chosen, count_in(given))
    return _page(request, asked, after=after, given=given, token=token)


@_interface("POST")
def search_by_post(request: Request) -> Response:
    """Give the first page of what is asked for in the body, where a patient may be named."""
    given = dict(cast(QueryDict, request.data).lists())
    asked = Asked.read(given, may_name_patient=True)
    token = session.keep(request.session, asked.chosen)
    kept = {"_count": given["_count"]} if "_count" in given else {}
    return _page(request, asked, after=None, given=kept, token=token)


@_interface("GET")
def read(request: Request, event_id: str) -> Response:
    """Give one AuditEvent."""
    name = event_id.partition(".")[0]
    try:
        event = event_with_id(UUID(name))
    except ValueError:
        event = None
    if event is None:
        raise Http404
    log_reading(_by(request), target=of_event(event.id))
    written = audit_events(read_body(bytes(event.body)), host=request.get_host())
    for resource in written:
        if resource["id"] == event_id:
            return Response(resource)
    raise Http404


def _page(
    request: Request,
    asked: Asked,
    *,
    after: Mark | None,
    given: dict[str, list[str]],
    token: str = "",
) -> Response:
    """Give a page; that it is taken out is in the log before it is answered."""
    page = resource_page(asked, after=after, host=request.get_host())
    log_reading(
        _by(request),
        verb=Verb.LOG_EXPORTED,
        chosen=asked.chosen,
        detail={"rows": str(page.events)},
    )
    kept = {KEPT: [token]} if token else {}
    again = {**given, **kept}
    links = {"self": _address(request, again, after)}
    if page.next is not None:
        links["next"] = _address(request, again, page.next)
    return Response(bundle(page.resources, base=_base(request), links=links))


def _address(request: Request, given: dict[str, list[str]], mark: Mark | None) -> str:
    marked = {PAGE: [str(mark)]} if mark else {}
    query = urlencode({**given, **marked}, doseq=True)
    return request.build_absolute_uri(f"{reverse('audit:fhir_search')}?{query}")


def _base(request: Request) -> str:
    address = request.build_absolute_uri(reverse("audit:fhir_metadata"))
    return str(address).removesuffix("metadata")


def _worker(request: Request) -> Worker | None:
    return getattr(request, "worker", None)


def _by(request: Request) -> Worker:
    worker = cast(Worker, _worker(request))
    return replace(worker, client=replace(worker.client, channel="api"))
