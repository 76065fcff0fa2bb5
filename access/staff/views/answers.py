"""Answers the staff pages have in common."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from access.requests import AksonRequest


def form_page(
    request: AksonRequest,
    template: str,
    form: BaseForm,
    context: Mapping[str, Any] | None = None,
) -> HttpResponse:
    """Show a form, with what is wrong and what was typed."""
    status = 422 if form.errors else 200
    return render(request, template, {**(context or {}), "form": form}, status=status)


def refused(request: AksonRequest) -> HttpResponse:
    """Say that only those who lead do this, and whom to ask."""
    return render(request, "access/staff/refused.html", status=403)


def roster_address(day: date) -> str:
    """The address of one day of the roster."""
    return f"{reverse('staff:roster')}?dag={day.isoformat()}"
