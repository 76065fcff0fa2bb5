"""Writes a world into the tables the policy reads, in few statements."""

from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from itertools import count

from django.contrib.auth.models import Permission
from django.db import connection, transaction

from access.accounts.models import User
from access.models import (
    AccessRules,
    Block,
    CareRelation,
    Employment,
    KnownRecord,
    PersonTie,
    RoleRights,
    Shift,
    Unit,
)
from access.roles import CODENAME_PREFIX, Role
from access.worker import Post, Worker

SWEPT_EVERY = 100
_TABLES = [
    model._meta.db_table
    for model in (
        AccessRules,
        Block,
        CareRelation,
        Employment,
        KnownRecord,
        PersonTie,
        RoleRights,
        Shift,
        Unit,
        User,
    )
]
NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)


_worlds_undone = count(1)


@contextmanager
def undone():
    """Keep nothing of what is written inside."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
    # All worlds have the same ids, and what was undone stands in the indexes until it is
    # swept: the ten thousandth would take a hundred times as long as the first.
    if next(_worlds_undone) % SWEPT_EVERY == 0 and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("VACUUM " + ", ".join(_TABLES))


class Calendar:
    """Turns a world's hours into moments, from a noon of one's own."""

    def __init__(self, noon=NOON):
        self.noon = noon

    def moment(self, hour):
        return None if hour is None else self.noon + timedelta(hours=hour)

    def hour(self, moment):
        if moment is None:
            return None
        hours, rest = divmod(moment - self.noon, timedelta(hours=1))
        assert not rest
        return hours

    def period(self, period):
        return {
            "valid_from": self.moment(period.since),
            "valid_until": self.moment(period.until),
        }


def write(facts, calendar=Calendar()):  # noqa: B008 - never changed
    """Write all of it, besides the records' own tables."""
    write_places_and_people(facts)
    write_work(facts, calendar)
    KnownRecord.objects.bulk_create(
        KnownRecord(record_id=file.id, patient_id=file.patient, kind=file.kind)
        for file in facts.files
    )
    write_protection(facts)
    write_reasons(facts, calendar)
    write_limits(facts, calendar)
    write_rules(facts)


def write_places_and_people(facts):
    Unit.objects.bulk_create(
        Unit(
            id=place.id,
            path=list(place.path),
            parent_id=place.path[-2] if len(place.path) > 1 else None,
            kind="ward",
            name=f"Enhet {place.id}",
            is_active=place.is_active,
        )
        for place in facts.places
    )
    User.objects.bulk_create(
        User(
            id=account.id,
            username=f"bruker.{account.id}",
            first_name="Bruker",
            last_name=str(account.id),
            is_active=account.is_active,
            person_hash=account.person_hash,
        )
        for account in facts.accounts
    )


def write_protection(facts):
    """The database takes it from the address, and there is none here."""
    for file in facts.files:
        if file.protection != "ugradert":
            KnownRecord.objects.filter(record_id=file.id).update(
                protection=file.protection
            )


def write_work(facts, calendar):
    permissions = dict(
        Permission.objects.filter(codename__startswith=CODENAME_PREFIX).values_list(
            "codename", "id"
        )
    )
    Employment.objects.bulk_create(
        Employment(
            user_id=job.account,
            content_object_id=job.unit,
            permission_id=permissions[CODENAME_PREFIX + job.role],
            **calendar.period(job.period),
        )
        for job in facts.jobs
    )
    Shift.objects.bulk_create(
        Shift(user_id=duty.account, unit_id=duty.unit, **calendar.period(duty.period))
        for duty in facts.duties
    )


def write_reasons(facts, calendar):
    patient_of = {file.id: file.patient for file in facts.files}
    CareRelation.objects.bulk_create(
        CareRelation(
            id=one.id,
            record_id=one.record,
            patient_id=patient_of[one.record],
            basis=one.basis,
            unit_id=one.unit,
            worker_id=one.account,
            readable_until=calendar.moment(one.readable_until),
            granted_by_id=one.id if one.basis == "grant" else None,
            reason_code="vikar" if one.account else "",
            **calendar.period(one.period),
        )
        for one in facts.relations
    )


def write_limits(facts, calendar):
    patient_of = {file.id: file.patient for file in facts.files}
    Block.objects.bulk_create(
        Block(
            id=block.id,
            record_id=block.record,
            patient_id=patient_of[block.record],
            what=block.what,
            kind=block.kind,
            document_id=block.document,
            whom=block.whom,
            worker_id=block.against if block.whom == "person" else None,
            role=block.against if block.whom == "role" else "",
            unit_id=block.against if block.whom == "unit" else None,
            **calendar.period(block.period),
        )
        for block in facts.closed
    )
    PersonTie.objects.bulk_create(
        PersonTie(patient_id=kin.patient, person_hash=kin.person_hash, tie=kin.tie)
        for kin in facts.kin
    )


def write_rules(facts):
    """Write the cells that differ from the first matrix, and the municipality's choice."""
    for (record_kind, role), cell in facts.adapted.items():
        RoleRights.objects.filter(record_kind=record_kind, role=role).update(
            reads=sorted(cell.reads),
            writes=sorted(cell.writes),
            signs=sorted(cell.signs),
            does=sorted(cell.does),
        )
    AccessRules.objects.update(unit_wide=facts.unit_wide)


def worker_of(facts, asker):
    """The person at work as a request would know him, in the posts he has chosen."""
    chosen = [
        job
        for job in facts.jobs
        if job.account == asker.account and job.unit in asker.units
    ]
    return Worker(
        user_id=asker.account,
        name=f"Bruker {asker.account}",
        profession="SP",
        title="",
        hpr_number="",
        posts=tuple(
            Post(job.unit, f"Enhet {job.unit}", "999999999", "Fjord", Role(job.role))
            for job in chosen
        ),
    )
