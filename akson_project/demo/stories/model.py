"""The synthetic world of one municipality, as the loader reads it."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

MunicipalityName = Literal["bergen", "sunnfjord", "karasjok"]
Language = Literal["nb", "nn"]
UnitKind = Literal["enterprise", "department", "ward", "list"]
Sex = Literal["female", "male"]
IdentifierSystem = Literal["fnr", "dnr", "hnr", "fhn"]
IdentifierUse = Literal["official", "old"]
Protection = Literal["ugradert", "klientadresse", "fortrolig", "strengt_fortrolig"]
MayBeTold = Literal["all", "important", "nothing"]
Severity = Literal["high", "medium", "low"]
CriticalStatus = Literal["active", "refuted", "inactive"]
CriticalAsked = Literal["registered", "asked_none", "not_asked"]
RecordKind = Literal["journal", "tjenestesak"]
ReadVerb = Literal["read", "search", "list", "refused", "print"]


@dataclass(frozen=True, slots=True)
class UnitStory:
    """One unit in the municipality's tree; a parent always comes before its children."""

    key: str
    name: str
    kind: UnitKind
    parent: str | None
    orgnr: str | None
    service_type: str | None
    phone: str


@dataclass(frozen=True, slots=True)
class EmploymentStory:
    """A person works at a unit, and in everything below it, in one role for a period."""

    unit: str
    role: str
    valid_from: date
    valid_until: date | None


@dataclass(frozen=True, slots=True)
class WorkerStory:
    """A person at work; without `username` an author of old notes who has no account.

    `profession` is a code of kodeverk 9060, `hpr` an invented number.
    """

    key: str
    given: str
    family: str
    profession: str
    title: str
    hpr: str | None
    username: str | None
    employments: tuple[EmploymentStory, ...]


@dataclass(frozen=True, slots=True)
class ShiftStory:
    """A person is on duty at a unit for a time."""

    worker: str
    unit: str
    begins: datetime
    ends: datetime


@dataclass(frozen=True, slots=True)
class IdentifierStory:
    """A synthetic number (month +80); a help number has no date in it."""

    system: IdentifierSystem
    value: str
    use: IdentifierUse


@dataclass(frozen=True, slots=True)
class AddressStory:
    """Where the person lives; with kode 6 nothing but the protection is known."""

    line: str
    postcode: str
    city: str
    protection: Protection
    access_note: str = ""


@dataclass(frozen=True, slots=True)
class RelativeStory:
    """A person around the patient; `kind` is a code of kodeverk 9033.

    `since` and `until` bound the parental responsibility, when there is one.
    """

    name: str
    kind: str
    phone: str
    is_next_of_kin: bool
    is_guardian: bool
    is_proxy: bool
    may_be_told: MayBeTold
    told_note: str
    patient_key: str | None
    has_parental_responsibility: bool
    since: date | None
    until: date | None


@dataclass(frozen=True, slots=True)
class CriticalStory:
    """One piece of critical information, in one of the six categories.

    Without `author` it came with an earlier record; `unit` is where he worked. What no
    longer counts says why, and `ended_by` who found it out.
    """

    category: int
    text: str
    code: str | None
    severity: Severity
    source: str
    registered_on: date
    status: CriticalStatus
    ended_why: str = ""
    author: str | None = None
    unit: str = ""
    ended_on: date | None = None
    ended_by: str | None = None


@dataclass(frozen=True, slots=True)
class AskedStory:
    """Somebody asked about critical information, and there was none."""

    author: str | None
    unit: str
    at: datetime


@dataclass(frozen=True, slots=True)
class EpisodeStory:
    """A stay or a service at a unit; `ward` is the list or the ward in words."""

    unit: str
    starts: datetime
    ends: datetime | None
    service_type: str
    ward: str
    room: str
    bed: str
    decided_hours: str | None
    decision_reference: str | None
    team: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ErrorStory:
    """Who marked a note as entered in error, when and why."""

    worker: str
    at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class NoteStory:
    """One entry. Where `corrects` names an earlier one, `text` is the whole new version.

    `unit` is where the author worked: the episode's own unit or one above it. A
    `written_at` hours after `happened_at` is a late entry.
    """

    key: str
    author: str
    unit: str
    kind: str
    happened_at: datetime
    written_at: datetime
    text: str
    corrects: str | None = None
    correction_reason: str = ""
    entered_in_error: ErrorStory | None = None
    is_draft: bool = False


@dataclass(frozen=True, slots=True)
class RecordStory:
    """A record of one kind; notes stand in the order they were written."""

    kind: RecordKind
    episodes: tuple[EpisodeStory, ...]
    notes: tuple[NoteStory, ...]


@dataclass(frozen=True, slots=True)
class GpStory:
    """The general practitioner (fastlege)."""

    name: str
    office: str
    phone: str


@dataclass(frozen=True, slots=True)
class PatientStory:
    """One person with everything the record holds of him."""

    key: str
    given: str
    middle: str
    family: str
    born: date
    sex: Sex
    identifiers: tuple[IdentifierStory, ...]
    address: AddressStory
    phone: str
    language: str
    needs_interpreter: bool
    marital: str
    relatives: tuple[RelativeStory, ...]
    gp: GpStory | None
    critical: tuple[CriticalStory, ...]
    critical_asked: CriticalAsked
    records: tuple[RecordStory, ...]
    deceased_on: date | None = None
    asked: AskedStory | None = None


@dataclass(frozen=True, slots=True)
class ReadStory:
    """One access in the log; a list or a search showed `also_shown` besides `patient`."""

    worker: str
    patient: str
    at: datetime
    verb: ReadVerb
    unit: str
    also_shown: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class World:
    """One municipality: its units, people at work, patients, and who read what.

    Patients whose story the tour and the tests point at are named in `planted`, by
    what they show (for example `kode6`, `snoop`, `draft`).
    """

    municipality: MunicipalityName
    language: Language
    units: tuple[UnitStory, ...]
    workers: tuple[WorkerStory, ...]
    patients: tuple[PatientStory, ...]
    reads: tuple[ReadStory, ...]
    planted: tuple[tuple[str, tuple[str, ...]], ...] = ()
    shifts: tuple[ShiftStory, ...] = ()
