"""Wherever a day is typed, one that lies too far off is explained at its field and kept."""

from uuid import uuid4

import pytest
from django.test import Client

from access.accounts.models import User
from access.models import Employment
from access.roles import Role
from tests import world as worlds

FAR_OFF = ["31.12.9999", "01.01.0001"]
# Who types a day where, and in which fields; a moment has its time of day beside it.
PAGES = [
    ("mona.merkantil", "/patients/new/", ["birth_date", "starts_at_date"]),
    ("mona.merkantil", "/records/{record}/admit/", ["starts_at_date"]),
    ("mona.merkantil", "/records/{record}/applications/new/", ["received_on"]),
    ("lars.legevakt", "/legevakt/ny/", ["birth_date", "arrived_at_date"]),
    ("vigdis.sekretær", "/fastlegeliste/ny/", ["birth_date", "starts_on"]),
    ("mona.merkantil", "/soknader/ny/", ["received_on", "birth_date"]),
    ("siri.sykepleier", "/records/{record}/move/{stay}/", ["at_date"]),
    ("siri.sykepleier", "/records/{record}/discharge/{stay}/", ["at_date"]),
    ("siri.sykepleier", "/records/{record}/dead/", ["deceased_on"]),
    ("siri.sykepleier", "/records/{record}/person/edit/", ["birth_date"]),
    (
        "siri.sykepleier",
        "/records/{record}/relatives/new/",
        ["parental_from", "parental_until"],
    ),
    ("siri.sykepleier", "/records/{record}/notes/{new}/sign/", ["happened_at_date"]),
    ("lise.leder", "/records/{record}/grants/", ["until_date"]),
    ("ruth.revisor", "/logg/", ["since", "until"]),
    ("lise.leder", "/vakter/ny/", ["day"]),
    ("lise.leder", "/vakter/vaktledere/", ["last_day"]),
    ("arne.admin", "/admin/access/employment/add/", ["first_day", "last_day"]),
    ("arne.admin", "/admin/access/employment/{employment}/change/", ["last_day"]),
]


def _browser_of(username):
    client = Client(headers={"host": "fjord.localhost"})
    user = User.objects.get(username=username)
    client.force_login(user, backend="access.backends.AccountBackend")
    return client


def _typed(fields, day):
    """What is sent: the same day everywhere, with a time of day where there is a field for it."""
    days = dict.fromkeys(fields, day)
    times = {field.replace("_date", "_time"): "14.05" for field in fields}
    return {"form_id": str(uuid4()), **times, **days}


@pytest.mark.parametrize("day", FAR_OFF)
@pytest.mark.parametrize(("username", "page", "fields"), PAGES)
def test_day_is_explained_at_its_field_and_kept(world, username, page, fields, day):
    worlds.person("arne.admin", (Role.LOCAL_ADMIN, world.north.parent))
    worlds.person("lars.legevakt", (Role.NURSE, worlds.legevakt(world)))
    office, _list = worlds.practice(world, "Berit Dahl")
    worlds.person("vigdis.sekretær", (Role.CLERK, office))
    address = page.format(
        record=world.ola.record_id,
        stay=world.ola.episode_id,
        new=uuid4(),
        employment=Employment.objects.get(user=world.nurse.user_id).pk,
    )

    answer = _browser_of(username).post(address, _typed(fields, day))

    assert answer.status_code in {200, 422}
    shown = answer.content.decode()
    assert all(f'name="{field}" value="{day}"' in shown for field in fields)
    said = shown.count("Sjekk årstallet") + shown.count("fram i tid")
    assert said >= len(fields)


@pytest.mark.parametrize("day", FAR_OFF)
def test_paper_of_such_days_is_not_made(world, day):
    address = f"/records/{world.ola.record_id}/print/"

    answer = _browser_of("siri.sykepleier").get(address, {"since": day, "until": day})

    assert answer.status_code == 422
    assert "Sjekk årstallet" in answer.content.decode()


@pytest.mark.parametrize("moment", ["99991231T235959.999999", "00010101T000000.000000"])
def test_page_of_the_log_after_such_a_moment_is_shown(world, moment):
    answer = _browser_of("ruth.revisor").get("/logg/", {"etter": f"{moment}_{uuid4()}"})

    assert answer.status_code == 200
