"""A real browser, a real web server, and a page that notices what goes wrong."""

import os
import re
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from django.db import connections
from django.test.testcases import LiveServerThread
from playwright.sync_api import Error, expect, sync_playwright

from tests.world import PASSWORD

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
NEEDED = os.environ.get("AKSON_REQUIRE_BROWSER") == "1"
SCREENSHOTS = Path(__file__).resolve().parents[1] / "screenshots"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PATIENCE_MS = 20_000  # two cores are shared by a browser, a server and a database
USERNAME = re.compile("Bruk(ernavn|arnamn)")  # a municipality writes one of the two
expect.set_options(timeout=PATIENCE_MS)
# No files are fetched again: what needs them is about turning a phone on its side.
AXE_OPTIONS = {"runOnly": RULES, "resultTypes": ["violations"], "preload": False}
AXE_HAS_COME = "() => typeof axe === 'object'"
AXE_RUN = """async ([context, options]) => {
  const answer = await axe.run(context ?? document, options);
  return answer.violations.map(({id, help, impact, nodes}) => (
    [id, help, impact, nodes.slice(0, 5).map((node) => node.target)]
  ));
}"""
# Resolves when the page is drawn as it is told to be, and nothing fades any more.
AT_REST = """async () => {
  const frame = () => new Promise(requestAnimationFrame);
  await frame();
  await frame();
  await Promise.allSettled(document.getAnimations().map((one) => one.finished));
}"""
# How far the page is wider than its window; a part of it may scroll by itself.
WIDER = "() => document.documentElement.scrollWidth - innerWidth"
QUIET = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_collection_modifyitems(items):
    """Every test in this folder is a journey; without a browser it says so."""
    missing = pytest.mark.skip(reason=f"no browser at {CHROMIUM}; run .ci/setup")
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("journey")
            if not NEEDED and not Path(CHROMIUM).exists():
                item.add_marker(missing)


@pytest.fixture(scope="session")
def browser():
    """Debian's Chromium; the product's tests download none."""
    # Playwright runs an event loop in this thread, and Django would refuse the database.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=CHROMIUM, args=[*QUIET, *sandbox]
        )
        yield launched
        launched.close()


@pytest.fixture
def server(database):
    """The product on a port of its own, on this test's database."""
    # Static files come from WhiteNoise, as they do to people; Django's handler is not asked.
    handler: Any = lambda product: product  # noqa: E731 - what the thread calls a class
    thread = LiveServerThread("127.0.0.1", handler, port=0)
    thread.daemon = True
    thread.start()
    thread.is_ready.wait()
    if thread.error:
        raise thread.error
    yield thread.port
    thread.terminate()
    connections.close_all()


class Screen:
    """One person's browser window, which remembers every complaint of the console."""

    def __init__(self, context, port):
        self.context = context
        self.port = port
        self.expected = set()
        self.complaints = []
        self.page = self._watched(context.new_page())

    def _watched(self, page):
        page.set_default_timeout(PATIENCE_MS)
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("response", self._response)
        return page

    def _console(self, message):
        about_status = "Failed to load resource" in message.text
        if message.type == "error" and not about_status:
            self.complaints.append(message.text)

    def _response(self, response):
        if response.status >= 400 and response.status not in self.expected:
            self.complaints.append(f"{response.status} {response.url}")

    def tab(self):
        """Open another tab of the same browser, where the same person is signed in."""
        return self._watched(self.context.new_page())

    def url(self, host, path="/"):
        """Give the address of a page of a municipality, or of the consortium."""
        return f"http://{host}.localhost:{self.port}{path}"

    def go(self, host, path="/"):
        """Open an address of a municipality, or of the consortium."""
        return self.page.goto(self.url(host, path))

    def sign_in(self, host, username, password=PASSWORD):
        """Sign in through the page, as a person does."""
        self.go(host)
        self.type_account(self.page, username, password)

    def type_account(self, page, username, password=PASSWORD):
        """Fill in the sign-in page that is open, and go on."""
        page.get_by_label(USERNAME).fill(username)
        page.get_by_label("Passord", exact=True).fill(password)
        page.get_by_role("button", name="Logg inn", exact=True).click()
        page.wait_for_url(lambda url: "/logg-inn/" not in url)

    def violations(self, *, impacts=None, within=None):
        """List what axe finds on the page as it is now.

        Args:
            impacts: only these are counted; all when left out.
            within: selector of the only part to look at; what lies over a page hides
                halves of links, which axe takes for small ones.
        """
        if not self.page.evaluate(AXE_HAS_COME):
            self.page.evaluate(AXE_SCRIPT)
        found = self.page.evaluate(AXE_RUN, [within, AXE_OPTIONS])
        return [rule for rule in found if impacts is None or rule[2] in impacts]

    def check(self, *, impacts=None, within=None):
        """Fail on anything axe finds on the page as it is now; see `violations`."""
        assert self.violations(impacts=impacts, within=within) == []

    def become(self, width, scheme):
        """Be another window: a phone's, or one in the dark."""
        self.page.set_viewport_size({"width": width, "height": 900})
        self.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        self.page.evaluate(AT_REST)

    def is_too_wide(self):
        """Whether the page can be moved sideways."""
        self.page.wait_for_load_state()  # a page that has just begun has no element yet
        return self.page.evaluate(WIDER) > 0

    def check_width(self):
        """Fail when the page can be moved sideways."""
        assert not self.is_too_wide(), self.page.url

    def picture(self, name):
        """Keep a screenshot where a person can look at it; never committed."""
        SCREENSHOTS.mkdir(exist_ok=True)
        try:
            self.page.screenshot(path=SCREENSHOTS / f"{name}.png", full_page=True)
        except Error:
            self.page.screenshot(path=SCREENSHOTS / f"{name}.png")


@pytest.fixture
def screen(browser, server):
    """Make a window: `screen()`, or with a width and a colour scheme."""
    windows = []

    def open_window(*, width=1280, scheme="light", **options):
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            reduced_motion="reduce",
            locale="nb-NO",
            timezone_id="Europe/Oslo",
            **options,
        )
        windows.append(Screen(context, server))
        return windows[-1]

    yield open_window
    complaints = [complaint for window in windows for complaint in window.complaints]
    for window in windows:
        window.context.close()
    assert complaints == []
