"""What every form for a new person asks: whose the number is, and whether he is known already."""

from uuid import UUID

from django.utils.translation import ngettext

from access.requests import AksonRequest
from access.roles import RecordKind
from journal.record.forms.register import NewPersonForm
from journal.record.services.person import NumberTakenError
from journal.record.views.doors import explain
from journal.record.views.namesakes import Namesakes, find_namesakes, holder_of


def ask_whose_number(
    request: AksonRequest, form: NewPersonForm, *, kind: RecordKind
) -> UUID | None:
    """Say at the field that a number is taken, and find the record one may go on with."""
    number = form.cleaned_data["number"]
    if number is None:
        return None
    record_id = holder_of(number.value, kind=kind, by=request.worker)
    if record_id is not None:
        explain(form, NumberTakenError())
    return record_id


def ask_about_namesakes(request: AksonRequest, form: NewPersonForm) -> Namesakes:
    """Ask once whether a person with about this name and birth date is the same."""
    if "number" in form.errors or form.cleaned_data.get("is_somebody_else"):
        return Namesakes()
    found = find_namesakes(form.particulars(), by=request.worker)
    if found.count:
        question = ngettext(
            "En person med omtrent samme navn og samme fødselsdato er registrert. "
            "Kryss av hvis dette er en annen.",
            "%(count)d personer med omtrent samme navn og samme fødselsdato er "
            "registrert. Kryss av hvis dette er en annen.",
            found.count,
        )
        form.add_error("is_somebody_else", question % {"count": found.count})
    return found
