"""A municipality that is asked for a letter of intent, and what it answers."""

import re
from datetime import date

from django.core import mail

from tenants.agreements.contacts import ContactPerson
from tenants.agreements.sending import send_waiting
from tenants.agreements.services import ask
from tests.tenants.rollout.ground import listed

LATER = date(2099, 1, 15)
PDF = b"%PDF-1.7\n1 0 obj\nendobj\ntrailer\n%%EOF\n"


def reachable(name="Vestvik", county="46", **facts):
    """A municipality with somebody to write to."""
    municipality = listed(name, county, **facts)
    ContactPerson.objects.create(
        municipality=municipality,
        task="head",
        name="Åse Øvrebø",
        email=f"post@{name.lower()}.example",
    )
    return municipality


def asked(municipality, *, answer_by=LATER):
    """Ask it, and give the letter and the code that came by mail."""
    ask([municipality], answer_by=answer_by, by="kari")
    send_waiting()
    return municipality.letters_of_intent.get(), code_in(mail.outbox[-1])


def code_in(message):
    (code,) = re.findall(r"/intensjonserklaering/#(\S+)", message.body)
    return code
