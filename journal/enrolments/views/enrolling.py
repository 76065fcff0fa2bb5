"""Taking somebody on a GP's list or in a programme: who it is, where, and from which day."""

from uuid import uuid5

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from access.actions import Action
from access.requests import AksonRequest
from audit.entry import Target
from audit.verbs import Verb
from journal.enrolments.forms import EnrolForm
from journal.enrolments.selectors import units_that_enrol
from journal.enrolments.services import enrol
from journal.enrolments.views.lists import GP, HEALTH_STATION, Screens, refused
from journal.record.errors import RuleError
from journal.record.gate import open_arrival
from journal.record.services.relations import id_of
from journal.record.views.doors import (
    SeeOther,
    explain,
    is_sent,
    page_status,
    to_record,
)
from journal.record.views.whoever import Who, register_if_new, who_it_is


@require_http_methods(["GET", "POST"])
def gp_enrol(request: AksonRequest) -> HttpResponse:
    """Take somebody on a GP's list of my practice."""
    return _enrol(request, GP)


@require_http_methods(["GET", "POST"])
def programme_enrol(request: AksonRequest) -> HttpResponse:
    """Take a child in the programme of my health station."""
    return _enrol(request, HEALTH_STATION)


def _enrol(request: AksonRequest, screens: Screens) -> HttpResponse:
    worker = request.worker
    if not worker.posts_that(Action.ENROL, at=screens.service):
        return refused(request, Verb.ENROLLED)
    units = units_that_enrol(worker, screens.service)
    form = EnrolForm(request.POST or None, units=units, service=screens.service)
    if is_sent(request, form):
        who = who_it_is(request, form)
        if who is not None and form.is_valid() and _is_stored(request, form, who):
            return _answer(request, form, who, screens)
    context = {"form": form, "list_url": reverse(screens.list)}
    template = f"journal/enrolments/{screens.enrol.partition(':')[2]}.html"
    return render(request, template, context, status=page_status(request))


def _is_stored(request: AksonRequest, form: EnrolForm, who: Who) -> bool:
    """Store all of it in one transaction; False when a rule said no, at its field."""
    wanted, enrolment_id = form.wanted(), uuid5(form.new_id, "enrolment")
    try:
        with open_arrival(
            patient_id=who.patient_id,
            record_id=who.record_id,
            unit=wanted.unit,
            relation_id=id_of(enrolment_id),
            by=request.worker,
            target=Target("journal.Enrolment", str(enrolment_id)),
        ) as record:
            register_if_new(record, form, who)
            enrol(record, wanted=wanted, id=enrolment_id)
    except RuleError as error:
        explain(form, error)
        return False
    return True


def _answer(
    request: AksonRequest, form: EnrolForm, who: Who, screens: Screens
) -> SeeOther:
    """Open the record; or go back to the list, when the person is to come later."""
    starts_on = form.wanted().starts_on
    if starts_on > timezone.localdate():
        message = _("Innmeldingen er registrert og gjelder fra %(day)s.")
        day = date_format(starts_on, "d.m.Y")
        messages.success(request, message % {"day": day})
        return SeeOther(reverse(screens.list))
    messages.success(request, _("Innmeldingen er registrert."))
    return to_record(who.record_id)
