"""A small municipality for tests: units, people at work, and patients who are there.

Call the functions inside `tenants.context.in_municipality`; they use the same doors
as the product, so what they make is in the access log too.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

from django.contrib.auth.models import Permission
from django.utils import timezone

from access.accounts.models import User
from access.actions import Action
from access.models import Basis, CareRelation, Employment, KnownRecord, Unit
from access.roles import RecordKind, Role
from access.worker import Worker
from access.workplace import posts_of
from journal.record.gate import open_admission
from journal.record.models import Address, Episode, HealthRecord, Patient

PASSWORD = "fjorden-er-blank-i-dag"


@dataclass(frozen=True)
class Known:
    """A patient the test knows: ids, and the stay that gives the unit its relation."""

    patient_id: UUID
    record_id: UUID
    episode_id: UUID | None


@dataclass(frozen=True)
class World:
    """Two units side by side, somebody in each, and one patient in the first."""

    north: Unit
    south: Unit
    nurse: Worker
    stranger: Worker
    leader: Worker
    clerk: Worker
    auditor: Worker
    ola: Known


def unit(name, *, parent=None, kind="ward", orgnr=""):
    """Make a unit, with its path through the tree."""
    made = Unit(id=uuid4(), name=name, parent=parent, kind=kind, orgnr=orgnr)
    made.path = [*(parent.path if parent else []), made.id]
    made.save()
    return made


def legevakt(world):
    """Make a unit at which people arrive in a hurry."""
    made = unit("Fjord legevakt", parent=world.north.parent)
    made.service_type = "K30"
    made.save()
    return made


def practice(world, *names):
    """Make a general practice with one list for each GP; the practice first."""
    office = unit("Fjord legekontor", parent=world.north.parent, kind="department")
    office.service_type, office.phone = "KX17", "55 10 20 30"
    office.save()
    lists = [unit(name, parent=office, kind="list") for name in names]
    for made in lists:
        made.service_type = "KX17"
        made.save()
    return [office, *lists]


def health_station(world):
    """Make a unit that follows children in a programme."""
    made = unit("Fjord helsestasjon", parent=world.north.parent)
    made.service_type = "K20"
    made.save()
    return made


def person(username, *posts, since=timedelta(days=30), **facts):
    """Make an account that is employed as each `(role, unit)`."""
    given, _, family = username.partition(".")
    user = User.objects.create_user(
        username,
        password=PASSWORD,
        first_name=given.capitalize(),
        last_name=family.capitalize(),
        **facts,
    )
    for role, at in posts:
        hire(user, role, at, since=since)
    return user


def hire(user, role, at, *, since=timedelta(days=30), until=None):
    """Employ somebody at a unit."""
    return Employment.objects.create(
        user=user,
        permission=Permission.objects.get(codename=Role(role).codename),
        content_object=at,
        valid_from=timezone.now() - since,
        valid_until=until,
    )


def worker(user):
    """The person at work, in all his posts."""
    return Worker(
        user_id=user.id,
        name=user.name,
        profession=user.profession,
        title=user.title,
        hpr_number=user.hpr_number,
        posts=tuple(posts_of(user.id)),
    )


def patient(
    by,
    given="Ola",
    family="Fjellheim",
    *,
    born=date(1942, 2, 14),
    at=None,
    kind=RecordKind.JOURNAL,
    since=timedelta(days=20),
):
    """Register a patient, staying at a unit if one is named."""
    known = Known(uuid4(), uuid4(), uuid4() if at else None)
    with open_admission(
        patient_id=known.patient_id,
        record_id=known.record_id,
        kind=kind,
        by=by,
        to=Action.REGISTER,
    ):
        made = Patient(
            id=known.patient_id,
            given_name=given,
            family_name=family,
            birth_date=born,
            sex="male",
        )
        made.set_keys()
        made.save(force_insert=True)
        Address(patient=made, line="Storgata 1", postcode="5003", city="Bergen").save()
        HealthRecord(id=known.record_id, patient=made, kind=kind).save(
            force_insert=True
        )
        KnownRecord.objects.create(
            record_id=known.record_id, patient_id=known.patient_id, kind=kind
        )
        if at:
            stay(known, at, since=since)
    return known


def stay(known, at, *, since=timedelta(days=20)):
    """Let a unit have the patient; the record must be open."""
    started: datetime = timezone.now() - since
    Episode(
        id=known.episode_id,
        patient_id=known.patient_id,
        record_id=known.record_id,
        unit=at,
        service_type="15",
        starts_at=started,
        room="12",
    ).save(force_insert=True)
    CareRelation.objects.create(
        record_id=known.record_id,
        patient_id=known.patient_id,
        basis=Basis.EPISODE,
        unit=at,
        valid_from=started,
        source_id=known.episode_id,
        service_type="15",
    )


def build():
    """Make the world most tests happen in."""
    root = unit("Fjord kommune", kind="enterprise", orgnr="999999999")
    north = unit("Hjemmetjenesten nord", parent=root)
    south = unit("Hjemmetjenesten sør", parent=root)
    clerk = worker(person("mona.merkantil", (Role.CLERK, north)))
    return World(
        north=north,
        south=south,
        nurse=worker(
            person(
                "siri.sykepleier",
                (Role.NURSE, north),
                profession="SP",
                title="sykepleier",
            )
        ),
        stranger=worker(
            person(
                "frank.fremmed",
                (Role.NURSE, south),
                profession="SP",
                title="sykepleier",
            )
        ),
        leader=worker(person("lise.leder", (Role.LEADER, north), title="leder")),
        clerk=clerk,
        auditor=worker(person("ruth.revisor", (Role.AUDITOR, root))),
        ola=patient(clerk, at=north),
    )
