"""Whether an event's columns and rows say the same as its bytes.

The bytes are what will be sealed; the columns are an index derived from them, by
which the log is searched. A column that differs has been written past the log's door.
"""

from datetime import datetime, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from audit.canonical import is_canonical
from audit.models import AccessEvent
from audit.review.selectors.facts import Facts, read_body

# An event is stored at once; the clocks of two machines may differ a little.
_LATE = timedelta(minutes=5)
_EARLY = timedelta(minutes=1)


def disagreements(event: AccessEvent) -> list[str]:
    """List what does not agree, in words; an empty list is as it should be."""
    body = bytes(event.body)
    if not is_canonical(body):
        return [_("Innholdet er ikke en hendelse i loggens format.")]
    facts = read_body(body)
    place, grounds = facts.part("place"), facts.part("grounds")
    pairs = [
        (_("hendelsens id"), event.id, facts.id("id")),
        (_("tidspunkt"), event.recorded_at, facts.moment("recorded")),
        (_("handling"), event.verb, facts.text("verb")),
        (_("utfall"), event.outcome, facts.number("outcome")),
        (_("hvem"), event.actor_id, facts.part("actor").id("id")),
        (_("enhet"), event.unit_id, place.id("unit")),
        (_("enheter"), _units(event.unit_ids), _units_in(facts)),
        (_("grunnlag"), event.basis, grounds.text("basis")),
        (_("formål"), event.purpose, grounds.text("purpose")),
        (_("tilgangsbeslutning"), event.decision_ref, grounds.id("decision_ref")),
        (_("demodata"), event.is_demo, facts.is_true("demo")),
        (_("pasienter"), _rows_of(event), _subjects_in(facts)),
    ]
    found = [
        _("Registeret og innholdet sier ikke det samme om %(what)s.") % {"what": what}
        for what, column, said in pairs
        if column != said
    ]
    if not event.is_demo and not _stored_in_time(event):
        found.append(_("Hendelsen er ikke lagret da den sier at den skjedde."))
    return found


def _stored_in_time(event: AccessEvent) -> bool:
    late = event.stored_at - event.recorded_at
    return -_EARLY <= late <= _LATE


def _units(unit_ids: list[UUID] | None) -> set[UUID | None]:
    return set(unit_ids or ())


def _units_in(facts: Facts) -> set[UUID | None]:
    return {post.id("unit") for post in facts.parts("posts")}


Row = tuple[
    datetime | None,
    str,
    str,
    int | None,
    tuple[str, ...] | None,
    datetime | None,
    tuple[str, ...] | None,
]


def _rows_of(event: AccessEvent) -> list[Row]:
    return sorted(
        (
            (
                row.recorded_at,
                str(row.patient_id),
                _text(row.record_id),
                row.reach,
                None if row.kinds is None else tuple(row.kinds),
                row.until,
                None if row.hidden is None else tuple(map(str, row.hidden)),
            )
            for row in event.subjects.all()
        ),
        key=repr,
    )


def _subjects_in(facts: Facts) -> list[Row]:
    return sorted(
        (
            (
                facts.moment("recorded"),
                subject.text("patient"),
                subject.text("record"),
                subject.number("reach"),
                _tuple(subject.texts("kinds")),
                subject.moment("until"),
                _tuple(subject.texts("hidden")),
            )
            for subject in facts.parts("subjects")
        ),
        key=repr,
    )


def _tuple(texts: list[str] | None) -> tuple[str, ...] | None:
    return None if texts is None else tuple(texts)


def _text(value: UUID | None) -> str:
    return str(value) if value else ""
