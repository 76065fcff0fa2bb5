"""What tests of notes need: somebody to write, and a quick way to do it."""

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from access.actions import Action
from audit.entry import Target
from journal.documentation import services
from journal.documentation.models import NoteKind
from journal.record.gate import open_record
from tests import world as worlds
from tests.database import as_superuser
from tests.journal.documentation.builders import content


@pytest.fixture
def ola(world):
    return world.ola


@pytest.fixture
def nurse(world):
    return world.nurse


@pytest.fixture
def leader(world):
    return world.leader


@pytest.fixture
def colleague(world):
    """Another nurse of the same unit."""
    return worlds.worker(
        worlds.person("kari.kollega", ("sykepleier", world.north), title="sykepleier")
    )


@pytest.fixture
def sign(ola):
    """Sign a note, as somebody."""

    def _sign(by, text="Sov da jeg kom 08.10.", *, note_id=None, **facts):
        with open_record(ola.record_id, by=by, to=Action.SIGN_NOTE) as record:
            return services.sign_note(
                record, note_id=note_id or uuid4(), content=content(text, **facts)
            )

    return _sign


@pytest.fixture
def correct(ola):
    """Sign a correction of a note, as somebody."""

    def _correct(by, note, text, *, note_id=None, **facts):
        facts.setdefault("happened_at", note.happened_at)
        facts.setdefault("kind", NoteKind(note.kind))
        with open_record(ola.record_id, by=by, to=Action.CORRECT_NOTE) as record:
            return services.sign_correction(
                record,
                note_id=note_id or uuid4(),
                corrects_id=note.id,
                content=content(text, **facts),
            )

    return _correct


@pytest.fixture
def save(ola):
    """Save a draft, as somebody, from an open page."""

    def _save(by, text, *, note_id, revision=0, window_id=None, **facts):
        corrects_id = facts.pop("corrects_id", None)
        target = Target("journal.Note", str(note_id))
        drafting = open_record(
            ola.record_id, by=by, to=Action.DRAFT_NOTE, target=target
        )
        with drafting as record:
            return services.save_draft(
                record,
                note_id=note_id,
                content=content(text, **facts),
                page=services.Page(window_id=window_id, revision=revision),
                corrects_id=corrects_id,
            )

    return _save


@pytest.fixture
def read(ola):
    """Find notes as somebody who reads the record."""

    def _read(by):
        with open_record(ola.record_id, by=by, to=Action.READ_RECORD) as record:
            return list(record.notes.order_by("written_at"))

    return _read


@pytest.fixture
def stored(database):
    """Ask the database what it holds, past every wall."""

    def _stored(query, *parameters):
        with as_superuser(database) as connection:
            connection.execute("SET search_path = fjord")
            return connection.execute(query, parameters).fetchall()

    return _stored


def _signed_in(username):
    client = Client(headers={"host": "fjord.localhost"})
    facts = {"login": username, "password": worlds.PASSWORD}
    assert client.post("/konto/logg-inn/", facts).status_code == 302
    return client


@pytest.fixture
def browser(world):
    """The nurse's browser, signed in."""
    return _signed_in("siri.sykepleier")


@pytest.fixture
def leaders_browser(world):
    """The leader's browser, signed in."""
    return _signed_in("lise.leder")


@pytest.fixture
def page(ola):
    """Give the address of a note's page, or of one for the whole record."""

    def _page(name, note_id=None):
        ids = [ola.record_id, note_id] if note_id else [ola.record_id]
        return reverse(f"documentation:{name}", args=ids)

    return _page
