"""What only those who trace an event need to know: ids, addresses, hashes."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from audit.review.selectors import words
from audit.review.selectors.facts import Facts


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing an event says: what it is about, and what is said."""

    label: str
    value: str


def technical_facts(facts: Facts) -> list[Fact]:
    """List the ids an event names, and the machine it came from."""
    return [*_ids(facts), *_machine(facts.part("client"), facts.part("source"))]


def said(pairs: Iterable[tuple[str, str]]) -> list[Fact]:
    """Leave out what the event does not say."""
    return [Fact(label, value) for label, value in pairs if value]


def _ids(facts: Facts) -> list[Fact]:
    target, client = facts.part("target"), facts.part("client")
    return said(
        [
            (_("Bruker-id"), facts.part("actor").text("id")),
            (
                _("Virksomhetens organisasjonsnummer"),
                facts.part("place").text("orgnr"),
            ),
            (
                _("Kommunens organisasjonsnummer"),
                facts.part("municipality").text("orgnr"),
            ),
            (_("Tilgangsbeslutning"), facts.part("grounds").text("decision_ref")),
            (_("Id til det hendelsen gjelder"), target.text("id")),
            (
                _("Søketekst, som nøkkelhash"),
                facts.part("query").text("keyed_hash"),
            ),
            (_("Økt, som hash"), client.text("session")),
            (_("Forespørsel"), client.text("request")),
        ]
    )


def _machine(client: Facts, source: Facts) -> list[Fact]:
    return said(
        [
            (_("Kanal"), words.say(words.CHANNELS, client.text("channel"))),
            (_("Nettadresse (IP)"), client.text("address")),
            (_("Nettleser"), client.text("user_agent")),
            (_("Innlogget med"), words.say(words.SIGN_INS, client.text("auth_method"))),
            (
                _("Sikkerhet ved innlogging"),
                words.say(words.SIGN_IN_LEVELS, client.text("auth_level")),
            ),
            (
                _("Datasystem"),
                f"{source.text('system')} {source.text('version')}".strip(),
            ),
        ]
    )
