"""Every page, on a phone and on a desk, by day and by night: usable by everybody.

A page is looked at once in each of the four; what opens in it, too. Set AKSON_PICTURES
to keep a screenshot of each.
"""

import os
import re

import pytest
from django.conf import settings
from django.core import mail
from django.template.loader import render_to_string
from django.test import Client
from django.test.client import RequestFactory
from playwright.sync_api import Error

from access.accounts.models import User
from access.first_user import invite_first_user
from tenants.context import in_municipality
from tests.journeys import ground as grounds
from tests.journeys.pages import (
    MUNICIPALITY,
    NO_PAGES,
    PAGES,
    TEMPLATES,
    Visit,
    address_of,
    names_in,
    picture_name,
)

PICTURES = os.environ.get("AKSON_PICTURES") == "1"
WIDTHS = pytest.mark.parametrize("width", [320, 1280])
SCHEMES = pytest.mark.parametrize("scheme", ["light", "dark"])
ADMIN_IMPACTS = {"serious", "critical"}
# Django's and Unfold's own addresses that show no page of their own.
ADMIN_NO_PAGES = {
    "admin:autocomplete": "answers a script",
    "admin:first_user": "POST",
    "admin:jsi18n": "a script",
    "admin:logout": "POST",
    "admin:start": "POST",
    "admin:view_on_site": "leads on",
}


class Round:
    """One walk through all pages, in one window for each person, all of the same kind."""

    def __init__(self, screen, ground, *, width, scheme):
        self.ground = ground
        self.kind = f"{width}-{scheme}"
        self.open_window = lambda: screen(width=width, scheme=scheme)
        self.windows = {}
        self.problems = []

    def window(self, who):
        """Give a person's window; signed in without typing, which has its own journey."""
        if who not in self.windows:
            self.windows[who] = self.open_window()
            if who:
                user = User.objects.get(pk=self.ground.people[who])
                sign_in(self.windows[who], user, host="fjord.localhost")
        return self.windows[who]

    def look(self, window, name, *, status, answer, impacts=None, within=None):
        """Note everything that is wrong with the page in a window."""
        page = window.page
        seen = [f"{complaint}" for complaint in window.complaints]
        window.complaints.clear()
        if answer.status != status:
            seen.append(f"status {answer.status}")
        headings = page.get_by_role("heading", level=1).count()
        if headings != 1:
            seen.append(f"{headings} h1")
        if window.is_too_wide():
            seen.append("scrolls sideways")
        seen += window.violations(impacts=impacts, within=within)
        if PICTURES:
            window.picture(f"{name}-{self.kind}")
        self.problems += [(name, self.kind, problem) for problem in seen]


def sign_in(window, user, *, host):
    """Put a session into a window."""
    client = Client(headers={"host": host})
    client.force_login(user, backend=settings.AUTHENTICATION_BACKENDS[-1])
    window.context.add_cookies(
        [
            {
                "name": "akson-session",
                "value": client.cookies["akson-session"].value,
                "url": f"http://{host}",
            }
        ]
    )


@pytest.fixture
def ground(world, fjell, monkeypatch):
    """Fjord with something on every page, and the links people get by post."""
    monkeypatch.setattr(settings, "AKSON_DEMO", True)  # shows its accounts
    ground = grounds.build(world)
    ground.ids["token"] = invite_first_user(fjell).split("/")[-2]
    User.objects.filter(pk=world.nurse.user_id).update(email="siri@fjord.example")
    browser = Client(headers={"host": "fjord.localhost"})
    browser.post("/konto/glemt-passord/", {"email": "siri@fjord.example"})
    link = re.search(r"nytt-passord/(\w+?)-(\S+)/", str(mail.outbox[0].body))
    assert link is not None
    ground.ids["uidb36"], ground.ids["key"] = link.groups()
    return ground


@WIDTHS
@SCHEMES
def test_every_page_is_usable_by_everybody(ground, fjord, screen, width, scheme):
    walk = Round(screen, ground, width=width, scheme=scheme)
    needs = names_in(MUNICIPALITY)
    with in_municipality(fjord):
        for name, visits in PAGES.items():
            for visit in visits:
                _visit(walk, name, visit, needs)
    for template, context in TEMPLATES.items():
        _show(walk, template, context)

    assert walk.problems == [], "\n".join(map(str, walk.problems))


def _visit(walk, name, visit, needs):
    window = walk.window(visit.who)
    begin = visit.at or name
    path = address_of(begin, visit, walk.ground.ids, needs[begin])
    window.expected = {visit.status, 422}
    answer = window.go(visit.host, path)
    title = picture_name(name, visit)
    try:
        if visit.act:
            visit.act(window.page)
    except Error as error:
        walk.problems.append((title, walk.kind, window.page.url, str(error)[:300]))
        return
    walk.look(
        window,
        title,
        status=visit.status,
        answer=answer,
        within=visit.within,
    )


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
