"""What was said when something in a record was blocked, or opened again."""

from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from journal.record.models import HealthRecord
from journal.record.models.rows import ClinicalRow, RecordHistory


class Spokesperson(models.TextChoices):
    """Who asked, for the patient or as the patient."""

    PATIENT = "patient", _("Pasienten selv")
    PARENT = "parent", _("Forelder med foreldreansvar")
    GUARDIAN = "guardian", _("Verge")
    PROXY = "proxy", _("Fullmektig")


class About(models.TextChoices):
    """What the conversation came to."""

    SET = "set", _("Sperringen ble satt")
    ENDED = "ended", _("Sperringen ble opphevet")


class BlockConversation(ClinicalRow):
    """The conversation behind a block (samtale om sperring; FHIR: Consent.verification).

    A block is set and ended on the patient's demand, after he has been told what may
    follow (pjl § 17, pbrl § 5-3). The policy needs codes only (`access.models.Block`);
    what was said is of the record, and lies behind its door.
    """

    id = models.UUIDField(primary_key=True, default=uuid4)
    record = models.ForeignKey(
        HealthRecord, on_delete=models.PROTECT, related_name="block_conversations"
    )
    block_id = models.UUIDField()
    about = models.CharField(max_length=8, choices=About)
    spoken_with = models.CharField(max_length=10, choices=Spokesperson)
    spoken_name = models.CharField(max_length=200, blank=True)
    spoken_at = models.DateTimeField()
    told = models.TextField(max_length=2000)
    written_at = models.DateTimeField()
    author_id = models.UUIDField()
    author_name = models.CharField(max_length=200)
    author_profession = models.CharField(max_length=80, blank=True)
    history = RecordHistory()

    class Meta:
        verbose_name = _("samtale om sperring")
        indexes = [models.Index(fields=["record"], name="block_conversation_record")]
        constraints = [
            models.UniqueConstraint(
                fields=["block_id", "about"], name="a_block_is_set_and_ended_once"
            )
        ]

    def __str__(self) -> str:
        return str(self.id)
