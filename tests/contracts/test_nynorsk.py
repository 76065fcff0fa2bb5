"""A municipality that writes nynorsk meets no bokmål on its daily pages."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from access.roles import Role
from tenants.context import in_municipality
from tests import world as worlds
from tests.wording import BOKMAAL, words
from tests.world import PASSWORD

# Names of people, units and positions, which are stored and not translated.
DATA = {"sykepleier", "siri"}


@pytest.fixture
def mountains(fjell):
    with in_municipality(fjell):
        made = worlds.build()
        worlds.person("ada.admin", (Role.LOCAL_ADMIN, made.north))
        yield made


def _shown(html):
    html = re.sub(r"<(script|style|svg).*?</\1>", "", html, flags=re.DOTALL)
    attributes = re.findall(r'\b(?:alt|title|placeholder|aria-label)="([^"]*)"', html)
    return [text.strip() for text in attributes + re.split(r"<[^>]*>", html)]


def _pages_of(world):
    record = {"record_id": world.ola.record_id}
    return {
        None: [reverse("account_login"), reverse("account_reset_password")],
        "siri.sykepleier": [
            reverse("chart:start"),
            reverse("chart:patient", kwargs=record),
            reverse("documentation:new", kwargs=record),
            reverse("documentation:notes", kwargs=record),
            reverse("record:critical_add", kwargs=record),
            reverse("record:search"),
            reverse("access:profile"),
            reverse("access:my_lookups"),
        ],
        "mona.merkantil": [
            reverse("record:register"),
            reverse("record:person", kwargs=record),
        ],
        "lise.leder": [reverse("record:grants", kwargs=record)],
        "frank.fremmed": [reverse("chart:patient", kwargs=record)],
        "ruth.revisor": [reverse("audit:log")],
        "ada.admin": [
            reverse("admin:accounts_user_changelist"),
            reverse("admin:accounts_user_add"),
            reverse("admin:access_unit_changelist"),
        ],
    }


def test_daily_pages_are_in_nynorsk(mountains):
    wrong = []
    for username, pages in _pages_of(mountains).items():
        client = Client(headers={"host": "fjell.localhost"})
        if username:
            given = {"login": username, "password": PASSWORD}
            assert client.post(reverse("account_login"), given).status_code == 302
        for page in pages:
            answer = client.get(page)
            assert answer.status_code in {200, 403}, page
            assert answer.headers["Content-Language"] == "nn"
            wrong += [
                (page, text)
                for text in _shown(answer.content.decode())
                if (BOKMAAL - DATA) & words(text)
            ]

    assert wrong == []
