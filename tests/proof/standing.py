"""Stores a world so that pages, search and the door meet it: for real people, and now."""

from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

from access.accounts.models import User
from access.models import Block, CareRelation, Employment, PersonTie, Shift
from journal.documentation.models import Note
from tenants import roles
from tenants.context import in_municipality
from tests import world as towns
from tests.database import as_login
from tests.proof.renaming import renamed, salted
from tests.proof.tables import (
    Calendar,
    write_limits,
    write_places_and_people,
    write_reasons,
    write_rules,
    write_work,
)
from tests.proof.worlds import FIRST

# One name to search for each record; nobody else is called so.
NAMES = ["Askeladden", "Bukkebruse", "Espenhaug", "Flisaker"]
KINDS_WRITTEN = ["daglig", "legenotat", "saksnotat"]
_AGES_AGO = datetime(2020, 1, 1, tzinfo=UTC)


def register_people(by):
    """Register four people who are nowhere yet; give them by their names."""
    return {name: towns.patient(by, "Per", name) for name in NAMES}


def calendar_now(facts):
    """A noon such that it is half past the world's hour now."""
    half_past = timedelta(hours=facts.at, minutes=30)
    return Calendar(datetime.now(UTC) - half_past)


def about(people, facts, number):
    """The same world with other names, and about people who are registered."""
    known = dict(zip((file.id for file in facts.files), people.values(), strict=False))
    first = {file.patient: known[file.id] for file in reversed(facts.files)}
    # A person has one record here: two would need a second registration.
    files = [f for f in facts.files if first[f.patient] is known[f.id]]
    files = [replace(file, kind="journal") for file in files]
    kept = {file.id for file in files}
    facts = facts.but(
        files=tuple(files),
        relations=tuple(one for one in facts.relations if one.record in kept),
        closed=tuple(one for one in facts.closed if one.record in kept),
    )
    names = {one: person.record_id for one, person in known.items()}
    names |= {one: person.patient_id for one, person in first.items()}
    salt = salted(number)

    def new(old):
        return names.get(old) or salt(old)

    return _hide_notes(renamed(facts, new))


def _hide_notes(facts):
    """What a block calls a document is one of the record's notes."""
    closed = [
        replace(one, document=note_id(one.record, one.id.int % len(KINDS_WRITTEN)))
        if one.document
        else one
        for one in facts.closed
    ]
    return facts.but(closed=tuple(closed))


def note_id(record_id: UUID, number: int) -> UUID:
    return UUID(int=record_id.int ^ (number + 1))


@contextmanager
def as_owner(fjord):
    """Write as the owner of the tables, and stand where one stood again afterwards."""
    with as_login(roles.MIGRATOR), in_municipality(fjord):
        yield


def write_notes(people):
    """Give each record one signed note of three kinds, from long ago."""
    Note.objects.bulk_create(
        Note(
            id=note_id(person.record_id, number),
            entry_id=note_id(person.record_id, number),
            record_id=person.record_id,
            kind=kind,
            happened_at=_AGES_AGO,
            written_at=_AGES_AGO,
            updated_at=_AGES_AGO,
            signed_at=_AGES_AGO,
            text="Sov godt.",
            author_id=person.patient_id,
            author_name="Siri Sykepleier",
        )
        for person in people.values()
        for number, kind in enumerate(KINDS_WRITTEN)
    )


def stand(facts, calendar):
    """Take down what stood there, and write this world."""
    for model in (CareRelation, Block, PersonTie, Shift, Employment):
        model.objects.all().delete()
    User.objects.update(person_hash=None)
    write_rules(facts.but(adapted=FIRST | facts.adapted))
    write_places_and_people(facts)
    write_work(facts, calendar)
    write_reasons(facts, calendar)
    write_limits(facts, calendar)
