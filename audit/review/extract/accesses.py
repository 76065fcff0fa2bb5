"""What a patient is told of the log: who saw what, when, from where and why (pasientjournalloven § 18).

Names of those who worked, never their numbers; reasons as codes in words, never free text.
Nothing of it is kept from him. What was refused showed nobody anything, and is left out.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from audit.models import AccessEvent
from audit.review.rules.log_filter import LogFilter, Named
from audit.review.selectors import words
from audit.review.selectors.events import all_events_in
from audit.review.selectors.facts import Facts, read_body
from audit.review.selectors.figures import number_of_events
from audit.review.selectors.lines import unit_in, who_in
from audit.review.selectors.pages import page_words
from audit.verbs import Outcome, Reach, Verb
from journal.readers.rules.period import Period

MOST_EVENTS = 5_000
_AT_A_TIME = 500
# What shows him among others; the rest concerns him alone.
_LISTS = frozenset({Verb.LISTED.value, Verb.SEARCHED.value, Verb.LOOKED_UP.value})
# The purposes in a patient's words.
PURPOSES: words.Words = {
    "TREAT": gettext_lazy("Helsehjelp"),
    "ETREAT": gettext_lazy("Øyeblikkelig hjelp"),
    "COC": gettext_lazy("Saksbehandling og samordning av tjenester"),
    "BTG": gettext_lazy("Nødtilgang fordi liv eller helse var i fare"),
    "PATRQT": gettext_lazy("Du eller noen for deg ba om det"),
    "HCOMPL": gettext_lazy("Kontroll av hvem som har åpnet journaler"),
    "HSYSADMIN": gettext_lazy("Drift av journalsystemet"),
}


class TooManyEventsError(Exception):
    """The period has more events than can be given at once."""


@dataclass(frozen=True, slots=True)
class Access:
    """One time somebody saw something of a patient.

    Args:
        event_id: the event in the log.
        worker_id: who it was; None when a system did it.
        at: when.
        who: the name.
        title: what he worked as.
        unit: where he worked.
        enterprise: what that belongs to.
        purpose: what it was for.
        what: what he did.
        page: what he had before him.
        reason: on what grounds, and what he himself chose as reason.
        is_listed: whether he saw the patient among others, in a list or a search.
        is_alone: whether the event's bytes say nothing of other patients, nor what was
            typed in a search.
    """

    event_id: UUID
    worker_id: UUID | None
    at: datetime
    who: str
    title: str
    unit: str
    enterprise: str
    purpose: str
    what: str
    page: str
    reason: str
    is_listed: bool
    is_alone: bool

    @property
    def monday(self) -> date:
        """The day the week began, in Norway."""
        day = timezone.localdate(self.at)
        return day - timedelta(days=day.weekday())


def accesses_to(patient_id: UUID, period: Period) -> list[Access]:
    """List the times somebody saw something of a patient, newest first.

    Raises:
        TooManyEventsError: they are more than can be given at once.
    """
    chosen = LogFilter(period.since, period.until, patient=Named(patient_id, ""))
    if number_of_events(chosen, at_most=MOST_EVENTS + 1) > MOST_EVENTS:
        raise TooManyEventsError
    return list(_told(chosen, patient_id))


def _told(chosen: LogFilter, patient_id: UUID) -> Iterator[Access]:
    for event in all_events_in(chosen, size=_AT_A_TIME):
        facts = read_body(bytes(event.body))
        subject = _subject(facts, patient_id)
        if event.outcome == Outcome.DONE and subject is not None:
            yield _access(event, facts, subject)


def _subject(facts: Facts, patient_id: UUID) -> Facts | None:
    """Find the patient among those the event showed; None when it only mentions him."""
    for subject in facts.parts("subjects"):
        if subject.id("patient") == patient_id:
            reach = subject.number("reach") or 0
            return subject if reach >= Reach.IDENTITY else None
    return None


def _access(event: AccessEvent, facts: Facts, subject: Facts) -> Access:
    actor, grounds = facts.part("actor"), facts.part("grounds")
    purpose = grounds.text("purpose")
    return Access(
        event_id=event.pk,
        worker_id=event.actor_id,
        at=event.recorded_at,
        who=who_in(facts),
        title=actor.text("title") or words.role_words(actor.text("role")),
        unit=unit_in(facts),
        enterprise=facts.part("place").text("enterprise_name"),
        purpose=words.say(PURPOSES, purpose) if purpose else _("Ikke oppgitt"),
        what=words.verb_words(event.verb),
        page=page_words(facts.part("client").text("page")),
        reason=_reason(grounds, subject),
        is_listed=event.verb in _LISTS,
        is_alone=_is_alone(facts, subject),
    )


def _is_alone(facts: Facts, subject: Facts) -> bool:
    everybody = {one.text("patient") for one in facts.parts("subjects")}
    return everybody == {subject.text("patient")} and not facts.part("query")


def _reason(grounds: Facts, subject: Facts) -> str:
    """Say on what grounds; in a list, those on which this patient is in it."""
    basis = subject.text("basis") or grounds.text("basis")
    said = [words.basis_words(basis)]
    if code := grounds.text("reason_code"):
        said.append(words.say(words.REASONS, code))
    return ": ".join(filter(None, said))
