"""The log's codes in plain Norwegian."""

from collections.abc import Mapping

from django.apps import apps
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from access.actions import Action
from access.codes import Profession, ServiceType
from access.models import Basis, EmergencyReason, GrantReason, NeedReason
from access.oidc.refusals import Refusal as SignInRefusal
from access.roles import Role
from audit.verbs import Outcome, Reach, Verb
from journal.documentation.models import NoteKind

Words = Mapping[str, str | Promise]

NO_BASIS = "none"

BASES: Words = {
    **{basis.value: basis.label for basis in Basis},
    "lookup": _("Søk etter person uten behandlerrelasjon"),
    "listed": _("Vist i liste, hver på sitt eget grunnlag"),
    "review": _("Kontroll av tilgangsloggen"),
}
PURPOSES: Words = {
    "TREAT": _("Helsehjelp (TREAT)"),
    "ETREAT": _("Øyeblikkelig hjelp (ETREAT)"),
    "COC": _("Saksbehandling og samordning av tjenester (COC)"),
    "BTG": _("Nødtilgang (BTG)"),
    "PATRQT": _("Pasienten ba om det (PATRQT)"),
    "HCOMPL": _("Kontroll av tilgang (HCOMPL)"),
    "HSYSADMIN": _("Drift av journalsystemet (HSYSADMIN)"),
}
REASONS: Words = {
    reason.value: reason.label
    for reasons in (GrantReason, NeedReason, EmergencyReason)
    for reason in reasons
}
REFUSALS: Words = {
    "no_workplace": _("Hadde ikke valgt arbeidssted"),
    "role": _("Rollen gir ikke tilgang til dette"),
    "no_relation": _("Ingen behandlerrelasjon til pasienten"),
    "basis": _("Grunnlaget gir ikke tilgang til dette"),
    "own_record": _("Ville åpne sin egen journal"),
    "family": _("Nær familie, uten å være navngitt"),
    "blocked": _("Pasienten har sperret"),
    "need_not_stated": _("Hadde ikke oppgitt behov"),
    "stay_ended": _("Oppholdet er avsluttet"),
    "not_author": _("Notatet er skrevet av en annen"),
    "is_correction": _("Kladden retter et notat og signeres som en retting"),
    "too_many": _("Hadde søkt for mange ganger på en time"),
    "locked_out": _("Brukernavnet var stengt"),
    "wrong_code": _("Engangskoden stemte ikke"),
    "wrong_passkey": _("Passnøkkelen stemte ikke"),
    **{one.value: one.label for one in SignInRefusal},
    **{action.value: _("Journalen var åpnet for noe annet") for action in Action},
}
CHANNELS: Words = {
    "html": _("Skjermbilde"),
    "api": _("Grensesnitt for andre systemer (API)"),
    "job": _("Bakgrunnsjobb"),
    "command": _("Kommando på serveren"),
    "consortium": _("Konsortiets administrasjon"),
    "demo": _("Demodata"),
}
SIGN_INS: Words = {
    "helseid": _("HelseID"),
    "passkey": _("Passnøkkel"),
    "password": _("Brukernavn og passord"),
    "password_code": _("Passord og kode fra app"),
    "password_paper": _("Passord og reservekode"),
}
SIGN_IN_LEVELS: Words = {
    "low": _("Lavt sikkerhetsnivå"),
    "substantial": _("Betydelig sikkerhetsnivå"),
    "high": _("Høyt sikkerhetsnivå"),
}
QUERIES: Words = {
    "identifier": _("Personnummer"),
    "name": _("Navn"),
    "reference": _("Henvisningsnummer"),
    "birth_date": _("Fødselsdato"),
    "name_and_birth_date": _("Navn og fødselsdato"),
    "mark": _("Pasientens merke i loggen"),
    "searched_for": _("Det noen har søkt etter"),
    "same_person": _("Samme person: navn og fødselsdato"),
    "username": _("Brukernavn"),
}
ROW_KINDS: Words = {
    **{kind.value: kind.label for kind in NoteKind},
    "critical": _("Kritisk informasjon"),
    "draft": _("Egne kladder"),
    "block": _("Samtaler om sperring"),
}
PROFESSIONS: Words = {one.value: one.label for one in Profession}
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


def row_words(label: str) -> str:
    """Say what kind of row a model's label (`journal.Note`) stands for."""
    try:
        name = apps.get_model(label)._meta.verbose_name
    except (LookupError, ValueError):
        return label
    return str(name).capitalize()
