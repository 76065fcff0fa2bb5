"""An application is not closed while its case handler has something unsigned in the record."""

import re
from uuid import uuid4

from django.urls import reverse
from django.utils import timezone

from access.actions import Action
from access.models import Basis, CareRelation
from journal.documentation import services as notes
from journal.documentation.models import NoteKind
from journal.record.gate import open_record


def _writes(worker, known, text):
    note_id = uuid4()
    with open_record(known.record_id, by=worker, to=Action.DRAFT_NOTE) as record:
        content = notes.Content(
            text=text, kind=NoteKind.MEETING, happened_at=timezone.now()
        )
        notes.save_draft(record, note_id=note_id, content=content, page=notes.Page())
    return note_id


def _application():
    return CareRelation.objects.get(basis=Basis.APPLICATION).source_id


def test_own_draft_keeps_the_application_open_and_the_page_leads_to_it(
    world, desk, anne, applies
):
    applies(world.ola)
    at_desk = desk(anne)
    note_id = _writes(anne, world.ola, "Ringt datteren")
    address = ("casework:close", world.ola.record_id, _application())

    shown = at_desk.get(*address).content.decode()
    refused = at_desk.post(*address, outcome="innvilget")

    link = reverse("documentation:edit", args=[world.ola.record_id, note_id])
    assert link in shown
    assert "Ringt datteren" in shown
    assert refused.status_code == 422
    assert "Du har usignerte notater" in refused.content.decode()
    assert link in refused.content.decode()
    kept = r'<input[^>]*value="innvilget"[^>]*checked'
    assert re.search(kept, refused.content.decode())
    assert CareRelation.objects.filter(
        basis=Basis.APPLICATION, valid_until=None
    ).exists()

    with open_record(world.ola.record_id, by=anne, to=Action.DISCARD_DRAFT) as record:
        notes.discard_draft(record, note_id=note_id)

    assert at_desk.post(*address, outcome="innvilget").status_code == 303


def test_draft_of_somebody_else_holds_no_application_up(world, desk, anne, applies):
    applies(world.ola)
    _writes(world.nurse, world.ola, "Begynt")

    closed = desk(anne).post(
        "casework:close", world.ola.record_id, _application(), outcome="innvilget"
    )

    assert closed.status_code == 303
