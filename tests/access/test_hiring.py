"""Somebody comes and somebody goes, in one step; and what an administrator has to see to."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.core import mail
from django.db import connections
from django.utils import timezone

from access.accounts.models import User
from access.errors import RightsError
from access.models import Employment
from access.roles import Role
from access.services.hiring import end_all, free_username
from access.staff.selectors.follow_up import follow_up
from audit.verbs import Verb
from tests import world as worlds
from tests.access.conftest import new_browser
from tests.access.staff.conftest import browser_of
from tests.database import as_superuser

ADD = "/admin/accounts/user/add/"
WAITING = """
SELECT count(*) FROM pg_stat_activity WHERE datname = %s AND wait_event_type = 'Lock'
"""


def _typed(unit, **more):
    typed = {
        "first_name": "Åse",
        "last_name": "Bjørke Lie",
        "email": "ase@fjord.example",
        "profession": "SP",
        "role": Role.NURSE.value,
        "content_object": str(unit.pk),
        "first_day": f"{timezone.localdate():%d.%m.%Y}",
    }
    return typed | more


def test_a_nurse_is_hired_with_one_form_and_gets_her_link(
    administrator, world, browser, sign_in, logged
):
    sign_in("arne.admin")

    answer = browser.post(ADD, _typed(world.north), follow=True)

    ase = User.objects.get(username="ase.bjorkelie")
    assert answer.redirect_chain == [(f"/admin/accounts/user/{ase.pk}/change/", 302)]
    assert "Gi denne lenken til Åse Bjørke Lie" in answer.text
    assert mail.outbox[0].to == ["ase@fjord.example"]
    mailed = str(mail.outbox[0].body)
    (path,) = re.findall(r"http://fjord\.localhost(/konto/nytt-\S+/)", mailed)
    assert "virker ikke lenger" not in new_browser().get(path, follow=True).text
    assert Employment.objects.get(user=ase).content_object == world.north
    assert (ase.email, ase.has_usable_password()) == ("ase@fjord.example", False)
    whats = [event["detail"]["what"] for event in logged(Verb.RIGHTS_CHANGED)]
    assert whats == ["account_created", "hired", "password_link"]


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"content_object": ""}, "Velg enheten."),
        ({"last_day": "01.01.2020"}, "Sluttdato må være etter startdato."),
        ({"username": "siri.sykepleier"}, "allerede"),
        ({"first_name": "李", "last_name": "王"}, "Skriv et brukernavn."),
    ],
)
def test_nothing_is_made_when_something_is_wrong(
    administrator, world, browser, sign_in, wrong, message
):
    sign_in("arne.admin")

    answer = browser.post(ADD, _typed(world.north, **wrong))

    assert answer.status_code == 200
    assert message in answer.text
    assert not User.objects.filter(email="ase@fjord.example").exists()


def test_a_user_name_is_made_that_nobody_has(world):
    worlds.person("kari.nordmann")

    assert free_username("Kari", "Nordmann") == "kari.nordmann2"
    assert free_username("Máhtte-Ánde", "Đoŋgŋa") == "mahtteande.dongna"


def test_who_leaves_has_no_work_anywhere_now_or_later(world, administrator, logged):
    nils = worlds.person("nils.ny", (Role.NURSE, world.north))
    worlds.hire(nils, Role.NURSE, world.south, since=timedelta(days=-10))
    by = worlds.worker(administrator)

    assert end_all(nils, by=by) == 2

    assert not nils.employment_set.exclude(valid_until__lte=timezone.now()).exists()
    for event in logged(Verb.RIGHTS_CHANGED):
        assert "rights" not in event["detail"]  # none are left
    with pytest.raises(RightsError, match="egne rettigheter"):
        end_all(administrator, by=by)


def test_who_leaves_leaves_also_what_follows_on_what_is_in_force(world, administrator):
    nils = worlds.person("nils.ny")
    soon = timezone.now() + timedelta(days=2)
    worlds.hire(nils, Role.NURSE, world.south, until=soon)
    worlds.hire(nils, Role.LOCAL_ADMIN, world.south, until=soon)
    later = {"since": timedelta(days=-3), "until": soon + timedelta(days=5)}
    worlds.hire(nils, Role.NURSE, world.south, **later)
    worlds.hire(nils, Role.NURSE, world.south, since=timedelta(days=-10))
    worlds.hire(nils, Role.AUDITOR, world.south, since=timedelta(days=-10))

    assert end_all(nils, by=worlds.worker(administrator)) == 5

    assert not nils.employment_set.exclude(valid_until__lte=timezone.now()).exists()


@pytest.fixture
def while_stored(database):
    """Do something whose form is found right before what another stores is seen."""

    def do(sql, value, ask):
        def asked():
            try:
                return ask()
            finally:
                connections.close_all()

        with as_superuser(database) as other, ThreadPoolExecutor(1) as one:
            with other.transaction():
                other.execute(sql, [value])
                answer = one.submit(asked)
                with as_superuser() as server:
                    while server.execute(WAITING, [database]).fetchone() != (1,):
                        assert not answer.done()
            return answer.result()

    return do


def test_what_was_typed_is_kept_when_another_takes_the_user_name_meanwhile(
    administrator, world, browser, sign_in, while_stored
):
    sign_in("arne.admin")
    taken = "UPDATE fjord.accounts_user SET username = 'ase.bjorkelie' WHERE id = %s"

    answer = while_stored(
        taken,
        world.nurse.user_id,
        lambda: browser.post(ADD, _typed(world.north), follow=True),
    )

    assert "Bjørke Lie" in answer.text
    assert "ase@fjord.example" in answer.text
    assert "Noen andre har nettopp tatt i bruk brukernavnet" in answer.text
    assert not User.objects.filter(email="ase@fjord.example").exists()


def test_who_is_hired_while_he_is_let_go_is_told_of_and_let_go_anew(
    administrator, world, browser, sign_in, while_stored
):
    nils = worlds.person("nils.ny")
    ago = timezone.now() - timedelta(days=5)
    ended = worlds.hire(nils, Role.NURSE, world.south, until=ago)
    worlds.hire(nils, Role.NURSE, world.south, since=timedelta(days=-10))
    sign_in("arne.admin")
    again = "UPDATE fjord.access_employment SET valid_until = now() + interval '5 d' WHERE id = %s"
    page = f"/admin/accounts/user/{nils.pk}/change/"
    typed = {"first_name": "Nils", "last_name": "Ny", "username": "nils.ny"}
    leave = typed | {"accounts_user_leave": "1"}

    told = while_stored(again, ended.pk, lambda: browser.post(page, leave, follow=True))

    assert "Noen andre endret ansettelsene samtidig. Prøv igjen." in told.text
    assert "2 ansettelser er avsluttet" in browser.post(page, leave, follow=True).text


def test_what_has_to_be_seen_to_is_counted_and_found(
    world, root, administrator, browser, sign_in
):
    soon = timezone.now() + timedelta(days=20)
    ending = worlds.person("nils.ny")
    worlds.hire(ending, Role.NURSE, world.south, until=soon)
    long_ago = timezone.now() - timedelta(days=400)
    User.objects.filter(pk=ending.pk).update(date_joined=long_ago)
    seen = follow_up(worlds.worker(administrator), [root.pk])
    sign_in("arne.admin")

    page = browser.get("/admin/").text

    assert (seen.ending, seen.unused) == (1, 1)
    assert "En konto er ikke brukt på 90 dager." in page
    unused = browser.get("/admin/accounts/user/?use=unused").text
    assert "nils.ny" in unused
    assert "siri.sykepleier" not in unused
    assert "Nils Ny" in browser.get("/admin/access/employment/?status=ending").text


def test_a_unit_nobody_leads_is_pointed_out_until_somebody_leads_above_it(
    world, root, administrator, browser, sign_in
):
    Employment.objects.filter(permission__codename=Role.LEADER.codename).delete()
    by = worlds.worker(administrator)
    before = follow_up(by, [root.pk]).leaderless
    sign_in("arne.admin")
    assert world.north.name in browser.get("/admin/access/unit/?leader=none").text

    worlds.person("lars.leder", (Role.LEADER, root))

    assert before > 0
    assert follow_up(by, [root.pk]).leaderless == 0


def test_who_typed_a_wrong_password_too_often_is_let_in_again(
    world, administrator, browser, sign_in, logged
):
    for _attempt in range(5):
        sign_in("siri.sykepleier", "feil-passord-her")
    assert sign_in("siri.sykepleier").status_code == 429
    page = f"/admin/accounts/user/{world.nurse.user_id}/change/"
    arne = browser_of("arne.admin")
    assert "Åpne innloggingen etter feil passord" in arne.get(page).text

    typed = {"first_name": "Siri", "last_name": "S", "username": "siri.sykepleier"}
    arne.post(page, typed | {"accounts_user_unlock": "1"})

    assert logged(Verb.RIGHTS_CHANGED)[-1]["detail"]["what"] == "sign_in_opened"
    assert sign_in("siri.sykepleier").status_code == 302
    assert "Åpne innloggingen" not in arne.get(page).text
