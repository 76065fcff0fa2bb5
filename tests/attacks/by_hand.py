"""Writing the log past its one door: rows as they should be, or with a lie in them."""

from datetime import UTC, datetime, timedelta

from django.db import transaction

from audit.controller import Controller
from audit.entry import Actor, Entry, Subject
from audit.verbs import Reach, Verb
from tests.attacks.doors import query
from tests.database import as_superuser

EVENT = (
    "INSERT INTO fjord.audit_accessevent (id, recorded_at, verb, outcome, actor_id, unit_id,"
    " unit_ids, basis, purpose, decision_ref, is_demo, body) VALUES (%(id)s,"
    " %(recorded_at)s, %(verb)s, %(outcome)s, %(actor_id)s, %(unit_id)s,"
    " %(unit_ids)s::uuid[], %(basis)s, %(purpose)s, %(decision_ref)s, %(is_demo)s,"
    " %(body)s)"
)
SUBJECT = (
    "INSERT INTO fjord.audit_accesssubject (event_id, recorded_at, patient_id, record_id,"
    " reach, kinds, until, hidden) VALUES (%(event_id)s, %(recorded_at)s, %(patient_id)s,"
    " %(record_id)s, %(reach)s, %(kinds)s::varchar[], %(until)s, %(hidden)s::uuid[])"
)


def event_row(entry, **lies):
    """The columns of an event, as they follow from its body."""
    return {
        "id": entry.id,
        "recorded_at": entry.recorded_at,
        "verb": entry.verb.value,
        "outcome": entry.outcome.value,
        "actor_id": entry.actor.id,
        "unit_id": entry.place.unit_id,
        "unit_ids": entry.unit_ids,
        "basis": entry.grounds.basis,
        "purpose": entry.grounds.purpose,
        "decision_ref": entry.grounds.decision_ref,
        "is_demo": entry.is_demo,
        "body": entry.body(),
        **lies,
    }


def subject_row(entry, subject, **lies):
    """The columns of one person in an event."""
    return {
        "event_id": entry.id,
        "recorded_at": entry.recorded_at,
        "patient_id": subject.patient_id,
        "record_id": subject.record_id,
        "reach": subject.reach.value,
        "kinds": None if subject.kinds is None else list(subject.kinds),
        "until": subject.until,
        "hidden": None if subject.hidden is None else list(subject.hidden),
        **lies,
    }


def stored_by_hand(entry, *, event=None, subjects=None):
    """Write an event as the application could if it went past `audit.log`.

    Args:
        entry: What the body says.
        event: Other columns than those that follow from it.
        subjects: Other rows of people than those it names; each changes the first's.
    """
    rows = [subject_row(entry, one) for one in entry.subjects]
    if subjects is not None:
        rows = [subject_row(entry, entry.subjects[0], **lies) for lies in subjects]
    with transaction.atomic():
        query(EVENT, event_row(entry, **(event or {})))
        for row in rows:
            query(SUBJECT, row)
    return entry.id


def stored_as_owner(database, known, *, seconds_ago, verb="read", kinds=None):
    """Put an event into the log as the owner, who may say when it was stored."""
    at = datetime.now(UTC) - timedelta(seconds=seconds_ago)
    reached = Subject(known.patient_id, known.record_id, Reach.RECORD, kinds)
    entry = Entry(
        verb=Verb(verb),
        actor=Actor(None, "Eieren"),
        municipality=Controller(known.patient_id, "", "Fjord"),
        subjects=(reached,),
        recorded_at=at,
    )
    ((pid,),) = query("SELECT pg_backend_pid()")
    columns = "(stored_at, backend_pid, id,"
    values = "VALUES (%(recorded_at)s, %(pid)s, %(id)s,"
    statement = EVENT.replace("(id,", columns).replace("VALUES (%(id)s,", values)
    with as_superuser(database) as server, server.transaction():
        server.execute("SET LOCAL ROLE akson_owner")
        server.execute(statement, {**event_row(entry), "pid": pid})
        server.execute(SUBJECT, subject_row(entry, reached))
    return entry.id
