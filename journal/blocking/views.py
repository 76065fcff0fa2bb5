"""What the patient has blocked in a record: see it, set a block, end one."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from access import policy
from access.actions import Action
from access.requests import AksonRequest
from audit.entry import Target
from journal.blocking import selectors, services
from journal.blocking.forms import BlockForm, ConversationForm, typed_before
from journal.record.gate import open_record
from journal.record.models import OpenRecord
from journal.record.selectors.header import patient_header
from journal.record.views.doors import SeeOther, is_kept, is_sent, page_status

_TARGET = "access.Block"


@require_safe
def blocks(request: AksonRequest, record_id: UUID) -> HttpResponse:
    """List what is blocked, against whom, and what was said."""
    with open_record(record_id, by=request.worker, to=Action.READ_BLOCKS) as record:
        context = {
            "record": record,
            "header": patient_header(record),
            "blocks": selectors.blocks_of(record),
        }
        return render(request, "journal/blocking/blocks.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def block_new(request: AksonRequest, record_id: UUID) -> HttpResponse:
    """Ask what is to be blocked, against whom and what was said; and block it."""
    form = _form(request)
    acts = is_sent(request, form)
    with open_record(
        record_id,
        by=request.worker,
        to=Action.BLOCK if acts else Action.READ_BLOCKS,
        target=Target(_TARGET, str(form.new_id)) if acts else None,
    ) as record:
        if acts and is_kept(form, lambda: _set(record, form)):
            messages.success(request, _("Sperringen gjelder fra nå."))
        else:
            return _new_page(request, record, form)
    return _onwards(request, record_id)


@require_http_methods(["GET", "HEAD", "POST"])
def block_end(request: AksonRequest, record_id: UUID, block_id: UUID) -> HttpResponse:
    """Ask what was said when the patient wanted it open again; and end the block."""
    now = {"spoken_at": timezone.now()}
    form = ConversationForm(request.POST or None, initial=now)
    acts = is_sent(request, form)
    with open_record(
        record_id,
        by=request.worker,
        to=Action.END_BLOCK if acts else Action.READ_BLOCKS,
        target=Target(_TARGET, str(block_id)),
    ) as record:
        block = selectors.block_of(record, block_id)
        if block is None:
            raise Http404
        if acts and is_kept(form, lambda: _end(record, block_id, form)):
            messages.success(request, _("Sperringen er opphevet."))
        else:
            context = {
                "record": record,
                "header": patient_header(record),
                "block": block,
                "form": form,
            }
            template = "journal/blocking/block_end.html"
            return render(request, template, context, status=page_status(request))
    return _onwards(request, record_id)


def _form(request: AksonRequest) -> BlockForm:
    """The form as it was sent; with the search button it is shown again, and not judged."""
    if request.method == "POST" and "find" not in request.POST:
        return BlockForm(request.POST)
    return BlockForm(
        initial={"spoken_at": timezone.now()}
        if request.method != "POST"
        else typed_before(request.POST)
    )


def _new_page(
    request: AksonRequest, record: OpenRecord, form: BlockForm
) -> HttpResponse:
    words = str(form["q"].value() or "")
    people = selectors.people_to_block(record, words, form.chosen_worker)
    form.offer(selectors.documents_to_block(record), people)
    context = {
        "record": record,
        "header": patient_header(record),
        "form": form,
        "people": people,
    }
    status = 422 if form.is_bound else 200
    return render(request, "journal/blocking/block_new.html", context, status=status)


def _set(record: OpenRecord, form: BlockForm) -> None:
    services.set_block(
        record, closing=form.closing, conversation=form.conversation, id=form.new_id
    )


def _end(record: OpenRecord, block_id: UUID, form: ConversationForm) -> None:
    services.end_block(record, block_id, conversation=form.conversation)


def _onwards(request: AksonRequest, record_id: UUID) -> SeeOther:
    """Go back to the blocks; or to one's own first page, when it closed to oneself too."""
    decision = policy.decide(request.worker, record_id, Action.READ_BLOCKS)
    if decision is not None and decision.is_allowed:
        return SeeOther(reverse("blocking:blocks", args=[record_id]))
    messages.info(request, _("Sperringen gjelder også deg: du ser ikke journalen mer."))
    return SeeOther(reverse("chart:start"))
