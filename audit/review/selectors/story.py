"""Everything one event says, in plain words, and whether it agrees with itself."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from uuid import UUID

from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from audit.models import AccessEvent
from audit.review.rules.log_filter import LogFilter
from audit.review.selectors import words
from audit.review.selectors.checks import disagreements
from audit.review.selectors.details import details_in, unit_words
from audit.review.selectors.facts import Facts, read_body
from audit.review.selectors.lines import EventLine, line_of, patient_label
from audit.review.selectors.pages import page_words
from audit.review.selectors.technical import Fact, said, technical_facts
from audit.verbs import Reach

_LEAF = b"\x00"


@dataclass(frozen=True, slots=True)
class Part:
    """Facts that belong together."""

    title: str
    facts: list[Fact]


@dataclass(frozen=True, slots=True)
class Person:
    """One patient the event concerns."""

    id: UUID | None
    label: str
    reach: str
    basis: str
    decision_ref: str


@dataclass(frozen=True, slots=True)
class Story:
    """One event, told."""

    line: EventLine
    who_and_what: list[Part]
    people: list[Person]
    where_and_why: list[Part]
    technical: list[Fact]
    actor_id: UUID | None
    body: str
    body_bytes: int
    leaf_hash: str
    disagreements: list[str]

    @property
    def may_be_looked_into(self) -> bool:
        """Whether a case of control can be made of it: somebody else saw a patient."""
        is_anothers = self.actor_id is not None and not self.line.is_self
        return is_anothers and self.line.is_done and bool(self.people)


def story_of(event: AccessEvent, *, chosen: LogFilter | None, reader_id: UUID) -> Story:
    """Tell one event."""
    body = bytes(event.body)
    facts = read_body(body)
    people = [_person(subject, chosen) for subject in facts.parts("subjects")]
    return Story(
        line=line_of(event, facts, chosen=chosen, reader_id=reader_id),
        who_and_what=_told(
            Part(_("Hvem"), _who(facts)), Part(_("Hva"), _what(event, facts))
        ),
        people=people,
        where_and_why=_told(
            Part(_("Hvor"), _where(facts)),
            Part(_("Hvorfor"), _why(facts.part("grounds"))),
        ),
        technical=technical_facts(facts),
        actor_id=event.actor_id,
        body=body.decode("utf-8", "replace"),
        body_bytes=len(body),
        leaf_hash=sha256(_LEAF + body).hexdigest(),
        disagreements=disagreements(event),
    )


def _what(event: AccessEvent, facts: Facts) -> list[Fact]:
    target, query = facts.part("target"), facts.part("query")
    return said(
        [
            (_("Handling"), words.verb_words(event.verb)),
            (_("Tidspunkt"), _moment(event.recorded_at, seconds=True)),
            (_("Utfall"), words.outcome_words(event.outcome)),
            (_("Side"), page_words(facts.part("client").text("page"))),
            (_("Gjelder"), _target(target)),
            (_("Søkte på"), words.say(words.QUERIES, query.text("kind"))),
            (_("Søketekst"), query.text("text")),
            (_("Antall treff"), _number(query.number("hits"))),
            (_("Hvorfor avvist"), words.say(words.REFUSALS, facts.text("refusal"))),
            *details_in(facts.part("detail")),
            (_("Demodata"), _("Ja") if event.is_demo else ""),
        ]
    )


def _who(facts: Facts) -> list[Fact]:
    actor = facts.part("actor")
    return said(
        [
            (_("Navn"), actor.text("name")),
            (_("Stilling"), actor.text("title")),
            (
                _("Helsepersonellkategori"),
                words.say(words.PROFESSIONS, actor.text("profession")),
            ),
            (_("HPR-nummer"), actor.text("hpr_number")),
            (_("Rolle"), words.role_words(actor.text("role"))),
        ]
    )


def _where(facts: Facts) -> list[Fact]:
    place, controller = facts.part("place"), facts.part("municipality")
    return said(
        [
            (_("Enhet"), place.text("unit_name")),
            (_("Arbeidet ved"), _posts(facts)),
            (_("Virksomhet"), place.text("enterprise_name")),
            (_("Kommune"), controller.text("name")),
        ]
    )


def _posts(facts: Facts) -> str:
    """Name all the posts, where the event comes from no one of them."""
    return "; ".join(
        f"{unit_words(post.text('unit'))}, {words.role_words(post.text('role'))}"
        for post in facts.parts("posts")
    )


def _why(grounds: Facts) -> list[Fact]:
    return said(
        [
            (_("Grunnlag"), words.basis_words(grounds.text("basis"))),
            (_("Formål"), words.say(words.PURPOSES, grounds.text("purpose"))),
            (_("Tjeneste"), words.service_words(grounds.text("service"))),
            (_("Begrunnelse"), words.say(words.REASONS, grounds.text("reason_code"))),
            (_("Valgt selv"), _("Ja") if grounds.is_true("user_selected") else ""),
        ]
    )


def _person(subject: Facts, chosen: LogFilter | None) -> Person:
    patient_id = subject.id("patient")
    return Person(
        id=patient_id,
        label=patient_label(patient_id, chosen) if patient_id else _("Ukjent"),
        reach=_reach(subject),
        basis=words.basis_words(subject.text("basis")),
        decision_ref=subject.text("decision_ref"),
    )


def _reach(subject: Facts) -> str:
    """Say how far the event opened the door to one person."""
    code = subject.number("reach")
    said = str(words.REACHES.get(code, code)) if code is not None else _("Ukjent")
    if code != Reach.RECORD:
        return said
    kinds, until = subject.texts("kinds"), subject.moment("until")
    if kinds is not None:
        names = ", ".join(words.say(words.ROW_KINDS, kind) for kind in kinds)
        said += "; " + _("bare: %(kinds)s") % {"kinds": names or _("ingenting")}
    if until is not None:
        said += "; " + _("bare det som var skrevet til og med %(moment)s") % {
            "moment": _moment(until)
        }
    if hidden := subject.texts("hidden"):
        said += "; " + ngettext(
            "unntatt %(count)s sperret dokument",
            "unntatt %(count)s sperrede dokumenter",
            len(hidden),
        ) % {"count": len(hidden)}
    return said


def _target(target: Facts) -> str:
    if not target:
        return ""
    kind, version = words.row_words(target.text("type")), target.number("version")
    if version is None:
        return kind
    return kind + ", " + _("versjon %(number)s") % {"number": version}


def _told(*parts: Part) -> list[Part]:
    return [part for part in parts if part.facts]


def _number(value: int | None) -> str:
    return "" if value is None else str(value)


def _moment(moment: datetime, *, seconds: bool = False) -> str:
    local = timezone.localtime(moment)
    clock = local.strftime("%H.%M.%S" if seconds else "%H.%M")
    day = formats.date_format(local, "l j. F Y")
    return _("%(day)s kl. %(clock)s") % {"day": day, "clock": clock}
