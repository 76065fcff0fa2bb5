"""Every page, on a phone and on a desk, by day and by night: usable by everybody.

A page is opened once, and looked at by axe in one of the four, the next one in the next;
what opens in it, too, and each is as narrow as a phone. Set AKSON_PICTURES=1 to look in all four and keep a screenshot of each.
"""

import re

import pytest
from django.conf import settings
from django.core import mail
from django.template.loader import render_to_string
from django.test import Client
from django.test.client import RequestFactory
from playwright.sync_api import Error

from access.first_user import invite_first_user
from tenants.context import in_municipality
from tests import world as worlds
from tests.journeys import ground as grounds
from tests.journeys.pages import (
    MUNICIPALITY,
    NO_PAGES,
    PAGES,
    address_of,
    names_in,
    picture_name,
)
from tests.journeys.pages_of_errors import TEMPLATES
from tests.journeys.rounds import Round
from tests.journeys.visits import Visit

# Beside each other on several cores; every page is in one of them, and they are as long.
PARTS = {
    "record": {"record"},
    "documentation": {"chart", "documentation", "blocking"},
    "administration": {"access", "staff", "rights"},
}
OTHERS = "others"


@pytest.fixture
def ground(world, fjell, monkeypatch):
    """Fjord with something on every page, and the links people get by post."""
    monkeypatch.setattr(settings, "AKSON_DEMO", True)  # shows its accounts
    ground = grounds.build(world)
    ground.ids["token"] = invite_first_user(fjell).split("/")[-2]
    worlds.person("gro.glemsk", email="gro@fjord.example")
    browser = Client(headers={"host": "fjord.localhost"})
    browser.post("/konto/glemt-passord/", {"email": "gro@fjord.example"})
    link = re.search(r"nytt-passord/(\w+?)-(\S+)/", str(mail.outbox[0].body))
    assert link is not None
    ground.ids["uidb36"], ground.ids["key"] = link.groups()
    return ground


@pytest.mark.parametrize("part", [*PARTS, OTHERS])
def test_every_page_is_usable_by_everybody(ground, fjord, screen, part):
    walk = Round(screen, ground.people)
    needs = names_in(MUNICIPALITY)
    with in_municipality(fjord):
        for name, visits in PAGES.items():
            if _part_of(name) == part:
                for visit in visits:
                    _visit(walk, ground, name, visit, needs)

    assert walk.problems == [], "\n".join(walk.problems)


def test_pages_that_tell_of_a_mishap_are_usable_by_everybody(database, screen):
    walk = Round(screen, {})
    for template, context in TEMPLATES.items():
        _show(walk, template, context)

    assert walk.problems == [], "\n".join(walk.problems)


def _part_of(name):
    space = name.partition(":")[0]
    return next((part for part, spaces in PARTS.items() if space in spaces), OTHERS)


def _visit(walk, ground, name, visit, needs):
    window = walk.window(visit.who)
    begin = visit.at or name
    path = address_of(begin, visit, ground.ids, needs[begin])
    window.expected = {visit.status, 422}
    answer = window.go(visit.host, path)
    title = picture_name(name, visit)
    try:
        if visit.act:
            visit.act(window.page)
    except Error as error:
        walk.note(title, [window.page.url, str(error)[:300]])
        return
    walk.look(window, title, status=visit.status, answer=answer, within=visit.within)


def _show(walk, template, context):
    """Show a page as the server would, where the server cannot be made to."""
    window = walk.window("")
    status = int(re.sub(r"\D", "", template) or 403)
    window.expected = {status}
    html = render_to_string(template, context, RequestFactory().get("/"))
    window.page.route(
        "**/feil/",
        lambda route: route.fulfill(status=status, body=html, content_type="text/html"),
    )
    answer = window.go("fjord", "/feil/")
    walk.look(window, picture_name(template, Visit()), status=status, answer=answer)
    window.page.unroute("**/feil/")


def test_every_address_of_a_municipality_is_a_page_here_or_says_why_not():
    named = {name for name in names_in(MUNICIPALITY) if not name.startswith("admin:")}

    assert named == PAGES.keys() | NO_PAGES.keys()
    assert not PAGES.keys() & NO_PAGES.keys()
