"""What else an event says, in plain Norwegian: its details, with their codes in words."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from access.accounts.models import User
from access.matrix.rules.words import DOINGS, RECORDS, change_in_words
from access.models import AccessRules, LocalChoices, Unit, UnitWide
from audit.details import DETAILS
from audit.review.selectors import words
from audit.review.selectors.facts import Facts
from audit.review.selectors.pages import page_words

_WHAT: Mapping[str, Promise] = {
    "account_changed": _("Endret en konto"),
    "account_closed": _("Stengte en konto"),
    "account_created": _("Opprettet en konto"),
    "account_opened": _("Åpnet en konto"),
    "app_added": _("La til en kodeapp"),
    "app_removed": _("Fjernet kodeappen"),
    "archiving_confirmed": _("Konsortiet arkiverte kommunen"),
    "archiving_lifted": _("Konsortiet opphevet arkiveringen av kommunen"),
    "archiving_proposed": _("Konsortiet foreslo å arkivere kommunen"),
    "choices_changed": _("Endret kommunens språk eller hvem folk kan spørre"),
    "codes_renewed": _("Laget nye reservekoder"),
    "deletion_confirmed": _("Konsortiet bestemte at kommunen slettes"),
    "deletion_lifted": _("Konsortiet opphevet at kommunen slettes"),
    "deletion_proposed": _("Konsortiet foreslo å slette kommunen"),
    "emergency": _("For å bruke nødtilgang"),
    "access_reviewed": _("Kontrollerte tilgangene ved en enhet"),
    "erasure": _("For å bekrefte sletting fra loggen"),
    "extend": _("For å forlenge innloggingen"),
    "factors_removed": _("Fjernet totrinnsinnlogging som var mistet"),
    "filter_deleted": _("Slettet et lagret utvalg"),
    "filter_renamed": _("Endret navn eller deling på et lagret utvalg"),
    "first_user_accepted": _("Første bruker tok imot invitasjonen"),
    "first_user_invited": _("Inviterte den første brukeren"),
    "grant_withdrawn": _("Trakk tilbake en tidsbegrenset tilgang"),
    "hired": _("Ga en ansettelse"),
    "hired_anew": _("Ga en ansettelse og fjernet passordet fra før"),
    "matrix": _("For å endre rollematrisen eller reglene"),
    "matrix_adopted": _("Tok i bruk en versjon av rollematrisen"),
    "matrix_changed": _("Endret rollematrisen"),
    "passkey_added": _("La til en passnøkkel"),
    "passkey_removed": _("Fjernet en passnøkkel"),
    "password_link": _("Laget en lenke for nytt passord"),
    "person_set": _("Registrerte hvem kontoen tilhører"),
    "period_changed": _("Endret perioden for en ansettelse"),
    "pin": _("For å velge PIN-kode"),
    "pin_removed": _("Fjernet PIN-koden sin"),
    "pin_set": _("Valgte PIN-kode"),
    "rights": _("For å endre noens tilgang"),
    "rules_changed": _("Endret kommunens regler for tilgang"),
    "proofs": _("Ga også bevis for hendelsene"),
    "review_asked": _("Ba om kontroll av loggen"),
    "shift_added": _("La inn en vakt"),
    "shift_changed": _("Endret en vakt"),
    "shift_ended": _("Avsluttet en vakt"),
    "shift_leader_appointed": _("Valgte en vaktleder"),
    "shift_leader_withdrawn": _("Tok bort en vaktleder"),
    "shift_struck": _("Strøk en vakt før den begynte"),
    "sign_in_opened": _("Åpnet innloggingen etter feil passord"),
    "session_all": _("Logget seg ut overalt"),
    "session_one": _("Logget seg ut på en annen maskin"),
    "support_approved": _("Godkjente støttetilgang for konsortiet"),
    "support_asked": _("Ba om støttetilgang"),
    "support_ended": _("Avsluttet konsortiets støttetilgang"),
    "support_given_back": _("Ga fra seg støttetilgangen"),
    "support_refused": _("Avslo støttetilgang for konsortiet"),
    "suspension_confirmed": _("Konsortiet stanset skriving i kommunen"),
    "suspension_lifted": _("Konsortiet opphevet stansen i kommunen"),
    "suspension_proposed": _("Konsortiet foreslo å stanse skriving i kommunen"),
    "unit_saved": _("Lagret en enhet"),
    "use_counted": _("Talte hvor mange som bruker Akson, for konsortiet"),
    "unlock": _("For å låse opp skjermen"),
    "why": _("Spurte hvorfor en journal var åpen eller lukket"),
    "ways": _("For å endre det en logger inn med"),
}
_HOW: Mapping[str, Promise] = {
    "changed": _("Byttet det selv"),
    "copy": _("En kopi under et annet navn"),
    "file": _("En fil for kommunen"),
    "link": _("Gjennom en engangslenke"),
    "passkey": _("Passnøkkel"),
    "password": _("Passord"),
    "pin": _("PIN-kode"),
    "server": _("Hele databaseserveren"),
    "time": _("Innloggingen hadde vart så lenge den kan"),
    "trial": _("En prøve som ble kastet"),
}
_CHANGES: Mapping[str, Promise] = {"withdrawn": _("Trukket tilbake")}
_PRINTED_FOR: Mapping[str, Promise] = {
    "patient": _("Pasienten"),
    "parent": _("En forelder"),
}
_YES_OR_NO: Mapping[str, Promise] = {
    "yes": _("Ja"),
    "true": _("Ja"),
    "false": _("Nei"),
}


_RECORDS: Mapping[str, Promise] = {one.value: w for one, w in RECORDS.items()}
_ACTIONS = {
    "C": _("Opprettet noe"),
    "R": _("Leste noe"),
    "U": _("Endret noe"),
    "D": _("Slettet noe"),
    "E": _("Utførte noe"),
}
_TIES = {
    "family": _("Nær familie eller samme husstand"),
    "colleague": _("Kollega ved samme enhet"),
}


def details_in(detail: Facts) -> list[tuple[str, str]]:
    """Name each detail and put what it says in words."""
    return [
        (words.say(DETAILS, key), _TOLD.get(key, _as_it_is)(value))
        for key, value in detail.items()
    ]


def unit_words(unit_id: str) -> str:
    """Name a unit; one that is unknown stands as its id."""
    try:
        unit = Unit.objects.filter(pk=UUID(unit_id)).first()
    except ValueError:
        return unit_id
    return unit.name if unit else unit_id


def _person(user_id: str) -> str:
    try:
        user = User.objects.filter(pk=UUID(user_id)).first()
    except ValueError:
        return user_id
    return user.name if user else user_id


def _as_it_is(value: str) -> str:
    return value


def _outcome(value: str) -> str:
    return words.outcome_words(int(value)) if value.isdigit() else value


def _moment(value: str) -> str:
    """Write a day or a moment as a Norwegian does."""
    try:
        if len(value) == len("2026-11-22"):
            return date.fromisoformat(value).strftime("%d.%m.%Y")
        local = timezone.localtime(datetime.fromisoformat(value))
    except ValueError:
        return value
    return local.strftime("%d.%m.%Y kl. %H.%M")


def _rights(value: str) -> str:
    """Put `role@unit; role@unit` in words."""
    told = []
    for right in value.split("; "):
        role, _at, unit = right.partition("@")
        told.append(f"{words.role_words(role)}, {unit_words(unit)}" if unit else right)
    return "; ".join(told)


def _cells(value: str) -> str:
    """Put `daglig:sign>read,access.grant:none>read` in words."""
    told = []
    for changed in value.split(","):
        code, _colon, grades = changed.partition(":")
        before, _to, after = grades.partition(">")
        told.append(change_in_words(code, before, after))
    return "; ".join(told)


def _choices(value: str) -> str:
    """Put `need_hours:4,unit_wide:measured` in words."""
    fields = {field.name: field.verbose_name for field in AccessRules._meta.fields}
    codes = {**{one.value: one.label for one in UnitWide}, **_YES_OR_NO}
    told = [choice.partition(":") for choice in value.split(",")]
    return "; ".join(
        f"{fields.get(name, name)}: {codes.get(chosen, chosen)}"
        for name, _colon, chosen in told
    )


def _kinds(value: str) -> str:
    return ", ".join(words.say(words.ROW_KINDS, kind) for kind in value.split(","))


def _fields(value: str) -> str:
    return ", ".join(_field(name) for name in value.split(","))


def _field(name: str) -> str:
    fields = (*LocalChoices._meta.fields, *User._meta.fields)
    names = {field.name: field.verbose_name for field in fields}
    return str(names.get(name, name))


def _each(say: Callable[[str], str], value: str) -> str:
    return ", ".join(say(code) for code in value.split(","))


def _among(codes: Mapping[str, Promise]) -> Callable[[str], str]:
    return lambda value: words.say(codes, value)


_TOLD: Mapping[str, Callable[[str], str]] = {
    "action": _among({action.value: word for action, word in DOINGS.items()}),
    "basis": lambda value: _each(words.basis_words, value),
    "before": _moment,
    "cells": _cells,
    "choices": _choices,
    "change": _among(_CHANGES),
    "fields": _fields,
    "from": _moment,
    "how": _among(_HOW),
    "is_active": _among(_YES_OR_NO),
    "kind": _among(_ACTIONS),
    "kinds": _kinds,
    "only_mine": _among(_YES_OR_NO),
    "outcome": _outcome,
    "pages": lambda value: _each(page_words, value),
    "parent": unit_words,
    "person": _person,
    "purpose": lambda value: words.say(words.PURPOSES, value),
    "printed_for": _among(_PRINTED_FOR),
    "reason": lambda value: words.say(words.REASONS, value),
    "record_kind": lambda value: words.say(_RECORDS, value),
    "rights": _rights,
    "role": words.role_words,
    "tie": _among(_TIES),
    "to": _moment,
    "unit": unit_words,
    "until": _moment,
    "verb": lambda value: _each(words.verb_words, value),
    "what": _among(_WHAT),
    "with_earlier": _among(_YES_OR_NO),
}
