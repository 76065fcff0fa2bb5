"""Two of the consortium's staff suspend a municipality: told ahead, read and not written, lifted."""

import re
from datetime import timedelta

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from access.accounts.models import User
from access.consortium.models import ConsortiumEvent
from access.models import EmergencyAccess
from access.roles import Role
from audit.models import AccessEvent
from audit.verbs import Verb
from tenants import directory
from tenants.context import in_consortium
from tenants.deciding import DecisionRefusedError
from tenants.suspending import services
from tenants.suspending.models import NOTICE, Suspension
from tests import world as worlds
from tests.database import as_superuser

CONSORTIUM = "akson_project.urls_consortium"
OURS = {"origin": "http://fjord.localhost"}
WHY = "Utmeldt, kommunestyret i sak 12/26"


@pytest.fixture
def address(fjord):
    return reverse("admin:suspension", args=[fjord.pk], urlconf=CONSORTIUM)


def in_a_week():
    return timezone.localdate() + NOTICE


@pytest.fixture
def decided(fjord):
    """A suspension that two persons have decided, from a week on."""
    with in_consortium():
        made = services.propose(fjord, on=in_a_week(), reason=WHY, by="rolf")
        services.confirm(made, by="sara")
    return made


@pytest.fixture
def in_force(decided, database):
    """The same, when its day has come."""
    with as_superuser(database) as server:
        server.execute(
            "UPDATE tenants_suspension SET takes_effect_on = now() - interval '2 d'"
        )
    directory.invalidate()
    return decided


def test_one_proposes_and_another_confirms_on_the_page(staff, address, fjord):
    rolf, sara = staff("rolf", "rollout"), staff("sara", "security")
    day = in_a_week()

    page = rolf.post(
        address,
        {"takes_effect_on": f"{day:%d.%m.%Y}", "reason": WHY},
        follow=True,
    ).content.decode()
    assert "venter på at en annen bekrefter" in page
    assert "Bekreft stansen" not in page
    said = rolf.post(address, {"does": "confirm"}, follow=True).content.decode()
    assert "En annen enn den som foreslo det, må bekrefte." in said
    assert directory.suspended_from(fjord.pk) is None

    assert "Bekreft stansen" in sara.get(address).content.decode()
    page = sara.post(address, {"does": "confirm"}, follow=True).content.decode()
    assert "Stansen er bekreftet, og kommunen er varslet." in page
    assert directory.suspended_from(fjord.pk) == day

    page = rolf.post(address, {"does": "lift"}, follow=True).content.decode()
    assert "Opphevet" in page
    assert directory.suspended_from(fjord.pk) is None
    told = ConsortiumEvent.objects.filter(object_type="tenants.suspension")
    assert sorted(told.values_list("actor_name", "action")) == [
        ("rolf", "added"),
        ("rolf", "changed"),
        ("sara", "changed"),
    ]


def test_day_too_near_is_explained_at_its_field_and_kept(staff, address):
    rolf = staff("rolf", "rollout")
    near = timezone.localdate() + timedelta(days=6)

    page = rolf.post(
        address, {"takes_effect_on": f"{near:%d.%m.%Y}", "reason": WHY}
    ).content.decode()

    assert f"Velg {in_a_week():%d.%m.%Y} eller senere." in page
    assert f'value="{near:%d.%m.%Y}"' in page
    assert WHY in page
    assert not Suspension.objects.exists()


def test_others_of_the_consortium_may_not(staff, address, decided):
    support = staff("svein", "support")
    page = support.get(address).content.decode()

    assert "Opphev stansen" not in page
    assert support.post(address, {"does": "lift"}).status_code == 403


def test_nobody_decides_alone_nor_without_notice(fjord):
    with in_consortium():
        with pytest.raises(DecisionRefusedError, match="sju dager"):
            services.propose(fjord, on=timezone.localdate(), reason=WHY, by="rolf")
        made = services.propose(fjord, on=in_a_week(), reason=WHY, by="rolf")
        with pytest.raises(DecisionRefusedError, match="allerede foreslått"):
            services.propose(fjord, on=in_a_week(), reason=WHY, by="sara")
        of_it = Suspension.objects.filter(pk=made.pk)
        with pytest.raises(IntegrityError), transaction.atomic():
            of_it.update(confirmed_by="rolf", confirmed_at=timezone.now())
        with pytest.raises(DatabaseError), transaction.atomic():
            of_it.update(takes_effect_on=timezone.localdate())


def test_proposal_that_waited_too_long_gives_no_notice(fjord, database):
    with in_consortium():
        made = services.propose(fjord, on=in_a_week(), reason=WHY, by="rolf")
    with as_superuser(database) as server:
        server.execute("UPDATE tenants_suspension SET takes_effect_on = now()::date")

    with in_consortium(), pytest.raises(DecisionRefusedError, match="sju dager"):
        services.confirm(made, by="sara")


def test_people_are_told_ahead_and_write_on(world, browser, sign_in, decided):
    sign_in("siri.sykepleier")

    page = browser.get(f"/records/{world.ola.record_id}/").content.decode()
    answer = browser.post("/search/", {"q": "Ola"}, headers=OURS)

    assert "kan du lese i Akson, men ikke lagre" in page
    assert answer.status_code == 303


def test_what_would_be_refused_is_not_offered(world, root, browser, sign_in, in_force):
    nurse = browser.get
    sign_in("siri.sykepleier")
    record = f"/records/{world.ola.record_id}/"
    assert re.search(r"data-writes href=\"\S+/notes/new/", nurse(record).text)
    assert "data-suspended data-read-only" in nurse(f"{record}notes/new/").text
    assert "data-suspended data-read-only" not in nurse("/search/").text
    browser.post("/konto/logg-ut/", headers=OURS)

    worlds.person("arne.admin", (Role.LOCAL_ADMIN, root))
    sign_in("arne.admin")
    first, units = nurse("/admin/").text, nurse("/admin/access/unit/").text
    account = nurse(f"/admin/accounts/user/{world.nurse.user_id}/change/").text

    assert "Kommunen er stanset i Akson" in first
    assert "Ansett en ny person" not in first
    assert "/admin/access/unit/add/" not in units
    assert "siri.sykepleier" in account
    assert 'name="_save"' not in account
    assert "Steng kontoen" not in account
    assert "National id" not in account
    assert "Gi en ansettelse til" not in account


def test_an_auditor_searches_the_log_of_a_suspended_municipality(
    world, root, browser, sign_in, in_force
):
    worlds.person("eva.revisor", (Role.AUDITOR, root))
    sign_in("siri.sykepleier")
    browser.get(f"/records/{world.ola.record_id}/")
    browser.post("/konto/logg-ut/", headers=OURS)
    sign_in("eva.revisor")

    assert browser.post("/logg/", {}, headers=OURS).status_code != 403
    read = AccessEvent.objects.filter(verb=Verb.READ).latest("stored_at")
    asks = re.findall(
        r'<form method="post" data-asks action="([^"]+)"',
        browser.get(f"/logg/{read.pk}/").text,
    )
    # Look-ups of the patient, what the person did that day, and the event with its proof.
    assert asks == ["/logg/", "/logg/", f"/logg/{read.pk}/bevis/"]


def test_an_emergency_is_begun_made_longer_ended_and_explained_in_suspension(
    world, browser, sign_in, in_force
):
    user = User.objects.get(pk=world.stranger.user_id)
    sign_in(user.username)
    reason = {"reason": "fare_for_liv", "step_up_password": worlds.PASSWORD}

    def send(address, typed):
        answer = browser.post(address, typed, headers=OURS)
        assert answer.status_code == 303
        return answer.url

    send(f"/records/{world.ola.record_id}/emergency/", reason)
    mine = f"/mine-nodtilganger/{EmergencyAccess.objects.get().pk}/"
    send(f"{mine}forleng/", reason)
    assert send(f"{mine}avslutt/", {}) == mine
    assert "data-read-only" not in browser.get(mine).text
    send(mine, {"explanation": "Personen var bevisstløs."})

    case = EmergencyAccess.objects.get()
    assert None not in (case.extended_at, case.ended_at, case.explained_at)


def test_when_it_is_in_force_they_read_and_keep_what_they_typed(
    world, browser, sign_in, in_force, fjell, database
):
    sign_in("siri.sykepleier")
    form = f"/records/{world.ola.record_id}/notes/new/"

    page = browser.get(f"/records/{world.ola.record_id}/").content.decode()
    answer = browser.post(form, {"text": "Sov dårlig i natt."}, headers=OURS)

    assert "Kommunen er stanset i Akson. Du kan lese, men ikke lagre." in page
    assert answer.status_code == 403
    assert "Sov dårlig i natt." in answer.content.decode()
    script = browser.post(form, headers={**OURS, "hx-request": "true"})
    assert (script.status_code, script.json()["closed"]) == (403, True)
    assert script.json()["message"].startswith(
        "Kommunen er stanset i Akson. Du kan lese"
    )
    assert browser.post("/search/", {"q": "Ola"}, headers=OURS).status_code == 303
    with as_superuser(database) as server:
        notes = server.execute("SELECT count(*) FROM fjord.journal_note").fetchone()
    assert notes == (0,)
    assert directory.suspended_from(fjell.pk) is None

    with in_consortium():
        services.lift(in_force, by="rolf")
    assert browser.post(form, {"text": "x"}, headers=OURS).status_code != 403
