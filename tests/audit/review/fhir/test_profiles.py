"""Every verb, however it went, is written as the profiles say; and a fault is found."""

import copy
import json
from base64 import b64decode
from datetime import UTC, datetime
from uuid import uuid4

import pytest
from fhir.resources.R4B.auditevent import AuditEvent

from audit.controller import Controller
from audit.entry import Actor, Client, Entry, Grounds, Place, Query, Subject, Target
from audit.review.fhir.resource import audit_events
from audit.review.selectors.facts import read_body
from audit.verbs import Outcome, Reach, Verb
from tests.audit.review.fhir.balp import broken, codes, profiles_of

HOST = "fjord.localhost"
NURSE = Actor(uuid4(), "Siri Sykepleier", "SP", "sykepleier", "9144900", "sykepleier")
FJORD = Controller(uuid4(), "999999999", "Fjord kommune")
NORTH = Place(uuid4(), "Nord", "999999984", "Fjord sykehjem")
SCREEN = Client(page="chart:patient", address="10.0.0.7", session="ab", request_id="r1")


def entry(verb, **facts):
    told = {
        "actor": NURSE,
        "municipality": FJORD,
        "place": NORTH,
        "client": SCREEN,
        "grounds": Grounds("episode", "TREAT", uuid4(), service="15"),
        "subjects": (Subject(uuid4(), uuid4(), Reach.RECORD),),
    }
    return Entry(verb=verb, **{**told, **facts})


def written(one):
    return audit_events(read_body(one.body()), host=HOST)


def checked(resource):
    """Check the shape by the library, the profiles by our own rules."""
    AuditEvent.model_validate_json(json.dumps(resource))
    return broken(resource)


@pytest.mark.parametrize("outcome", Outcome)
@pytest.mark.parametrize("people", [0, 1, 3])
@pytest.mark.parametrize("verb", Verb)
def test_every_verb_follows_its_profiles_for_each_patient(verb, people, outcome):
    subjects = tuple(Subject(uuid4(), reach=Reach.IDENTITY) for _ in range(people))
    refusal = "no_relation" if outcome is Outcome.REFUSED else ""
    one = entry(verb, outcome=outcome, subjects=subjects, refusal=refusal)

    resources = written(one)

    assert len(resources) == max(people, 1)
    assert [checked(resource) for resource in resources] == [[]] * len(resources)
    assert len({resource["id"] for resource in resources}) == len(resources)


@pytest.mark.parametrize("verb", Verb)
def test_event_without_person_machine_or_place_follows_them_too(verb):
    unknown = Actor(None, "")
    one = entry(verb, actor=unknown, place=Place(), client=Client(), grounds=Grounds())

    for resource in written(one):
        assert checked(resource) == []
        assert "contained" not in resource
        assert all(agent["requestor"] is False for agent in resource["agent"])


READING = {
    Verb.READ: "PatientRead",
    Verb.READ_IDENTITY: "PatientRead",
    Verb.PRINTED: "PatientRead",
    Verb.LISTED: "PatientQuery",
    Verb.SEARCHED: "PatientQuery",
    Verb.LOOKED_UP: "PatientQuery",
    Verb.SIGNED: "PatientCreate",
    Verb.CORRECTED: "PatientUpdate",
    Verb.DISCARDED: "PatientDelete",
}


@pytest.mark.parametrize(("verb", "profile"), READING.items())
def test_verb_is_told_by_its_profile(verb, profile):
    (resource,) = written(entry(verb))

    assert profiles_of(resource) == [profile]


def test_query_tells_what_was_asked_and_not_what_was_found():
    asked = Query("name", text="Ola Fj", hits=7)
    resources = written(
        entry(Verb.SEARCHED, query=asked, subjects=(Subject(uuid4()), Subject(uuid4())))
    )

    for resource in resources:
        (question,) = (e for e in resource["entity"] if "query" in e)
        assert (
            b64decode(question["query"])
            == b"page=chart%3Apatient&kind=name&text=Ola+Fj"
        )
    patients = [r["entity"][0]["what"]["reference"] for r in resources]
    assert len(set(patients)) == 2


def test_patient_named_twice_is_one_audit_event_at_his_deepest_reach():
    who, record = uuid4(), uuid4()
    twice = (Subject(who), Subject(who, record, Reach.RECORD, kinds=("draft",)))

    (resource,) = written(entry(Verb.READ, subjects=twice))

    (data,) = (e for e in resource["entity"] if "detail" in e)
    assert data["what"]["identifier"]["value"] == f"urn:uuid:{record}"
    assert data["detail"] == [{"type": "kinds", "valueString": "draft"}]


def test_denial_is_a_security_alert_that_says_what_was_tried_and_why_not():
    one = entry(
        Verb.READ, outcome=Outcome.REFUSED, refusal="no_relation", grounds=Grounds()
    )

    (resource,) = written(one)

    assert profiles_of(resource) == []
    assert codes({"coding": [resource["type"]]}) == {
        ("http://dicom.nema.org/resources/ontology/DCM", "110113")
    }
    assert [c["code"] for c in resource["subtype"]] == ["AuthZ-Role", "read"]
    assert (resource["action"], resource["outcome"]) == ("E", "4")
    assert resource["outcomeDesc"] == "Ingen behandlerrelasjon til pasienten"


def test_blocked_is_denied_by_what_the_patient_wants():
    one = entry(Verb.READ, outcome=Outcome.REFUSED, refusal="blocked")

    (resource,) = written(one)

    assert resource["subtype"][0]["code"] == "AuthZ-Consent"


def test_failed_sign_in_is_a_sign_in():
    one = entry(Verb.SIGN_IN_FAILED, outcome=Outcome.REFUSED, subjects=())

    (resource,) = written(one)

    assert resource["type"]["code"] == "110114"
    assert resource["outcome"] == "4"


def test_grounds_are_told_as_the_trust_framework_asks():
    decision = uuid4()
    need = Grounds("stated_need", "TREAT", decision, user_selected=True, service="15")
    moment = datetime(2026, 11, 26, 4, 0, 0, 5, tzinfo=UTC)

    (resource,) = written(entry(Verb.READ, grounds=need, recorded_at=moment))

    (purpose,) = resource["purposeOfEvent"]
    assert [c["code"] for c in purpose["coding"]] == ["TREAT", "15"]
    said = {
        part["url"]: next(v for k, v in part.items() if k != "url")
        for part in resource["extension"][1]["extension"]
    }
    assert said["decision-ref-id"] == str(decision)
    assert said["decision-ref-user-selected"] is True
    assert said["toa"] == 1795665600
    assert resource["recorded"] == "2026-11-26T04:00:00.000005Z"


def test_person_in_a_list_is_told_on_the_ground_on_which_he_is_in_it():
    mine, his = uuid4(), uuid4()
    listed = Subject(uuid4(), basis="episode", decision_ref=his)
    one = entry(
        Verb.LISTED, grounds=Grounds("listed", "TREAT", mine), subjects=(listed,)
    )

    (resource,) = written(one)

    parts = {p["url"]: p for p in resource["extension"][1]["extension"]}
    assert parts["decision-ref-id"]["valueString"] == str(his)


def test_worker_is_named_by_role_unit_and_hpr_number_and_never_by_national_number():
    (resource,) = written(entry(Verb.READ))

    kinds = {one["id"]: one for one in resource["contained"]}
    systems = {i["system"] for i in kinds["practitioner"]["identifier"]}
    assert systems == {"urn:ietf:rfc:3986", "urn:oid:2.16.578.1.12.4.1.4.4"}
    assert kinds["department"]["name"] == "Nord"
    assert kinds["legal-entity"]["identifier"][0]["value"] == "999999984"
    assert (
        kinds["practitioner"]["qualification"][0]["code"]["coding"][0]["code"] == "SP"
    )


def test_row_is_told_by_kind_and_id():
    note = uuid4()

    (resource,) = written(entry(Verb.SIGNED, target=Target("journal.Note", str(note))))

    (data,) = (e for e in resource["entity"] if e["type"]["code"] == "2")
    assert data["what"]["identifier"]["value"] == f"urn:uuid:{note}"
    assert data["what"]["display"] == "Journalnotat"


def test_what_the_demo_invented_says_so():
    (resource,) = written(entry(Verb.READ, is_demo=True))

    assert resource["meta"]["security"][0]["code"] == "HTEST"


def spoil(path, value=None):
    """Make a way to spoil a resource: set what a path leads to, or take it away."""

    def spoiled(resource):
        at = resource
        for step in path[:-1]:
            at = at[step]
        if value is None:
            del at[path[-1]]
        else:
            at[path[-1]] = value

    return spoiled


def entity(resource, kind):
    return next(
        i for i, e in enumerate(resource["entity"]) if e["type"]["code"] == kind
    )


FAULTS = {
    "type": spoil(["type", "code"], "other"),
    "subtype": spoil(["subtype"]),
    "action": spoil(["action"], "X"),
    "recorded": spoil(["recorded"], ""),
    "outcome": spoil(["outcome"], "8"),
    "no agent": spoil(["agent"], []),
    "client's network": spoil(["agent", 0, "network"]),
    "client twice": lambda r: r["agent"].append(copy.deepcopy(r["agent"][0])),
    "server's network": spoil(["agent", 1, "network"]),
    "server's part": spoil(["agent", 1, "type"], {"coding": []}),
    "client has media": spoil(["agent", 0, "media"], {"code": "x"}),
    "user asks not": spoil(["agent", 2, "requestor"], value=0),
    "user has no role": spoil(["agent", 2, "role"]),
    "user has no name": spoil(["agent", 2, "name"]),
    "user is a network": spoil(["agent", 2, "network"], {"address": "x"}),
    "user by other reference": spoil(["agent", 2, "who", "reference"], "#practitioner"),
    "no patient": lambda r: r["entity"].pop(entity(r, "1")),
    "patient twice": lambda r: r["entity"].append(
        copy.deepcopy(r["entity"][entity(r, "1")])
    ),
    "patient by number": lambda r: r["entity"][entity(r, "1")].update(
        what={"identifier": {"value": "1"}}
    ),
    "patient's role": lambda r: r["entity"][entity(r, "1")]["role"].update(code="9"),
    "no object": lambda r: r["entity"].pop(entity(r, "2")),
    "object's role": lambda r: r["entity"][entity(r, "2")]["role"].update(code="9"),
    "request twice": lambda r: r["entity"].append(copy.deepcopy(r["entity"][-1])),
    "request unnamed": lambda r: r["entity"][-1].update(what={"display": "x"}),
    "toa": lambda r: r["extension"][1]["extension"].pop(),
    "patient extension": spoil(["extension", 0, "valueReference"], {"reference": "x"}),
    "trust framework": lambda r: r["meta"]["profile"].pop(),
    "purpose": lambda r: r["purposeOfEvent"][0]["coding"][0].update(system="x"),
    "contained and unused": lambda r: r["contained"].append({"id": "spare"}),
}


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("verb", READING)
def test_checker_finds_what_is_wrong(verb, fault):
    (resource,) = written(entry(verb))
    assert broken(resource) == []

    FAULTS[fault](resource)

    assert broken(resource)
