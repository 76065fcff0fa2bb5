"""Whoever is new in the consortium finds from page to page, and meets no closed door."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from access.consortium.roles import StaffRole
from tenants.alarms.models import Alarm, AlarmReceiver
from tenants.suspending import services

HREF = re.compile(r'<a[^>]*\shref="(/[^"#]*)"')
CHANGE = "/admin/tenants/municipality/{}/change/"


def addresses(page):
    """Where a page's links lead; not out of the administration."""
    found = HREF.findall(page.content.decode())
    return {one for one in found if not one.endswith("logout/")}


def is_on(page, name):
    """Whether a switch is on as the page is opened."""
    [switch] = re.findall(rf'<input[^>]*name="{name}"[^>]*>', page)
    return bool(re.search(r"\schecked[\s>]", switch))


@pytest.mark.parametrize("role", ["register", "rollout", "support", "security"])
def test_every_link_of_the_first_page_and_of_a_municipalitys_opens(staff, fjord, role):
    browser = staff("ny", role)
    leads = addresses(browser.get("/admin/"))
    leads |= addresses(browser.get(CHANGE.format(fjord.pk)))

    answers = {one: browser.get(one).status_code for one in leads}

    assert len(answers) > 5
    assert {one: code for one, code in answers.items() if code >= 400} == {}


def test_what_was_proposed_is_on_the_first_page_of_those_who_may_confirm(staff, fjord):
    rolf, sara = staff("rolf", "rollout"), staff("sara", "security")
    day = timezone.localdate() + timedelta(days=9)
    services.propose(fjord, on=day, reason="Utmeldt", by="rolf")
    said, lead = "Stans av Fjord venter på bekreftelse", f"{fjord.pk}/suspension/"

    page = sara.get("/admin/").content.decode()

    assert said in page
    assert lead in page
    assert said not in rolf.get("/admin/").content.decode()
    assert said not in staff("bente", "support").get("/admin/").content.decode()
    assert (
        "Avvis forslaget"
        in sara.get(f"/admin/tenants/municipality/{lead}").content.decode()
    )


def test_alarm_is_taken_on_by_its_own_button_once_and_nothing_else_is_stored(
    staff, fjord
):
    alarm = Alarm.objects.create(
        municipality=fjord, work="backup", began_at=timezone.now()
    )
    address = f"/admin/tenants/alarm/{alarm.pk}/change/"
    bente, ben = staff("bente", "support"), staff("ben", "support")

    page = bente.get(address).content.decode()
    assert "runbook.md#backup" in page
    assert 'name="take_on"' in page
    assert 'name="_save"' not in page
    bente.post(address, {"_save": "1"})
    alarm.refresh_from_db()
    assert alarm.accepted_at is None
    bente.post(address, {"take_on": "1"})
    ben.post(address, {"take_on": "1"})

    alarm.refresh_from_db()
    assert alarm.accepted_by == "bente"
    assert 'name="take_on"' not in ben.get(address).content.decode()


def test_support_is_told_on_the_first_page_that_alarms_reach_nobody(staff, fjord):
    bente, said = staff("bente", "support"), "Ingen er satt opp til å få alarmene"

    assert said in bente.get("/admin/").content.decode()
    AlarmReceiver.objects.create(channel="mail", address="vakt@akson.example")
    assert said not in bente.get("/admin/").content.decode()


def test_municipality_leads_to_what_the_lists_have_of_it_alone(staff, fjord, fjell):
    page = staff("rolf", "rollout").get(CHANGE.format(fjord.pk)).content.decode()
    [lists] = re.findall(r'<nav class="staff-ways".*?</nav>', page, re.DOTALL)

    assert "Krav før pilot" in lists
    assert "Alarmer" not in lists
    assert f"rolloutstage/?municipality__id__exact={fjord.pk}" in lists


def test_row_added_from_a_municipalitys_list_is_that_municipalitys(staff, fjord):
    browser, chosen = staff("rolf", "rollout"), f'value="{fjord.pk}" selected'
    stood = f"/admin/tenants/{{}}/?municipality__id__exact={fjord.pk}"

    for kind in ("agreement", "rolloutstage", "modulesetting"):
        leads = addresses(browser.get(stood.format(kind)))
        [add] = [one for one in leads if f"{kind}/add/?_changelist" in one]
        assert chosen in browser.get(add).content.decode()
    cut = f"{kind}/add/?_changelist_filters=municipality__id__exact%3D5b3a"
    assert browser.get(f"/admin/tenants/{cut}").status_code == 200


def test_second_host_name_is_not_the_primary_one_unless_it_is_chosen(staff, fjord):
    page = staff("randi", "register").get(CHANGE.format(fjord.pk)).content.decode()

    assert 'name="domains-TOTAL_FORMS" value="1"' in page
    assert is_on(page, "domains-0-is_primary")
    assert not is_on(page, "domains-__prefix__-is_primary")


@pytest.mark.parametrize("kind", ["municipality", "alarm"])
def test_address_that_was_cut_leads_back_to_the_first_page(staff, fjord, kind):
    browser = staff("ny", *StaffRole)

    answer = browser.get(f"/admin/tenants/{kind}/5b3a/change/", follow=True)

    assert answer.redirect_chain[-1][0] == "/admin/"
