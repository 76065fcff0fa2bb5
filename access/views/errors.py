"""Pages for a form that was not taken in: why, and what was typed in it.

The browser forgets it: the pages are not to be stored, nor their fields remembered.
"""

import re
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from access.information import Information

# Fields in which something is chosen, or that the page fills in: they hold codes, and what
# only looks like a code in any other field is somebody's words.
# A contract test keeps the list in step with the forms.
CHOSEN = frozenset(
    "answer applicant arrival asked_again category code colleague content_object "
    "corrects "
    "credential csrfmiddlewaretoken csv_text document does draft_author "
    "form_id from_relative function groups handed_to is_same kind language "
    "may_be_told move_role move_to next no_note outcome parent patient person "
    "preview printed_for profession programme protection revision revoke role seen "
    "service_type services severity sex shown spoken_with status stays_until "
    "step_up_passkey taken unit unit_wide units urgency usable_password user "
    "user_permissions version what whom window_id withhold_code worker".split()
) | frozenset(f"cell_{kind.value}" for kind in Information)
# What somebody shows who he is by.
_SECRET = re.compile(r".*password.*|pin|pin_again|one_time_code|credential")
# An id, or what a ticked box sends.
_MADE_BY_US = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|on")


@dataclass(frozen=True, slots=True)
class Unsaved:
    """Why nothing was stored, and how one goes on.

    Args:
        title: what is wrong, in short.
        why: in a sentence.
        url: where it is put right; "" when the form alone is to be opened anew.
        url_label: what the link says.
        is_left_open: whether the link opens beside this page, whose text is needed again.
    """

    title: str
    why: str
    url: str = ""
    url_label: str = ""
    is_left_open: bool = False


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django's
    """Say that the form was too old, and give back what was typed."""
    unsaved = Unsaved(
        title=_("Skjemaet var for gammelt"),
        why=_(
            "Du er logget inn på nytt siden du åpnet skjemaet, derfor ble det ikke lagret. "
            "Skjer det hver gang, må nettleseren tillate informasjonskapsler fra Akson."
        ),
    )
    return _page(request, unsaved, status=403)


def signed_out(request: HttpRequest) -> HttpResponse:
    """Say that the session had ended when a form was sent, and give back what was typed."""
    unsaved = Unsaved(
        title=_("Du er logget ut"),
        why=_("Du ble logget ut før du sendte skjemaet, derfor ble det ikke lagret."),
        url=f"{reverse('account_login')}{_and_back(request)}",
        url_label=_("Logg inn i ny fane"),
        is_left_open=True,
    )
    return _page(request, unsaved, status=401)


def locked(request: HttpRequest) -> HttpResponse:
    """Say that the screen was locked when a form was sent, and give back what was typed."""
    unsaved = Unsaved(
        title=_("Skjermen er låst"),
        why=_("Skjermen ble låst før du sendte skjemaet, derfor ble det ikke lagret."),
        url=reverse("access:unlock"),
        url_label=_("Lås opp i ny fane"),
        is_left_open=True,
    )
    return _page(request, unsaved, status=401)


def upgraded(request: HttpRequest) -> HttpResponse:
    """Say that the municipality is being upgraded, and give back what was typed."""
    unsaved = Unsaved(
        title=_("Akson oppdateres"),
        why=_(
            "Akson oppdateres for kommunen din akkurat nå. Det tar vanligvis under et "
            "minutt. Så lenge kan du lese, men ikke lagre."
        ),
    )
    return _page(request, unsaved, status=503)


def upgraded_meanwhile(request: HttpRequest) -> HttpResponse:
    """Say that a page met the upgrade of its municipality, and can be asked for again."""
    return render(request, "access/upgraded.html", status=503)


def suspended(request: HttpRequest, *, as_page: bool = True) -> HttpResponse:
    """Say that the municipality is suspended, and give back what was typed."""
    unsaved = Unsaved(
        title=_("Kommunen er stanset i Akson"),
        why=_(
            "Du kan lese, men ikke lagre. Ta vare på det du skrev, og spør lederen din "
            "hva dere bruker i stedet."
        ),
    )
    return _page(request, unsaved, status=403) if as_page else _told(unsaved)


def module_is_closed(request: HttpRequest, *, as_page: bool = True) -> HttpResponse:
    """Say that a part of Akson is only read in, and give back what was typed."""
    unsaved = Unsaved(
        title=_("Denne delen av Akson kan bare leses"),
        why=_(
            "Kommunen er i ferd med å slutte å bruke den. Ta vare på det du skrev, og "
            "spør lederen din hva dere bruker i stedet."
        ),
    )
    return _page(request, unsaved, status=403) if as_page else _told(unsaved)


def without_workplace(request: HttpRequest) -> HttpResponse:
    """Say that the person works nowhere now, and give back what was typed."""
    unsaved = Unsaved(
        title=_("Du har ikke valgt arbeidssted"),
        why=_("Arbeidsstedet ditt er ikke valgt lenger, derfor ble det ikke lagret."),
        url=f"{reverse('access:workplace')}{_and_back(request)}",
        url_label=_("Velg arbeidssted i ny fane"),
        is_left_open=True,
    )
    return _page(request, unsaved, status=403)


def _page(request: HttpRequest, unsaved: Unsaved, *, status: int) -> HttpResponse:
    context = {"unsaved": unsaved, "typed": _typed(request)}
    return render(request, "access/not_saved.html", context, status=status)


def _told(unsaved: Unsaved) -> JsonResponse:
    """Say it to the page's script, which leaves what was typed where it stands."""
    told = {"message": f"{unsaved.title}. {unsaved.why}", "closed": True}
    return JsonResponse(told, status=403)


def _and_back(request: HttpRequest) -> str:
    """Lead back to the page the form stood on, when that is one of ours."""
    page = request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(page, request.get_host()):
        return ""
    parts = urlsplit(page)
    return f"?{urlencode({'next': f'{parts.path}?{parts.query}'.rstrip('?')})}"


def _typed(request: HttpRequest) -> str:
    """Gather what was typed in a page of ours; what another site sends is not repeated."""
    if request.headers.get("Origin") != f"{request.scheme}://{request.get_host()}":
        return ""
    values = [
        value.strip()
        for name, sent in request.POST.lists()
        if name not in CHOSEN and not _SECRET.fullmatch(name)
        for value in sent
    ]
    return "\n".join(v for v in values if v and not _MADE_BY_US.fullmatch(v))
