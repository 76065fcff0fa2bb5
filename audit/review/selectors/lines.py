"""Events as lines of a list: who did what, when, on what grounds, to how many."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from audit.models import AccessEvent
from audit.review.rules.log_filter import LogFilter
from audit.review.rules.pseudonyms import pseudonym
from audit.review.selectors.facts import Facts
from audit.review.selectors.words import (
    REFUSALS,
    basis_words,
    outcome_words,
    role_words,
    say,
    verb_words,
)
from audit.verbs import Outcome

_PATIENTS_NAMED = 3


@dataclass(frozen=True, slots=True)
class EventLine:
    """One event in a list."""

    id: UUID
    recorded_at: datetime
    who: str
    role: str
    unit: str
    verb: str
    outcome: str
    is_done: bool
    basis: str
    patients: tuple[str, ...]
    others: int
    is_self: bool
    is_demo: bool


def line_of(
    event: AccessEvent,
    facts: Facts,
    *,
    chosen: LogFilter | None,
    reader_id: UUID | None,
) -> EventLine:
    """Make a line of an event.

    Args:
        event: The event.
        facts: What its bytes say.
        chosen: The part of the log it is listed in.
        reader_id: Who reads the list; his own doings are marked.
    """
    people = people_in(facts)
    named = _named(people, chosen)
    return EventLine(
        id=event.id,
        recorded_at=event.recorded_at,
        who=who_in(facts),
        role=facts.part("actor").text("title")
        or role_words(facts.part("actor").text("role")),
        unit=unit_in(facts),
        verb=verb_words(event.verb),
        outcome=outcome_words(event.outcome),
        is_done=event.outcome == Outcome.DONE,
        basis=basis_words(_basis(event, facts, chosen)) or _refusal(facts),
        patients=tuple(patient_label(person, chosen) for person in named),
        others=len(people) - len(named),
        is_self=event.actor_id is not None and event.actor_id == reader_id,
        is_demo=event.is_demo,
    )


def who_in(facts: Facts) -> str:
    """Name who did it."""
    return facts.part("actor").text("name") or _("Ukjent")


def people_in(facts: Facts) -> list[UUID]:
    """List the patients an event concerns, each once."""
    found = [subject.id("patient") for subject in facts.parts("subjects")]
    return list(dict.fromkeys(person for person in found if person is not None))


def patient_label(patient_id: UUID, chosen: LogFilter | None) -> str:
    """Name a patient: as the reader did when he asked for him, else by a pseudonym."""
    if chosen is not None and chosen.patient and chosen.patient.id == patient_id:
        return chosen.patient.label
    return pseudonym_label(patient_id)


def pseudonym_label(patient_id: UUID) -> str:
    """Name a patient whose name the reader has no need to see."""
    return _("Pasient %(mark)s") % {"mark": pseudonym(patient_id)}


def _named(people: list[UUID], chosen: LogFilter | None) -> list[UUID]:
    """Choose whom a line names: the one that was asked for, else the first few."""
    if chosen is not None and chosen.patient:
        return [person for person in people if person == chosen.patient.id]
    return people[:_PATIENTS_NAMED] if len(people) > _PATIENTS_NAMED + 1 else people


def unit_in(facts: Facts) -> str:
    """Name the unit; where the event comes from several, the first and how many more."""
    name = facts.part("place").text("unit_name")
    others = len({post.text("unit") for post in facts.parts("posts")}) - 1
    if others < 1:
        return name
    return ngettext(
        "%(unit)s og %(count)s til", "%(unit)s og %(count)s til", others
    ) % {"unit": name, "count": others}


def _refusal(facts: Facts) -> str:
    """Say why it was refused, where there was no ground."""
    return say(REFUSALS, facts.text("refusal"))


def _basis(event: AccessEvent, facts: Facts, chosen: LogFilter | None) -> str:
    """Give the ground; in a list, the one on which the patient asked for is in it."""
    if chosen is not None and chosen.patient:
        for subject in facts.parts("subjects"):
            if subject.id("patient") == chosen.patient.id and subject.text("basis"):
                return subject.text("basis")
    return event.basis
