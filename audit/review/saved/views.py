"""The saved parts of the log: the list, saving one more, and what is done with one."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from access.models import SavedFilter
from access.requests import AksonRequest
from audit.review import session
from audit.review.access import auditor_required
from audit.review.rules.log_filter import LogFilter
from audit.review.saved import services
from audit.review.saved.forms import NameForm, SaveForm
from audit.review.saved.selectors import saved_for, saved_rows
from audit.review.selectors.asked import asked_for
from journal.record.errors import RuleError

_PAGE = "audit/saved.html"


@require_http_methods(["GET", "HEAD", "POST"])
@auditor_required
def saved(request: AksonRequest) -> HttpResponse:
    """List what is saved; by POST, save the part of the log that is named."""
    asked = request.GET if request.method != "POST" else request.POST
    token = asked.get("utvalg", "")
    chosen = session.find(request.session, token)
    if chosen is None:
        if request.method == "POST":
            messages.info(request, _("Utvalget er ikke tatt vare på lenger."))
            return _to_list()
        return _list(request)
    form = SaveForm(request.POST or None, days=chosen.days)
    if form.is_valid():
        try:
            services.save_filter(chosen, by=request.worker, **form.cleaned_data)
        except RuleError as error:
            form.add_error(error.field, error.message)
        else:
            messages.success(request, _("Utvalget er lagret."))
            return _to_list()
    return _list(request, form=form, chosen=chosen, token=token)


@require_POST
@auditor_required
def one(request: AksonRequest, filter_id: UUID) -> HttpResponse:
    """Open a saved part of the log; its owner may also rename or delete it."""
    found = saved_for(request.worker).filter(pk=filter_id).first()
    if found is None:
        raise Http404
    step = request.POST.get("step", "")
    try:
        if step == "open":
            return _open(request, found)
        if found.owner_id != request.worker.user_id:
            raise Http404
        if step == "delete":
            services.forget(found, by=request.worker)
            messages.success(request, _("Utvalget er slettet."))
            return _to_list()
        return _rename(request, found)
    except RuleError as error:
        messages.warning(request, error.message)
        return _to_list()


def _open(request: AksonRequest, found: SavedFilter) -> HttpResponse:
    today = timezone.localdate()
    chosen = services.open_saved(found, by=request.worker, today=today)
    token = session.keep(request.session, chosen)
    return HttpResponseRedirect(f"{reverse('audit:log')}?utvalg={token}", status=303)


def _rename(request: AksonRequest, found: SavedFilter) -> HttpResponse:
    form = NameForm(request.POST)
    if form.is_valid():
        try:
            services.rename(found, by=request.worker, **form.cleaned_data)
        except RuleError as error:
            form.add_error(error.field, error.message)
        else:
            messages.success(request, _("Utvalget er endret."))
            return _to_list()
    return _list(request, renaming=form, renamed_id=found.pk)


def _list(
    request: AksonRequest,
    *,
    form: SaveForm | None = None,
    chosen: LogFilter | None = None,
    token: str = "",
    renaming: NameForm | None = None,
    renamed_id: UUID | None = None,
) -> HttpResponse:
    is_wrong = any(one is not None and one.errors for one in (form, renaming))
    context = {
        "rows": saved_rows(request.worker, today=timezone.localdate()),
        "form": form,
        "chosen": chosen,
        "asked": asked_for(chosen) if chosen else [],
        "has_words": bool(chosen and chosen.sought and chosen.sought.text),
        "no_words": services.no_words(),
        "token": token,
        "renaming": renaming,
        "renamed_id": renamed_id,
    }
    return render(request, _PAGE, context, status=422 if is_wrong else 200)


def _to_list() -> HttpResponse:
    return HttpResponseRedirect(reverse("audit:saved"), status=303)
