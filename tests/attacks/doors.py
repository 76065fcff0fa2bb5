"""Ways to the door for the attack tests: rightful events, and hands that try the handle."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

from django.db import connection, transaction
from django.utils import timezone

from access.actions import Action
from audit.controller import controller_here
from audit.entry import Entry, Subject
from audit.verbs import Outcome, Reach, Verb
from journal.documentation.models import Note
from journal.record.gate import open_record
from tests import world as worlds


def query(statement, params=None):
    with connection.cursor() as cursor:
        cursor.execute(statement, params)
        return cursor.fetchall() if cursor.description else cursor.rowcount


def open_by_hand(event_id, statement, params=None):
    """Open the door as the product does, and ask something behind it."""
    with transaction.atomic():
        query("INSERT INTO audit_opening (event_id) VALUES (%s)", [event_id])
        return query(statement, params)


def protected_tables():
    """Name every table with the door's policy, and the column it goes by."""
    return query(
        """
        SELECT c.relname, min(a.attname) FROM pg_policy p
        JOIN pg_class c ON c.oid = p.polrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname IN ('patient_id', 'record_id')
        WHERE p.polname = 'door' AND n.nspname = 'fjord'
        GROUP BY c.relname ORDER BY 1
        """
    )


FITTING = {
    "_text": "'{}'",
    "_varchar": "'{x}'",
    "bool": "false",
    "date": "current_date",
    "timestamptz": "now()",
    "uuid": "gen_random_uuid()",
    "bpchar": "'x'",
    "text": "'x'",
    "varchar": "'x'",
}


def row_for(table, known, *, by, signed=True, **facts):
    """Give an INSERT of a row about somebody, filled with whatever the columns take."""
    values = {
        "patient_id": known.patient_id,
        "record_id": known.record_id,
        "author_id": by.user_id,
        "history_user_id": by.user_id,
        "ended_at": timezone.now(),
        "closed_at": timezone.now() + timedelta(minutes=1),  # after it was registered
        "ends_on": timezone.localdate() + timedelta(days=1),  # after it began
    } | facts
    if signed:
        values["signed_at"] = timezone.now()
    if table == "journal_healthrecord":
        values["id"] = known.record_id
    columns = query(
        """
        SELECT a.attname, t.typname FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
        WHERE a.attrelid = ('fjord.' || %s)::regclass AND a.attnum > 0
          AND a.attidentity = '' AND (a.attnotnull OR a.attname = ANY (%s))
        """,
        [table, list(values)],
    )
    names = ", ".join(name for name, _type in columns)
    filled = ", ".join(
        f"'{values[name]}'" if name in values else FITTING.get(kind, "1")
        for name, kind in columns
    )
    return f"INSERT INTO fjord.{table} ({names}) VALUES ({filled})"


def attempts_on(table, key):
    """Statements that must not be answered, not even by nothing."""
    nobody = uuid4()
    merge = f"MERGE INTO {table} USING (SELECT 1) x ON {key} = '{nobody}'"
    return [
        f"SELECT * FROM {table}",
        f"SELECT count(*) FROM {table}",
        f"SELECT 1 FROM {table} LIMIT 1",
        f"SELECT * FROM {table} WHERE {key} = '{nobody}'",
        f"SELECT EXISTS (SELECT 1 FROM {table} WHERE {key} = '{nobody}')",
        f"SELECT * FROM {table} WHERE {key} = '{nobody}' FOR UPDATE",
        f"SELECT max({key}::text) FROM {table}",
        f"COPY {table} TO STDOUT",
        f"COPY (SELECT {key} FROM {table}) TO STDOUT",
        f"INSERT INTO {table} ({key}) VALUES ('{nobody}')",
        f"INSERT INTO {table} ({key}) VALUES ('{nobody}') ON CONFLICT DO NOTHING",
        f"INSERT INTO {table} ({key}) SELECT {key} FROM {table}",
        f"UPDATE {table} SET {key} = {key} WHERE {key} = '{nobody}'",
        f"DELETE FROM {table} WHERE {key} = '{nobody}'",
        f"DELETE FROM {table}",
        f"{merge} WHEN MATCHED THEN DO NOTHING",
        f"{merge} WHEN MATCHED THEN DELETE",
        f"{merge} WHEN NOT MATCHED THEN INSERT ({key}) VALUES ('{nobody}')",
        f"TRUNCATE {table}",
        f"SELECT query_to_xml('SELECT * FROM {table}', true, false, '')",
    ]


def subject(known, *, reach=Reach.RECORD, **limits):
    return Subject(known.patient_id, known.record_id, Reach(reach), **limits)


def entry(worker, *subjects, verb=Verb.READ, outcome=Outcome.DONE, **facts):
    return Entry(
        verb=verb,
        actor=worker.actor(),
        municipality=controller_here(),
        outcome=outcome,
        subjects=subjects,
        **facts,
    )


def note(world, *, text, by=None, kind="besok", written=None, signed=True, of=None):
    """Write a note by the front door; `of` anything, for a patient of its own."""
    known = world.ola
    if of is not None:
        known = worlds.patient(world.clerk, "Kari", "Nabo", at=world.north)
    author = by or world.nurse
    written = written or timezone.now()
    with open_record(known.record_id, by=author, to=Action.SIGN_NOTE) as record:
        made = Note(
            record_id=record.id,
            kind=kind,
            happened_at=written,
            written_at=written,
            updated_at=written,
            signed_at=datetime.now(UTC) if signed else None,
            text=text,
            author_id=author.user_id,
            author_name=author.name,
        )
        made.save(force_insert=True)
        made.record = record
    return made
