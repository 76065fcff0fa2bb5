"""The person: names, identifiers, addresses, and the records he has."""

from datetime import date
from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from access.norwegian_order import sort_key
from access.roles import RecordKind
from journal.record.models.number_hash import NumberHashField
from journal.record.models.rows import IdentityRow, RecordHistory
from journal.record.rules.names import fold
from journal.record.rules.parental import comes_of_age_on


class Sex(models.TextChoices):
    """Administrative sex, as registered (FHIR: administrative-gender)."""

    FEMALE = "female", _("Kvinne")
    MALE = "male", _("Mann")
    OTHER = "other", _("Annet")
    UNKNOWN = "unknown", _("Ukjent")


_OF_CHILDREN = {Sex.FEMALE: _("Jente"), Sex.MALE: _("Gutt")}


class Patient(IdentityRow):
    """A person who receives services (pasient; FHIR: Patient).

    Birth date and sex are stored as registered and never read from a number.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, db_column="patient_id")
    given_name = models.CharField(_("fornavn"), max_length=100)
    middle_name = models.CharField(_("mellomnavn"), max_length=100, blank=True)
    family_name = models.CharField(_("etternavn"), max_length=100)
    birth_date = models.DateField(_("fødselsdato"))
    sex = models.CharField(_("kjønn"), max_length=8, choices=Sex)
    deceased_on = models.DateField(_("død"), null=True, blank=True)
    phone = models.CharField(_("telefon"), max_length=20, blank=True)
    language = models.CharField(_("språk"), max_length=5, blank=True)
    needs_interpreter = models.BooleanField(_("trenger tolk"), default=False)
    gp_name = models.CharField(_("fastlege"), max_length=120, blank=True)
    gp_office = models.CharField(_("legekontor"), max_length=120, blank=True)
    gp_phone = models.CharField(
        _("telefon til legekontoret"), max_length=20, blank=True
    )
    name_key = models.CharField(max_length=310, editable=False)
    sort_key = models.CharField(max_length=310, editable=False, db_collation="C")
    revision = models.PositiveIntegerField(default=1, editable=False)
    history = RecordHistory()

    class Meta:
        verbose_name = _("pasient")
        constraints = [
            models.CheckConstraint(
                name="patient_dies_after_birth",
                condition=Q(deceased_on=None)
                | Q(deceased_on__gte=models.F("birth_date")),
            ),
            models.CheckConstraint(
                name="an_interpreter_has_a_language",
                condition=Q(needs_interpreter=False) | ~Q(language=""),
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)

    @property
    def full_name(self) -> str:
        """Given, middle and family name."""
        names = (self.given_name, self.middle_name, self.family_name)
        return " ".join(name for name in names if name)

    @property
    def list_name(self) -> str:
        """The name as lists show it: family name first."""
        given = " ".join(name for name in (self.given_name, self.middle_name) if name)
        return f"{self.family_name}, {given}"

    def sex_label_on(self, day: date) -> str:
        """The sex in words on a day, or at death; of a child as one speaks of children."""
        last = min(day, self.deceased_on) if self.deceased_on else day
        sex = Sex(self.sex)
        is_child = last < comes_of_age_on(self.birth_date)
        return str(_OF_CHILDREN.get(sex, sex.label) if is_child else sex.label)

    def set_keys(self) -> None:
        """Derive the keys for search and order from the names."""
        self.name_key = fold(self.full_name)
        self.sort_key = sort_key(
            family=self.family_name, given=f"{self.given_name} {self.middle_name}"
        )


class IdentifierSystem(models.TextChoices):
    """Kind of person number (kodeverk 8327)."""

    FNR = "fnr", _("Fødselsnummer")
    DNR = "dnr", _("D-nummer")
    HNR = "hnr", _("Hjelpenummer")
    FHN = "fhn", _("Felles hjelpenummer")


class PatientIdentifier(IdentityRow):
    """One number a person is or was known by (FHIR: Patient.identifier)."""

    id = models.UUIDField(primary_key=True, default=uuid4)
    patient = models.ForeignKey(
        Patient, on_delete=models.PROTECT, related_name="identifiers"
    )
    system = models.CharField(max_length=3, choices=IdentifierSystem)
    value = models.CharField(max_length=11)
    person_hash = NumberHashField("value")
    is_official = models.BooleanField(default=True)
    registered_at = models.DateTimeField(auto_now_add=True)
    history = RecordHistory()

    class Meta:
        verbose_name = _("personnummer")
        constraints = [
            models.UniqueConstraint(
                fields=["system", "value"], name="a_number_belongs_to_one_person"
            ),
            models.UniqueConstraint(
                fields=["patient"],
                condition=Q(is_official=True),
                name="a_person_has_one_official_number",
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)


class Protection(models.TextChoices):
    """How an address is protected (adressesperre)."""

    NONE = "ugradert", _("Ingen")
    CLIENT = "klientadresse", _("Klientadresse")
    CONFIDENTIAL = "fortrolig", _("Fortrolig adresse (kode 7)")
    STRICTLY_CONFIDENTIAL = "strengt_fortrolig", _("Strengt fortrolig adresse (kode 6)")


class Address(IdentityRow):
    """Where a person lives now (adresse; FHIR: Address); earlier ones are in the history."""

    id = models.UUIDField(primary_key=True, default=uuid4)
    patient = models.OneToOneField(
        Patient, on_delete=models.PROTECT, related_name="address"
    )
    line = models.CharField(_("gateadresse"), max_length=200, blank=True)
    postcode = models.CharField(_("postnummer"), max_length=4, blank=True)
    city = models.CharField(_("poststed"), max_length=80, blank=True)
    protection = models.CharField(
        _("adressesperre"), max_length=20, choices=Protection, default=Protection.NONE
    )
    access_note = models.CharField(_("adkomst"), max_length=300, blank=True)
    history = RecordHistory()

    class Meta:
        verbose_name = _("adresse")

    def __str__(self) -> str:
        return str(self.id)

    @property
    def is_protected(self) -> bool:
        """Whether the address is kept from those who need not know (kode 6 and 7)."""
        return self.protection in {
            Protection.CONFIDENTIAL,
            Protection.STRICTLY_CONFIDENTIAL,
        }


class HealthRecord(IdentityRow):
    """A record about a person (journal; tjenestesak when it is not health care)."""

    id = models.UUIDField(primary_key=True, default=uuid4)
    patient = models.ForeignKey(
        Patient, on_delete=models.PROTECT, related_name="records"
    )
    kind = models.CharField(_("slag"), max_length=12, choices=RecordKind)
    opened_at = models.DateTimeField(_("opprettet"), auto_now_add=True)

    class Meta:
        verbose_name = _("journal")
        constraints = [
            models.UniqueConstraint(
                fields=["patient", "kind"], name="a_person_has_one_record_of_each_kind"
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)
