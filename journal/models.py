"""All models of the journal, gathered from its features for Django."""

from journal.blocking.models import BlockConversation
from journal.casework.models import Application
from journal.documentation.models import Note, NoteInError, Withholding
from journal.encounters.models import Encounter
from journal.record.models import (
    Address,
    CareTeamMember,
    CriticalInformation,
    CriticalReview,
    Enrolment,
    Episode,
    HealthRecord,
    OpenRecord,
    Patient,
    PatientIdentifier,
    RelatedPerson,
)

__all__ = [
    "Address",
    "Application",
    "BlockConversation",
    "CareTeamMember",
    "CriticalInformation",
    "CriticalReview",
    "Encounter",
    "Enrolment",
    "Episode",
    "HealthRecord",
    "Note",
    "NoteInError",
    "OpenRecord",
    "Patient",
    "PatientIdentifier",
    "RelatedPerson",
    "Withholding",
]
