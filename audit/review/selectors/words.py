"""The log's codes in plain Norwegian."""

from collections.abc import Mapping

from django.apps import apps
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from access.models import Basis, GrantReason
from access.roles import Role
from audit.verbs import Outcome, Reach, Verb
from journal.documentation.models import NoteKind
from journal.record.codes import ServiceType

Words = Mapping[str, str | Promise]

NO_BASIS = "none"

BASES: Words = {
    **{basis.value: basis.label for basis in Basis},
    "listed": _("Vist i liste, hver på sitt eget grunnlag"),
    "review": _("Kontroll av tilgangsloggen"),
}
PURPOSES: Words = {
    "TREAT": _("Helsehjelp (TREAT)"),
    "ETREAT": _("Øyeblikkelig hjelp (ETREAT)"),
    "COC": _("Saksbehandling og samordning av tjenester (COC)"),
    "BTG": _("Nødtilgang (BTG)"),
    "HCOMPL": _("Kontroll av tilgang (HCOMPL)"),
}
REASONS: Words = {
    **{reason.value: reason.label for reason in GrantReason},
    "no_workplace": _("Hadde ikke valgt arbeidssted"),
    "role": _("Rollen gir ikke tilgang til dette"),
    "no_relation": _("Ingen behandlerrelasjon til pasienten"),
}
CHANNELS: Words = {
    "html": _("Skjermbilde"),
    "api": _("Grensesnitt for andre systemer (API)"),
    "job": _("Bakgrunnsjobb"),
    "command": _("Kommando på serveren"),
    "demo": _("Demodata"),
}
SIGN_INS: Words = {"password": _("Brukernavn og passord")}
QUERIES: Words = {
    "identifier": _("Personnummer"),
    "name": _("Navn"),
    "birth_date": _("Fødselsdato"),
    "name_and_birth_date": _("Navn og fødselsdato"),
    "username": _("Brukernavn"),
}
ROW_KINDS: Words = {
    **{kind.value: kind.label for kind in NoteKind},
    "critical": _("Kritisk informasjon"),
    "draft": _("Egne kladder"),
}
DETAILS: Words = {
    "why": _("Hvorfor"),
    "after": _("Etter hendelse"),
    "from": _("Fra og med"),
    "to": _("Til og med"),
    "person": _("Person"),
    "unit": _("Enhet"),
    "verb": _("Handling"),
    "basis": _("Grunnlag"),
    "outcome": _("Utfall"),
    "patient": _("Pasient"),
    "rows": _("Antall hendelser"),
    "username": _("Brukernavn"),
}
# Kodeverk 9060, the categories a municipality employs.
PROFESSIONS: Words = {
    "AA": _("Ambulansearbeider"),
    "AT": _("Apotektekniker"),
    "BI": _("Bioingeniør"),
    "ET": _("Ergoterapeut"),
    "FA1": _("Provisorfarmasøyt"),
    "FA2": _("Reseptarfarmasøyt"),
    "FO": _("Fotterapeut"),
    "FT": _("Fysioterapeut"),
    "HE": _("Helsesekretær"),
    "HF": _("Helsefagarbeider"),
    "HP": _("Hjelpepleier"),
    "JO": _("Jordmor"),
    "KE": _("Klinisk ernæringsfysiolog"),
    "LE": _("Lege"),
    "MT": _("Manuellterapeut"),
    "OA": _("Omsorgsarbeider"),
    "PM": _("Paramedisiner"),
    "PS": _("Psykolog"),
    "RA": _("Radiograf"),
    "SP": _("Sykepleier"),
    "TL": _("Tannlege"),
    "TP": _("Tannpleier"),
    "VP": _("Vernepleier"),
    "XX": _("Ukjent eller ikke oppgitt"),
}
VERBS: Words = {verb.value: verb.label for verb in Verb}
ROLES: Words = {role.value: role.label for role in Role}
SERVICES: Words = {service.value: service.label for service in ServiceType}
OUTCOMES: Mapping[int, str | Promise] = {one.value: one.label for one in Outcome}
REACHES: Mapping[int, str | Promise] = {
    Reach.MENTIONED.value: _("Nevnt i loggen; ingenting ble vist"),
    Reach.IDENTITY.value: _("Navn og personopplysninger"),
    Reach.RECORD.value: _("Journalen"),
}


def say(words: Words, code: str) -> str:
    """Put a code in words; a code nobody has words for stands as it is."""
    return str(words.get(code, code))


def basis_words(code: str) -> str:
    """Put a basis in words; empty when there was none."""
    return say(BASES, code) if code else ""


def verb_words(code: str) -> str:
    """Put what was done in words."""
    return say(VERBS, code)


def outcome_words(code: int) -> str:
    """Put how it went in words."""
    return str(OUTCOMES.get(code, code))


def role_words(codes: str) -> str:
    """Put one or more roles, divided by commas, in words."""
    return ", ".join(say(ROLES, code) for code in codes.split(",") if code)


def service_words(code: str) -> str:
    """Put a service (kodeverk 9151) in words."""
    return say(SERVICES, code)


def row_words(model_name: str) -> str:
    """Say what kind of row a model's name stands for."""
    for app in ("journal", "access", "accounts", "audit"):
        try:
            name = apps.get_model(app, model_name)._meta.verbose_name
        except LookupError:
            continue
        return str(name).capitalize()
    return model_name
