"""Lists of GPs and programmes of health stations: who comes on them, moves, and leaves."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from access.actions import Action
from access.codes import ServiceType
from access.days import start_of
from access.models import Unit
from journal.documentation.selectors.drafts import has_drafts_in
from journal.enrolments.rules.programmes import AHEAD, is_of_age
from journal.record.errors import RuleError
from journal.record.models import (
    EndReason,
    Enrolment,
    OpenRecord,
    Patient,
    Programme,
)
from journal.record.services import relations
from journal.record.services.relations import Business
from journal.record.services.stays import ensure_record, locked_patient

_ONE_AT_A_TIME = "one_gp_and_one_of_each_programme_at_a_time"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is told of somebody who comes on a list or in a programme.

    Args:
        unit: whose list it is.
        programme: the GP's list, or which programme.
        starts_on: the first day.
        moves: whether it was answered that he leaves the list he is on.
    """

    unit: Unit
    programme: Programme
    starts_on: date
    moves: bool = False


def enrol(record: OpenRecord, *, wanted: Wanted, id: UUID) -> Enrolment:
    """Take somebody on a list; he leaves the one he is on the same day, if that was answered.

    Args:
        record: His health record, opened to enrol; it may begin with this.
        wanted: Where, in what, and from which day.
        id: The enrolment's own id; a second call with it changes nothing.

    Raises:
        ActionRefusedError: the record was opened for something else.
        RuleError: it cannot be as told.
    """
    record.require(Action.ENROL)
    patient = locked_patient(record)
    existing = Enrolment.objects.filter(pk=id, record_id=record.pk).first()
    if existing is not None:
        return existing
    _check(patient, wanted)
    ensure_record(record)
    _leave_the_others(record, wanted)
    return _begin(record, wanted, id)


def end_enrolment(
    record: OpenRecord, enrolment: Enrolment, *, on: date, reason: EndReason
) -> Enrolment:
    """Take somebody off a list; who kept it then has what a former unit has.

    Args:
        record: The record, opened to enrol.
        enrolment: What ends.
        on: The first day he is there no longer.
        reason: Why.

    Raises:
        ActionRefusedError: the record was opened for something else.
        RuleError: an end is registered already, or cannot be then; or it was a mistake,
            and one's own draft would be left unsigned.
    """
    record.require(Action.ENROL)
    locked_patient(record)
    enrolment = record.enrolments.select_for_update().get(pk=enrolment.pk)
    if enrolment.ends_on is not None:
        raise RuleError(_("Utmeldingen er registrert allerede."))
    if on < enrolment.starts_on:
        message = _("Dagen er før innmeldingen, %(day)s.")
        raise RuleError(message % {"day": _day(enrolment.starts_on)}, field="ends_on")
    _check_not_far_ahead(on, field="ends_on")
    # After a mistake there are no days to finish in.
    is_mistake = reason is EndReason.MISTAKE
    if is_mistake and has_drafts_in(record.worker, record.pk):
        message = _(
            "Du har usignerte notater i journalen. Signer eller slett dem først."
        )
        raise RuleError(message)
    _end(record, enrolment, on=on, reason=reason)
    return enrolment


def _check(patient: Patient, wanted: Wanted) -> None:
    if patient.deceased_on is not None:
        raise RuleError(_("Personen er registrert som død."))
    if not wanted.unit.is_active:
        raise RuleError(_("Enheten er ikke lenger i bruk."), field="unit")
    is_gp_list = wanted.programme is Programme.GP_LIST
    if is_gp_list != (wanted.unit.service_type == ServiceType.GENERAL_PRACTICE):
        raise RuleError(_("Velg en liste av samme slag."), field="unit")
    if wanted.starts_on < patient.birth_date:
        raise RuleError(_("Datoen er før personen ble født."), field="starts_on")
    _check_not_far_ahead(wanted.starts_on, field="starts_on")
    born, on = patient.birth_date, wanted.starts_on
    if not is_of_age(wanted.programme, born=born, on=on):
        message = _("Personen er født %(day)s. Programmet er for en annen alder.")
        raise RuleError(message % {"day": _day(born)}, field="programme")


def _check_not_far_ahead(day: date, *, field: str) -> None:
    if day > timezone.localdate() + AHEAD:
        message = _("Datoen kan ligge høyst tre måneder fram i tid.")
        raise RuleError(message, field=field)


def _leave_the_others(record: OpenRecord, wanted: Wanted) -> None:
    """End what would overlap, when it was answered that he moves."""
    after = Q(ends_on=None) | Q(ends_on__gt=wanted.starts_on)
    others = Enrolment.objects.filter(
        after, patient_id=record.patient_id, programme=wanted.programme
    ).select_related("unit")
    for other in others:
        if other.unit_id == wanted.unit.pk and other.ends_on is None:
            message = _("Personen står her allerede, fra %(day)s.")
            raise RuleError(message % {"day": _day(other.starts_on)})
        if other.ends_on is not None:
            message = _("Personen går ut av «%(name)s» %(day)s. Velg da eller senere.")
            told = {"name": other.unit.name, "day": _day(other.ends_on)}
            raise RuleError(message % told, field="starts_on")
        if other.starts_on >= wanted.starts_on:
            message = _("Personen står på «%(name)s» fra %(day)s. Velg en senere dag.")
            told = {"name": other.unit.name, "day": _day(other.starts_on)}
            raise RuleError(message % told, field="starts_on")
        if not wanted.moves:
            message = _("Personen står på «%(name)s» nå. Kryss av for å flytte hit.")
            raise RuleError(message % {"name": other.unit.name}, field="moves")
        _end(record, other, on=wanted.starts_on, reason=EndReason.CHANGED)


def _begin(record: OpenRecord, wanted: Wanted, id: UUID) -> Enrolment:
    enrolment = Enrolment(
        pk=id,
        patient_id=record.patient_id,
        record_id=record.pk,
        unit=wanted.unit,
        programme=wanted.programme,
        starts_on=wanted.starts_on,
    )
    try:
        with transaction.atomic():
            enrolment.save(force_insert=True)
    except IntegrityError as error:
        if _ONE_AT_A_TIME not in str(error):
            raise
        message = _("Personen står på en annen liste i denne tiden.")
        raise RuleError(message, field="starts_on") from error
    business = Business(
        basis=enrolment.basis,
        source_id=enrolment.pk,
        unit_id=wanted.unit.pk,
        valid_from=start_of(wanted.starts_on),
        service_type=wanted.unit.service_type,
        id=relations.id_of(enrolment.pk),
    )
    relations.begin(record, business)
    return enrolment


def _end(
    record: OpenRecord, enrolment: Enrolment, *, on: date, reason: EndReason
) -> None:
    enrolment.ends_on, enrolment.end_reason = on, reason
    enrolment.save(update_fields=["ends_on", "end_reason"])
    at = max(start_of(on), timezone.now())
    relations.end(record, basis=enrolment.basis, source_id=enrolment.pk, at=at)
    had_begun = enrolment.starts_on <= timezone.localdate()
    if reason is not EndReason.MISTAKE and had_begun:
        _let_finish(record, enrolment, at)


def _let_finish(record: OpenRecord, enrolment: Enrolment, at: datetime) -> None:
    """Give who kept the list the days in which a former unit finishes its entries."""
    former = relations.former_unit(
        source_id=enrolment.pk,
        unit_id=enrolment.unit_id,
        service_type=enrolment.unit.service_type,
        ended_at=at,
    )
    if former is not None:
        relations.begin(record, replace(former, valid_from=at))


def _day(day: date) -> str:
    return date_format(day, "d.m.Y")
