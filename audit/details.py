"""What else an event may say: a closed list, so that no free text finds its way into the log."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# Values are ids, codes, days and numbers; never what is written about a patient.
DETAILS: Mapping[str, Promise] = {
    "action": _("Det som ble prøvd"),
    "after": _("Etter hendelse"),
    "asked_by": _("Bedt om av"),
    "basis": _("Grunnlag"),
    "before": _("Eldre enn"),
    "cells": _("Endringer i rollematrisen"),
    "change": _("Endring"),
    "confirmed": _("Antall beholdt"),
    "choices": _("Valgte regler"),
    "era": _("Tre i den forseglede loggen"),
    "fields": _("Endrede felter"),
    "from": _("Fra og med"),
    "how": _("Hvordan"),
    "is_active": _("I bruk"),
    "kind": _("Type handling"),
    "kinds": _("Notattyper"),
    "leaves": _("Antall hendelser fra starten av treet"),
    "minutes": _("Antall minutter"),
    "name": _("Navn"),
    "number": _("Versjon"),
    "only_mine": _("Bare egne notater"),
    "outcome": _("Utfall"),
    "page": _("Side nummer"),
    "pages": _("Sider"),
    "parent": _("Hører til"),
    "person": _("Person"),
    "printed_for": _("Utskrift til"),
    "purpose": _("Formål"),
    "reason": _("Begrunnelse"),
    "revoked": _("Antall fjernet"),
    "record_kind": _("Journaltype"),
    "rights": _("Rettigheter etter endringen"),
    "role": _("Rolle"),
    "rows": _("Antall hendelser"),
    "tie": _("Forhold til pasienten"),
    "to": _("Til og med"),
    "unit": _("Enhet"),
    "unit_name": _("Enhetens navn"),
    "until": _("Til"),
    "verb": _("Handling"),
    "what": _("Hva som ble gjort"),
    "with_earlier": _("Med tidligere versjoner"),
}


class UnknownDetailError(ValueError):
    """An event says something the log's format has no place for."""


def check_details(detail: Mapping[str, str]) -> None:
    """Check that an event says only what has a place.

    Raises:
        UnknownDetailError: it says something else.
    """
    unknown = detail.keys() - DETAILS.keys()
    if unknown:
        raise UnknownDetailError(", ".join(sorted(unknown)))
