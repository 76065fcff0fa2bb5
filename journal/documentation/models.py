"""Notes: drafts that are their author's, and signed entries that never change."""

from uuid import uuid4

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from journal.documentation.rules.lateness import is_late
from journal.documentation.rules.withholding import Code
from journal.record.models import HealthRecord, RelatedPerson
from journal.record.models.rows import ClinicalRow, RecordHistory

TEXT_MAX_BYTES = 1_048_576


class NoteKind(models.TextChoices):
    """What sort of entry it is; also the kind of row the access log may limit to."""

    VISIT = "besok", _("Besøk i hjemmet")
    DAILY = "daglig", _("Daglig notat")
    SHIFT = "vakt", _("Vaktrapport")
    PHONE = "telefon", _("Telefon")
    MEETING = "mote", _("Møte")
    PHYSICIAN = "legenotat", _("Legenotat")
    HEALTH_STATION = "helsestasjon", _("Helsestasjon")
    ADMISSION = "innkomst", _("Innkomst")
    RELATIVES = "samtale_parorende", _("Samtale med pårørende")
    CASE = "saksnotat", _("Saksnotat")
    DISCHARGE = "epikrise_mottatt", _("Mottatt epikrise")


class WithholdCode(models.TextChoices):
    """Why an entry is withheld from the patient or a parent (innsynskode, kodeverk 9603)."""

    NORMAL = Code.NORMAL.value, _("Kan vises til pasienten og foreldre")
    DANGER_TO_LIFE = (
        Code.DANGER_TO_LIFE.value,
        _("Ikke til pasienten: fare for liv eller alvorlig helseskade"),
    )
    CLOSE_ONES = (
        Code.CLOSE_ONES.value,
        _("Ikke til pasienten: klart utilrådelig av hensyn til nærstående"),
    )
    OWN_WISH = (
        Code.OWN_WISH.value,
        _("Ikke på nett eller til foreldre: pasientens eget ønske"),
    )
    PERSONNEL = (
        Code.PERSONNEL.value,
        _("Ikke til pasienten: fare for helsepersonell"),
    )
    OUTDATED = Code.OUTDATED.value, _("Ikke på nett: fra før journalen ble vist der")
    PARENTS = (
        Code.PARENTS.value,
        _("Ikke til foreldre: tungtveiende hensyn til barnet"),
    )
    YOUTH = (
        Code.YOUTH.value,
        _("Ikke til ungdommen (12–16 år): fare for liv eller alvorlig helseskade"),
    )


class NoteQuerySet(models.QuerySet["Note"]):
    """Questions about notes."""

    def signed(self) -> "NoteQuerySet":
        """Entries that are part of the record."""
        return self.filter(signed_at__isnull=False)

    def drafts(self) -> "NoteQuerySet":
        """Unsigned texts; the database shows a person only his own."""
        return self.filter(signed_at=None)

    def latest_versions(self) -> "NoteQuerySet":
        """Signed entries that no later version has replaced."""
        return self.signed().filter(~_later_version())

    def marking_replaced(self) -> "NoteQuerySet":
        """Each with `is_replaced`: whether a later version has replaced it."""
        marked: NoteQuerySet = self.annotate(is_replaced=_later_version())
        return marked


def _later_version() -> Exists:
    """Whether the entry has a later signed version."""
    return Exists(
        Note.objects.signed().filter(
            entry_id=OuterRef("entry_id"), version__gt=OuterRef("version")
        )
    )


class Note(ClinicalRow):
    """An entry in the record (journalnotat; FHIR: DocumentReference).

    A draft until it is signed; then the database refuses every change. A
    correction is a new note with the same `entry_id` and the next version.
    Author, profession and unit are kept as they were at signing.
    """

    id = models.UUIDField(primary_key=True, default=uuid4)
    record = models.ForeignKey(
        HealthRecord, on_delete=models.PROTECT, related_name="notes"
    )
    entry_id = models.UUIDField(default=uuid4)
    version = models.PositiveIntegerField(default=1)
    corrects = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="corrections",
    )
    correction_reason = models.CharField(
        _("hvorfor rettes det"), max_length=200, blank=True
    )
    kind = models.CharField(_("type notat"), max_length=20, choices=NoteKind)
    # What the author chose while writing; from signing on, `Withholding` says what holds.
    withhold_code = models.CharField(
        max_length=12, choices=WithholdCode, blank=True, default="", db_default=""
    )
    happened_at = models.DateTimeField(_("når skjedde det"))
    written_at = models.DateTimeField(_("skrevet"))
    updated_at = models.DateTimeField()
    signed_at = models.DateTimeField(_("signert"), null=True, blank=True)
    text = models.TextField(_("tekst"), blank=True)
    revision = models.PositiveIntegerField(default=1)
    # The open page that saved the draft last: a retry after a lost answer is no conflict.
    window_id = models.UUIDField(null=True)
    author_id = models.UUIDField()
    author_name = models.CharField(max_length=200)
    author_profession = models.CharField(max_length=80, blank=True)
    unit_id = models.UUIDField(null=True)
    unit_name = models.CharField(max_length=120, blank=True)
    history = RecordHistory()
    objects = NoteQuerySet.as_manager()

    class Meta:
        verbose_name = _("journalnotat")
        indexes = [
            models.Index(
                fields=["record", "-happened_at"], name="note_record_happened"
            ),
            models.Index(
                fields=["author_id"],
                condition=Q(signed_at=None),
                name="note_open_drafts",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["entry_id", "version"],
                condition=Q(signed_at__isnull=False),
                name="an_entry_has_one_note_per_version",
            ),
            models.UniqueConstraint(
                fields=["author_id", "corrects"],
                condition=Q(signed_at=None),
                name="one_draft_of_a_correction_per_author",
            ),
            # The row policy opens what is called a draft to autosaves, also when signed.
            models.CheckConstraint(
                name="a_note_is_not_called_a_draft",
                condition=~Q(kind="draft"),
            ),
            models.CheckConstraint(
                name="a_signed_note_has_text",
                condition=Q(signed_at=None) | ~Q(text=""),
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)

    @property
    def is_signed(self) -> bool:
        """Whether the note is part of the record and can no longer change."""
        return self.signed_at is not None

    @property
    def is_late(self) -> bool:
        """Whether it was written more than two hours after it happened (ført i ettertid)."""
        return is_late(happened_at=self.happened_at, written_at=self.written_at)


class NoteInError(ClinicalRow):
    """That a signed note should not be there (feilført); the note stays readable."""

    id = models.UUIDField(primary_key=True, default=uuid4)
    record = models.ForeignKey(HealthRecord, on_delete=models.PROTECT, related_name="+")
    note = models.OneToOneField(Note, on_delete=models.PROTECT, related_name="in_error")
    reason = models.CharField(_("hva er feil"), max_length=300)
    kind = models.CharField(max_length=20)
    written_at = models.DateTimeField()
    author_id = models.UUIDField()
    author_name = models.CharField(max_length=200)
    author_profession = models.CharField(max_length=80, blank=True)
    history = RecordHistory()

    class Meta:
        verbose_name = _("feilføring")

    def __str__(self) -> str:
        return str(self.id)


class Withholding(ClinicalRow):
    """Why an entry is kept from the patient or from parents (FHIR: securityLabel).

    One for each entry that is, or was, withheld; it follows all versions, and changes
    without the signed note. What it said before is in its history.
    """

    id = models.UUIDField(primary_key=True, default=uuid4)
    record = models.ForeignKey(HealthRecord, on_delete=models.PROTECT, related_name="+")
    entry_id = models.UUIDField(unique=True)
    # As the note's newest version; what is closed of the note is closed of this.
    kind = models.CharField(max_length=20)
    code = models.CharField(max_length=12, choices=WithholdCode)
    from_relative = models.ForeignKey(
        RelatedPerson, null=True, on_delete=models.PROTECT, related_name="+"
    )
    reason = models.CharField(max_length=300, blank=True)
    written_at = models.DateTimeField()
    author_id = models.UUIDField()
    author_name = models.CharField(max_length=200)
    history = RecordHistory()

    class Meta:
        verbose_name = _("innsynskode på et notat")
        constraints = [
            models.CheckConstraint(
                name="only_a_mark_against_parents_names_one",
                condition=Q(from_relative=None) | Q(code=WithholdCode.PARENTS),
            )
        ]

    def __str__(self) -> str:
        return str(self.id)
