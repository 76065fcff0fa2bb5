"""How the record's screens open a record: to show a form, or to do what it asks for."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.forms import Form
from django.http import HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from access import policy
from access.actions import Action
from access.requests import AksonRequest
from audit.entry import Target
from audit.verbs import Reach
from journal.record.errors import RuleError, StaleFormError
from journal.record.forms.stale import differences, merged_data
from journal.record.gate import open_record
from journal.record.models import OpenRecord


class SeeOther(HttpResponseRedirect):
    """What a POST answers when it is done: go and look at the result."""

    status_code = 303


@contextmanager
def open_for_form(
    request: AksonRequest,
    record_id: UUID,
    *,
    to: Action,
    acts: bool,
    target: Target | None = None,
) -> Iterator[OpenRecord]:
    """Open a record for an action when it will be done, and to read when a form is shown.

    The log then says that somebody moved a patient when he did, and not when he
    looked at the form. Who may not do it, meets the closed door at once.

    Args:
        request: The request.
        record_id: The record.
        to: What the form does.
        acts: Whether a form has been sent that can be done.
        target: The row it is about.
    """
    may = _may(request, record_id, to)
    action = _reading(to) if may and not acts else to
    with open_record(record_id, by=request.worker, to=action, target=target) as record:
        yield record


def is_sent(request: AksonRequest, form: Form) -> bool:
    """Whether a form was sent, and each of its fields can be read."""
    return request.method == "POST" and form.is_valid()


def page_status(request: AksonRequest) -> int:
    """The status of a page with a form: 422 when it was sent and comes back."""
    return 422 if request.method == "POST" else 200


def is_kept(form: Form, write: Callable[[], object]) -> bool:
    """Run a service; when a rule says no, put its words at the form's field.

    The service runs in a savepoint, so that nothing is half stored, and the page can
    still be made of the same open record.

    Raises:
        StaleFormError: somebody else was first; the view shows what he changed.
    """
    try:
        with transaction.atomic():
            write()
    except StaleFormError:
        raise
    except RuleError as error:
        explain(form, error)
        return False
    return True


def explain(form: Form, error: RuleError) -> None:
    """Put what a rule says at the field it is about."""
    form.add_error(error.field if error.field in form.fields else None, error.message)


def beside_the_others(
    form: Form,
    error: StaleFormError,
    *,
    before: Mapping[str, Any],
    again: Callable[[QueryDict], Form],
) -> dict[str, Any]:
    """Show what others changed; keep what was typed, and take theirs where nothing was.

    Args:
        form: The form as it was sent; its `initial` holds what is stored now.
        error: Why it was not stored.
        before: The values the form was made from.
        again: Makes the form anew, of its data.

    Returns:
        The new form and the differences, for the page's context.
    """
    found = differences(form, before=before, now=form.initial)
    data = merged_data(form, found, now=form.initial)
    for guard in ("version", "revision"):
        if guard in form.fields:
            data[guard] = str(form.initial[guard])
    shown = again(data)
    explain(shown, error)
    return {"form": shown, "differences": found}


def onwards(
    request: AksonRequest, record_id: UUID, to: Callable[[UUID], SeeOther]
) -> SeeOther:
    """Go on in the record; or to one's own first page, when it has closed behind one.

    What was done may have ended the very relation it was done by. Who has only made a
    mistake good is not to meet a closed door, nor the log to hear of a refusal.
    """
    if _may(request, record_id, Action.READ_IDENTITY):
        return to(record_id)
    messages.info(request, _("Du har ikke lenger tilgang til denne journalen."))
    return SeeOther(reverse("chart:start"))


def to_record(record_id: UUID) -> SeeOther:
    """Go to the patient's first page."""
    return SeeOther(reverse("chart:patient", args=[record_id]))


def to_person(record_id: UUID, anchor: str = "") -> SeeOther:
    """Go to the identity page."""
    url = reverse("record:person", args=[record_id])
    return SeeOther(f"{url}#{anchor}" if anchor else url)


def _may(request: AksonRequest, record_id: UUID, action: Action) -> bool:
    decision = policy.decide(request.worker, record_id, action)
    return decision is not None and decision.is_allowed


def _reading(action: Action) -> Action:
    if action.reach == Reach.RECORD:
        return Action.READ_RECORD
    return Action.READ_IDENTITY
