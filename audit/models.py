"""The access log's tables: events, the people they concern, open doors, and seals.

Every column is an index derived from the event's body, except `xid`, `stored_at`
and `backend_pid`, which the database fills in and nobody may write. The rules
that keep the tables append-only live in `audit.row_policy` and `audit.seal_policy`.
"""

from typing import Any
from uuid import uuid4

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import BrinIndex, GinIndex
from django.db import models
from django.db.models import lookups
from django.utils.translation import gettext_lazy as _

from audit.verbs import Outcome, Reach, Verb


class _FilledByDatabase(models.Func):
    """A value that only the database gives."""

    arity = 0


class CurrentXid(_FilledByDatabase):
    """The transaction's number, 64 bits, so that it never wraps round."""

    template = "(pg_current_xact_id()::text::bigint)"
    output_field = models.BigIntegerField()


class BackendPid(_FilledByDatabase):
    """The database process that wrote the row."""

    template = "pg_backend_pid()"
    output_field = models.IntegerField()


class ClockTimestamp(_FilledByDatabase):
    """The moment itself, not the beginning of the transaction."""

    template = "clock_timestamp()"
    output_field = models.DateTimeField()


class TransactionBegan(_FilledByDatabase):
    """When the transaction began; Django's own Now() is when the statement did."""

    template = "now()"
    output_field = models.DateTimeField()


def verb_choices() -> list[tuple[str, Any]]:
    """All verbs with their words; a function, so that a new one needs no migration."""
    return Verb.choices


class OctetLength(models.Func):
    """How many bytes a value has."""

    function = "octet_length"
    output_field = models.IntegerField()


def _has_bytes(field: str, number: int, *, name: str) -> models.CheckConstraint:
    """Require that a field is as long as what it holds always is."""
    return models.CheckConstraint(
        name=name,
        condition=lookups.Exact(OctetLength(field), number),
    )


class AccessEvent(models.Model):
    """One access to patient information, or to the means of it (tilgangslogg; FHIR: AuditEvent)."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    xid = models.BigIntegerField(db_default=CurrentXid())
    backend_pid = models.IntegerField(db_default=BackendPid())
    stored_at = models.DateTimeField(db_default=ClockTimestamp())
    recorded_at = models.DateTimeField(_("tidspunkt"))
    verb = models.CharField(_("handling"), max_length=24, choices=verb_choices)
    outcome = models.PositiveSmallIntegerField(_("utfall"), choices=Outcome)
    actor_id = models.UUIDField(_("hvem"), null=True)
    unit_id = models.UUIDField(_("enhet"), null=True)
    # Only where the actor worked at several units and the event comes from no one of them.
    unit_ids = ArrayField(models.UUIDField(), verbose_name=_("enheter"), null=True)
    basis = models.CharField(_("grunnlag"), max_length=24, blank=True)
    purpose = models.CharField(_("formål"), max_length=12, blank=True)
    decision_ref = models.UUIDField(null=True)
    is_demo = models.BooleanField(default=False)
    body = models.BinaryField()

    class Meta:
        verbose_name = _("hendelse i tilgangsloggen")
        indexes = [
            models.Index(
                fields=["actor_id", "recorded_at"], name="event_actor_recorded"
            ),
            models.Index(fields=["unit_id", "recorded_at"], name="event_unit_recorded"),
            GinIndex(
                fields=["unit_ids"],
                name="event_units",
                condition=models.Q(unit_ids__isnull=False),
            ),
            BrinIndex(
                fields=["recorded_at"], name="event_recorded_brin", autosummarize=True
            ),
            # The newest first, and all a search asks for by columns, so that the bytes of
            # what does not fit are never read.
            models.Index(
                fields=[
                    "recorded_at",
                    "id",
                    "verb",
                    "outcome",
                    "basis",
                    "purpose",
                    "actor_id",
                    "unit_id",
                ],
                include=["unit_ids"],
                name="event_search",
            ),
        ]
        constraints = [
            # An event and its subjects are tied by transaction: a subject cannot be added later.
            # Its index is also the order in which events are sealed.
            models.UniqueConstraint(
                fields=["xid", "id"], name="event_and_its_transaction"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.verb} {self.recorded_at:%Y-%m-%d %H:%M}"


class AccessSubject(models.Model):
    """One person an event concerns, and how far it opens the door (FHIR: AuditEvent.entity)."""

    id = models.BigAutoField(primary_key=True)
    event = models.ForeignKey(
        AccessEvent, on_delete=models.DO_NOTHING, related_name="subjects"
    )
    xid = models.BigIntegerField(db_default=CurrentXid())
    recorded_at = models.DateTimeField()
    patient_id = models.UUIDField(_("pasient"))
    record_id = models.UUIDField(_("journal"), null=True)
    reach = models.PositiveSmallIntegerField(choices=Reach)
    kinds = ArrayField(models.CharField(max_length=24), null=True)
    until = models.DateTimeField(null=True)
    hidden = ArrayField(models.UUIDField(), null=True)

    class Meta:
        verbose_name = _("person i en hendelse")
        indexes = [
            models.Index(
                fields=["patient_id", "recorded_at"], name="subject_patient_recorded"
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="a_record_is_reached_by_its_id",
                condition=models.Q(reach__lt=Reach.RECORD)
                | models.Q(record_id__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.patient_id} {self.reach}"


class Opening(models.Model):
    """A door that stands open in one running transaction; unlogged, swept every hour."""

    id = models.BigAutoField(primary_key=True)
    event = models.ForeignKey(
        AccessEvent, on_delete=models.DO_NOTHING, related_name="+", db_constraint=False
    )
    xid = models.BigIntegerField(db_default=CurrentXid(), db_index=True)
    began_at = models.DateTimeField(db_default=TransactionBegan())

    class Meta:
        verbose_name = _("åpning")

    def __str__(self) -> str:
        return f"{self.event_id}"


class LogEra(models.Model):
    """One tree of the sealed log; a new one begins when the database was made anew.

    Transaction numbers order the events of one server only, so an era belongs to one.
    """

    number = models.PositiveSmallIntegerField(primary_key=True)
    origin = models.TextField(unique=True)
    system_identifier = models.CharField(max_length=20)
    began_at = models.DateTimeField(db_default=ClockTimestamp())
    reason = models.TextField(blank=True)

    class Meta:
        verbose_name = _("tre i den forseglede loggen")

    def __str__(self) -> str:
        return self.origin


class LogLeaf(models.Model):
    """An event's place in the tree; it stays when the event is erased by a decision."""

    pk = models.CompositePrimaryKey("era", "index")
    era = models.PositiveSmallIntegerField()
    index = models.BigIntegerField()
    event_id = models.UUIDField(unique=True)
    hash = models.BinaryField()

    class Meta:
        verbose_name = _("blad i den forseglede loggen")
        constraints = [_has_bytes("hash", 32, name="leaf_hash_has_32_bytes")]

    def __str__(self) -> str:
        return f"{self.era}/{self.index}"


class LogTile(models.Model):
    """A full tile of 256 hashes; partial ones follow from leaves and tiles below.

    `root` is over its hashes, and stands in the tile above.
    """

    pk = models.CompositePrimaryKey("era", "level", "index")
    era = models.PositiveSmallIntegerField()
    level = models.PositiveSmallIntegerField()
    index = models.BigIntegerField()
    hashes = models.BinaryField()
    root = models.BinaryField()

    class Meta:
        verbose_name = _("flis i den forseglede loggen")
        constraints = [
            _has_bytes("hashes", 8192, name="tile_is_full"),
            _has_bytes("root", 32, name="tile_root_has_32_bytes"),
        ]

    def __str__(self) -> str:
        return f"{self.era}/{self.level}/{self.index}"


class LogCheckpoint(models.Model):
    """The signed root of an era at one size, and up to which event it goes.

    Every event of a transaction before `sealed_xid`, and those of it up to
    `sealed_event`, is in the tree.
    """

    pk = models.CompositePrimaryKey("era", "size")
    era = models.PositiveSmallIntegerField()
    size = models.BigIntegerField()
    root = models.BinaryField()
    note = models.TextField()
    sealed_xid = models.BigIntegerField()
    sealed_event = models.UUIDField()
    sealed_at = models.DateTimeField(db_default=ClockTimestamp())

    class Meta:
        verbose_name = _("sjekkpunkt for den forseglede loggen")
        constraints = [_has_bytes("root", 32, name="checkpoint_root_has_32_bytes")]

    def __str__(self) -> str:
        return f"{self.era}/{self.size}"


# Last, as they stand on the above; Django finds an app's tables from here.
from audit.cosigning import models as _cosigning  # noqa: E402, F401
from audit.erasing import models as _erasing  # noqa: E402, F401
from audit.verifying import models as _verifying  # noqa: E402, F401
