"""Marking a person as dead, and taking it back when it was a mistake."""

from datetime import date, datetime
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from access.actions import Action
from access.models import Basis
from journal.record.errors import RuleError
from journal.record.models import (
    CareTeamMember,
    EndReason,
    Enrolment,
    Episode,
    OpenRecord,
    Patient,
)
from journal.record.services import relations
from journal.record.services.care_team import reopen_members
from journal.record.services.person import save_patient
from journal.record.services.stays import end_at_death, end_of_day, locked_patient


def mark_dead(record: OpenRecord, *, on: date) -> Patient:
    """Mark a person as dead, and end all stays and services.

    The last units and the care team keep their relations for 30 days from now, to
    finish what must be written.

    Raises:
        ActionRefusedError: the record was opened for something else.
        RuleError: he is marked already, or the date cannot be.
    """
    record.require(Action.MARK_DEAD)
    patient = locked_patient(record)
    if patient.deceased_on is not None:
        raise RuleError(_("Personen er allerede meldt død."))
    if on > timezone.localdate():
        raise RuleError(_("Dødsdatoen kan ikke være fram i tid."), field="deceased_on")
    if on < patient.birth_date:
        raise RuleError(_("Dødsdatoen er før fødselsdatoen."), field="deceased_on")
    at = min(end_of_day(on), timezone.now())
    for episode in Episode.objects.filter(patient=patient, ends_at=None):
        end_at_death(episode, at=at)
    until = timezone.now() + relations.AFTER_DEATH_FOR
    _let_team_end(patient, until=until)
    _let_enrolments_end(patient, on=on, until=until)
    patient.deceased_on = on
    save_patient(patient)
    return patient


def withdraw_death(record: OpenRecord) -> Patient:
    """Take back that a person is dead, and open again the stays that were ended by it.

    Raises:
        ActionRefusedError: the record was opened for something else.
        RuleError: the person is not marked as dead.
    """
    record.require(Action.MARK_DEAD)
    patient = locked_patient(record)
    if patient.deceased_on is None:
        raise RuleError(_("Personen er ikke meldt død."))
    event_id = _event_of_marking(patient)
    stays = Episode.history.filter(patient_id=patient.pk, event_id=event_id)
    for episode in Episode.objects.filter(pk__in=stays.values("id")):
        episode.ends_at = None
        episode.save(update_fields=["ends_at"])
        relations.end_of(episode.pk, basis=Basis.EPISODE, at=None)
    reopen_members(record, ended_under=event_id)
    _reopen_enrolments(patient, ended_under=event_id)
    patient.deceased_on = None
    save_patient(patient)
    return patient


def _event_of_marking(patient: Patient) -> UUID:
    """Find the access event under which the person was last marked as dead."""
    alive = patient.history.filter(deceased_on=None).latest("history_date")
    after = patient.history.filter(history_date__gt=alive.history_date)
    event_id: UUID = after.earliest("history_date").event_id
    return event_id


def _let_enrolments_end(patient: Patient, *, on: date, until: datetime) -> None:
    """Take the dead off every list; who had him on one keeps the relation until then."""
    current = Enrolment.objects.filter(patient=patient, ends_on=None)
    for enrolment in current:
        has_begun = enrolment.starts_on <= timezone.localdate()
        enrolment.ends_on = max(on, enrolment.starts_on)
        enrolment.end_reason = EndReason.DEAD
        enrolment.save(update_fields=["ends_on", "end_reason"])
        at = until if has_begun else timezone.now()
        relations.end_of(enrolment.pk, basis=enrolment.basis, at=at)


def _reopen_enrolments(patient: Patient, *, ended_under: UUID) -> None:
    ended = Enrolment.history.filter(patient_id=patient.pk, event_id=ended_under)
    for enrolment in Enrolment.objects.filter(pk__in=ended.values("id")):
        enrolment.ends_on, enrolment.end_reason = None, ""
        enrolment.save(update_fields=["ends_on", "end_reason"])
        relations.end_of(enrolment.pk, basis=enrolment.basis, at=None)


def _let_team_end(patient: Patient, *, until: datetime) -> None:
    current = CareTeamMember.objects.filter(patient=patient, valid_until=None)
    for member in current:
        member.valid_until = until
        member.save(update_fields=["valid_until"])
        relations.end_of(member.pk, basis=Basis.TEAM, at=until)
