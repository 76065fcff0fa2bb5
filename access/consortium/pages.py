"""The names of the consortium's pages in plain Norwegian: what a person had before him."""

from collections.abc import Mapping

from django.apps import apps
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

PAGES: Mapping[str, Promise] = {
    "admin:add_factor": _("Ny kodeapp eller passnøkkel"),
    "admin:agreement_print": _("Utskrift av en avtale"),
    "admin:app_list": _("Det en kan administrere"),
    "admin:archiving": _("Arkivering av en kommune"),
    "admin:auth_user_password_change": _("Nytt passord for en konto"),
    "admin:autocomplete": _("Forslag mens en skriver"),
    "admin:cancel_starts": _("Avbryting av oppstarter"),
    "admin:change_file": _("Kommuneendringer fra en fil"),
    "admin:coverage_csv": _("Dekningen som fil"),
    "admin:deletion": _("Sletting av en kommune"),
    "admin:first_user": _("Engangslenke til første bruker"),
    "admin:health": _("Driften i kommunene"),
    "admin:health_csv": _("Driften i kommunene som fil"),
    "admin:index": _("Forsiden"),
    "admin:letter_print": _("Utskrift av en intensjonserklæring"),
    "admin:login": _("Innlogging"),
    "admin:logout": _("Utlogging"),
    "admin:own_factors": _("Innlogging og sikkerhet"),
    "admin:passkey_to_make": _("Ny passnøkkel"),
    "admin:passkey_to_use": _("Innlogging med passnøkkel"),
    "admin:password_change": _("Bytte av eget passord"),
    "admin:password_change_done": _("Eget passord er byttet"),
    "admin:progress": _("Framdriften i en oppstart"),
    "admin:registry_import": _("Import av kommuner og innbyggertall"),
    "admin:search": _("Søk i administrasjonen"),
    "admin:signed_letter": _("Signert intensjonserklæring"),
    "admin:second_factor": _("Innlogging med totrinn"),
    "admin:stages_over_time": _("Innføringen måned for måned"),
    "admin:start": _("Oppstart av en kommune"),
    "admin:starts": _("Oppstart av flere kommuner"),
    "admin:support": _("Støttetilgang til en kommune"),
    "admin:support_give_back": _("Avslutning av støttetilgang"),
    "admin:support_settings": _("Innstillingene i en kommune"),
    "admin:suspension": _("Stans av en kommune"),
    "admin:use": _("Bruken i kommunene"),
    "admin:use_csv": _("Bruken i kommunene som fil"),
    "admin:view_on_site": _("Videresending"),
    "admin:withdraw_change": _("Tilbaketrekking av en kommuneendring"),
    "letter_of_intent": _("Svar på intensjonserklæring"),
    # Those nobody has named go by where they are in Django.
    "admin:django.contrib.admin.sites.catch_all_view": _("Adresse som ikke finnes"),
    "admin:django.views.generic.base.RedirectView": _("Videresending"),
    "django.views.generic.base.RedirectView": _("Videresending"),
}
# Pages with names of their own whose address has a municipality's id.
_OF_MUNICIPALITIES = frozenset(
    {
        "admin:start",
        "admin:support",
        "admin:support_give_back",
        "admin:support_settings",
    }
)
_KINDS: Mapping[str, Promise] = {
    "add": _("%(name)s: ny"),
    "change": _("%(name)s: skjema"),
    "changelist": _("%(names)s: liste"),
    "delete": _("%(name)s: sletting"),
    "history": _("%(name)s: historikk"),
}


def page_in_words(view_name: str) -> str:
    """Say which page an address leads to; the name itself where nobody has named it."""
    if view_name in PAGES:
        return str(PAGES[view_name])
    model, kind = _parts_of(view_name)
    try:
        meta = apps.get_model(model)._meta
    except (LookupError, ValueError):
        return view_name
    words = {"name": meta.verbose_name, "names": meta.verbose_name_plural}
    return capfirst(str(_KINDS[kind]) % words) if kind in _KINDS else view_name


def model_of(view_name: str) -> str:
    """Name the model whose page it is, such as `tenants.municipality`; or nothing."""
    if view_name in _OF_MUNICIPALITIES:
        return "tenants.municipality"
    model, kind = _parts_of(view_name)
    return model if kind in _KINDS and view_name not in PAGES else ""


def _parts_of(view_name: str) -> tuple[str, str]:
    """Divide `admin:tenants_municipality_change`, as Django's admin names its pages."""
    whole, _, kind = view_name.removeprefix("admin:").rpartition("_")
    app, _, model = whole.partition("_")
    return f"{app}.{model}", kind
