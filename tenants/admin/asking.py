"""Municipalities asked for a letter of intent: the action on the list, and its page."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from access.forms.fields import DayField
from tenants.admin.history import note_change
from tenants.agreements import services
from tenants.jobs import send_letters
from tenants.models import Municipality

_PAGE = "admin/tenants/letterofintent/ask.html"
# A municipal council meets about once a month.
_ANSWER_WITHIN = timedelta(days=56)


def _in_eight_weeks() -> date:
    return timezone.localdate() + _ANSWER_WITHIN


class AskForm(forms.Form):
    """By when the municipalities are to answer."""

    answer_by = DayField(
        label=_("Svarfrist"),
        help_text=_("Kommunestyret skal rekke å behandle saken."),
        initial=_in_eight_weeks,
    )

    def clean_answer_by(self) -> date:
        """A day that is still to come."""
        day: date = self.cleaned_data["answer_by"]
        if day <= timezone.localdate():
            raise forms.ValidationError(_("Velg en dag som kommer."))
        return day


class AsksForLetters:
    """What the administration of municipalities can do about letters of intent."""

    admin_site: Any
    opts: Any

    def has_ask_permission(self, request: HttpRequest) -> bool:
        """Whether the person may ask."""
        return request.user.has_perm("tenants.change_letterofintent")

    @admin.action(description=_("Be om intensjonserklæring"), permissions=["ask"])
    def ask_for_letters(
        self, request: HttpRequest, chosen: "QuerySet[Municipality]"
    ) -> HttpResponse | None:
        """Show who will be asked and who not, and ask when that is confirmed."""
        form = AskForm(request.POST if "confirmed" in request.POST else None)
        if form.is_bound and form.is_valid():
            plan = _ask(request, chosen, answer_by=form.cleaned_data["answer_by"])
            said = ngettext(
                "%(count)s kommune får brev om intensjonserklæring.",
                "%(count)s kommuner får brev om intensjonserklæring.",
                len(plan.asked),
            )
            messages.success(request, said % {"count": len(plan.asked)})
            return None
        context = {
            **self.admin_site.each_context(request),
            "title": _("Be om intensjonserklæring"),
            "plan": services.plan_asking(chosen),
            "form": form,
            "field_of_chosen": ACTION_CHECKBOX_NAME,
            "opts": self.opts,
        }
        return render(request, _PAGE, context, status=422 if form.errors else 200)


def _ask(
    request: HttpRequest, chosen: "QuerySet[Municipality]", *, answer_by: date
) -> services.Asking:
    """Ask, note it in each municipality's history, and have the letters sent."""
    say = _("Bedt om intensjonserklæring, svarfrist %(day)s.")
    message = str(say) % {"day": f"{answer_by:%d.%m.%Y}"}
    with transaction.atomic():
        by = str(request.user.get_username())
        plan = services.ask(chosen, answer_by=answer_by, by=by)
        for municipality in plan.asked:
            note_change(municipality, message, user_id=str(request.user.pk))
    send_letters.delay()
    return plan
