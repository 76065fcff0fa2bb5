"""From one event of the log to FHIR: one AuditEvent for each patient it concerns.

Follows IHE BALP's profiles for reading, searching, creating, changing and deleting, and HL7
Norway's profile of the trust framework, at the same time. Says no more than the event does.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from audit.review.fhir.agents import agents_of, contained_of
from audit.review.fhir.codes import (
    ACT_REASON,
    BALP,
    PURPOSES,
    SERVICE,
    SOURCE_TYPE,
    TRUST_FRAMEWORK,
    Code,
    Json,
    Pattern,
    denial_of,
    pattern_of,
)
from audit.review.fhir.entities import entities_of
from audit.review.fhir.extensions import extensions_of
from audit.review.selectors import words
from audit.review.selectors.facts import Facts
from audit.verbs import Outcome, Verb


@dataclass(frozen=True, slots=True)
class Said:
    """One event as it is about to be written, of one patient or of nobody."""

    id: str
    facts: Facts
    pattern: Pattern
    subject: Facts
    host: str

    @property
    def patient_id(self) -> UUID | None:
        """The patient it is about."""
        return self.subject.id("patient")


def audit_events(facts: Facts, *, host: str, of: UUID | None = None) -> list[Json]:
    """Write one event in FHIR.

    Args:
        facts: what its bytes say.
        host: the name of the municipality's host, which is where Akson ran.
        of: the one patient to write of; None means everybody in it.
    """
    pattern = _pattern(facts)
    return [
        _resource(Said(name, facts, pattern, subject, host))
        for name, subject in _each_patient(facts)
        if of is None or subject.id("patient") == of
    ]


def _pattern(facts: Facts) -> Pattern:
    pattern = pattern_of(Verb(facts.text("verb")))
    if facts.number("outcome") == Outcome.REFUSED:
        return denial_of(pattern, facts.text("refusal"))
    return pattern


def _each_patient(facts: Facts) -> Iterator[tuple[str, Facts]]:
    """Give each patient once, by his deepest reach, and the name of his AuditEvent."""
    event_id = facts.text("id")
    people: dict[UUID, Facts] = {}
    for subject in facts.parts("subjects"):
        patient_id = subject.id("patient")
        if patient_id is not None:
            known = people.get(patient_id, subject)
            people[patient_id] = max(known, subject, key=_reach)
    if not people:
        yield event_id, Facts(None)
    for number, subject in enumerate(people.values(), start=1):
        yield f"{event_id}.{number}", subject


def _reach(subject: Facts) -> int:
    return subject.number("reach") or 0


def _resource(said: Said) -> Json:
    facts, pattern = said.facts, said.pattern
    written: Json = {
        "resourceType": "AuditEvent",
        "id": said.id,
        "meta": _meta(said),
        "contained": contained_of(facts),
        "extension": extensions_of(said.facts, said.subject),
        "type": pattern.type.coding,
        "subtype": [subtype.coding for subtype in pattern.subtypes],
        "action": pattern.action,
        "recorded": _moment(facts.moment("recorded")),
        "outcome": str(facts.number("outcome") or 0),
        "outcomeDesc": words.say(words.REFUSALS, facts.text("refusal")),
        "purposeOfEvent": purposes_of(facts),
        "agent": agents_of(facts, pattern, host=said.host, purposes=purposes_of(facts)),
        "source": _source(facts),
        "entity": entities_of(facts, pattern, said.subject),
    }
    return {name: value for name, value in written.items() if value not in ("", [], {})}


def _meta(said: Said) -> Json:
    """Name the profiles it follows: BALP's are for what was done, not tried."""
    profiles = []
    if said.pattern.profile and said.facts.number("outcome") == Outcome.DONE:
        whose = "Patient" if said.patient_id else ""
        name = f"IHE.BasicAudit.{whose}{said.pattern.profile}"
        profiles.append(f"{BALP}/StructureDefinition/{name}")
    profiles.append(TRUST_FRAMEWORK)
    invented = said.facts.is_true("demo")
    security = (
        [Code(ACT_REASON, "HTEST", "test health data").coding] if invented else []
    )
    return {"profile": profiles} | ({"security": security} if security else {})


def purposes_of(facts: Facts) -> list[Json]:
    """Say what it was for: the purpose, and the service (kodeverk 9151) where it is known."""
    grounds = facts.part("grounds")
    purpose, service = grounds.text("purpose"), grounds.text("service")
    codes = []
    if purpose:
        codes.append(Code(ACT_REASON, purpose, PURPOSES.get(purpose, "")))
    if service:
        codes.append(Code(SERVICE, service, words.service_words(service)))
    return [{"coding": [code.coding for code in codes]}] if codes else []


def _source(facts: Facts) -> Json:
    source = facts.part("source")
    return {
        "site": facts.part("municipality").text("name"),
        "observer": {
            "identifier": {"value": source.text("system")},
            "display": f"Akson {source.text('version')}",
        },
        "type": [Code(SOURCE_TYPE, "4", "Application Server").coding],
    }


def _moment(moment: datetime | None) -> str:
    return "" if moment is None else moment.isoformat().replace("+00:00", "Z")
