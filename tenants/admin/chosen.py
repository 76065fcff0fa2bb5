"""The page that asks what is to be done with the municipalities that were chosen."""

from typing import Any

from django import forms
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tenants.models import Municipality

_PAGE = "admin/tenants/municipality/chosen.html"


def ask_about(
    request: HttpRequest,
    chosen: "QuerySet[Municipality]",
    form: forms.Form,
    **context: Any,
) -> HttpResponse:
    """Name them, and ask; the context is the site's own, `action`, `title` and `text`."""
    context |= {"chosen": chosen, "form": form, "field_of_chosen": ACTION_CHECKBOX_NAME}
    return render(request, _PAGE, context, status=422 if form.errors else 200)


def sent_form(
    kind: "type[forms.Form]", request: HttpRequest
) -> tuple[forms.Form, bool]:
    """Give the form as it was sent, and whether it is sent and right."""
    form = kind(request.POST if "confirmed" in request.POST else None)
    return form, form.is_bound and form.is_valid()
