"""Finds what an address names, among what the person may decide over."""

from typing import TypeVar
from uuid import UUID

from django.http import Http404

from access.models import Employment, Shift, ShiftLeader
from access.staff.selectors import leading
from access.worker import Worker

Found = TypeVar("Found")


def shift_of(worker: Worker, shift_id: UUID) -> Shift:
    """Find a shift of a unit the person staffs, that is not over.

    Raises:
        Http404: there is none.
    """
    return _or_404(leading.shifts_staffed(worker).filter(pk=shift_id).first())


def substitute_of(worker: Worker, employment_id: int) -> Employment:
    """Find a substitute at a unit the person staffs.

    Raises:
        Http404: there is none.
    """
    found = leading.substitutes_staffed(worker).filter(pk=employment_id)
    return _or_404(found.first())


def appointment_of(worker: Worker, appointment_id: UUID) -> ShiftLeader:
    """Find a shift leader of a unit the person leads.

    Raises:
        Http404: there is none.
    """
    return _or_404(leading.appointments_led(worker).filter(pk=appointment_id).first())


def _or_404(found: Found | None) -> Found:
    if found is None:
        raise Http404
    return found
