"""IHE BALP's profiles as rules of our own, since no library checks their slices.

Transcribed from IHE/ITI.BasicAudit, input/fsh/Patient{Read,Query,Create,Update,Delete}.fsh
(the R4 profiles, version 1.1), HL7Norway/AuditEvent, no-domain-Trustframework-Auditevent.fsh
(0.9), and FHIR R4's own invariants of AuditEvent. `broken` names the rules a resource breaks.
"""

from base64 import b64decode

DCM = "http://dicom.nema.org/resources/ontology/DCM"
TERMS = "http://terminology.hl7.org/CodeSystem"
REST = (f"{TERMS}/audit-event-type", "rest")
READER = (f"{TERMS}/v3-ParticipationType", "IRCP")
DESTINATION, SOURCE, APPLICATION = ((DCM, c) for c in ("110152", "110153", "110150"))
CUSTODIAN = (f"{TERMS}/provenance-participant-type", "custodian")
AUTHORS = {(f"{TERMS}/v3-ParticipationType", c) for c in ("AUT", "INF", "CST")}
PERSON, OBJECT = ((f"{TERMS}/audit-entity-type", c) for c in ("1", "2"))
PATIENT, QUERY = ((f"{TERMS}/object-role", c) for c in ("1", "24"))
OBJECT_ROLES = {(f"{TERMS}/object-role", c) for c in ("4", "3", "20")}
BALP = "https://profiles.ihe.net/ITI/BALP"
REQUEST_ID = (f"{BALP}/CodeSystem/BasicAuditEntityType", "XrequestId")
PREFIX = f"{BALP}/StructureDefinition/IHE.BasicAudit."
NORWAY = "http://hl7.no/fhir/StructureDefinition/"
ACT_REASON = f"{TERMS}/v3-ActReason"

# subtype, action, client, server, users
SHAPES = {
    "Read": ({"read", "vread"}, "R", DESTINATION, SOURCE, {READER}),
    "Query": ({"search", "search-type"}, "E", SOURCE, DESTINATION, {READER}),
    "Create": ({"create"}, "C", SOURCE, DESTINATION, AUTHORS),
    "Update": ({"update", "patch"}, "U", SOURCE, DESTINATION, AUTHORS),
    "Delete": ({"delete"}, "D", APPLICATION, CUSTODIAN, AUTHORS),
}
BARE_IN_DELETE = "role altId name location policy media purposeOfUse".split()


def code(coding):
    return coding.get("system"), coding.get("code")


def codes(concept):
    return {code(one) for one in (concept or {}).get("coding", [])}


def profiles_of(resource):
    """Name the BALP profiles a resource says it follows."""
    return [
        url.removeprefix(PREFIX)
        for url in resource["meta"]["profile"]
        if url.startswith(PREFIX)
    ]


def broken(resource):
    """Name every rule the resource breaks: its profiles', Norway's and R4's own."""
    wrong = list(_of_r4(resource)) + list(_of_norway(resource))
    for profile in profiles_of(resource):
        wrong += [f"{profile}: {rule}" for rule in _of_balp(resource, profile)]
    return wrong


def _of_balp(resource, profile):
    name = profile.removeprefix("Patient")
    subtypes, action, *_agents = SHAPES[name]
    said = {code(one)[1] for one in resource.get("subtype", [])}
    rules = {
        "type = rest": code(resource["type"]) == REST,
        "subtype 1..": bool(said & subtypes),
        f"action = {action}": resource["action"] == action,
        "recorded 1..1": bool(resource.get("recorded")),
        "outcome = 0": resource["outcome"] == "0",
        "agent 2..": len(resource["agent"]) >= 2,
    }
    if name == "Delete":
        rules["subtype 1..1"] = len(resource.get("subtype", [])) == 1
    yield from (rule for rule, holds in rules.items() if not holds)
    yield from _of_agents(resource, name)
    yield from _of_entities(resource, profile)


def _of_agents(resource, name):
    _subtypes, _action, client_code, server_code, user_codes = SHAPES[name]
    of = {
        "client": [a for a in resource["agent"] if client_code in codes(a["type"])],
        "server": [a for a in resource["agent"] if server_code in codes(a["type"])],
        "user": [a for a in resource["agent"] if codes(a["type"]) & user_codes],
    }
    for part in ("client", "server"):
        if len(of[part]) != 1:
            yield f"agent[{part}] 1..1"
        for agent in of[part]:
            rules = {
                "who 1..1": "who" in agent,
                "network 1..1": bool(agent.get("network", {}).get("address")),
                "media 0..0": "media" not in agent,
            }
            if name == "Delete":
                rules |= {f"{bare} 0..0": bare not in agent for bare in BARE_IN_DELETE}
            yield from (f"agent[{part}].{r}" for r, holds in rules.items() if not holds)
    if len(of["user"]) > 1:
        yield "agent[user] 0..1"
    for agent in of["user"]:
        rules = {
            "who 1..1": "who" in agent,
            "requestor = true": agent["requestor"] is True,
            "role MS": bool(agent.get("role")),
            "name MS": bool(agent.get("name")),
            "media 0..0": "media" not in agent,
            "network 0..0": "network" not in agent,
        }
        if name == "Delete":
            rules |= {
                f"{bare} 0..0": bare not in agent
                for bare in ("altId", "location", "policy")
            }
        yield from (f"agent[user].{r}" for r, holds in rules.items() if not holds)


def _of_entities(resource, profile):
    name, entities = profile.removeprefix("Patient"), resource.get("entity", [])
    requests = [e for e in entities if code(e.get("type", {})) == REQUEST_ID]
    objects = [e for e in entities if code(e.get("type", {})) == OBJECT]
    patients = [e for e in entities if code(e.get("type", {})) == PERSON]
    yield from _of_requests(requests)
    if len(objects) != 1:
        yield "entity[data|query] 1..1"
    rules = _of_query if name == "Query" else _of_data
    for entity in objects:
        yield from rules(entity, name)
    if profile.startswith("Patient"):
        if len(entities) < 2:
            yield "entity 2.."
        if len(patients) != 1:
            yield "entity[patient] 1..1"
        for entity in patients:
            yield from _of_patient(entity, name)


def _of_requests(requests):
    if len(requests) > 1:
        yield "entity[transaction] 0..1"
    for entity in requests:
        if not entity.get("what", {}).get("identifier", {}).get("value"):
            yield "entity[transaction].what.identifier.value 1..1"


def _of_query(entity, _name):
    rules = {
        "role = 24": code(entity.get("role", {})) == QUERY,
        "what 0..0": "what" not in entity,
        "lifecycle 0..0": "lifecycle" not in entity,
        "detail 0..0": "detail" not in entity,
        "query 1..1": bool(entity.get("query")),
    }
    yield from (f"entity[query].{rule}" for rule, holds in rules.items() if not holds)
    if "hits" in b64decode(entity.get("query", "")).decode():
        yield "entity[query]: the number of results is not recorded"


def _of_data(entity, name):
    rules = {
        "role from RestObjectRoles": code(entity.get("role", {})) in OBJECT_ROLES,
        "what 1..1": bool(entity.get("what")),
    }
    if name == "Delete":
        for bare in ("lifecycle", "name", "query", "detail"):
            rules[f"{bare} 0..0"] = bare not in entity
    yield from (f"entity[data].{rule}" for rule, holds in rules.items() if not holds)


def _of_patient(entity, name):
    rules = {
        "role = 1": code(entity.get("role", {})) == PATIENT,
        "what only Reference(Patient)": entity["what"]
        .get("reference", "")
        .startswith("Patient/"),
    }
    if name == "Delete":
        for bare in ("lifecycle", "securityLabel", "name", "query", "detail"):
            rules[f"{bare} 0..0"] = bare not in entity
    yield from (f"entity[patient].{rule}" for rule, holds in rules.items() if not holds)


def _of_norway(resource):
    if (
        f"{NORWAY}no-domain-Trustframework-Auditevent"
        not in resource["meta"]["profile"]
    ):
        yield "says it follows the trust framework"
    contained = {f"#{one['id']}": one for one in resource.get("contained", [])}
    for agent in resource["agent"]:
        reference = agent["who"].get("reference")
        kind = contained.get(reference, {}).get("resourceType")
        if reference is not None and kind != "PractitionerRole":
            yield "agent.who only Reference(PractitionerRole)"
    extensions = {one["url"]: one for one in resource.get("extension", [])}
    if len(extensions) != len(resource.get("extension", [])):
        yield "each extension 0..1"
    yield from _of_care_relation(extensions)
    people = [
        e["what"] for e in resource.get("entity", []) if code(e["type"]) == PERSON
    ]
    said = extensions.get(f"{NORWAY}auditevent-patient-extension", {})
    if [said["valueReference"]] != people if said else people:
        yield "patient extension is the patient"
    for purpose in resource.get("purposeOfEvent", []):
        systems = {system for system, _code in codes(purpose)}
        if not systems <= {ACT_REASON, "urn:oid:2.16.578.1.12.4.1.1.9151"}:
            yield "purposeOfEvent from PurposeOfUse or 9151"


def _of_care_relation(extensions):
    relation = extensions.get(f"{NORWAY}auditevent-carerelation-metadata-extension")
    if relation is not None:
        values = {one["url"]: one for one in relation["extension"]}
        if not isinstance(values.get("toa", {}).get("valueUnsignedInt"), int):
            yield "toa 1..1 unsignedInt"
        if not set(values) <= {
            "toa",
            "decision-ref-id",
            "decision-ref-description",
            "decision-ref-user-selected",
        }:
            yield "only the parts of care relation that there are"


def _of_r4(resource):
    if resource["outcome"] not in {"0", "4", "8", "12"}:
        yield "outcome from audit-event-outcome"
    for entity in resource.get("entity", []):
        if "name" in entity and "query" in entity:
            yield "sev-1: either a name or a query"
    for agent in resource["agent"]:
        if not isinstance(agent.get("requestor"), bool):
            yield "agent.requestor 1..1"
    if sum(agent["requestor"] for agent in resource["agent"]) > 1:
        yield "only one requestor"
    contained = {one["id"] for one in resource.get("contained", [])}
    if contained - _references(resource):
        yield "dom-3: what is contained is referred to"


def _references(value):
    if isinstance(value, list):
        return set().union(*map(_references, value))
    if not isinstance(value, dict):
        return set()
    own = (
        {value["reference"][1:]}
        if value.get("reference", "").startswith("#")
        else set()
    )
    return own.union(*map(_references, value.values()))
