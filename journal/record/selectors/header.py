"""Whose record it is: what stays on top of every page in a record."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import JSONObject
from django.utils import timezone

from access.information import PROTECTING_CODES
from access.person_number import display
from access.roles import RecordKind
from journal.record.models import (
    Enrolment,
    OpenRecord,
    Patient,
    PatientIdentifier,
    Programme,
)
from journal.record.models.patient import Protection
from journal.record.rules.age import age_text
from journal.record.selectors.lookalikes import Lookalikes, lookalikes_column
from tenants.database.prepared import prepared


@dataclass(frozen=True, slots=True)
class PatientHeader:
    """The person, as the sticky header shows him; see _components/patient_header.html."""

    name: str
    birth_date: date
    age_text: str
    national_id_display: str | None
    sex_label: str
    protection_label: str | None
    is_deceased: bool
    deceased_on: date | None
    record_kind_label: str | None
    lookalike_warning: str | None


@dataclass(frozen=True, slots=True)
class GeneralPractitioner:
    """The person's GP (fastlege): name, practice, and the telephone there; empty when unknown."""

    name: str
    office: str
    phone: str


def _gp_list(today: date) -> Subquery:
    """The GP's list the person is on: its name, its practice, and the telephone."""
    on_it = Enrolment.objects.filter(
        Q(ends_on=None) | Q(ends_on__gt=today),
        patient_id=OuterRef("pk"),
        programme=Programme.GP_LIST,
        starts_on__lte=today,
    )
    told = JSONObject(
        name="unit__name",
        office="unit__parent__name",
        phone="unit__phone",
        office_phone="unit__parent__phone",
    )
    return Subquery(on_it.annotate(told=told).values("told")[:1])


@prepared
def _person(
    patient_id: UUID,
    worker_id: UUID,
    unit_ids: list[UUID],
    at: datetime,
    today: date,
) -> QuerySet[Any]:
    """The person with address, official number, and how many are easily taken for him."""
    official = PatientIdentifier.objects.filter(
        patient_id=OuterRef("pk"), is_official=True
    )
    return (
        Patient.objects.select_related("address")
        .annotate(
            official_number=Subquery(official.values("value")[:1]),
            gp_list=_gp_list(today),
            lookalikes=lookalikes_column(patient_id, worker_id, unit_ids, at),
        )
        .filter(pk=patient_id)
    )


def patient_header(record: OpenRecord) -> PatientHeader:
    """Read who the patient is, and warn when somebody else is easily taken for him.

    One statement for the person, number, address and warning. The person is kept on
    the record, so that `record.patient` costs nothing afterwards.
    """
    worker = record.worker
    now, today = timezone.now(), timezone.localdate()
    asked = (record.patient_id, worker.user_id, worker.unit_ids, now, today)
    try:
        (patient,) = _person(*asked)
    except ValueError:
        raise Patient.DoesNotExist from None
    record.patient = patient
    number = patient.official_number
    last_day = patient.deceased_on or today
    return PatientHeader(
        name=patient.full_name,
        birth_date=patient.birth_date,
        age_text=age_text(patient.birth_date, max(last_day, patient.birth_date)),
        national_id_display=display(number) if number else None,
        sex_label=patient.sex_label_on(today),
        protection_label=protection_label(record.decision.protection),
        is_deceased=patient.deceased_on is not None,
        deceased_on=patient.deceased_on,
        record_kind_label=_kind_label(record),
        lookalike_warning=Lookalikes(*patient.lookalikes).warning,
    )


def gp_of(record: OpenRecord) -> GeneralPractitioner:
    """Say who his GP is, from what the header has read: by a list here, or as was told."""
    patient = record.patient
    on_list = getattr(patient, "gp_list", None)
    if on_list is not None:
        phone = on_list["phone"] or on_list["office_phone"] or ""
        return GeneralPractitioner(on_list["name"], on_list["office"] or "", phone)
    return GeneralPractitioner(patient.gp_name, patient.gp_office, patient.gp_phone)


def protection_label(code: str) -> str | None:
    """Say how an address is protected; None when it is not."""
    return str(Protection(code).label) if code in PROTECTING_CODES else None


def _kind_label(record: OpenRecord) -> str | None:
    if record.kind == RecordKind.JOURNAL:
        return None
    return str(RecordKind(record.kind).label)
