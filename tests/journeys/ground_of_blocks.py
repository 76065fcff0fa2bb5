"""What is blocked in the municipality of the journeys."""

from uuid import uuid4

from django.utils import timezone

from access.actions import Action
from access.models import BlockedWhat, BlockedWhom
from journal.blocking import services as blocking
from journal.record.gate import open_record
from tests.journeys.visits import Visit, press

PAGES = {
    "blocking:blocks": [
        Visit("leader"),
        Visit(note="hit"),
        Visit("leader", ids={"record_id": "long"}, note="none"),
    ],
    "blocking:block_new": [
        Visit("leader"),
        Visit("leader", act=press("Sperr"), note="empty"),
    ],
    "blocking:block_end": [Visit("leader")],
    "documentation:withhold": [
        Visit(),
        Visit(act=press("Lagre"), note="empty"),
    ],
}


def block(ground):
    """Let Ola have closed the physicians' notes to the nurses."""
    ids = ground.ids
    closing = blocking.Closing(
        what=BlockedWhat.KIND,
        whom=BlockedWhom.ROLE,
        kind="legenotat",
        role="sykepleier",
    )
    said = blocking.Conversation(
        "parent",
        timezone.now(),
        "Vil ikke at naboen leser. Vet at vakta kan mangle noe.",
        "Kari Fjellheim",
    )
    leader = ground.world.leader
    with open_record(ids["record_id"], by=leader, to=Action.BLOCK) as record:
        made = blocking.set_block(
            record, closing=closing, conversation=said, id=uuid4()
        )
        ids["block_id"] = made.pk
