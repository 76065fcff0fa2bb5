"""Who took part in an event: the person, his machine, Akson and his enterprise."""

from audit.review.fhir.codes import (
    HPR,
    ORGNR,
    PROFESSION,
    ROLE_CLASS,
    SECURITY_ALERT,
    SECURITY_ROLE,
    URI,
    Code,
    Json,
    Pattern,
)
from audit.review.selectors import words
from audit.review.selectors.facts import Facts

_MACHINE_NAME, _IP_ADDRESS = "1", "2"
_ROLE = "#practitioner-role"


def agents_of(
    facts: Facts, pattern: Pattern, *, host: str, purposes: list[Json]
) -> list[Json]:
    """Tell who took part, each in the part BALP gives him.

    `who` of anything but the person is an identifier alone: in HL7 Norway's profile a
    reference may lead to a PractitionerRole only.
    """
    agents = [_client(facts, pattern, host), _server(pattern, host)]
    if facts.part("actor"):
        agents.append(_user(facts, pattern, purposes))
    organization = _organization(facts)
    if organization:
        agents.append(organization)
    return agents


def contained_of(facts: Facts) -> list[Json]:
    """Give the person in his role, at his unit, as the log named them then."""
    actor, place = facts.part("actor"), facts.part("place")
    if not actor:
        return []
    role: Json = {
        "resourceType": "PractitionerRole",
        "id": "practitioner-role",
        "practitioner": {"reference": "#practitioner"},
    }
    roles = words.role_words(actor.text("role"))
    if roles:
        role["code"] = [{"text": roles}]
    contained = [_practitioner(actor)]
    if place:
        role["organization"] = {"reference": "#department"}
        contained += [_department(place), _enterprise(facts)]
    return [*contained, role]


def _practitioner(actor: Facts) -> Json:
    person: Json = {"resourceType": "Practitioner", "id": "practitioner"}
    known = [(URI, "urn:uuid:" + actor.text("id"))] if actor.text("id") else []
    if number := actor.text("hpr_number"):
        known.append((HPR, number))
    if known:
        person["identifier"] = [
            {"system": system, "value": value} for system, value in known
        ]
    if name := actor.text("name"):
        person["name"] = [{"text": name}]
    if profession := actor.text("profession"):
        said = words.say(words.PROFESSIONS, profession)
        person["qualification"] = [{"code": Code(PROFESSION, profession, said).concept}]
    return person


def _department(place: Facts) -> Json:
    unit: Json = {"resourceType": "Organization", "id": "department"}
    if place.text("unit"):
        unit["identifier"] = [
            {"system": URI, "value": "urn:uuid:" + place.text("unit")}
        ]
    if place.text("unit_name"):
        unit["name"] = place.text("unit_name")
    return unit | {"partOf": {"reference": "#legal-entity"}}


def _enterprise(facts: Facts) -> Json:
    number, name = _enterprise_of(facts)
    entity: Json = {"resourceType": "Organization", "id": "legal-entity", "name": name}
    return entity | {"identifier": [{"system": ORGNR, "value": number}]}


def _enterprise_of(facts: Facts) -> tuple[str, str]:
    """Give the enterprise the person worked in; the municipality where there is no other."""
    place, municipality = facts.part("place"), facts.part("municipality")
    if place.text("orgnr"):
        return place.text("orgnr"), place.text("enterprise_name")
    return municipality.text("orgnr"), municipality.text("name")


def _client(facts: Facts, pattern: Pattern, host: str) -> Json:
    """The machine it was done from; what nobody asked for, Akson did itself."""
    client = facts.part("client")
    address = client.text("address")
    network = (
        {"address": address, "type": _IP_ADDRESS} if address else _own_network(host)
    )
    who = {"display": client.text("user_agent") or client.text("channel") or "Akson"}
    if session := client.text("session"):
        who["identifier"] = {"value": session}  # type: ignore[assignment]
    return {
        "type": pattern.client.concept,
        "who": who,
        "requestor": False,
        "network": network,
    }


def _server(pattern: Pattern, host: str) -> Json:
    denies = pattern.type == SECURITY_ALERT and pattern.profile == ""
    part = Code(SECURITY_ROLE, "authserver") if denies else pattern.server
    return {
        "type": part.concept,
        "who": {"identifier": {"value": host}, "display": "Akson"},
        "requestor": False,
        "network": _own_network(host),
    }


def _own_network(host: str) -> Json:
    return {"address": host, "type": _MACHINE_NAME}


def _user(facts: Facts, pattern: Pattern, purposes: list[Json]) -> Json:
    actor = facts.part("actor")
    user: Json = {"type": pattern.user.concept}
    roles = words.role_words(actor.text("role"))
    if roles:
        user["role"] = [{"text": roles}]
    user["who"] = {"reference": _ROLE}
    if name := actor.text("name"):
        user["who"]["display"] = user["name"] = name
    user["requestor"] = True
    return user | ({"purposeOfUse": purposes} if purposes else {})


def _organization(facts: Facts) -> Json:
    number, name = _enterprise_of(facts)
    if not number:
        return {}
    return {
        "type": Code(ROLE_CLASS, "PROV", "healthcare provider").concept,
        "who": {"identifier": {"system": ORGNR, "value": number}, "display": name},
        "requestor": False,
    }
