"""Reading notes: all of them, one with its versions, and on paper."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from access import policy
from access.actions import Action
from access.requests import AksonRequest
from audit.entry import Target
from journal.documentation import selectors
from journal.documentation.forms import NotesFilterForm, PrintForm, usual_period
from journal.documentation.models import NoteKind
from journal.documentation.rules.withholding import Reader
from journal.documentation.views.writing import about
from journal.record.gate import open_record
from journal.record.models import OpenRecord
from journal.record.selectors.header import patient_header

# Python makes no number of a text of more than 4,300 digits; no record has so many pages.
_PAGE_DIGITS = 6


@require_safe
def notes(request: AksonRequest, record_id: UUID) -> HttpResponse:
    """List all notes, newest first, by kind if wished."""
    form = NotesFilterForm(request.GET)
    is_valid = form.is_valid()
    kind = form.cleaned_data.get("kind") if is_valid else ""
    only_mine = bool(is_valid and form.cleaned_data["mine"])
    number = _page_number(request)
    part = {
        "kinds": kind or "",
        "only_mine": "yes" if only_mine else "",
        "page": str(number),
    }
    with open_record(
        record_id, by=request.worker, to=Action.READ_RECORD, detail=part
    ) as record:
        page = selectors.notes_page(
            record,
            kinds=[NoteKind(kind)] if kind else [],
            only_mine=only_mine,
            page=number,
        )
        context = {
            **_common(record),
            "form": form,
            "page": page,
            "query": f"kind={kind or ''}&{'mine=on&' if only_mine else ''}",
            "is_filtered": bool(kind) or only_mine,
            "others_writing": selectors.others_writing(record),
        }
        return render(request, "journal/documentation/notes.html", context)


@require_safe
def note(request: AksonRequest, record_id: UUID, note_id: UUID) -> HttpResponse:
    """Show one entry with its versions, and what each changed."""
    with open_record(
        record_id, by=request.worker, to=Action.READ_RECORD, target=about(note_id)
    ) as record:
        entry = selectors.entry_of(record, note_id)
        if entry is None:
            if selectors.draft_in(record, note_id) is None:
                raise Http404
            return redirect("documentation:edit", record_id, note_id)
        context = {
            **_common(record),
            "entry": entry,
            "may_correct": selectors.may_correct_entry(record, entry),
            "may_mark": selectors.may_mark_entry(record, entry),
        }
        return render(request, "journal/documentation/note.html", context)


@require_safe
def print_notes(request: AksonRequest, record_id: UUID) -> HttpResponse:
    """Ask what to print; with an answer, show it as a page for paper."""
    since, until = usual_period()
    form = PrintForm(request.GET or None, initial={"since": since, "until": until})
    if not form.is_valid():
        return _ask_what_to_print(request, record_id, form)
    chosen = form.cleaned_data
    kinds = [NoteKind(kind) for kind in chosen["kind"]]
    relative_id = chosen.get("handed_to")
    detail = {
        "printed_for": chosen["printed_for"],
        "from": chosen["since"].isoformat(),
        "to": chosen["until"].isoformat(),
        "kinds": ",".join(kinds),
        "with_earlier": "yes" if chosen["with_earlier"] else "",
    }
    with open_record(
        record_id,
        by=request.worker,
        to=Action.PRINT_RECORD,
        target=Target("journal.RelatedPerson", str(relative_id))
        if relative_id
        else None,
        detail=detail,
    ) as record:
        notes = selectors.notes_for_paper(
            record,
            since=chosen["since"],
            until=chosen["until"],
            kinds=kinds,
            with_earlier=chosen["with_earlier"],
        )
        context = {
            **_common(record),
            "notes": notes,
            **_handed_out(record, notes, form),
            "since": chosen["since"],
            "until": chosen["until"],
            "kind_labels": [kind.label for kind in kinds],
            "printed_at": timezone.now(),
            "worker": request.worker,
        }
        return render(request, "journal/documentation/print.html", context)


def _ask_what_to_print(
    request: AksonRequest, record_id: UUID, form: PrintForm
) -> HttpResponse:
    """Show the choice to who may print; only the name is read, and logged as read."""
    decision = policy.decide(request.worker, record_id, Action.PRINT_RECORD)
    may = decision is not None and decision.is_allowed
    action = Action.READ_IDENTITY if may else Action.PRINT_RECORD
    with open_record(record_id, by=request.worker, to=action) as record:
        header = patient_header(record)
        form.offer(selectors.parents_of(record))
        context = {"record": record, "header": header, "form": form}
        status = 422 if form.is_bound else 200
        template = "journal/documentation/print_choice.html"
        return render(request, template, context, status=status)


def _handed_out(
    record: OpenRecord, notes: list[selectors.ShownNote], form: PrintForm
) -> dict[str, object]:
    """Keep back what is not for whom it is printed; nothing is from those who give care."""
    chosen = form.cleaned_data
    if not chosen["printed_for"]:
        return {}
    is_for_parent = chosen["printed_for"] == Reader.PARENT
    relative_id = chosen["handed_to"] if is_for_parent else None
    to = selectors.asker(
        record, relative_id=relative_id, youth_agrees=chosen["youth_agrees"]
    )
    handed = selectors.hand_out(record, notes, to=to, relative_id=relative_id)
    return {"notes": handed.notes, "handed": handed, "is_for_parent": is_for_parent}


def _common(record: OpenRecord) -> dict[str, object]:
    may_begin = not selectors.is_former(record)
    return {
        "record": record,
        "header": patient_header(record),
        "may_write": may_begin and selectors.may(record, Action.DRAFT_NOTE),
        "may_print": may_begin and selectors.may(record, Action.PRINT_RECORD),
    }


def _page_number(request: AksonRequest) -> int:
    number = request.GET.get("page", "")
    is_number = number.isascii() and number.isdigit() and len(number) <= _PAGE_DIGITS
    return int(number) if is_number else 1
