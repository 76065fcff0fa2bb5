"""Each page belongs to a module or to the core, and a closed module has no page and no link."""

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import URLResolver, get_resolver

from access.roles import Role
from tenants import directory
from tenants.context import in_consortium
from tenants.modules.models import ModuleSetting
from tenants.modules.registry import PAGES, Module, State, modules_of, state_of
from tests import world as worlds
from tests.world import PASSWORD

# What no municipality is without: the record and its door, people, rights and the log.
CORE = {
    "access",
    "account",
    "admin",
    "audit",
    "blocking",
    "chart",
    "documentation",
    "mfa",
    "oidc",
    "oversight",
    "readers",
    "record",
    "rights",
    "staff",
}


def pages(patterns, within=""):
    """List the pages' names, with how many ids each takes."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            space = f"{pattern.namespace}:" if pattern.namespace else ""
            yield from pages(pattern.url_patterns, within + space)
        else:
            yield f"{within}{pattern.name}"


PAGES_HERE = sorted(
    set(pages(get_resolver("akson_project.urls_municipality").url_patterns))
)


def test_each_page_belongs_to_a_module_or_to_the_core():
    homeless = {
        page
        for page in PAGES_HERE
        if not modules_of(page) and page.replace("_", ":").split(":")[0] not in CORE
    }

    assert homeless == set()
    assert {module for page in PAGES_HERE for module in modules_of(page)} == set(Module)
    assert all(any(page.startswith(start) for page in PAGES_HERE) for start in PAGES)


def test_a_page_of_two_modules_is_there_while_one_of_them_is():
    off = {Module.GP_LISTS.value: "off"}

    assert state_of("enrolments:gp_list", off) == State.OFF
    assert state_of("enrolments:move", off) == State.ON
    assert state_of("enrolments:move", off | {"programmes": "reading"}) == State.READING
    assert state_of("chart:start", off) == State.ON


@pytest.fixture
def mona(world):
    """A clerk of every module, with a menu link to each."""
    office, *_lists = worlds.practice(world, "Dr. Berg")
    units = [office, worlds.health_station(world), worlds.legevakt(world)]
    user = worlds.person("mona.alt", *((Role.CLERK, unit) for unit in units))
    worlds.hire(user, Role.CASE_HANDLER, world.north)
    browser = Client(headers={"host": "fjord.localhost"})
    browser.post("/konto/logg-inn/", {"login": "mona.alt", "password": PASSWORD})
    chosen = [str(unit.pk) for unit in (*units, world.north)]
    assert browser.post("/arbeidssted/", {"units": chosen}).status_code == 303
    return browser


# Only what a page of ours sends is given back.
FROM_US = {"origin": "http://fjord.localhost"}
ADDRESSES = {
    "/soknader/": Module.APPLICATIONS,
    "/legevakt/": Module.LEGEVAKT,
    "/fastlegeliste/": Module.GP_LISTS,
    "/helsestasjon/": Module.PROGRAMMES,
}


def choose(municipality, state):
    with in_consortium():
        for module in Module:
            ModuleSetting.objects.update_or_create(
                municipality=municipality, module=module, defaults={"state": state}
            )
    directory.invalidate()


def test_what_is_off_has_no_link_and_no_page_and_what_is_read_takes_nothing_in(
    mona, fjord
):
    menu = mona.get("/profil/").text
    assert all(f'href="{address}"' in menu for address in ADDRESSES)

    choose(fjord, State.READING)
    for address in ADDRESSES:
        assert "Du kan lese, men ikke lagre" in mona.get(address).text
        typed = {"phone": "55 10 20 30"}
        refused = mona.post(f"{address}ny/", typed, headers=FROM_US)
        assert refused.status_code == 403
        assert "Denne delen av Akson kan bare leses" in refused.text
        assert "55 10 20 30" in refused.text
    assert "Du kan lese, men ikke lagre" not in mona.get("/profil/").text

    choose(fjord, State.OFF)
    menu = mona.get("/profil/").text
    for address in ADDRESSES:
        assert f'href="{address}"' not in menu
        assert mona.get(address).status_code == 404
    record = uuid4()
    assert mona.get(f"/records/{record}/contact/close/").status_code == 404
    assert mona.get(f"/records/{record}/applications/").status_code == 404
