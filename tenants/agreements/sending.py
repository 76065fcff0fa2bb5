"""Sends the letters that wait, each with a link of its own that is stored nowhere.

The link's code stands behind a `#`: a browser keeps that part to itself, so that it is in no
server's or proxy's log and is told to no other site.
"""

import logging

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import F
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from tenants.agreements.codes import UnknownCodeError
from tenants.agreements.contacts import ContactPerson
from tenants.agreements.letters import LetterOfIntent
from tenants.agreements.services import CODE_LASTS, renew_code

logger = logging.getLogger(__name__)


def link_of(code: str) -> str:
    """The address where a code is answered with."""
    path = reverse("letter_of_intent", urlconf=settings.PUBLIC_SCHEMA_URLCONF)
    return f"{settings.AKSON_CONSORTIUM_ADDRESS}{path}#{code}"


def send_waiting() -> int:
    """Send each letter that waits; one that cannot be sent waits on. Gives how many went."""
    waiting = LetterOfIntent.objects.to_be_sent_at(timezone.now())
    return sum(_send(letter) for letter in waiting.select_related("municipality"))


def _send(letter: LetterOfIntent) -> bool:
    """Send one letter, unless another worker does; whether it went.

    The code is stored before, so that no letter goes out with a link that does not work.
    """
    now = timezone.now()
    mine = LetterOfIntent.objects.to_be_sent_at(now).filter(pk=letter.pk)
    if not mine.update(taken_at=now):
        return False
    people = ContactPerson.objects.who_get_letters([letter.municipality_id])
    addresses = sorted(set(people.values_list("email", flat=True)))
    row = LetterOfIntent.objects.open().filter(pk=letter.pk)
    try:
        is_sent = bool(_message(letter, renew_code(letter), addresses).send())
    except UnknownCodeError:
        return False  # answered in the meantime
    except OSError:
        # Neither address nor text: the link is in it.
        logger.warning("a letter of intent was not delivered")
        is_sent = False
    if not is_sent:
        row.update(taken_at=None, failures=F("failures") + 1)
        return False
    row.update(
        is_to_be_sent=False,
        taken_at=None,
        sent_at=timezone.now(),
        times_sent=F("times_sent") + 1,
        failures=0,
    )
    return True


def _message(letter: LetterOfIntent, code: str, addresses: list[str]) -> EmailMessage:
    """Write the letter, in the municipality's own form of Norwegian."""
    words = {
        "municipality": letter.municipality.official_name,
        "answer_by": f"{letter.answer_by:%d.%m.%Y}",
        "expires": f"{timezone.localtime() + CODE_LASTS:%d.%m.%Y}",
        "link": link_of(code),
    }
    language = "nn" if letter.municipality.language == "nn" else "nb"
    with translation.override(language):
        subject = _("Intensjonserklæring om Akson: svar innen %(answer_by)s") % words
        if letter.times_sent:
            subject = _("Påminnelse: %(subject)s") % {"subject": subject}
        return EmailMessage(subject, _text() % words, to=addresses)


def _text() -> str:
    return _(
        "Til %(municipality)s\n\n"
        "Konsortiet for Akson spør om kommunen har til hensikt å ta i bruk Akson. "
        "Svar innen %(answer_by)s. Erklæringen binder ikke kommunen til å inngå avtale.\n\n"
        "Dere svarer her, uten å ha konto:\n%(link)s\n\n"
        "Ha saksnummeret, datoen for vedtaket og den signerte erklæringen (PDF) for hånden. "
        "Lenken gjelder bare kommunen deres. Den virker til dere har svart, høyst til "
        "%(expires)s. Får dere en ny, er det den som virker. Send den ikke videre til andre "
        "enn dem som skal svare."
    )
