"""Which pages there are, who visits each, and what is done there before it is looked at.

Whoever adds an address to a municipality's, names it here: in `PAGES` when it shows
something, in `NO_PAGES` with the reason when it does not.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver, reverse
from playwright.sync_api import Page

MUNICIPALITY = "akson_project.urls_municipality"
CONSORTIUM = "akson_project.urls_consortium"


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


def _press(name: str) -> Callable[[Page], Any]:
    """Press a button of the page's own, and wait for what comes."""

    def press(page: Page) -> None:
        with page.expect_navigation():
            page.get_by_role("main").get_by_role("button", name=name).first.click()

    return press


def _type_and_press(typed: Mapping[str, str], name: str) -> Callable[[Page], Any]:
    """Fill in fields by their labels, press a button, and wait for what comes."""

    def act(page: Page) -> None:
        for label, text in typed.items():
            page.get_by_role("main").get_by_label(label).first.fill(text)
        _press(name)(page)

    return act


def _open(name: str) -> Callable[[Page], Any]:
    """Press a button that opens something in the page."""

    def press(page: Page) -> None:
        page.get_by_role("button", name=name).first.click()
        page.locator("dialog[open], :popover-open").first.wait_for()

    return press


def _search(words: str) -> Callable[[Page], Any]:
    def search(page: Page) -> None:
        with page.expect_navigation():
            field = page.get_by_role("main").get_by_role("searchbox")
            field.fill(words)
            field.press("Enter")

    return search


def _unfold(page: Page) -> None:
    """Open what is folded away."""
    page.locator("main details").evaluate_all("all => all.forEach(d => d.open = true)")


def _record(record: str, **facts: Any) -> Visit:
    return Visit(ids={"record_id": record}, note=record, **facts)


PAGES: dict[str, list[Visit]] = {
    "chart:start": [
        Visit(),
        Visit(query="?vis=rom", note="rooms"),
        Visit("auditor", note="led-on"),
        Visit(act=_open("Meny for"), within="#menu", note="menu"),
    ],
    "chart:patient": [
        Visit(),
        Visit("leader", note="leader"),
        Visit("stranger", note="granted"),
        _record("alike"),
        _record("long"),
        _record("case"),
        _record("dead"),
        _record("former"),
        Visit("stranger", ids={"record_id": "long"}, status=403, note="refused"),
        Visit(ids={"record_id": "patient_id"}, status=404, note="unknown"),
    ],
    "record:search": [Visit(), Visit(act=_press("Søk"), note="empty")],
    "record:search_results": [
        Visit(at="record:search", act=_search("ola fjelhem"), note="hits"),
        Visit(at="record:search", act=_search("Xqwz"), note="none"),
        Visit("clerk", at="record:search", act=_search("Xqwz"), note="none-clerk"),
    ],
    "record:register": [
        Visit("clerk"),
        Visit("clerk", act=_press("Registrer og"), note="empty"),
        Visit(status=403, note="refused"),
    ],
    "record:admit": [Visit("clerk"), Visit("leader", ids={"record_id": "former"})],
    "record:move": [
        Visit(),
        Visit(act=_type_and_press({"Dato": "31.12.9999"}, "Flytt"), note="far-off"),
    ],
    "record:discharge": [Visit()],
    "record:stay_edit": [
        Visit(),
        Visit(act=_type_and_press({"Dato": "13.02.1492"}, "Lagre"), note="wrong"),
    ],
    "record:mark_dead": [Visit(), Visit(act=_press("Meld død"), note="empty")],
    "record:person": [
        Visit(act=_unfold),
        Visit("clerk", note="clerk"),
        Visit(act=_open("Ta ut"), within="dialog[open]", note="dialog"),
        _record("long"),
        _record("dead"),
        _record("former", act=_unfold),
    ],
    "record:person_edit": [Visit(), _record("long")],
    "record:number_add": [Visit()],
    "record:address": [_record("long")],
    "record:relative_add": [Visit()],
    "record:relative_edit": [Visit()],
    "record:relative_link": [
        Visit(),
        Visit(act=_search("fjellhaug"), note="hits"),
    ],
    "record:critical": [Visit(), _record("long")],
    "record:critical_add": [Visit(act=_unfold)],
    "record:critical_none": [Visit(), _record("long")],
    "record:critical_end": [Visit()],
    "record:team_add": [Visit()],
    "record:grants": [
        Visit("leader"),
        Visit("leader", query="?q=si", note="found"),
        Visit("leader", query="?q=xqwz", note="none"),
    ],
    "documentation:notes": [
        Visit(),
        _record("alike", query="?page=2"),
        Visit(query="?kind=telefon", note="none"),
    ],
    "documentation:new": [
        Visit(act=_unfold),
        Visit(act=_press("Signer"), note="empty"),
        _record("former", status=403),
    ],
    "documentation:note": [Visit(ids={"note_id": "corrected"})],
    "documentation:edit": [
        Visit(ids={"note_id": "draft"}),
        Visit(
            ids={"note_id": "draft"},
            act=_open("Slett kladden"),
            within="dialog[open]",
            note="dialog",
        ),
    ],
    "documentation:correct": [Visit()],
    "documentation:in_error": [Visit()],
    "documentation:print": [
        Visit(),
        Visit(query="?since=01.11.2026&until=01.01.2027", note="paper"),
        Visit(query="?since=tull&until=01.01.2027", status=422, note="wrong"),
    ],
    "access:workplace": [
        Visit("several"),
        Visit("several", act=_press("Jobb her nå"), note="none-chosen"),
        Visit(note="single"),
        Visit("nobody", note="no-employment"),
    ],
    "access:pin": [Visit(), Visit(act=_press("Lagre PIN-koden"), note="empty")],
    "access:profile": [Visit()],
    "access:my_lookups": [Visit(), Visit("clerk", note="clerk")],
    "access:first_user": [
        Visit("", host="fjell"),
        Visit("", host="fjell", act=_press("konto"), note="empty"),
        Visit("", ids={"token": "gone"}, status=410, note="gone"),
    ],
    "account_login": [Visit(""), Visit("", act=_press("Logg inn"), note="wrong")],
    "account_logout": [Visit()],
    "account_change_password": [
        Visit(),
        Visit(act=_press("Endre passord"), note="empty"),
    ],
    "account_reset_password": [Visit("")],
    "account_reset_password_done": [Visit("")],
    "account_reset_password_from_key": [
        Visit(""),
        Visit("", ids={"key": "gone"}, note="gone"),
    ],
    "account_reset_password_from_key_done": [Visit("")],
    "audit:log": [
        Visit("auditor", act=_unfold),
        Visit(status=403, note="refused"),
    ],
    "audit:event": [Visit("auditor", act=_unfold)],
}

NO_PAGES = {
    "access:after_sign_in": "leads on to where one works",
    "access:pin_remove": "POST",
    "audit:export": "gives a file",
    "documentation:autosave": "answers the script, by POST",
    "documentation:discard": "POST",
    "documentation:sign": "POST",
    "record:grant_withdraw": "POST",
    "record:relative_end": "POST",
    "record:relative_search": "POST",
    "record:take_back_death": "POST",
    "record:team_end": "POST",
    "record:withdraw_discharge": "POST",
}

# Shown when something is wrong in a way no test can bring about.
TEMPLATES = {
    "400.html": {},
    "403.html": {},
    "429.html": {},
    "500.html": {},
    "access/locked_out.html": {"minutes": 15, "phones": ["55 12 34 56"]},
    "access/not_saved.html": {
        "unsaved": {
            "title": "Du er logget ut",
            "why": "Du ble logget ut før du sendte skjemaet, derfor ble det ikke lagret.",
            "url": "/konto/logg-inn/",
            "url_label": "Logg inn i ny fane",
            "is_left_open": True,
        },
        "typed": "Nøkkelboks ved kjellerdøra.",
    },
}


def names_in(urlconf: str) -> dict[str, set[str]]:
    """Find the pages of an URLconf, and what each address holds.

    Returns:
        The parameters by the view's name.
    """
    found: dict[str, set[str]] = {}
    for name, pattern in _patterns(get_resolver(urlconf), ()):
        regex = pattern.pattern.regex
        found.setdefault(name, set(regex.groupindex))
    return found


def _patterns(resolver: URLResolver, spaces: tuple[str, ...]) -> Any:
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLPattern):
            yield ":".join([*spaces, pattern.name or str(pattern.pattern)]), pattern
        else:
            inner = (pattern.namespace,) if pattern.namespace else ()
            yield from _patterns(pattern, (*spaces, *inner))


def address_of(name: str, visit: Visit, ids: Mapping[str, Any], needs: set[str]) -> str:
    """Give the path of a visit, with the ground's ids in it."""
    given = {need: visit.ids.get(need, need) for need in needs}
    wanted = {need: ids.get(name, name) for need, name in given.items()}
    return reverse(name, kwargs=wanted, urlconf=MUNICIPALITY) + visit.query


def picture_name(name: str, visit: Visit) -> str:
    """Name a screenshot after the page."""
    return re.sub(r"\W+", "-", "-".join(filter(None, [name, visit.note])))
