"""HL7 Norway's extensions: the patient, and the decision that gave access."""

from datetime import datetime

from audit.review.fhir.codes import NORWAY, Json
from audit.review.selectors import words
from audit.review.selectors.facts import Facts

_PATIENT = f"{NORWAY}/auditevent-patient-extension"
_CARE_RELATION = f"{NORWAY}/auditevent-carerelation-metadata-extension"


def extensions_of(facts: Facts, subject: Facts) -> list[Json]:
    """Write the patient's and the care relation's extension (ATT-46 to 48, toa)."""
    written: list[Json] = []
    if patient_id := subject.id("patient"):
        reference = {"reference": f"Patient/{patient_id}"}
        written.append({"url": _PATIENT, "valueReference": reference})
    recorded = facts.moment("recorded")
    if recorded is not None:
        parts = _decision(facts, subject, recorded)
        written.append({"url": _CARE_RELATION, "extension": parts})
    return written


def _decision(facts: Facts, subject: Facts, recorded: datetime) -> list[Json]:
    """Say which decision; in a list, the one on which this person is in it."""
    grounds = facts.part("grounds")
    own = subject if subject.text("basis") else grounds
    parts: list[Json] = []
    if decision := own.text("decision_ref"):
        parts.append({"url": "decision-ref-id", "valueString": decision})
    if basis := own.text("basis"):
        said = words.basis_words(basis)
        parts.append({"url": "decision-ref-description", "valueString": said})
        chosen = grounds.is_true("user_selected")
        parts.append({"url": "decision-ref-user-selected", "valueBoolean": chosen})
    parts.append({"url": "toa", "valueUnsignedInt": int(recorded.timestamp())})
    return parts
