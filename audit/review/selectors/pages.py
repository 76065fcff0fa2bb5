"""The names of the screens, in plain Norwegian: what a person had before him."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

PAGES: Mapping[str, Promise] = {
    "access:after_sign_in": _("Etter innlogging"),
    "access:first_user": _("Første bruker"),
    "access:my_lookups": _("Mine oppslag"),
    "access:pin": _("Valg av PIN-kode"),
    "access:pin_remove": _("Fjerning av PIN-kode"),
    "access:profile": _("Profil"),
    "access:workplace": _("Valg av arbeidssted"),
    "account_change_password": _("Bytte av passord"),
    "account_login": _("Innlogging"),
    "account_logout": _("Utlogging"),
    "account_reset_password": _("Glemt passord"),
    "account_reset_password_done": _("Glemt passord"),
    "account_reset_password_from_key": _("Nytt passord"),
    "account_reset_password_from_key_done": _("Nytt passord"),
    "audit:event": _("En hendelse i tilgangsloggen"),
    "audit:export": _("Uttak av tilgangsloggen"),
    "audit:log": _("Tilgangsloggen"),
    "chart:patient": _("Pasientsiden"),
    "chart:start": _("Startsiden"),
    "documentation:autosave": _("Automatisk lagring av kladd"),
    "documentation:correct": _("Retting av notat"),
    "documentation:discard": _("Sletting av kladd"),
    "documentation:edit": _("Skriving av notat"),
    "documentation:in_error": _("Merking av notat som feilført"),
    "documentation:new": _("Nytt notat"),
    "documentation:note": _("Ett notat med versjoner"),
    "documentation:notes": _("Listen over notater"),
    "documentation:print": _("Utskrift av notater"),
    "documentation:sign": _("Signering av notat"),
    "record:admit": _("Innskriving"),
    "record:critical": _("Kritisk informasjon"),
    "record:critical_add": _("Ny kritisk informasjon"),
    "record:critical_end": _("Avslutning av kritisk informasjon"),
    "record:critical_none": _("Ingen kritisk informasjon"),
    "record:discharge": _("Avslutning av opphold"),
    "record:grant_withdraw": _("Trekker tilbake tilgang"),
    "record:grants": _("Tidsbegrensede tilganger"),
    "record:mark_dead": _("Melding om dødsfall"),
    "record:move": _("Flytting"),
    "record:address": _("Skjermet adresse"),
    "record:number_add": _("Nytt personnummer"),
    "record:person": _("Personopplysninger"),
    "record:person_edit": _("Endring av personopplysninger"),
    "record:register": _("Registrering av ny pasient"),
    "record:relative_add": _("Ny pårørende"),
    "record:relative_edit": _("Endring av pårørende"),
    "record:relative_end": _("Avslutning av pårørende"),
    "record:relative_link": _("Lenke til pårørendes journal"),
    "record:relative_search": _("Søk etter pårørende"),
    "record:search": _("Søk"),
    "record:search_results": _("Treff i søk"),
    "record:stay_edit": _("Endring av opphold"),
    "record:take_back_death": _("Dødsmelding trukket tilbake"),
    "record:team_add": _("Ny i behandlerteamet"),
    "record:team_end": _("Ut av behandlerteamet"),
    "record:withdraw_discharge": _("Avsluttet opphold åpnet igjen"),
    "staff:roster": _("Vaktlisten"),
    "staff:shift_add": _("Ny vakt"),
    "staff:shift_edit": _("Endring av vakt"),
    "staff:shift_end": _("Avslutning av vakt"),
    "staff:shift_leader_end": _("Vaktleder tatt bort"),
    "staff:shift_leaders": _("Vaktledere"),
    "staff:substitute": _("Ny vikar"),
    "staff:substitute_end": _("Avslutning av vikariat"),
}
_ADMINISTRATION = "admin:"


def page_words(name: str) -> str:
    """Put a page's name in words; one that is gone stands as it was."""
    if name.startswith(_ADMINISTRATION):
        return str(_("Lokal administrasjon"))
    return str(PAGES.get(name, name))
