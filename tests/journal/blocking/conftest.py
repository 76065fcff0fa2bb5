"""What tests of blocks need: somebody who wrote a note, and what is typed to block it."""

from uuid import uuid4

import pytest
from django.utils import timezone

from access.actions import Action
from access.models import BlockedWhat
from journal.blocking import services
from journal.documentation import services as notes
from journal.record.gate import open_record
from tests.journal.documentation.builders import content

SAID = services.Conversation(
    spoken_with="patient",
    spoken_at=timezone.now(),
    told="Vil ikke at naboen leser. Vet at vakta kan mangle noe.",
)


@pytest.fixture
def note(world):
    """A note of the nurse's in Ola's record."""
    with open_record(
        world.ola.record_id, by=world.nurse, to=Action.SIGN_NOTE
    ) as record:
        return notes.sign_note(
            record, note_id=uuid4(), content=content("Fortalte om broren.")
        )


@pytest.fixture
def set_block(world):
    """`set_block(whom=BlockedWhom.ALL)` blocks all of Ola's record, as the nurse."""

    def _set(what=BlockedWhat.ALL, *, by=None, said=SAID, id=None, **facts):
        by = by or world.nurse
        with open_record(world.ola.record_id, by=by, to=Action.BLOCK) as record:
            return services.set_block(
                record,
                closing=services.Closing(what=what, **facts),
                conversation=said,
                id=id or uuid4(),
            )

    return _set
