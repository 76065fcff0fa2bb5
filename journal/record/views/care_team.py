"""The care team: naming somebody, and letting him go."""

from functools import partial
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from access.actions import Action
from access.requests import AksonRequest
from audit.entry import Target
from journal.record.forms.around import TeamForm
from journal.record.gate import open_record
from journal.record.models import CareTeamMember, OpenRecord
from journal.record.selectors.header import patient_header
from journal.record.selectors.units import colleagues_to_name
from journal.record.services.care_team import add_member, end_member
from journal.record.views.doors import (
    is_kept,
    is_sent,
    onwards,
    open_for_form,
    page_status,
    to_person,
)

_TO = Action.CHANGE_IDENTITY
_ANCHOR = "team"


@require_http_methods(["GET", "POST"])
def team_add(request: AksonRequest, record_id: UUID) -> HttpResponse:
    """Name somebody who works where the patient is."""
    acts = request.method == "POST"
    with open_for_form(request, record_id, to=_TO, acts=acts) as record:
        form = TeamForm(request.POST or None, colleagues=colleagues_to_name(record))
        if is_sent(request, form) and is_kept(form, lambda: _add(record, form)):
            messages.success(request, _("Behandlerteamet er lagret."))
            return to_person(record_id, _ANCHOR)
        context = {"record": record, "header": patient_header(record), "form": form}
        status = page_status(request)
        return render(request, "journal/record/team_add.html", context, status=status)


@require_POST
def team_end(request: AksonRequest, record_id: UUID, member_id: UUID) -> HttpResponse:
    """Let somebody no longer be named in the care team."""
    target = Target("journal.CareTeamMember", str(member_id))
    with open_record(record_id, by=request.worker, to=_TO, target=target) as record:
        member: CareTeamMember = get_object_or_404(record.care_team, pk=member_id)
        end_member(record, member)
    messages.success(request, _("Personen står ikke lenger i behandlerteamet."))
    return onwards(request, record_id, partial(to_person, anchor=_ANCHOR))


def _add(record: OpenRecord, form: TeamForm) -> CareTeamMember:
    return add_member(
        record,
        worker_id=UUID(form.cleaned_data["worker"]),
        function=form.cleaned_data["function"],
        id=form.new_id,
    )
