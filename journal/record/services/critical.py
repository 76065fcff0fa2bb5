"""Critical information: written, ended, refuted, and that somebody asked and there is none."""

from dataclasses import asdict, dataclass
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from access.actions import Action
from journal.record.errors import RuleError
from journal.record.models import CriticalInformation, CriticalReview, OpenRecord
from journal.record.models.critical import CriticalStatus


@dataclass(frozen=True, slots=True)
class Danger:
    """One thing everybody must know before they act."""

    category: int
    text: str
    severity: str
    reaction: str = ""
    source: str = ""


def add_critical(
    record: OpenRecord, *, danger: Danger, id: UUID
) -> CriticalInformation:
    """Write one piece of critical information.

    Args:
        record: The open record.
        danger: What it is.
        id: The row's own id; a second call with it changes nothing.

    Raises:
        ActionRefusedError: the record was opened for something else.
        RuleError: the same is written already.
    """
    record.require(Action.CHANGE_CRITICAL)
    existing = record.critical_information.filter(pk=id).first()
    if existing is not None:
        return existing
    same = record.critical_information.filter(
        category=danger.category,
        text__iexact=danger.text,
        status=CriticalStatus.ACTIVE,
    )
    if same.exists():
        raise RuleError(_("Dette er registrert fra før."), field="text")
    return CriticalInformation.objects.create(
        pk=id,
        record_id=record.pk,
        written_at=timezone.now(),
        author_id=record.worker.user_id,
        author_name=record.worker.name,
        **asdict(danger),
    )


def end_critical(
    record: OpenRecord, item: CriticalInformation, *, status: str, why: str
) -> CriticalInformation:
    """Say that it no longer counts, or was never true; it stays readable among the ended.

    Args:
        record: The open record.
        item: What shall end.
        status: `inactive` or `refuted`.
        why: The reason.

    Raises:
        ActionRefusedError: the record was opened for something else.
        RuleError: it has ended already.
    """
    record.require(Action.CHANGE_CRITICAL)
    item = record.critical_information.select_for_update().get(pk=item.pk)
    if item.status != CriticalStatus.ACTIVE:
        raise RuleError(_("Dette er allerede avsluttet av noen andre."))
    item.status = status
    item.ended_at = timezone.now()
    item.ended_by_name = record.worker.name
    item.ended_why = why
    item.save(update_fields=["status", "ended_at", "ended_by_name", "ended_why"])
    return item


def confirm_none(record: OpenRecord) -> CriticalReview:
    """Keep that somebody has asked, and that there is no critical information.

    Raises:
        ActionRefusedError: the record was opened for something else.
        RuleError: something is registered that still counts.
    """
    record.require(Action.CHANGE_CRITICAL)
    if record.critical_information.filter(status=CriticalStatus.ACTIVE).exists():
        raise RuleError(
            _(
                "Det er registrert kritisk informasjon. Avslutt den først hvis den er feil."
            )
        )
    asked = {
        "written_at": timezone.now(),
        "author_id": record.worker.user_id,
        "author_name": record.worker.name,
    }
    review = CriticalReview.objects.select_for_update().filter(record_id=record.pk)
    row = review.first() or CriticalReview(record_id=record.pk)
    for name, value in asked.items():
        setattr(row, name, value)
    row.save()
    return row
