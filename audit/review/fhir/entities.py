"""What an event was about: the patient, the row, the question, the request."""

from base64 import b64encode
from urllib.parse import urlencode
from uuid import UUID

from audit.review.fhir.codes import (
    BALP_ENTITY,
    ENTITY_TYPE,
    OBJECT_ROLE,
    REST,
    URI,
    Code,
    Json,
    Pattern,
)
from audit.review.selectors import words
from audit.review.selectors.facts import Facts
from audit.verbs import Reach, Verb

_PERSON = Code(ENTITY_TYPE, "1", "Person")
_OBJECT = Code(ENTITY_TYPE, "2", "System Object")
_PATIENT = Code(OBJECT_ROLE, "1", "Patient")
_RESOURCE = Code(OBJECT_ROLE, "4", "Domain Resource")
_REPORT = Code(OBJECT_ROLE, "3", "Report")
_QUERY = Code(OBJECT_ROLE, "24", "Query")


def entities_of(facts: Facts, pattern: Pattern, subject: Facts) -> list[Json]:
    """Tell what it was about; the patient by his id alone."""
    entities = []
    patient_id = subject.id("patient")
    if patient_id is not None:
        who = {"reference": f"Patient/{patient_id}"}
        entities.append({"what": who, "type": _PERSON.coding, "role": _PATIENT.coding})
    if pattern.profile == "Query":
        entities.append(_question(facts))
    else:
        entities += _row(facts, pattern, subject)
    if request := facts.part("client").text("request"):
        kind = Code(BALP_ENTITY, "XrequestId").coding
        entities.append({"what": {"identifier": {"value": request}}, "type": kind})
    return entities


def _question(facts: Facts) -> Json:
    """The question as the log has it: never the hits, and a person's number as its hash."""
    query = facts.part("query")
    asked = {
        "page": facts.part("client").text("page"),
        "kind": query.text("kind"),
        "text": query.text("text"),
        "keyed_hash": query.text("keyed_hash"),
    }
    raw = urlencode({name: value for name, value in asked.items() if value})
    raw = raw or "page="  # somebody's list, from a place that has no address
    encoded = b64encode(raw.encode()).decode()
    return {"type": _OBJECT.coding, "role": _QUERY.coding, "query": encoded}


def _row(facts: Facts, pattern: Pattern, subject: Facts) -> list[Json]:
    """The row that was read or changed: its kind and id; else the record, or who he is."""
    what = _what(facts, subject)
    if what is None and pattern.type != REST:
        return []
    is_print = facts.text("verb") == Verb.PRINTED
    role = _REPORT if is_print else _RESOURCE
    row: Json = {"what": what or _akson(), "type": _OBJECT.coding, "role": role.coding}
    if (details := _details(subject)) and pattern.profile != "Delete":
        row["detail"] = details
    return [row]


def _what(facts: Facts, subject: Facts) -> Json | None:
    target = facts.part("target")
    if target:
        return _named(target.text("id"), words.row_words(target.text("type")))
    if record_id := subject.id("record"):
        return _named(str(record_id), words.row_words("journal.HealthRecord"))
    if patient_id := subject.id("patient"):
        return {"reference": f"Patient/{patient_id}"}
    return None


def _named(row_id: str, kind: str) -> Json:
    try:
        identifier = {"system": URI, "value": f"urn:uuid:{UUID(row_id)}"}
    except ValueError:
        identifier = {"value": row_id}
    return {"identifier": identifier, "display": kind}


def _akson() -> Json:
    return {"display": "Akson"}


def _details(subject: Facts) -> list[Json]:
    """How far the door stood open: only these kinds, only what was written by then."""
    if subject.number("reach") != Reach.RECORD:
        return []
    said = []
    if kinds := subject.texts("kinds"):
        said.append(("kinds", ", ".join(kinds)))
    if until := subject.text("until"):
        said.append(("until", until))
    if hidden := subject.texts("hidden"):
        said.append(("hidden", str(len(hidden))))
    return [{"type": name, "valueString": value} for name, value in said]
