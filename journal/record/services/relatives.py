"""The people around the patient: who they are, what they may be told, and links to records."""

from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from access import policy
from access.actions import Action
from access.person_number import PersonNumber
from audit.hashing import number_hash
from journal.record.errors import RuleError, StaleFormError
from journal.record.models import OpenRecord, Patient, RelatedPerson
from journal.record.rules.parental import comes_of_age_on
from journal.record.selectors.known import record_ids_of
from journal.record.selectors.versions import version_of


@dataclass(frozen=True, slots=True)
class Relative:
    """What is told of a relative or representative."""

    name: str
    kind: str
    phone: str = ""
    is_next_of_kin: bool = False
    is_guardian: bool = False
    is_proxy: bool = False
    may_be_told: str = "not_asked"
    told_note: str = ""
    has_parental_responsibility: bool = False
    parental_from: date | None = None
    parental_until: date | None = None


def add_relative(
    record: OpenRecord,
    *,
    relative: Relative,
    id: UUID,
    number: PersonNumber | None = None,
) -> RelatedPerson:
    """Register a relative.

    Args:
        record: The open record.
        relative: What is told of him.
        id: The row's own id; a second call with it changes nothing.
        number: His national number, of which a keyed hash is kept.

    Raises:
        ActionRefusedError: the record was opened for something else.
        RuleError: the parental responsibility cannot be as told.
    """
    record.require(Action.CHANGE_IDENTITY)
    existing = RelatedPerson.objects.filter(pk=id, patient_id=record.patient_id).first()
    if existing is not None:
        return existing
    _check(record.patient, relative)
    return RelatedPerson.objects.create(
        pk=id,
        patient_id=record.patient_id,
        person_hash=_hash(record, number) if number else "",
        **asdict(relative),
    )


def change_relative(
    record: OpenRecord,
    row: RelatedPerson,
    *,
    relative: Relative,
    version: int,
    number: PersonNumber | None = None,
) -> RelatedPerson:
    """Change what is told of a relative, unless somebody else has done so meanwhile.

    Args:
        record: The open record.
        row: The relative.
        relative: All of it as it shall be.
        version: The version (latest history row) the form was made from.
        number: His national number; None leaves what is known of it.

    Raises:
        ActionRefusedError: the record was opened for something else.
        StaleFormError: there is a later version.
        RuleError: the parental responsibility cannot be as told.
    """
    record.require(Action.CHANGE_IDENTITY)
    row = _locked(record, row)
    if version_of(row) != version:
        raise StaleFormError(
            _(
                "Opplysningene er endret av andre mens du skrev. Ingenting er lagret ennå."
            )
        )
    _check(record.patient, relative)
    for name, value in asdict(relative).items():
        setattr(row, name, value)
    if number is not None:
        row.person_hash = _hash(record, number)
    row.save()
    return row


def end_relative(record: OpenRecord, row: RelatedPerson) -> RelatedPerson:
    """Say that a person is no longer a relative; the row stays, as it once was true.

    Raises:
        ActionRefusedError: the record was opened for something else.
    """
    record.require(Action.CHANGE_IDENTITY)
    row = _locked(record, row)
    if row.ended_on is None:
        row.ended_on = timezone.localdate()
        row.save(update_fields=["ended_on"])
    return row


def link_relative(
    record: OpenRecord, row: RelatedPerson, *, patient_id: UUID | None
) -> RelatedPerson:
    """Say which patient here the relative is; None takes the link away.

    Raises:
        ActionRefusedError: the record was opened for something else.
        RuleError: it is the patient himself, or nobody the worker may open.
    """
    record.require(Action.CHANGE_IDENTITY)
    if patient_id == record.patient_id:
        raise RuleError(_("Pasienten kan ikke være sin egen pårørende."))
    row = _locked(record, row)
    if patient_id is not None and not _may_open(record, patient_id):
        raise RuleError(_("Du har ikke tilgang til denne pasienten."))
    row.linked_patient_id = patient_id
    row.save(update_fields=["linked_patient"])
    return row


def _hash(record: OpenRecord, number: PersonNumber) -> str:
    """The keyed hash of a relative's number, which is not the patient's own."""
    hashed = number_hash(number.value)
    if record.patient.identifiers.filter(person_hash=hashed).exists():
        raise RuleError(_("Dette er pasientens eget nummer."), field="number")
    return hashed


def _locked(record: OpenRecord, row: RelatedPerson) -> RelatedPerson:
    rows = RelatedPerson.objects.select_for_update().filter(
        patient_id=record.patient_id
    )
    return rows.get(pk=row.pk)


def _may_open(record: OpenRecord, patient_id: UUID) -> bool:
    records = record_ids_of([patient_id])
    return bool(
        policy.records_open_to(record.worker, Action.READ_IDENTITY, among=records)
    )


def _check(patient: Patient, relative: Relative) -> None:
    """Parental responsibility is for children, and has a period that can be."""
    if not relative.has_parental_responsibility:
        return
    born, of_age = patient.birth_date, comes_of_age_on(patient.birth_date)
    begins, until = relative.parental_from, relative.parental_until
    if begins is not None and begins < born:
        message = _("Foreldreansvaret kan ikke begynne før barnet er født.")
        raise RuleError(message, field="parental_from")
    if until is not None and until < (begins or born):
        message = _("Foreldreansvaret kan ikke slutte før det begynner.")
        raise RuleError(message, field="parental_until")
    if until is not None and until > of_age:
        raise RuleError(_only_until_of_age(), field="parental_until")
    # With an end, it may well have been; without one, it is said to hold from its start on.
    known = begins or (born if until else timezone.localdate())
    if known >= of_age:
        raise RuleError(_only_until_of_age(), field="has_parental_responsibility")


def _only_until_of_age() -> str:
    return _("Foreldreansvar gjelder bare til barnet er 18 år.")
