"""Which pages there are, who visits each, and what is done there before it is looked at.

Whoever adds an address to a municipality's, names it here: in `PAGES` when it shows
something, in `NO_PAGES` with the reason when it does not.
"""

import re
from collections.abc import Mapping
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.journeys import governing, ground_of_blocks
from tests.journeys.letting_in_pages import LETTING_IN, LETTING_IN_NO_PAGES
from tests.journeys.pages_of_relations import CARE_RELATIONS
from tests.journeys.visits import (
    Visit,
    confirm,
    open_by,
    press,
    search,
    type_and_press,
    unfold,
)

MUNICIPALITY = "akson_project.urls_municipality"
CONSORTIUM = "akson_project.urls_consortium"


def _record(record: str, **facts: Any) -> Visit:
    return Visit(ids={"record_id": record}, note=record, **facts)


PAGES: dict[str, list[Visit]] = (
    CARE_RELATIONS
    | ground_of_blocks.PAGES
    | governing.PAGES
    | LETTING_IN
    | {
        "chart:start": [
            Visit(),
            Visit(query="?vis=rom", note="rooms"),
            Visit("auditor", note="led-on"),
            Visit(act=open_by("Meny for"), within="#menu", note="menu"),
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
        "record:register": [
            Visit("clerk"),
            Visit("clerk", act=press("Registrer og"), note="empty"),
            Visit(status=403, note="refused"),
        ],
        "record:admit": [Visit("clerk"), Visit("leader", ids={"record_id": "former"})],
        "record:move": [
            Visit(),
            Visit(act=type_and_press({"Dato": "31.12.9999"}, "Flytt"), note="far-off"),
        ],
        "record:discharge": [Visit()],
        "record:stay_edit": [
            Visit(),
            Visit(act=type_and_press({"Dato": "13.02.1492"}, "Lagre"), note="wrong"),
        ],
        "record:mark_dead": [Visit(), Visit(act=press("Meld død"), note="empty")],
        "record:person": [
            Visit(act=unfold),
            Visit("clerk", note="clerk"),
            Visit(act=open_by("Ta ut"), within="dialog[open]", note="dialog"),
            _record("long"),
            _record("dead"),
            _record("former", act=unfold),
        ],
        "record:person_edit": [Visit(), _record("long")],
        "record:number_add": [Visit()],
        "record:address": [_record("long")],
        "record:relative_add": [Visit()],
        "record:relative_edit": [Visit()],
        "record:relative_link": [
            Visit(),
            Visit(act=search("fjellhaug"), note="hits"),
        ],
        "record:critical": [Visit(), _record("long")],
        "record:critical_add": [Visit(act=unfold)],
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
            Visit(act=unfold),
            Visit(act=press("Signer"), note="empty"),
            _record("former", status=403),
        ],
        "documentation:note": [Visit(ids={"note_id": "corrected"})],
        "documentation:edit": [
            Visit(ids={"note_id": "draft"}),
            Visit(
                ids={"note_id": "draft"},
                act=open_by("Slett kladden"),
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
            Visit("several", act=press("Jobb her nå"), note="none-chosen"),
            Visit(note="single"),
            Visit("nobody", note="no-employment"),
        ],
        "access:extend": [Visit()],
        "access:unlock": [Visit()],
        "access:security": [Visit()],
        "access:confirm": [Visit(), Visit(act=press("Gå videre"), note="empty")],
        "access:app_add": [Visit(at="access:confirm", act=confirm("app_add"))],
        "access:passkey_add": [Visit(at="access:confirm", act=confirm("passkey_add"))],
        "access:codes": [Visit(at="access:confirm", act=confirm("codes"))],
        "access:pin": [Visit(), Visit(act=press("Lagre PIN-koden"), note="empty")],
        "access:profile": [Visit()],
        "access:my_lookups": [Visit(), Visit("clerk", note="clerk")],
        "access:first_user": [
            Visit("", host="fjell"),
            Visit("", host="fjell", act=press("konto"), note="empty"),
            Visit("", ids={"token": "gone"}, status=410, note="gone"),
        ],
        "account_login": [Visit(""), Visit("", act=press("Logg inn"), note="wrong")],
        "account_logout": [Visit()],
        "account_change_password": [
            Visit(),
            Visit(act=press("Endre passord"), note="empty"),
        ],
        "account_reset_password": [Visit("")],
        "account_reset_password_done": [Visit("")],
        "account_reset_password_from_key": [
            Visit(""),
            Visit("", ids={"key": "gone"}, note="gone"),
        ],
        "account_reset_password_from_key_done": [Visit("")],
        "staff:import": [
            Visit("administrator"),
            Visit("administrator", act=press("Vis forskjellene"), note="empty"),
            Visit(status=403, note="refused"),
        ],
        "staff:reviews": [Visit("leader"), Visit(status=403, note="refused")],
        "staff:review": [
            Visit("leader"),
            Visit("leader", act=press("Lagre kontrollen"), note="unseen"),
        ],
        "staff:review_concluded": [Visit("leader")],
        "staff:roster": [
            Visit("leader"),
            Visit(note="nurse"),
            Visit("leader", query="?dag=2026-02-02", note="empty"),
            Visit(
                "leader",
                act=open_by("Avslutt vakten"),
                within="dialog[open]",
                note="end",
            ),
        ],
        "staff:shift_add": [
            Visit("leader"),
            Visit("leader", act=press("Legg inn"), note="empty"),
            Visit(status=403, note="refused"),
        ],
        "staff:shift_edit": [Visit("leader")],
        "staff:substitute": [
            Visit("leader"),
            Visit("leader", query="?q=fremmed", note="found"),
            Visit("leader", query="?q=xqwz", note="none"),
            Visit("leader", query="?q=fremmed", act=press("Legg til"), note="unchosen"),
        ],
        "staff:shift_leaders": [
            Visit("leader"),
            Visit("leader", act=press("Legg til"), note="empty"),
        ],
        "audit:log": [
            Visit("auditor", act=unfold),
            Visit(status=403, note="refused"),
        ],
        "audit:event": [Visit("auditor", act=unfold)],
        "audit:saved": [Visit("auditor"), Visit(status=403, note="refused")],
        "audit:overview": [
            Visit("auditor"),
            Visit("auditor", query="?since=tull&until=", status=422, note="wrong"),
            Visit(status=403, note="refused"),
        ],
        "audit:extract": [
            Visit("leader", act=unfold),
            Visit("leader", query="?since=01.01.2020&until=31.01.2020", note="none"),
            Visit("leader", query="?since=tull&until=", status=422, note="wrong"),
            Visit(status=403, note="refused"),
        ],
    }
)

NO_PAGES = LETTING_IN_NO_PAGES | {
    "access:after_sign_in": "leads on to where one works",
    "access:factor_remove": "asks before a factor goes; test_signing_in looks at it",
    "access:in_use": "answers the script, by POST",
    "access:lock": "POST",
    "access:mark_device": "POST",
    "access:notices_seen": "POST",
    "access:passkey_sign_in": "POST",
    "access:screen_state": "answers the script",
    "access:session_end": "POST",
    "access:sessions_end_all": "POST",
    "access:passkey_to_make": "POST",
    "access:passkey_to_use": "POST",
    "access:pin_remove": "POST",
    "mfa_authenticate": "after a right password; test_signing_in looks at it",
    "audit:behind": "leads to the log",
    "audit:case_week": "leads to the timeline",
    "audit:saved_one": "POST",
    "audit:timeline": "needs somebody chosen in the log; tests of the workbench look at it",
    "audit:export": "gives a file",
    "audit:answer": "is of one question; test_questions looks at it",
    "audit:ask": "is of one event; test_questions looks at it",
    "audit:extract_pdf": "gives a file",
    "audit:extract_proofs": "gives a file",
    "audit:event_proof": "gives a file, by POST",
    "audit:fhir_metadata": "answers other programs",
    "audit:fhir_read": "answers other programs",
    "audit:fhir_search": "answers other programs",
    "audit:fhir_search_by_post": "answers other programs, by POST",
    "casework:reply": "POST",
    "documentation:autosave": "answers the script, by POST",
    "documentation:discard": "POST",
    "documentation:sign": "POST",
    "oidc:arrive": "signs in, or says why not",
    "oidc:leave": "leads to HelseID",
    "record:grant_withdraw": "POST",
    "record:relative_end": "POST",
    "record:relative_search": "POST",
    "record:take_back_death": "POST",
    "staff:example_SHIFTS": "gives a file",
    "staff:example_STAFF": "gives a file",
    "staff:shift_end": "POST",
    "staff:shift_leader_end": "POST",
    "staff:substitute_end": "POST",
    "record:team_end": "POST",
    "record:withdraw_discharge": "POST",
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
