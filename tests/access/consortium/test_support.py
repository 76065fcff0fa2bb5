"""The consortium asks to see how a municipality is set up; the municipality decides, and sees each look."""

from datetime import timedelta

import pytest
from django.utils import timezone

from access.consortium.models import ConsortiumEvent
from access.models import SupportGrant
from access.roles import Role
from audit.models import AccessEvent
from tenants.context import in_consortium, in_municipality
from tests import world as worlds
from tests.access.conftest import new_browser
from tests.world import PASSWORD

GRANTS = "/admin/access/supportgrant/"


@pytest.fixture
def bente(world, fjord, staff):
    """A person of the consortium's support."""
    return staff("bente.stotte", "support", first_name="Bente", last_name="Brattegg")


@pytest.fixture
def arne(world, fjord):
    """The local administrator of the whole municipality, who has just signed in."""
    with in_municipality(fjord):
        worlds.person("arne.admin", (Role.LOCAL_ADMIN, world.north.parent))
    return _signed_in("arne.admin")


def _signed_in(username):
    browser = new_browser()
    typed = {"login": username, "password": PASSWORD}
    assert browser.post("/konto/logg-inn/", typed).status_code == 302
    return browser


@pytest.fixture
def asked(bente, fjord):
    """What Bente has asked of Fjord."""
    answer = bente.post(page(fjord), {"reason": "Loggen forsegles ikke", "hours": 4})
    assert answer.status_code == 302
    return grant_in(fjord)


def page(municipality, below=""):
    return f"/admin/stotte/{municipality.pk}/{below}"


def grant_in(municipality):
    with in_municipality(municipality):
        return SupportGrant.objects.latest("asked_at")


def press(browser, grant, button):
    names = {"approve": "approve", "refuse": "refuse", "end": "end_now"}
    address = f"{GRANTS}{grant.pk}/change/"
    name = f"access_supportgrant_{names[button]}"
    found = [
        one
        for one in (name, names[button])
        if f'name="{one}"' in browser.get(address).text
    ]
    return browser.post(address, {found[0]: "1"}) if found else None


def told(municipality):
    """What the municipality's log says of support, the first first."""
    with in_municipality(municipality):
        events = AccessEvent.objects.order_by("recorded_at")
        bodies = [bytes(event.body).decode() for event in events]
    return [
        next(word for word in WORDS if word in body)
        for body in bodies
        if "access.SupportGrant" in body
    ]


WORDS = (
    "support_looked",
    "support_asked",
    "support_approved",
    "support_refused",
    "support_ended",
    "support_given_back",
)


def test_nothing_is_seen_before_the_municipality_approves(bente, asked, fjord):
    assert bente.get(page(fjord, "innstillinger/")).status_code == 302
    assert "Venter på svar fra kommunen" in bente.get(page(fjord)).text
    assert told(fjord) == ["support_asked"]


def test_what_is_approved_is_seen_and_each_look_is_in_the_municipalitys_log(
    bente, arne, asked, fjord
):
    assert "Konsortiet ber om støttetilgang" in arne.get("/admin/").text
    assert press(arne, asked, "approve").status_code == 302

    shown = bente.get(page(fjord, "innstillinger/"))

    assert shown.status_code == 200
    for words in ("Hjemmetjenesten nord", "10 minutter", "Versjon 1"):
        assert words in shown.text
    for name in ("Fjellheim", "Sykepleier", "siri"):
        assert name not in shown.text
    assert told(fjord) == ["support_asked", "support_approved", "support_looked"]
    assert "Konsortiet har støttetilgang nå" in arne.get("/admin/").text
    grant = grant_in(fjord)
    assert grant.until - grant.decided_at == timedelta(hours=4)


@pytest.mark.parametrize("how", ["refuse", "end", "give back", "time"])
def test_it_ends_by_either_and_by_time(bente, arne, asked, fjord, how):
    press(arne, asked, "refuse" if how == "refuse" else "approve")
    if how == "end":
        press(arne, asked, "end")
    if how == "give back":
        bente.post(page(fjord, f"{asked.pk}/avslutt/"))
    if how == "time":
        with in_municipality(fjord):
            now = timezone.now()
            SupportGrant.objects.update(
                decided_at=now - timedelta(hours=5), until=now - timedelta(hours=1)
            )

    assert bente.get(page(fjord, "innstillinger/")).status_code == 302
    assert "support_looked" not in told(fjord)


def test_it_is_for_the_person_who_asked_and_for_that_municipality(
    bente, arne, asked, fjord, fjell, staff
):
    press(arne, asked, "approve")
    birger = staff("birger.stotte", "support")

    assert birger.get(page(fjord, "innstillinger/")).status_code == 302
    assert birger.post(page(fjord, f"{asked.pk}/avslutt/")).status_code == 404
    assert bente.get(page(fjell, "innstillinger/")).status_code == 302
    assert grant_in(fjord).state == "open"


def test_only_support_asks_and_only_whoever_administers_it_all_answers(
    asked, world, fjord, staff
):
    with in_municipality(fjord):
        worlds.person("del.admin", (Role.LOCAL_ADMIN, world.south))
    of_a_part = _signed_in("del.admin")

    assert staff("sigrid.sikker", "security").get(page(fjord)).status_code == 403
    assert of_a_part.get(f"{GRANTS}{asked.pk}/change/").status_code == 403
    assert of_a_part.get(GRANTS).status_code == 403


def test_faults_are_said_at_their_fields_and_what_was_typed_is_kept(bente, fjord):
    answer = bente.post(page(fjord), {"reason": "Lang feilsøking", "hours": 100})

    assert answer.status_code == 422
    assert "Lang feilsøking" in answer.text
    assert "72" in answer.text
    with in_municipality(fjord):
        assert not SupportGrant.objects.exists()


def test_one_asks_once_at_a_time(bente, asked, fjord):
    answer = bente.post(page(fjord), {"reason": "Enda en gang", "hours": 1})

    assert answer.status_code == 422
    with in_municipality(fjord):
        assert SupportGrant.objects.count() == 1


def test_the_consortiums_log_has_the_look_too(bente, arne, asked, fjord):
    press(arne, asked, "approve")
    bente.get(page(fjord, "innstillinger/"))
    with in_consortium():
        event = ConsortiumEvent.objects.latest("stored_at")

    assert (event.page, event.object_id) == ("admin:support_settings", str(fjord.pk))
