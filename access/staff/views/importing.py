"""Import from a file: what it would change is shown first, and stored when confirmed.

The file is not kept here in between. It goes along in the page, and what it would do now
is compared with what was shown; so nothing can be confirmed that nobody saw.
"""

from collections.abc import Sequence
from uuid import UUID

from django.contrib import messages
from django.db import IntegrityError
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render, resolve_url
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from access.accounts.models import User
from access.admin_base import mail_link
from access.asking_again import ask_again
from access.requests import AksonRequest
from access.selectors import administered_unit_ids
from access.services.accounts import password_link
from access.staff.forms.importing import FLAWS, ConfirmForm, FileForm
from access.staff.rules.columns import EXAMPLES, NEEDED, OPTIONAL, FileKind
from access.staff.rules.csv_table import UnreadableFileError, read_text
from access.staff.selectors.file_plan import Plan, State
from access.staff.services.importing import (
    MissingColumnsError,
    carry_out_plan,
    plan_import,
)
from access.staff.views.answers import refused

# Rows that one page still shows; the counts tell of the rest.
_SHOWN_MAX = 500
_WHAT_HAPPENS = (
    (State.NEW, "plus"),
    (State.CHANGED, "pen"),
    (State.ENDED, "stop"),
    (State.SKIPPED, "info"),
)


@require_http_methods(["GET", "POST"])
def staff_import(request: AksonRequest) -> HttpResponse:
    """Take a file, show what it would change, and change it when that is confirmed."""
    unit_ids = administered_unit_ids(request.user.pk)
    if not unit_ids:
        return refused(request)
    if "shown" in request.POST:
        return ask_again(request, what="rights") or _confirmed(request, unit_ids)
    form = FileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        text, ends = form.cleaned_data["file"], form.cleaned_data["ends_missing"]
        plan = _plan(request, form, unit_ids, content=text, ends_missing=ends)
        if plan is not None:
            return _preview(request, plan, read_text(text), ends_missing=ends)
    return _page(request, form)


@require_GET
def example(request: AksonRequest, kind: FileKind) -> HttpResponse:  # noqa: ARG001 - given
    """Give an example of a file; the mark in front tells spreadsheets that it is UTF-8."""
    response = HttpResponse(
        f"\ufeff{EXAMPLES[kind]}", content_type="text/csv; charset=utf-8"
    )
    response["Content-Disposition"] = f'attachment; filename="{kind.value}.csv"'
    return response


def _plan(
    request: AksonRequest,
    form: FileForm,
    unit_ids: Sequence[UUID],
    *,
    content: bytes,
    ends_missing: bool,
) -> Plan | None:
    try:
        text = read_text(content)
        return plan_import(
            text, unit_ids=unit_ids, by=request.worker, ends_missing=ends_missing
        )
    except UnreadableFileError as error:
        form.add_error("file", str(FLAWS[error.flaw]) % {"line": error.line})
    except MissingColumnsError as error:
        form.add_error("file", str(error))
    return None


def _confirmed(request: AksonRequest, unit_ids: Sequence[UUID]) -> HttpResponse:
    sent = ConfirmForm(request.POST)
    text = request.POST.get("csv_text", "")
    ends = request.POST.get("ends_missing") == "True"
    try:
        plan = plan_import(
            text, unit_ids=unit_ids, by=request.worker, ends_missing=ends
        )
    except (UnreadableFileError, MissingColumnsError, IndexError):
        return HttpResponseRedirect(resolve_url("staff:import"), status=303)
    form = ConfirmForm(sent.data, expected=plan.missing_count)
    if plan.problems or request.POST["shown"] != plan.digest:
        return _changed_since(request, plan, text, ends_missing=ends)
    if not form.is_valid():
        return _preview(request, plan, text, ends_missing=ends, form=form)
    try:
        carry_out_plan(plan, by=request.worker)
    except IntegrityError:
        return _changed_since(request, plan, text, ends_missing=ends)
    _invite(request, plan.new_accounts)
    messages.success(request, _("Importen er lagret."))
    return HttpResponseRedirect(resolve_url("staff:import"), status=303)


def _changed_since(
    request: AksonRequest, plan: Plan, text: str, *, ends_missing: bool
) -> HttpResponse:
    say = _(
        "Noe er endret siden du så forskjellene, så ingenting er lagret. "
        "Her er de på nytt."
    )
    messages.warning(request, say)
    return _preview(request, plan, text, ends_missing=ends_missing, status=409)


def _preview(
    request: AksonRequest,
    plan: Plan,
    text: str,
    *,
    ends_missing: bool,
    form: ConfirmForm | None = None,
    status: int = 200,
) -> HttpResponse:
    again = {"csv_text": text, "shown": plan.digest, "ends_missing": ends_missing}
    shown = form or ConfirmForm(initial=again, expected=plan.missing_count)
    context = {
        "plan": plan,
        "groups": [
            (state.value, icon, plan.of(state)[:_SHOWN_MAX], len(plan.of(state)))
            for state, icon in _WHAT_HAPPENS
            if plan.of(state)
        ],
        "unchanged_count": len(plan.of(State.UNCHANGED)),
        "problems": plan.problems[:_SHOWN_MAX],
        "form": shown,
    }
    status = 422 if form is not None and form.errors else status
    page = "access/staff/import_preview.html"
    return render(request, page, context, status=status)


def _page(request: AksonRequest, form: FileForm) -> HttpResponse:
    context = {
        "form": form,
        "columns": [
            (kind.value, NEEDED[kind], OPTIONAL[kind], f"staff:example_{kind.name}")
            for kind in FileKind
        ],
    }
    status = 422 if form.errors else 200
    return render(request, "access/staff/import.html", context, status=status)


def _invite(request: AksonRequest, users: Sequence[User]) -> None:
    """Mail those who are new their one-time link; the others get theirs from the account."""
    for user in users:
        if user.email:
            # The link is for the account as it was stored in the end.
            user.refresh_from_db()
            link = request.build_absolute_uri(password_link(user, by=request.worker))
            mail_link(request, user, link)
    others = sum(1 for user in users if not user.email)
    if others:
        text = ngettext(
            "%(count)d ny konto mangler e-post. Lag engangslenken på kontoen.",
            "%(count)d nye kontoer mangler e-post. Lag engangslenken på hver konto.",
            others,
        )
        messages.info(request, text % {"count": others})
