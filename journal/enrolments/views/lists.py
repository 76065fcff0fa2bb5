"""Who is on the lists of my practice, or follows the programme of my health station."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from access.actions import Action
from access.codes import ServiceType
from access.explaining import Refusal
from access.models import Unit
from access.requests import AksonRequest
from audit.verbs import Verb
from journal.enrolments.selectors import (
    List,
    Order,
    left_lately,
    lists_of,
    page_of_list,
    rows_on,
    rows_that_left,
    units_that_enrol,
)
from journal.record.gate import open_people, record_refusal
from journal.record.selectors.refusal import ways_on


@dataclass(frozen=True, slots=True)
class Screens:
    """The addresses of one sort of list, and its templates."""

    service: ServiceType
    list: str
    enrol: str

    @property
    def template(self) -> str:
        """The template of the list."""
        return f"journal/enrolments/{self.list.partition(':')[2]}.html"


GP = Screens(ServiceType.GENERAL_PRACTICE, "enrolments:gp_list", "enrolments:gp_enrol")
HEALTH_STATION = Screens(
    ServiceType.HEALTH_STATION, "enrolments:programme", "enrolments:programme_enrol"
)


@require_GET
def gp_list(request: AksonRequest) -> HttpResponse:
    """Show who is on the GPs' lists of my practice, by name or by age."""
    return _list(request, GP, first=Order.NAME)


@require_GET
def programme(request: AksonRequest) -> HttpResponse:
    """Show who follows the programme of my health station, the youngest first."""
    return _list(request, HEALTH_STATION, first=Order.AGE)


def refused(request: AksonRequest, verb: Verb) -> HttpResponse:
    """Say that the person keeps no such list; the log has it."""
    record_refusal(request.worker, verb, reason=Refusal.ROLE)
    context = {"ways": ways_on(request.worker)}
    return render(request, "journal/record/refused.html", context, status=403)


def _list(request: AksonRequest, screens: Screens, *, first: Order) -> HttpResponse:
    worker = request.worker
    if not worker.posts_that(Action.ENROL, at=screens.service):
        return refused(request, Verb.LISTED)
    lists = lists_of(list(units_that_enrol(worker, screens.service)))
    chosen = _chosen(request, lists)
    units: list[Unit] = [one.unit for one in lists if chosen in (None, one)]
    order = _order(request, first)
    page = page_of_list(worker, units, number=request.GET.get("page", "1"), order=order)
    left = left_lately(worker, units) if page.number == 1 else []
    shown = list(dict.fromkeys([*page, *left]))
    with open_people(shown, by=worker, verb=Verb.LISTED):
        context = _figures(lists, chosen) | {
            "lists": lists,
            "chosen": chosen,
            "order": order,
            "can_move": len(lists) > 1,
            "page": page,
            "query": _query(chosen, order),
            "rows": rows_on(list(page), units),
            "left": rows_that_left(left, units),
        }
        return render(request, screens.template, context)


def _figures(lists: list[List], chosen: List | None) -> dict[str, Any]:
    """How many there are on what is shown."""
    shown = [chosen] if chosen else lists
    return {
        "here_count": sum(one.count for one in shown),
        "new_count": sum(one.new_count for one in shown),
        "coming_count": sum(one.coming_count for one in shown),
    }


def _chosen(request: AksonRequest, lists: list[List]) -> List | None:
    """The list that was chosen; None when all are shown."""
    asked = request.GET.get("liste")
    if not asked:
        return None
    try:
        unit_id = UUID(asked)
    except ValueError:
        raise Http404 from None
    for one in lists:
        if one.unit.pk == unit_id:
            return one
    raise Http404


def _order(request: AksonRequest, first: Order) -> Order:
    asked = request.GET.get("vis", "")
    return Order(asked) if asked in set(Order) else first


def _query(chosen: List | None, order: Order) -> str:
    """What goes with the address when leafing: a unit and a word, nothing of anybody."""
    of_list = f"liste={chosen.unit.pk}&" if chosen else ""
    return f"{of_list}vis={order}&"
