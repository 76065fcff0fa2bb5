"""Stays and services at units: take in, move, end. Care relations follow from them."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from access.actions import Action
from access.models import Basis, KnownRecord, Unit
from journal.record.errors import RuleError, StaleFormError
from journal.record.models import Episode, HealthRecord, OpenRecord, Patient
from journal.record.selectors.versions import as_of
from journal.record.services import care_team, relations

ONE_OPEN = "one_open_episode_per_service_and_unit"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a person is given a service: unit, service (kodeverk 9151), room and bed."""

    unit: Unit
    service_type: str
    room: str = ""
    bed: str = ""


@dataclass(frozen=True, slots=True)
class Stay:
    """What is known of a stay when it begins."""

    place: Place
    starts_at: datetime
    decided_hours: str = ""
    decision_reference: str = ""


def admit_patient(record: OpenRecord, *, stay: Stay, id: UUID) -> Episode:
    """Take a person in at a unit, in a record that exists or begins with it.

    Args:
        record: The open record; opened to admit, or to register.
        stay: Where, what and since when.
        id: The stay's own id; a second call with it changes nothing.

    Raises:
        ActionRefusedError: the record was opened for something else.
        RuleError: the stay cannot be as told.
    """
    record.require(Action.ADMIT, Action.REGISTER)
    patient = locked_patient(record)
    existing = Episode.objects.filter(pk=id, record_id=record.pk).first()
    if existing is not None:
        return existing
    _check_begins(patient, stay)
    ensure_record(record)
    return _begin(record, stay, id)


def move_patient(
    record: OpenRecord,
    episode: Episode,
    *,
    to: Place,
    at: datetime,
    id: UUID,
    version: int,
) -> Episode:
    """Move a person to another room, bed, unit or service.

    A new room is a change of the stay; a new unit or service ends it and begins another.

    Args:
        record: The open record.
        episode: The stay he is in.
        to: Where to.
        at: When; counts for a new unit or service only.
        id: The id of the new stay, if there will be one.
        version: The version of the stay (latest history row) the form was made from.

    Raises:
        ActionRefusedError: the record was opened for something else.
        StaleFormError: somebody else has given the person another room or bed.
        RuleError: the stay has ended, or the move cannot be as told.
    """
    record.require(Action.MOVE)
    patient = locked_patient(record)
    existing = Episode.objects.filter(pk=id, record_id=record.pk).first()
    if existing is not None:
        return existing
    episode = still_open(record, episode)
    _check_is_where_he_was(episode, version, to)
    if (episode.unit_id, episode.service_type) == (to.unit.pk, to.service_type):
        episode.room, episode.bed = to.room, to.bed
        episode.save(update_fields=["room", "bed"])
        return episode
    is_same_service = episode.service_type == to.service_type
    stay = Stay(
        place=to,
        starts_at=at,
        decided_hours=episode.decided_hours if is_same_service else "",
        decision_reference=episode.decision_reference if is_same_service else "",
    )
    _check_begins(patient, stay)
    _end(episode, at=at)
    moved = _begin(record, stay, id)
    care_team.end_members_without_stay(record)
    return moved


def discharge_patient(record: OpenRecord, episode: Episode, *, at: datetime) -> Episode:
    """End a stay or a service.

    Raises:
        ActionRefusedError: the record was opened for something else.
        RuleError: it has ended already, or cannot end then.
    """
    record.require(Action.DISCHARGE)
    locked_patient(record)
    episode = still_open(record, episode)
    _end(episode, at=at)
    care_team.end_members_without_stay(record)
    return episode


def locked_patient(record: OpenRecord) -> Patient:
    """Read the person and keep others from changing him until this is stored."""
    return Patient.objects.select_for_update().get(pk=record.patient_id)


def end_of_day(day: date) -> datetime:
    """Give the first moment of the day after, in Norway."""
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))


def check_stay(stay: Stay, *, born: date) -> None:
    """Check what can be known of a stay before anybody's record is opened for it.

    Raises:
        RuleError: the unit is closed, or the stay begins when it cannot.
    """
    if not stay.place.unit.is_active:
        raise RuleError(_("Enheten er ikke lenger i bruk."), field="unit")
    check_start(stay.starts_at, born=born)


def check_start(starts_at: datetime, *, born: date) -> None:
    """Check when a stay begins.

    Raises:
        RuleError: it begins after today, or before the person was born.
    """
    if starts_at >= end_of_day(timezone.localdate()):
        raise RuleError(_("Oppholdet kan ikke begynne fram i tid."), field="starts_at")
    if timezone.localdate(starts_at) < born:
        raise RuleError(
            _("Oppholdet kan ikke begynne før fødselen."), field="starts_at"
        )


def _check_begins(patient: Patient, stay: Stay) -> None:
    if patient.deceased_on is not None:
        raise RuleError(_("Personen er meldt død og kan ikke skrives inn."))
    check_stay(stay, born=patient.birth_date)


def ensure_record(record: OpenRecord) -> None:
    """Make the record if the stay is the first in it."""
    if HealthRecord.objects.filter(pk=record.pk).exists():
        return
    if record.patient.records.filter(kind=record.kind).exists():
        raise RuleError(
            _("Personen har fått en slik journal i mellomtiden. Prøv igjen.")
        )
    HealthRecord.objects.create(
        pk=record.pk, patient_id=record.patient_id, kind=record.kind
    )
    KnownRecord.objects.create(
        record_id=record.pk, patient_id=record.patient_id, kind=record.kind
    )


def _begin(record: OpenRecord, stay: Stay, id: UUID) -> Episode:
    try:
        with transaction.atomic():
            episode = Episode.objects.create(
                pk=id,
                patient_id=record.patient_id,
                record_id=record.pk,
                unit=stay.place.unit,
                service_type=stay.place.service_type,
                starts_at=stay.starts_at,
                room=stay.place.room,
                bed=stay.place.bed,
                decided_hours=stay.decided_hours,
                decision_reference=stay.decision_reference,
            )
    except IntegrityError as error:
        if ONE_OPEN not in str(error):
            raise
        message = _("Personen får allerede denne tjenesten ved enheten.")
        raise RuleError(message, field="service_type") from error
    relations.begin_for_unit(episode)
    return episode


def still_open(record: OpenRecord, episode: Episode) -> Episode:
    """Read a stay, and keep others from changing it until this is stored.

    Raises:
        RuleError: it has ended.
    """
    current = record.episodes.select_for_update().get(pk=episode.pk)
    if current.ends_at is not None:
        ended = timezone.localtime(current.ends_at).strftime("%d.%m.%Y kl. %H.%M")
        raise RuleError(
            _("Oppholdet er allerede avsluttet, %(when)s.") % {"when": ended}
        )
    return current


def _check_is_where_he_was(episode: Episode, version: int, to: Place) -> None:
    """Nobody is moved from where he was; what is sent twice finds him where he shall be."""
    now = {"room": episode.room, "bed": episode.bed}
    if now in (as_of(episode, version, now), {"room": to.room, "bed": to.bed}):
        return
    message = _(
        "Andre har flyttet pasienten mens du skrev. Pasienten er nå her: %(place)s. "
        "Ingenting er lagret. Er det du skrev, fortsatt riktig, sender du en gang til."
    )
    place = episode.place_words or episode.unit.name
    raise StaleFormError(message % {"place": place})


def _end(episode: Episode, *, at: datetime) -> None:
    if at > timezone.now():
        raise RuleError(_("Tidspunktet kan ikke være fram i tid."), field="at")
    if at < episode.starts_at:
        began = timezone.localtime(episode.starts_at).strftime("%d.%m.%Y kl. %H.%M")
        message = _("Oppholdet begynte %(when)s og kan ikke slutte før det.")
        raise RuleError(message % {"when": began}, field="at")
    episode.ends_at = at
    episode.save(update_fields=["ends_at"])
    relations.end_for_unit(episode, ended_at=at)


def end_at_death(episode: Episode, *, at: datetime) -> None:
    """End a stay because the person died; the unit keeps its relation for 30 days.

    Raises:
        RuleError: the stay began after the death.
    """
    if episode.starts_at > at:
        message = _("Et opphold ved %(unit)s begynte etter denne datoen. Sjekk datoen.")
        raise RuleError(message % {"unit": episode.unit.name}, field="deceased_on")
    episode.ends_at = at
    episode.save(update_fields=["ends_at"])
    until = timezone.now() + relations.AFTER_DEATH_FOR
    relations.end_of(episode.pk, basis=Basis.EPISODE, at=until)
