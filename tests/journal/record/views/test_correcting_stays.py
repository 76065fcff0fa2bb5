"""Correcting a stay on the screen, and taking back an end that was a mistake."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from access.roles import Role
from audit.models import AccessEvent
from tests import world as worlds


@pytest.fixture
def siri(world, desk):
    return desk(world.nurse)


def ids(world):
    return world.ola.record_id, world.ola.episode_id


def text(response):
    return response.content.decode()


def hidden(page, name):
    found = re.search(rf'name="{name}" value="([^"]+)"', text(page))
    assert found
    return found[1]


def version_in(page):
    return hidden(page, "version")


def typed(version, **changed):
    began = timezone.localtime() - timedelta(days=19)
    return {
        "starts_at_date": f"{began:%d.%m.%Y}",
        "starts_at_time": "08.00",
        "decided_hours": "3,5 timer i uka",
        "decision_reference": "26/1187",
        "version": version,
        **changed,
    }


def discharge(browser, world, *, since=timedelta(0)):
    at = timezone.localtime() - since
    day, clock = f"{at:%d.%m.%Y}", f"{at:%H.%M}"
    return browser.post("record:discharge", *ids(world), at_date=day, at_time=clock)


def test_hours_and_decision_are_corrected_from_the_identity_page(world, siri):
    page = text(siri.get("record:person", world.ola.record_id))
    assert f"/stays/{world.ola.episode_id}/edit/" in page
    form = siri.get("record:stay_edit", *ids(world))

    stored = siri.post("record:stay_edit", *ids(world), **typed(version_in(form)))

    assert stored.status_code == 303
    page = text(siri.follow(stored))
    assert "3,5 timer i uka · 26/1187" in page
    verbs = AccessEvent.objects.order_by("stored_at").values_list("verb", flat=True)
    assert "changed" in set(verbs)


def test_looking_at_the_form_is_not_logged_as_a_change(world, siri):
    siri.get("record:stay_edit", *ids(world))
    siri.post("record:stay_edit", *ids(world), **typed("x"))

    assert not AccessEvent.objects.filter(verb="changed").exists()


def test_start_that_cannot_be_is_said_and_the_rest_is_kept(world, siri):
    version = version_in(siri.get("record:stay_edit", *ids(world)))

    page = siri.post(
        "record:stay_edit",
        *ids(world),
        **typed(version, starts_at_date="13.02.1942"),
    )

    assert page.status_code == 422
    assert "før fødselen" in text(page)
    assert 'value="13.02.1942"' in text(page)
    assert 'value="3,5 timer i uka"' in text(page)


def test_stale_form_shows_what_the_other_wrote_and_takes_in_the_rest(world, siri, desk):
    version = version_in(siri.get("record:stay_edit", *ids(world)))
    lise = desk(world.leader)
    lise.post(
        "record:stay_edit",
        *ids(world),
        **typed(version, decided_hours="5 timer i uka", decision_reference="26/2"),
    )

    late = siri.post(
        "record:stay_edit",
        *ids(world),
        **typed(version, decided_hours="4 timer i uka", decision_reference=""),
    )

    page = text(late)
    assert late.status_code == 422
    assert "endret av andre mens du skrev" in page
    assert 'value="4 timer i uka"' in page
    assert "5 timer i uka" in page
    assert 'value="26/2"' in page
    assert "kl. 08.00" in page
    assert 'value="08.00"' in page


def test_start_nobody_corrected_is_not_shown_as_changed(world, siri, desk):
    form = siri.get("record:stay_edit", *ids(world))
    as_it_was = {
        f"starts_at_{part}": hidden(form, f"starts_at_{part}")
        for part in ("date", "time")
    }
    once = typed(version_in(form), **as_it_was)
    desk(world.leader).post("record:stay_edit", *ids(world), **once)

    late = siri.post("record:stay_edit", *ids(world), **once | {"decided_hours": ""})

    assert late.status_code == 422
    assert "26/1187" in text(late)
    assert "kl. " not in text(late).split("<main")[1].split("</main")[0]


def test_care_worker_is_not_offered_what_he_may_not(world, desk):
    hans = worlds.worker(worlds.person("hans.hjelper", (Role.CARE_WORKER, world.north)))
    browser = desk(hans)

    assert "/stays/" not in text(browser.get("record:person", world.ola.record_id))
    assert browser.get("record:stay_edit", *ids(world)).status_code == 403


@pytest.mark.parametrize("who", ["nurse", "clerk"])
def test_end_is_taken_back_by_the_one_who_ended_it(world, desk, who):
    browser = desk(getattr(world, who))
    discharge(browser, world)
    page = text(browser.get("record:person", world.ola.record_id))
    assert "Angre avslutningen" in page

    back = browser.post("record:withdraw_discharge", *ids(world))

    assert back.status_code == 303
    page = text(browser.follow(back))
    assert "Avslutningen er angret" in page
    assert "Angre avslutningen" not in page
    assert f"/discharge/{world.ola.episode_id}/" in page


def test_end_by_a_move_is_not_offered_and_cannot_be_taken_back(world, siri):
    form = siri.get("record:move", *ids(world))
    now = timezone.localtime()
    siri.post(
        "record:move",
        *ids(world),
        form_id=hidden(form, "form_id"),
        version=hidden(form, "version"),
        unit=str(world.south.pk),
        service_type="15",
        at_date=f"{now:%d.%m.%Y}",
        at_time=f"{now:%H.%M}",
    )
    page = text(siri.get("record:person", world.ola.record_id))
    assert "Angre avslutningen" not in page

    back = siri.post("record:withdraw_discharge", *ids(world))

    assert "ble flyttet" in text(siri.follow(back))
