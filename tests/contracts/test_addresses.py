"""Every address of a municipality is declared free of patient data, or refuses a stranger."""

import re
from uuid import uuid4

import pytest
from django.forms import (
    BaseForm,
    BooleanField,
    ChoiceField,
    DateField,
    IntegerField,
    UUIDField,
)
from django.test import Client
from django.utils import timezone

from access.roles import Role
from audit.models import AccessEvent
from audit.verbs import Outcome
from journal.record.forms.fields import MomentField
from tenants.context import in_municipality
from tests import world as worlds
from tests.contracts.routes import routes_of
from tests.world import PASSWORD

URLCONF = "akson_project.urls_municipality"
# Shows nobody's record: what they show is one's own, or filtered by the policy, and each
# has its own tests. A new address is put here by a decision, not by accident.
FREE = {
    "",
    "search/",
    "search/<str:token>/",
    "patients/new/",
    "legevakt/",
    "legevakt/ny/",
    "fastlegeliste/",
    "fastlegeliste/ny/",
    "helsestasjon/",
    "helsestasjon/ny/",
    "soknader/",
    "soknader/ny/",
    "find/",
    "arbeidssted/",
    "inn/",
    "profil/",
    "velkommen/<str:token>/",
}
FREE_BELOW = tuple(
    "konto/ admin/ logg/ fhir/metadata fhir/AuditEvent vakter/ ansatte/ tilganger/ gjennomgang/ mine-oppslag/ mine-nodtilganger/ tilgangsstyring/".split()
)
# What an address outside the records may name: oneself, an event of the log, a row of the
# admin's three models, a shift, a unit or who works there. A patient, a note or a stay it may not.
NAMES_NOBODY = {
    "kind",
    "app_label",
    "case_id",
    "need_id",
    "appointment_id",
    "content_type_id",
    "employment_id",
    "erasure_id",
    "event_id",
    "factor_id",
    "filter_id",
    "key",
    "object_id",
    "review_id",
    "record_kind",
    "role",
    "shift_id",
    "token",
    "uidb36",
    "unit_id",
    "url",
}
OF_OLA = (b"Fjellheim", b"Storgata 1", b"5003 Bergen")
WAYS = ("get", "post", "post everything")
# Keeps what was typed in one's own session; the page it goes on to asks for the record.
KEEPS_A_QUESTION = {"records/<uuid:record_id>/relatives/<uuid:relative_id>/search/"}
TYPED = {"kind": "besok", "phone": "55123456", "gp_phone": "", "postcode": "5003"}
# Says that the page was somebody else's, so that nothing of it is done.
LEFT_OUT = {"draft_author"}


ROUTES = routes_of(URLCONF)
# By these a stranger lets himself in; tests/journal/record/views/test_letting_in.py has theirs.
LETS_IN = {"records/<uuid:record_id>/need/", "records/<uuid:record_id>/emergency/"}
OF_RECORDS = [route for route in ROUTES if "record_id" in route]
RECORDS = [route for route in OF_RECORDS if route not in LETS_IN]


def _filled(route, known):
    ids = {
        "record_id": known.record_id,
        "patient_id": known.patient_id,
        "episode_id": known.episode_id,
    }
    return "/" + re.sub(
        r"<uuid:(\w+)>", lambda found: str(ids.get(found.group(1), uuid4())), route
    )


def _signed_in(username, host):
    client = Client(headers={"host": host})
    answer = client.post("/konto/logg-inn/", {"login": username, "password": PASSWORD})
    assert answer.status_code == 302
    return client


@pytest.fixture
def frank(world):
    """A nurse of the unit beside, to whom the patient is a stranger."""
    return _signed_in("frank.fremmed", "fjord.localhost")


@pytest.fixture
def turid(world, fjell):
    """A nurse of the neighbouring municipality."""
    with in_municipality(fjell):
        root = worlds.unit("Fjell kommune", kind="enterprise", orgnr="999999984")
        worlds.person("turid.turist", (Role.NURSE, worlds.unit("Nord", parent=root)))
    return _signed_in("turid.turist", "fjell.localhost")


def _forms(kind=BaseForm):
    for form in kind.__subclasses__():
        yield form
        yield from _forms(form)


def _everything_typed():
    """Fill in every field of every form, so that no form stops a POST before the door."""
    fields = [
        field
        for form in _forms()
        if form.__module__.startswith("journal.")
        for field in getattr(form, "base_fields", {}).items()
    ]
    # Some fields share a name; only a real id will do as one.
    fields.sort(key=lambda named: isinstance(named[1], UUIDField))
    typed: dict[str, str] = {}
    for name, field in fields:
        typed |= _typed_in(name, field)
    return {name: v for name, v in (typed | TYPED).items() if name not in LEFT_OUT}


def _typed_in(name, field):
    now = timezone.localtime()
    if isinstance(field, MomentField):
        return {f"{name}_date": f"{now:%d.%m.%Y}", f"{name}_time": f"{now:%H.%M}"}
    if isinstance(field, ChoiceField):
        values = [value for value, _label in field.widget.choices if value]
        return {name: values[-1] if values else ""}
    by_kind = {
        BooleanField: "on",
        DateField: f"{now:%d.%m.%Y}",
        IntegerField: "1",
        UUIDField: str(uuid4()),
    }
    fitting = [typed for kind, typed in by_kind.items() if isinstance(field, kind)]
    return {name: fitting[0] if fitting else "Tekst"}


def _asker(client, how):
    """Give a hand that asks by GET, by an empty POST, or by a POST of everything."""
    method, _, everything = how.partition(" ")
    data = _everything_typed() if everything else None

    def ask(route, known):
        follow = route in KEEPS_A_QUESTION
        return getattr(client, method)(_filled(route, known), data, follow=follow)

    return ask


def test_there_are_addresses_of_records():
    assert len(RECORDS) > 15


@pytest.mark.parametrize("route", [r for r in ROUTES if r not in OF_RECORDS])
def test_address_without_a_record_is_declared_free_and_names_nobody(route):
    named = set(re.findall(r"<(?:\w+:)?(\w+)>", route))

    assert route in FREE or route.startswith(FREE_BELOW), route
    assert named <= NAMES_NOBODY


def test_every_address_that_is_declared_free_exists():
    assert set(ROUTES) >= FREE
    for below in FREE_BELOW:
        assert any(route.startswith(below) for route in ROUTES), below


@pytest.mark.parametrize("how", WAYS)
def test_stranger_is_refused_at_every_address_of_a_record_and_leaves_one_event(
    world, frank, how
):
    ask, wrong = _asker(frank, how), []
    for route in RECORDS:
        before = _outcomes(world)
        answer = ask(route, world.ola)
        left = _outcomes(world)[len(before) :]
        is_refused = answer.status_code == 403 and left == [Outcome.REFUSED]
        if not (is_refused or (_is_for_another_way(answer, how) and not left)):
            wrong.append((route, answer.status_code, left))
        if any(word in answer.content for word in OF_OLA):
            wrong.append((route, "shows who it is", []))

    assert wrong == []


@pytest.mark.parametrize("how", WAYS)
def test_record_of_another_municipality_is_as_unknown_as_one_that_never_was(
    world, turid, how
):
    nobody = worlds.Known(uuid4(), uuid4(), uuid4())
    ask, wrong = _asker(turid, how), []
    for route in RECORDS:
        theirs = ask(route, world.ola)
        nobodys = ask(route, nobody)
        if theirs.status_code not in {404, 405}:
            wrong.append((route, theirs.status_code))
        if _page(theirs) != _page(nobodys):
            wrong.append((route, "tells them apart"))

    assert wrong == []


def test_every_field_of_every_form_is_typed(world):
    assert len(_everything_typed()) > 50


def _page(answer):
    """Give what an answer says, without the tokens that differ from page to page."""
    page = re.sub(r'(nonce|value)="[\w+/=-]{20,}"', "", answer.content.decode())
    return answer.status_code, page


def _is_for_another_way(answer, how):
    """Whether the address does not answer to this at all, but is refused the other way."""
    other = "POST" if how == "get" else "GET"
    return answer.status_code == 405 and other in answer.headers["Allow"]


def _outcomes(world):
    """How each event of the stranger's ended, the oldest first."""
    events = AccessEvent.objects.filter(actor_id=world.stranger.user_id)
    return list(events.order_by("stored_at").values_list("outcome", flat=True))


@pytest.mark.parametrize("how", WAYS)
def test_stranger_sees_nobody_at_an_address_that_is_declared_free(world, how):
    """Asked like all others, by somebody who has just signed in: one of them signs out."""
    shown = []
    for route in ROUTES:
        if "<" in route or "^" in route:
            continue
        browser = _signed_in("frank.fremmed", "fjord.localhost")
        answer = _asker(browser, how)(route, world.ola)
        if any(word in b"".join(answer) for word in OF_OLA):
            shown.append(route)

    assert shown == []
