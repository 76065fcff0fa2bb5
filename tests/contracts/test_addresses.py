"""Every address of a municipality is declared free of patient data, or refuses a stranger."""

import re
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from audit.models import AccessEvent
from audit.verbs import Outcome
from tests.world import PASSWORD

URLCONF = "akson_project.urls_municipality"
# Shows nobody's record: what they show is one's own, or filtered by the policy, and each
# has its own tests. A new address is put here by a decision, not by accident.
FREE = {
    "",
    "search/",
    "search/<str:token>/",
    "patients/new/",
    "arbeidssted/",
    "inn/",
    "profil/",
    "mine-oppslag/",
    "velkommen/<str:token>/",
}
FREE_BELOW = ("konto/", "admin/", "logg/", "static/", "helse/")


def _routes(patterns, prefix=""):
    for pattern in patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield route
        elif isinstance(pattern, URLResolver):
            yield from _routes(pattern.url_patterns, route)


ROUTES = sorted(set(_routes(get_resolver(URLCONF).url_patterns)))
RECORDS = [route for route in ROUTES if "record_id" in route]


def _filled(route, known):
    ids = {
        "record_id": known.record_id,
        "patient_id": known.patient_id,
        "episode_id": known.episode_id,
    }
    return "/" + re.sub(
        r"<uuid:(\w+)>", lambda found: str(ids.get(found.group(1), uuid4())), route
    )


@pytest.fixture
def frank(world):
    client = Client(headers={"host": "fjord.localhost"})
    answer = client.post(
        "/konto/logg-inn/", {"login": "frank.fremmed", "password": PASSWORD}
    )
    assert answer.status_code == 302
    return client


def test_there_are_addresses_of_records():
    assert len(RECORDS) > 15


@pytest.mark.parametrize("route", [r for r in ROUTES if r not in RECORDS])
def test_address_without_a_record_is_declared_free(route):
    assert route in FREE or route.startswith(FREE_BELOW), route


def test_stranger_is_refused_at_every_address_of_a_record_and_leaves_one_event(
    world, frank
):
    wrong = []
    for route in RECORDS:
        for method in ("get", "post"):
            before = _refusals(world)
            answer = getattr(frank, method)(_filled(route, world.ola))
            left = _refusals(world) - before
            is_refused = answer.status_code == 403 and left == 1
            is_no_such_method = answer.status_code == 405 and left == 0
            if not (is_refused or is_no_such_method):
                wrong.append((method, route, answer.status_code, left))
            if b"Fjellheim" in answer.content:
                wrong.append((method, route, "shows the name", 0))

    assert wrong == []


def test_unknown_record_is_404_and_the_same_in_another_municipality(world, frank):
    assert frank.get(f"/records/{uuid4()}/").status_code == 404


def _refusals(world):
    return AccessEvent.objects.filter(
        actor_id=world.stranger.user_id, outcome=Outcome.REFUSED
    ).count()
