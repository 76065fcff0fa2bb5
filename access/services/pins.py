"""A person's PIN: chosen and taken away by himself, each time in the log."""

from dataclasses import replace

from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from access.errors import RightsError
from access.events import account_target
from access.models import CredentialChange, StepUp
from access.pins import is_pin, is_weak
from access.services.notices import tell_of_change
from access.worker import Worker
from audit import log
from audit.verbs import Verb


def check_pin(pin: str) -> None:
    """Check that a PIN may be chosen.

    Raises:
        RightsError: it is no PIN, or one of the first a thief would try.
    """
    if not is_pin(pin):
        raise RightsError(_("En PIN-kode er seks sifre."), field="pin")
    if is_weak(pin):
        raise RightsError(
            _("Den er for lett å gjette. Velg sifre uten et mønster."), field="pin"
        )


def set_pin(pin: str, *, by: Worker) -> None:
    """Choose a PIN, or another one; what was wrong with the old one is forgotten.

    Raises:
        RightsError: it may not be chosen; see `check_pin`.
    """
    check_pin(pin)
    log_way(by, what="pin_set")
    with transaction.atomic():
        StepUp.objects.update_or_create(
            pk=by.user_id,
            defaults={
                "pin_hash": make_password(pin),
                "pin_set_at": timezone.now(),
                "wrong_pins": 0,
            },
        )


def remove_pin(*, by: Worker) -> None:
    """Be without a PIN from now on."""
    log_way(by, what="pin_removed")
    StepUp.objects.filter(pk=by.user_id).update(pin_hash="", pin_set_at=None)


def log_way(by: Worker, *, what: str) -> None:
    """Say in the log that a person changes what he signs in or confirms himself with; tell him."""
    entry = by.entry(Verb.SIGN_IN_WAY_CHANGED)
    log.append(replace(entry, target=account_target(by.user_id), detail={"what": what}))
    tell_of_change(by.user_id, CredentialChange(what), client=by.client)
