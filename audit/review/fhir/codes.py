"""Which FHIR codes stand for what was done: one row for each verb.

Sources: FHIR R4 AuditEvent; DICOM PS3.16 (DCM 1101nn); IHE BALP 1.1; HL7 Norway's
hl7.fhir.no.domain.auditevent 0.9.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from audit.verbs import Verb

Json = dict[str, Any]

BALP = "https://profiles.ihe.net/ITI/BALP"
NORWAY = "http://hl7.no/fhir/StructureDefinition"
TRUST_FRAMEWORK = f"{NORWAY}/no-domain-Trustframework-Auditevent"

_TERMS = "http://terminology.hl7.org/CodeSystem"
DCM = "http://dicom.nema.org/resources/ontology/DCM"
EVENT_TYPE = f"{_TERMS}/audit-event-type"
INTERACTION = "http://hl7.org/fhir/restful-interaction"
PARTICIPATION = f"{_TERMS}/v3-ParticipationType"
ROLE_CLASS = f"{_TERMS}/v3-RoleClass"
PROVENANCE_ROLE = f"{_TERMS}/provenance-participant-type"
SECURITY_ROLE = f"{_TERMS}/extra-security-role-type"
SOURCE_TYPE = f"{_TERMS}/security-source-type"
ENTITY_TYPE = f"{_TERMS}/audit-entity-type"
OBJECT_ROLE = f"{_TERMS}/object-role"
ACT_REASON = f"{_TERMS}/v3-ActReason"
BALP_ENTITY = f"{BALP}/CodeSystem/BasicAuditEntityType"
BALP_AUTHZ = f"{BALP}/CodeSystem/AuthZsubType"
ORGNR = "urn:oid:2.16.578.1.12.4.1.4.101"
HPR = "urn:oid:2.16.578.1.12.4.1.4.4"
PROFESSION = "urn:oid:2.16.578.1.12.4.1.1.9060"
SERVICE = "urn:oid:2.16.578.1.12.4.1.1.9151"
URI = "urn:ietf:rfc:3986"

PURPOSES: Mapping[str, str] = {
    "TREAT": "treatment",
    "ETREAT": "Emergency Treatment",
    "COC": "coordination of care",
    "BTG": "break the glass",
    "PATRQT": "patient requested",
    "HCOMPL": "health compliance",
    "HSYSADMIN": "health system administration",
}


@dataclass(frozen=True, slots=True)
class Code:
    """One code of a code system, with what the system calls it."""

    system: str
    code: str
    display: str = ""

    @property
    def coding(self) -> Json:
        """The code as FHIR's Coding."""
        named = {"display": self.display} if self.display else {}
        return {"system": self.system, "code": self.code, **named}

    @property
    def concept(self) -> Json:
        """The code as FHIR's CodeableConcept."""
        return {"coding": [self.coding]}


REST = Code(EVENT_TYPE, "rest", "Restful Operation")
DESTINATION = Code(DCM, "110152", "Destination Role ID")
SOURCE = Code(DCM, "110153", "Source Role ID")
APPLICATION = Code(DCM, "110150", "Application")
RECIPIENT = Code(PARTICIPATION, "IRCP", "information recipient")
AUTHOR = Code(PARTICIPATION, "AUT", "author (originator)")
SECURITY_ALERT = Code(DCM, "110113", "Security Alert")


@dataclass(frozen=True, slots=True)
class Pattern:
    """How one kind of event is written in FHIR.

    Args:
        type: what kind of event it is.
        action: C, R, U, D or E.
        subtypes: more exactly.
        profile: the name of BALP's profile, without `Patient`; empty when none fits.
        client: the part the person's machine has in it.
        server: the part Akson has.
        user: the part the person has.
    """

    type: Code
    action: str
    subtypes: tuple[Code, ...] = ()
    profile: str = ""
    client: Code = APPLICATION
    server: Code = SOURCE
    user: Code = RECIPIENT


def _rest(interaction: str, action: str, profile: str, **parts: Code) -> Pattern:
    subtype = Code(INTERACTION, interaction, interaction)
    return Pattern(REST, action, (subtype,), profile, **parts)


_READ = _rest("read", "R", "Read", client=DESTINATION, server=SOURCE)
# What is asked flows from the client: the roles are the other way round.
_QUERY = _rest("search", "E", "Query", client=SOURCE, server=DESTINATION)
_CREATE = _rest("create", "C", "Create", client=SOURCE, server=DESTINATION, user=AUTHOR)
_UPDATE = _rest("update", "U", "Update", client=SOURCE, server=DESTINATION, user=AUTHOR)
_DELETE = _rest(
    "delete",
    "D",
    "Delete",
    server=Code(PROVENANCE_ROLE, "custodian", "Custodian"),
    user=AUTHOR,
)
_BY_ACTION = {"R": _READ, "C": _CREATE, "U": _UPDATE, "D": _DELETE}


def _dicom(code: str, display: str, action: str, *more: tuple[str, str]) -> Pattern:
    subtypes = tuple(Code(DCM, *one) for one in more)
    return Pattern(Code(DCM, code, display), action, subtypes)


def _authentication(*more: tuple[str, str]) -> Pattern:
    return _dicom("110114", "User Authentication", "E", *more)


def _alert(action: str, *more: tuple[str, str]) -> Pattern:
    return _dicom("110113", "Security Alert", action, *more)


_LOGIN, _LOGOUT = ("110122", "Login"), ("110123", "Logout")
_ROLES = ("110136", "Security Roles Changed")
_ATTRIBUTES = ("110137", "User Security Attributes Changed")
_LOG_USED = _dicom("110101", "Audit Log Used", "R")
_ACTIVITY = _dicom("110100", "Application Activity", "E")

# Verbs that are no reading or writing of a record; the others follow from their action.
_OTHERS: Mapping[Verb, Pattern] = {
    Verb.LISTED: _QUERY,
    Verb.SEARCHED: _QUERY,
    Verb.LOOKED_UP: _QUERY,
    Verb.SIGNED_IN: _authentication(_LOGIN),
    Verb.SIGN_IN_FAILED: _authentication(_LOGIN),
    Verb.LOCKED_OUT: _authentication(_LOGIN),
    Verb.SIGNED_OUT: _authentication(_LOGOUT),
    Verb.SESSION_ENDED: _authentication(_LOGOUT),
    Verb.STEPPED_UP: _authentication(),
    Verb.CHOSE_WORKPLACE: _alert("E", _ROLES),
    Verb.RIGHTS_CHANGED: _alert("U", _ROLES),
    Verb.GRANTED: _alert("C", _ROLES),
    Verb.WITHDREW_GRANT: _alert("U", _ROLES),
    Verb.PASSWORD_CHANGED: _alert("U", _ATTRIBUTES),
    Verb.SIGN_IN_WAY_CHANGED: _alert("U", _ATTRIBUTES),
    Verb.STATED_NEED: _alert("C", ("110132", "Use of Restricted Function")),
    Verb.NEED_LOOKED_AT: _alert("U"),
    Verb.EMERGENCY_BEGAN: _alert("E", ("110127", "Emergency Override Started")),
    Verb.EMERGENCY_EXTENDED: _alert("U", ("110127", "Emergency Override Started")),
    Verb.EMERGENCY_ENDED: _alert("E", ("110138", "Emergency Override Stopped")),
    Verb.EMERGENCY_EXPLAINED: _alert("U"),
    Verb.EMERGENCY_CONCLUDED: _alert("U"),
    Verb.EMERGENCY_READ: _LOG_USED,
    Verb.USE_REVIEWED: _LOG_USED,
    Verb.COUNTED_READERS: _LOG_USED,
    Verb.HANDED_OUT_LOG: _LOG_USED,
    Verb.LOG_READ: _LOG_USED,
    Verb.LOG_EXPORTED: _LOG_USED,
    Verb.TAKEN_OUT: _dicom("110106", "Export", "R"),
    Verb.BROUGHT_IN: _dicom("110107", "Import", "C"),
    Verb.BACKED_UP: _dicom("110106", "Export", "R"),
    Verb.RESTORED: _dicom("110107", "Import", "C"),
    Verb.CASE_READ: _LOG_USED,
    Verb.CASE_OPENED: _LOG_USED,
    Verb.CASE_MADE: _alert("C"),
    Verb.CASE_ASKED: _alert("U"),
    Verb.CASE_ANSWERED: _alert("U"),
    Verb.CASE_CONCLUDED: _alert("U"),
    Verb.EXPLANATION_ASKED: _alert("C"),
    Verb.MISTAKE_REPORTED: _alert("C"),
    Verb.LOG_ERASURE_PROPOSED: _alert("C"),
    Verb.LOG_ERASURE_CONFIRMED: _alert("U"),
    Verb.LOG_ERASED: _alert("D"),
    Verb.REVIEWED_ACCESS: _ACTIVITY,
    Verb.SUPPORT_LOOKED: _ACTIVITY,
    Verb.STORED_DEMO: _ACTIVITY,
}


def pattern_of(verb: Verb) -> Pattern:
    """Tell how what was done is written, when it was done."""
    return _OTHERS[verb] if verb in _OTHERS else _BY_ACTION[verb.action]


def denial_of(pattern: Pattern, refusal: str) -> Pattern:
    """Tell how it is written that somebody was denied it: a security alert, not a reading.

    What he tried stands among the subtypes. A failed sign-in stays what it is.
    """
    if pattern.type.code == "110114":
        return pattern
    by = "AuthZ-Consent" if refusal == "blocked" else "AuthZ-Role"
    decided = Code(BALP_AUTHZ, by)
    return Pattern(SECURITY_ALERT, "E", (decided, *pattern.subtypes))
