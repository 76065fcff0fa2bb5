"""The access log for other programs: who may read it, how it is asked, what it answers."""

import json
from uuid import uuid4

import pytest
from django.test import Client
from fhir.resources.R4B.capabilitystatement import CapabilityStatement

from access.accounts.models import User
from audit.models import AccessEvent
from audit.verbs import Outcome, Verb
from tests import world as worlds
from tests.audit.review.fhir.balp import broken
from tests.audit.review.fhir.programs import (
    EVENTS,
    ask,
    issue,
    link,
    period,
    post,
    told,
)


def test_auditor_gets_one_audit_event_for_each_patient(world, auditor, happened):
    kari = worlds.patient(world.leader, "Kari", "Fjell", at=world.north)
    happened(of=[world.ola, kari], verb=Verb.LISTED)

    answer = ask(auditor, action="R")

    resources = told(answer)
    assert answer["Content-Type"] == "application/fhir+json"
    patients = {
        resource["entity"][0]["what"]["reference"]
        for resource in resources
        if resource["subtype"][0]["code"] == "search"
    }
    assert patients == {f"Patient/{k.patient_id}" for k in (world.ola, kari)}
    assert [broken(resource) for resource in resources] == [[]] * len(resources)
    assert b"Fjellheim" not in answer.content


def test_pages_follow_one_another_also_inside_an_event_and_lose_nothing(
    world, auditor, happened
):
    people = [worlds.patient(world.leader, f"Per{n}", "Berg") for n in range(4)]
    first = happened(of=people, verb=Verb.LISTED, minutes_ago=3)
    second = happened(of=world.ola, minutes_ago=2)
    agent = str(world.nurse.user_id)
    everything = told(ask(auditor, agent=agent))

    answer, seen = ask(auditor, agent=agent, _count=2), []
    for _page in range(20):
        resources = told(answer)
        assert len(resources) <= 2
        seen += resources
        if link(answer, "next") is None:
            break
        answer = auditor.get(link(answer, "next"))

    ids = [resource["id"] for resource in seen]
    assert ids == [resource["id"] for resource in everything]
    assert [i for i in ids if i.startswith(str(first))] == [
        f"{first}.{n}" for n in (1, 2, 3, 4)
    ]
    assert f"{second}.1" in ids


def test_patient_is_asked_for_by_post_and_never_stands_in_an_address(
    world, auditor, happened
):
    kari = worlds.patient(world.leader, "Kari", "Fjell")
    for minutes in (3, 2, 1):
        happened(of=[world.ola, kari], minutes_ago=minutes)

    who = f"Patient/{kari.patient_id}"
    answer = post(auditor, **period(), patient=who, _count="2")

    seen = told(answer)
    for relation in ("self", "next"):
        assert str(kari.patient_id) not in link(answer, relation)
    seen += told(auditor.get(link(answer, "next")))
    assert len(seen) >= 4
    assert {r["entity"][0]["what"]["reference"] for r in seen} == {
        f"Patient/{kari.patient_id}"
    }


def test_patient_in_an_address_is_turned_away(world, auditor):
    answer = ask(auditor, patient=str(world.ola.patient_id))

    assert answer.status_code == 400
    assert issue(answer) == (
        "value",
        "Søk på pasient sendes med POST til _search, aldri i adressen.",
    )


def test_search_is_narrowed_by_who_what_and_how_it_went(world, auditor, happened):
    happened(verb=Verb.SIGNED, of=world.ola, unit=world.south)
    happened(verb=Verb.READ, of=world.ola, outcome=Outcome.REFUSED, refusal="role")
    by_leader = happened(verb=Verb.SIGNED, of=world.ola, by=world.leader)

    signed = told(
        ask(auditor, action="C", agent=f"Practitioner/{world.leader.user_id}")
    )
    refused = told(ask(auditor, outcome="4"))

    assert f"{by_leader}.1" in [resource["id"] for resource in signed]
    assert {resource["action"] for resource in signed} <= {"C"}
    assert {resource["outcome"] for resource in refused} == {"4"}


def test_only_json_is_spoken(world, auditor):
    answer = auditor.get(EVENTS, period(), headers={"accept": "application/fhir+xml"})

    assert answer.status_code == 406
    assert issue(answer)[0] == "not-supported"


@pytest.mark.parametrize("method", ["put", "patch", "delete", "post"])
def test_log_is_only_read(world, auditor, method):
    answer = getattr(auditor, method)(EVENTS)

    assert answer.status_code == 405
    assert issue(answer) == ("not-supported", "Loggen kan bare leses.")


def test_every_page_is_in_the_log_as_taken_out_by_a_program(
    world, auditor, readings, happened
):
    happened(of=world.ola)
    post(auditor, **period(), patient=str(world.ola.patient_id))

    (event,) = readings(Verb.LOG_EXPORTED)

    body = json.loads(bytes(event.body))
    assert body["client"]["channel"] == "api"
    assert body["detail"].keys() == {"from", "to", "rows"}
    assert body["subjects"] == [{"patient": str(world.ola.patient_id), "reach": 0}]
    assert (body["actor"]["role"], event.basis) == ("revisor", "review")


def test_one_audit_event_is_read_by_its_id_and_that_is_in_the_log(
    world, auditor, readings, happened
):
    event = happened(of=world.ola)

    answer = auditor.get(f"{EVENTS}/{event}.1")

    assert answer.json()["id"] == f"{event}.1"
    assert json.loads(bytes(readings()[-1].body))["target"]["id"] == str(event)


@pytest.mark.parametrize("name", ["{0}.2", "{1}.1", "x", "{0}"])
def test_unknown_audit_event_is_not_found(world, auditor, happened, name):
    event = happened(of=world.ola)

    answer = auditor.get(f"{EVENTS}/{name.format(event, uuid4())}")

    assert answer.status_code == 404
    assert issue(answer)[0] == "not-found"


@pytest.mark.parametrize("who", ["nurse", "leader", "clerk", "stranger"])
def test_others_are_refused_and_the_log_says_they_tried(
    world, at_the_screen, readings, who
):
    for address in (EVENTS, f"{EVENTS}/{uuid4()}", "/fhir/metadata"):
        answer = at_the_screen(getattr(world, who)).get(address, period())

        assert answer.status_code == 403
        assert issue(answer)[0] == "forbidden"
    refused = readings(Verb.LOG_EXPORTED, Outcome.REFUSED)
    assert [json.loads(bytes(e.body))["refusal"] for e in refused] == ["role"] * 3


def test_nobody_signed_in_is_told_to_sign_in(world):
    answer = Client(headers={"host": "fjord.localhost"}).get(EVENTS, period())

    assert answer.status_code == 401
    assert issue(answer) == ("login", "Logg inn først.")


def test_search_by_post_asks_for_the_token_against_forgery(world, readings):
    browser = Client(headers={"host": "fjord.localhost"}, enforce_csrf_checks=True)
    browser.force_login(
        User.objects.get(username="ruth.revisor"),
        backend="access.backends.AccountBackend",
    )

    answer = post(browser, **period())

    assert answer.status_code == 403
    assert readings(Verb.LOG_EXPORTED) == []


def test_screen_that_is_locked_answers_nothing_to_a_program(world, auditor):
    auditor.post("/konto/las/")

    answer = auditor.get(EVENTS, period())

    assert answer.status_code == 401
    assert answer.content == b""


def test_interface_tells_what_it_can_do(world, auditor):
    answer = auditor.get("/fhir/metadata")

    CapabilityStatement.model_validate_json(answer.content)
    (rest,) = answer.json()["rest"]
    (resource,) = rest["resource"]
    assert len(resource["supportedProfile"]) == 11
    assert {one["name"] for one in resource["searchParam"]} == {
        "date",
        "agent",
        "patient",
        "action",
        "outcome",
    }


def test_neighbour_s_log_is_not_here(world, fjell, auditor, happened):
    event = happened(of=world.ola)
    there = Client(headers={"host": "fjell.localhost"})
    there.cookies = auditor.cookies

    assert there.get(f"{EVENTS}/{event}.1").status_code == 401
    assert AccessEvent.objects.filter(pk=event).exists()
