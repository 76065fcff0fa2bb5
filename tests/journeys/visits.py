"""One look at a page, and what may be done there before."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse
from playwright.sync_api import Page

from tests.world import PASSWORD


@dataclass(frozen=True)
class Visit:
    """One look at a page.

    Args:
        who: whose window, by the names of `ground.people`; "" for nobody.
        ids: other ids than the ground's usual ones, by the address's own names.
        query: what follows the path.
        host: the municipality.
        at: another page to begin at, by name.
        act: what is done there first, for instance to open a dialog.
        status: what the page itself answers.
        note: tells pictures apart.
        within: the only part that is looked at, when something lies over the rest.
    """

    who: str = "nurse"
    ids: Mapping[str, str] = field(default_factory=dict)
    query: str = ""
    host: str = "fjord"
    at: str = ""
    act: Callable[[Page], Any] | None = None
    status: int = 200
    note: str = ""
    within: str | None = None


def press(name: str) -> Callable[[Page], Any]:
    """Press a button of the page's own, and wait for what comes."""

    def act(page: Page) -> None:
        with page.expect_navigation():
            page.get_by_role("main").get_by_role("button", name=name).first.click()

    return act


def type_and_press(typed: Mapping[str, str], name: str) -> Callable[[Page], Any]:
    """Fill in fields by their labels, press a button, and wait for what comes."""

    def act(page: Page) -> None:
        for label, text in typed.items():
            page.get_by_role("main").get_by_label(label).first.fill(text)
        press(name)(page)

    return act


def confirm(name: str) -> Callable[[Page], Any]:
    """Say that it is oneself, and go to a page that asks for it."""

    def act(page: Page) -> None:
        type_and_press({"Passord": PASSWORD}, "Gå videre")(page)
        path = reverse(f"access:{name}", urlconf="akson_project.urls_municipality")
        page.goto(page.url.partition("/konto/")[0] + path)

    return act


def open_by(name: str) -> Callable[[Page], Any]:
    """Press a button that opens something in the page."""

    def act(page: Page) -> None:
        page.get_by_role("button", name=name).first.click()
        page.locator("dialog[open], :popover-open").first.wait_for()

    return act


def search(words: str) -> Callable[[Page], Any]:
    def act(page: Page) -> None:
        with page.expect_navigation():
            field = page.get_by_role("main").get_by_role("searchbox")
            field.fill(words)
            field.press("Enter")

    return act


def unfold(page: Page) -> None:
    """Open what is folded away."""
    page.locator("main details").evaluate_all("all => all.forEach(d => d.open = true)")
