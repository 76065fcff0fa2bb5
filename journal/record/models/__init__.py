"""The kernel's tables: the person, those around him, and his records."""

from journal.record.models.critical import CriticalInformation, CriticalReview
from journal.record.models.enrolment import EndReason, Enrolment, Programme
from journal.record.models.episode import CareTeamMember, Episode
from journal.record.models.open_record import ActionRefusedError, OpenRecord
from journal.record.models.patient import (
    Address,
    HealthRecord,
    Patient,
    PatientIdentifier,
)
from journal.record.models.related_person import RelatedPerson

__all__ = [
    "ActionRefusedError",
    "Address",
    "CareTeamMember",
    "CriticalInformation",
    "CriticalReview",
    "EndReason",
    "Enrolment",
    "Episode",
    "HealthRecord",
    "OpenRecord",
    "Patient",
    "PatientIdentifier",
    "Programme",
    "RelatedPerson",
]
