"""A block is set, and ended, on the patient's demand; what was said is kept with it."""

from dataclasses import asdict, dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from access.accounts.models import User
from access.actions import Action
from access.models import Block, BlockedWhat, BlockedWhom
from journal.blocking.models import About, BlockConversation
from journal.documentation.services.content import author_of
from journal.record.errors import RuleError
from journal.record.models import OpenRecord


@dataclass(frozen=True, slots=True)
class Closing:
    """What is closed, and to whom; only what belongs to `what` and `whom` is filled in."""

    what: BlockedWhat
    whom: BlockedWhom
    kind: str = ""
    document_id: UUID | None = None
    worker_id: UUID | None = None
    role: str = ""
    unit_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Conversation:
    """Who asked for it, when, and what was said and advised."""

    spoken_with: str
    spoken_at: datetime
    told: str
    spoken_name: str = ""


def set_block(
    record: OpenRecord, *, closing: Closing, conversation: Conversation, id: UUID
) -> Block:
    """Block something in the record; it counts from everybody's next request.

    Args:
        record: The record, open to block in.
        closing: What, against whom.
        conversation: What was said about it.
        id: The block's own id; a second call with it changes nothing.

    Raises:
        ActionRefusedError: the record was opened for something else.
        RuleError: the same is blocked already, there is no such note or person here, or
            the conversation has not been yet.
    """
    record.require(Action.BLOCK)
    existing = Block.objects.filter(pk=id, record_id=record.pk).first()
    if existing is not None:
        return existing
    _check(record, closing)
    _check_spoken(conversation)
    block = Block(
        pk=id,
        record_id=record.pk,
        patient_id=record.patient_id,
        valid_from=timezone.now(),
        **asdict(closing),
    )
    _store(record, block)
    _keep(record, block, About.SET, conversation)
    return block


def end_block(
    record: OpenRecord, block_id: UUID, *, conversation: Conversation
) -> Block | None:
    """Let what was blocked be open again, from the next request.

    Returns:
        The block; None when this record has no such block in force.

    Raises:
        ActionRefusedError: the record was opened for something else.
        RuleError: the conversation has not been yet.
    """
    record.require(Action.END_BLOCK)
    block = _in_force(record).select_for_update().filter(pk=block_id).first()
    if block is None or block.pk in (record.decision.hidden or ()):
        return None
    _check_spoken(conversation)
    block.valid_until = timezone.now()
    _store(record, block)
    _keep(record, block, About.ENDED, conversation)
    return block


def _in_force(record: OpenRecord) -> QuerySet[Block]:
    ongoing = Q(valid_until=None) | Q(valid_until__gt=timezone.now())
    return Block.objects.filter(ongoing, record_id=record.pk)


def _check(record: OpenRecord, closing: Closing) -> None:
    if _in_force(record).filter(**asdict(closing)).exists():
        raise RuleError(_("Dette er sperret fra før."))
    entry_id = closing.document_id
    if entry_id and not record.notes.signed().filter(entry_id=entry_id).exists():
        raise RuleError(_("Velg et av notatene i listen."), field="document")
    if closing.worker_id and not User.objects.filter(pk=closing.worker_id).exists():
        raise RuleError(_("Søk på nytt og velg en ansatt."), field="worker")


def _check_spoken(conversation: Conversation) -> None:
    if conversation.spoken_at > timezone.now():
        message = _("Dette tidspunktet har ikke vært ennå.")
        raise RuleError(message, field="spoken_at")


def _store(record: OpenRecord, block: Block) -> None:
    block._history_user = User(pk=record.worker.user_id)  # type: ignore[attr-defined]
    block.save()


def _keep(
    record: OpenRecord, block: Block, about: About, conversation: Conversation
) -> None:
    author = author_of(record)
    BlockConversation.objects.create(
        record=record,
        block_id=block.pk,
        about=about,
        written_at=timezone.now(),
        author_id=author["author_id"],
        author_name=author["author_name"],
        author_profession=author["author_profession"],
        **asdict(conversation),
    )
