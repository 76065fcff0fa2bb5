"""The first pages a worker sees: my units' patients, and one patient."""

import logging
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from access import policy
from access.actions import Action
from access.models import Basis
from access.requests import AksonRequest
from access.roles import Role
from access.staff.selectors.reviews import overdue_count
from access.views.workplace import first_page
from access.worker import Worker
from audit import log
from audit.verbs import Verb
from journal.chart.selectors import one_patient
from journal.chart.selectors.my_patients import ListOrder, my_patients
from journal.chart.selectors.recent import recent_rows
from journal.documentation import selectors as documentation
from journal.record.gate import open_people, open_record
from journal.record.selectors.header import patient_header
from journal.record.selectors.offers import may_do, stays_to_change
from journal.record.selectors.person import stays_shown, team_shown
from journal.record.selectors.relatives import relatives_now

logger = logging.getLogger(__name__)

# More than these are no list any more. None are shown then: to choose which, one would
# have to read the names of people who are not shown.
PATIENTS_MAX = 1000
RECENT_MAX = 6
ORDER_KEY = "patients_order"


@require_GET
def start(request: AksonRequest) -> HttpResponse:
    """Show my units' patients now, my unsigned drafts, and what I opened lately.

    Who may see no patient is led on to where his own work begins.
    """
    worker = request.worker
    first = first_page(worker)
    if first != request.path:
        return HttpResponseRedirect(first)
    open_to_me = policy.records_open_to(worker, Action.READ_IDENTITY)
    mine = [d for d in open_to_me if d.basis is not Basis.FORMER_EPISODE]
    people = {decision.patient_id for decision in mine}
    shown = mine if len(people) <= PATIENTS_MAX else []
    opened_at = {
        seen.record_id: seen.at
        for seen in log.recently_opened(worker.user_id, limit=RECENT_MAX)
    }
    again = [d for d in open_to_me if d.record_id in opened_at]
    drafts = documentation.my_drafts(worker)
    with open_people(list(dict.fromkeys(shown + again)), by=worker, verb=Verb.LISTED):
        context = {
            "patients": my_patients(
                shown, unit_ids=worker.unit_ids, order=_order_chosen(request)
            ),
            "too_many": len(people) if len(people) > PATIENTS_MAX else 0,
            "recent": recent_rows(again, opened_at),
            "drafts": drafts,
            "reviews_overdue": _reviews_overdue(worker),
        }
        return render(request, "journal/chart/start.html", context)


def _reviews_overdue(worker: Worker) -> int:
    """How many units a leader should have reviewed the access to; others are not asked for."""
    return overdue_count(worker) if Role.LEADER in worker.roles else 0


def _order_chosen(request: AksonRequest) -> ListOrder | None:
    """The order somebody chose in this session; None until he does."""
    asked = request.GET.get("vis", "")
    if asked in set(ListOrder):
        request.session[ORDER_KEY] = asked
    kept = request.session.get(ORDER_KEY)
    return ListOrder(kept) if kept else None


@require_GET
def patient(request: AksonRequest, record_id: UUID) -> HttpResponse:
    """Show one patient on one screen, critical information first."""
    if not request.worker.reads_records:
        return HttpResponseRedirect(reverse("record:person", args=[record_id]))
    try:
        return _patient_page(request, record_id, is_critical_readable=True)
    except one_patient.CriticalUnreadableError:
        logger.exception("critical information could not be read")
        return _patient_page(request, record_id, is_critical_readable=False)


def _patient_page(
    request: AksonRequest, record_id: UUID, *, is_critical_readable: bool
) -> HttpResponse:
    with open_record(record_id, by=request.worker, to=Action.READ_RECORD) as record:
        header = patient_header(record)
        stays = stays_shown(record)
        may = {action.name.lower(): True for action in may_do(record, stays)}
        context = {
            "record": record,
            "header": header,
            "critical": one_patient.critical_overview(record)
            if is_critical_readable
            else one_patient.CriticalOverview("unreadable"),
            "services": one_patient.services_on_one_screen(stays),
            "to_change": stays_to_change(record, stays),
            "care_team": team_shown(record),
            "contact": one_patient.contact_of(record),
            "relatives": relatives_now(record),
            "notes": documentation.latest_notes(record),
            "others_writing": documentation.others_writing(record),
            "may": may,
            "critical_url": reverse("record:critical_add", args=[record_id])
            if "change_critical" in may
            else "",
            "ended_url": reverse("record:critical", args=[record_id]),
        }
        return render(request, "journal/chart/patient.html", context)
