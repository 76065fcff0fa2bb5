"""Mails to the consortium's staff about their own accounts."""

import logging

from django.core.mail import send_mail
from django.utils import translation
from django.utils.translation import gettext as _

from access.accounts.models import User

logger = logging.getLogger(__name__)


def mail_that_they_are_gone(user: User, *, by: User) -> None:
    """Tell a person that somebody took all he signs in with away; he may not have asked."""
    if not user.email:
        return
    with translation.override(user.language or "nb"):
        subject = _("Akson: totrinn er fjernet fra kontoen din")
        text = _(
            "%(name)s har fjernet kodeapp, passnøkler og reservekoder fra kontoen din "
            "i konsortiets administrasjon. Du setter opp nye neste gang du logger inn. "
            "Har du ikke bedt om det, så bytt passord og ring en annen "
            "sikkerhetsansvarlig nå."
        ) % {"name": by}
    try:
        send_mail(subject, text, None, [user.email])
    except OSError:
        # It is done and logged; the address is in no log.
        logger.warning("a mail to one of the consortium's staff was not delivered")
