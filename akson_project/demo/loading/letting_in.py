"""Two emergencies: one that several helped in, which waits for its reviewer, and one that is open now."""

from collections.abc import Mapping
from datetime import timedelta
from uuid import UUID

from access.models import (
    EMERGENCY_LASTS,
    Basis,
    CareRelation,
    EmergencyAccess,
    EmergencyReason,
    EmergencyText,
    TextPart,
)
from access.roles import RecordKind
from akson_project.demo.loading.keys import Keys, store
from akson_project.demo.loading.reads import actor_of, place_of
from akson_project.demo.stories.model import (
    EmploymentStory,
    PatientStory,
    WorkerStory,
    World,
)
from audit import log
from audit.controller import controller_here
from audit.entry import Actor, Client, Entry, Grounds, Place, Subject
from audit.verbs import Reach, Verb

Nurse = tuple[WorkerStory, EmploymentStory]
# Who came to the first nurse's help; their explanations are not written yet.
HELPERS = 2
_EXPLANATION = (
    "Naboen ringte på døra vår: pasienten lå på gulvet og svarte ikke. Så etter "
    "blodfortynnende og allergier før ambulansen kom."
)


def load_emergencies(world: World, keys: Keys) -> None:
    """Store them, each by nurses in the record of somebody their units do not have."""
    nurses = [
        (worker, job)
        for worker in world.workers
        if worker.profession == "SP" and worker.username
        for job in worker.employments
        if job.role == "sykepleier" and job.valid_until is None
    ]
    first, second = nurses[0], nurses[-1]
    units = {first[1].unit, second[1].unit}
    helpers = [one for one in nurses[1:-1] if one[1].unit in units][:HELPERS]
    patient, other = _elsewhere(world, units)[:2]
    past = _case(keys, patient, *first, ago=timedelta(hours=26))
    past.ended_at = past.began_at + timedelta(minutes=50)
    past.explained_at = past.ended_at + timedelta(minutes=15)
    by = {past: first, _case(keys, other, *second, ago=timedelta(minutes=20)): second}
    for number, helper in enumerate(helpers, start=1):
        came = _case(
            keys, patient, *helper, ago=timedelta(hours=26, minutes=-4 * number)
        )
        came.ended_at = came.began_at + timedelta(minutes=30)
        by[came] = helper
    _store_all(world, keys, by)
    store(
        EmergencyText,
        [
            EmergencyText(
                case=past,
                part=TextPart.EXPLANATION,
                author_id=past.worker_id,
                written_at=past.explained_at,
                text=_EXPLANATION,
            )
        ],
    )


def _store_all(world: World, keys: Keys, by: Mapping[EmergencyAccess, Nurse]) -> None:
    """Store the accesses, the relations they give, and what the log says of them."""
    store(EmergencyAccess, list(by))
    relations = {case: _relation(case) for case in by}
    store(CareRelation, list(relations.values()))
    log.append_demo(
        [
            _event(
                relations[case],
                actor_of(worker, keys),
                place_of(world, job.unit, keys),
            )
            for case, (worker, job) in by.items()
        ]
    )


def _elsewhere(world: World, units: set[str]) -> list[PatientStory]:
    """Those who have a journal and a stay now, at other units than these."""
    return [
        patient
        for patient in world.patients
        for record in patient.records
        if record.kind == RecordKind.JOURNAL.value and patient.deceased_on is None
        if any(stay.ends is None for stay in record.episodes)
        and not any(stay.unit in units for stay in record.episodes)
    ]


def _case(
    keys: Keys,
    patient: PatientStory,
    worker: WorkerStory,
    job: EmploymentStory,
    *,
    ago: timedelta,
) -> EmergencyAccess:
    began_at = keys.now - ago
    return EmergencyAccess(
        id=keys.of("emergency", worker.key),
        record_id=_record(keys, patient),
        patient_id=keys.of("patient", patient.key),
        worker_id=keys.of("worker", worker.key),
        unit_id=keys.of("unit", job.unit),
        role=job.role,
        began_at=began_at,
        ends_at=began_at + EMERGENCY_LASTS,
        reason_code=EmergencyReason.UNCONSCIOUS,
    )


def _record(keys: Keys, patient: PatientStory) -> UUID:
    return keys.of("record", f"{patient.key}:{RecordKind.JOURNAL.value}")


def _relation(case: EmergencyAccess) -> CareRelation:
    """The relation the case gives, until it was ended or ends."""
    return CareRelation(
        record_id=case.record_id,
        patient_id=case.patient_id,
        basis=Basis.EMERGENCY,
        worker_id=case.worker_id,
        valid_from=case.began_at,
        valid_until=case.ended_at or case.ends_at,
        source_id=case.pk,
        reason_code=case.reason_code,
    )


def _event(relation: CareRelation, actor: Actor, place: Place) -> Entry:
    """What the log says of it."""
    return Entry(
        verb=Verb.EMERGENCY_BEGAN,
        actor=actor,
        municipality=controller_here(),
        place=place,
        grounds=Grounds(
            basis=Basis.EMERGENCY.value,
            purpose="BTG",
            decision_ref=relation.pk,
            user_selected=True,
            reason_code=relation.reason_code,
        ),
        client=Client(channel="demo"),
        subjects=(Subject(relation.patient_id, relation.record_id, Reach.RECORD),),
        recorded_at=relation.valid_from,
        is_demo=True,
    )
