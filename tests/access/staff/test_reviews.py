"""The periodic review: who has access, is it still needed, and when it is due."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from access.errors import RightsError
from access.models import (
    AccessReview,
    Basis,
    CareRelation,
    Employment,
    GrantReason,
    ReviewedRight,
    ShiftLeader,
)
from access.roles import Role
from access.staff.rules.months import months_after
from access.staff.selectors.reviews import rights_to_decide, units_to_review
from access.staff.services.reviews import NewRightsError, conclude_review
from access.staff.services.shift_leaders import appoint
from audit.verbs import Verb
from tests import world as worlds
from tests.access.staff.conftest import browser_of


@pytest.fixture
def page(world):
    """The address of the review of the ward in the north."""
    return f"/tilganger/{world.north.pk}/"


@pytest.fixture
def vera_leads(world, vera):
    """Her appointment."""
    now = timezone.now()
    until = now + timedelta(days=30)
    return appoint(
        ShiftLeader(user=vera, unit=world.north, valid_from=now, valid_until=until),
        by=world.leader,
    )


def _grant(world, worker):
    now = timezone.now()
    return CareRelation.objects.create(
        record_id=world.ola.record_id,
        patient_id=world.ola.patient_id,
        basis=Basis.GRANT,
        worker_id=worker.user_id,
        granted_by_id=world.leader.user_id,
        reason_code=GrantReason.ASSISTANCE,
        valid_from=now,
        valid_until=now + timedelta(days=3),
    )


def _keys(world, by=None):
    mine, _others = rights_to_decide(by or world.leader, world.north)
    return {right.key for right in mine}


def _key_of(worker):
    return f"employment:{Employment.objects.get(user=worker.user_id).pk}"


def _sent(world, *revoked):
    return {"seen": list(_keys(world)), "revoke": revoked, "has_seen_all": "on"}


def test_leader_keeps_all_that_is_shown_and_it_is_stored_who_and_when(
    world, lise, page, vera, vera_leads, logged
):
    shown = lise.get(page).text
    for said in ("Siri Sykepleier", "Mona Merkantil", "Vera Vakt", "Vaktleder"):
        assert said in shown

    answer = lise.post(page, _sent(world), follow=True)

    assert "Kontrollen er lagret." in answer.text
    review = AccessReview.objects.get()
    assert review.reviewed_by_id == world.leader.user_id
    assert timezone.now() - review.concluded_at < timedelta(minutes=1)
    assert review.rights.count() == len(_keys(world))
    assert all(right.is_confirmed for right in review.rights.all())
    (event,) = logged(Verb.REVIEWED_ACCESS)
    assert event["detail"]["confirmed"] == str(len(_keys(world)))
    assert event["detail"]["revoked"] == "0"


def test_what_is_ticked_stops_at_once_and_the_rest_goes_on(
    world, lise, page, vera, vera_leads, logged
):
    siri = browser_of("siri.sykepleier")
    grant = _grant(world, world.clerk)
    gone = [
        _key_of(world.nurse),
        f"shift_leader:{vera_leads.pk}",
        f"grant:{grant.pk}",
    ]

    answer = lise.post(page, _sent(world, *gone), follow=True)

    assert answer.text.count("Fjernet") == 3
    assert siri.get("/profil/").status_code == 302
    vera_leads.refresh_from_db()
    grant.refresh_from_db()
    assert vera_leads.valid_until <= timezone.now()
    assert grant.valid_until <= timezone.now()
    assert worlds.worker(vera).posts
    whats = {event["detail"]["what"] for event in logged(Verb.RIGHTS_CHANGED)}
    assert whats >= {"period_changed", "shift_leader_withdrawn", "grant_withdrawn"}
    assert ReviewedRight.objects.filter(is_confirmed=False).count() == 3


def test_a_grant_is_shown_without_saying_which_patient_it_is_of(world, lise, page):
    _grant(world, world.clerk)

    shown = lise.get(page).text

    assert "Faglig bistand til pasientens behandlere" in shown
    assert "Fjellheim" not in shown
    assert str(world.ola.record_id) not in shown


def test_nothing_is_stored_before_the_list_is_gone_through(world, lise, page):
    sent = _sent(world, _key_of(world.nurse)) | {"has_seen_all": ""}

    answer = lise.post(page, sent)

    assert answer.status_code == 422
    assert "Kryss av når du har gått gjennom listen." in answer.text
    assert f'value="{_key_of(world.nurse)}" id="revoke' in answer.text
    assert answer.text.count(" checked") == 1
    assert not AccessReview.objects.exists()


def test_who_came_after_the_list_was_shown_is_not_confirmed_unseen(world, lise, page):
    sent = _sent(world)
    worlds.person("nils.ny", (Role.NURSE, world.north))

    answer = lise.post(page, sent)

    assert answer.status_code == 409
    assert "Noen har fått tilgang siden listen ble vist." in answer.text
    assert not AccessReview.objects.exists()
    with pytest.raises(NewRightsError):
        conclude_review(world.north, seen=set(), revoked=set(), by=world.leader)


def test_who_left_after_the_list_was_shown_stops_nothing(world, lise, page):
    sent = _sent(world, _key_of(world.clerk))
    Employment.objects.filter(user=world.clerk.user_id).update(
        valid_until=timezone.now()
    )

    lise.post(page, sent)

    assert not AccessReview.objects.get().rights.filter(user=world.clerk.user_id)


def test_nobody_decides_of_himself_nor_a_leader_of_who_gives_rights(world, lise, page):
    worlds.person("pia.part", (Role.LOCAL_ADMIN, world.north))
    shown = lise.get(page).text
    assert "Kontrolleres av en annen" in shown
    keys = _keys(world)
    assert _key_of(world.leader) not in keys

    lise.post(page, _sent(world, _key_of(world.leader)))

    assert worlds.worker(_user(world.leader)).posts
    assert not ReviewedRight.objects.filter(user__username="pia.part").exists()


def _user(worker):
    return Employment.objects.get(user=worker.user_id).user


def test_local_administrator_reviews_all_units_and_leaders_their_own(
    world, administrator, lise, siri
):
    arne = browser_of("arne.admin")

    assert "Hjemmetjenesten sør" in arne.get("/tilganger/").text
    mine = lise.get("/tilganger/").text
    assert "Hjemmetjenesten nord" in mine
    assert "Hjemmetjenesten sør" not in mine
    assert lise.get(f"/tilganger/{world.south.pk}/").status_code == 404
    assert siri.get("/tilganger/").status_code == 403
    with pytest.raises(RightsError):
        conclude_review(world.south, seen=set(), revoked=set(), by=world.leader)


def _employed_since(world, days):
    since = timezone.now() - timedelta(days=days)
    Employment.objects.filter(content_object=world.north).update(valid_from=since)


def test_it_is_due_after_six_months_and_the_leader_is_reminded(world, lise):
    assert "skulle vært kontrollert" not in lise.get("/").text

    _employed_since(world, 200)
    assert "Tilgangene ved en enhet skulle vært kontrollert." in lise.get("/").text

    conclude_review(world.north, seen=_keys(world), revoked=set(), by=world.leader)
    assert "skulle vært kontrollert" not in lise.get("/").text
    (unit,) = units_to_review(world.leader)
    assert unit.due_on == months_after(timezone.localdate(), 6)


def test_the_administration_says_what_is_overdue_and_leads_to_it(world, administrator):
    arne = browser_of("arne.admin")
    assert "skulle vært kontrollert" not in arne.get("/admin/").text
    _employed_since(world, 200)

    page = arne.get("/admin/").text

    assert "Tilgangene ved en enhet skulle vært kontrollert." in page
    assert 'href="/tilganger/"' in page
    assert 'href="/ansatte/import/"' in page


def test_a_review_can_be_read_again_by_those_who_review_there(world, lise, siri):
    keys = _keys(world)
    made = conclude_review(world.north, seen=keys, revoked=set(), by=world.leader)
    address = f"/tilganger/kontroll/{made.pk}/"

    assert "Beholdt" in lise.get(address).text
    assert siri.get(address).status_code == 404


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2026, 11, 26), 6, date(2027, 5, 26)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
        (date(2026, 6, 30), 24, date(2028, 6, 30)),
    ],
)
def test_months_later(day, months, then):
    assert months_after(day, months) == then
