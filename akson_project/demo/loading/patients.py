"""Patients with all that is around them, and the care relations that follow."""

from datetime import datetime, timedelta
from uuid import UUID

from access.models import Basis, CareRelation, KnownRecord
from akson_project.demo.loading.keys import Keys, store, store_with_history
from akson_project.demo.loading.people import midnight
from akson_project.demo.stories.model import (
    EpisodeStory,
    PatientStory,
    RecordStory,
    World,
)
from journal.record.models import (
    Address,
    CareTeamMember,
    Episode,
    HealthRecord,
    Patient,
    PatientIdentifier,
    RelatedPerson,
)
from journal.record.models.episode import TeamFunction

FORMER_UNIT_DAYS = 14
AFTER_DEATH_DAYS = 30


def load_patients(world: World, keys: Keys) -> None:
    """Store every person and record of the story."""
    store_with_history(Patient, [_patient(s, keys) for s in world.patients], keys)
    store_with_history(
        PatientIdentifier,
        [
            PatientIdentifier(
                id=keys.of("identifier", number.value),
                patient_id=keys.of("patient", story.key),
                system=number.system,
                value=number.value,
                is_official=number.use == "official",
                registered_at=keys.now,
            )
            for story in world.patients
            for number in story.identifiers
        ],
        keys,
    )
    store_with_history(Address, [_address(s, keys) for s in world.patients], keys)
    store_with_history(RelatedPerson, list(_relatives(world, keys)), keys)
    _load_records(world, keys)


def record_id(keys: Keys, story: PatientStory, record: RecordStory) -> UUID:
    """The id of one of a person's records."""
    return keys.of("record", f"{story.key}:{record.kind}")


def _patient(story: PatientStory, keys: Keys) -> Patient:
    patient = Patient(
        id=keys.of("patient", story.key),
        given_name=story.given,
        middle_name=story.middle,
        family_name=story.family,
        birth_date=story.born,
        sex=story.sex,
        deceased_on=story.deceased_on,
        phone=story.phone,
        # Norwegian is one language to speak, and two to write.
        language="nb" if story.language == "nn" else story.language,
        needs_interpreter=story.needs_interpreter,
        gp_name=story.gp.name if story.gp else "",
        gp_office=story.gp.office if story.gp else "",
        gp_phone=story.gp.phone if story.gp else "",
    )
    patient.set_keys()
    return patient


def _address(story: PatientStory, keys: Keys) -> Address:
    return Address(
        id=keys.of("address", story.key),
        patient_id=keys.of("patient", story.key),
        line=story.address.line,
        postcode=story.address.postcode,
        city=story.address.city,
        protection=story.address.protection,
        access_note=story.address.access_note,
    )


def _relatives(world: World, keys: Keys) -> list[RelatedPerson]:
    return [
        RelatedPerson(
            id=keys.of("relative", f"{story.key}:{number}"),
            patient_id=keys.of("patient", story.key),
            linked_patient_id=keys.of("patient", relative.patient_key)
            if relative.patient_key
            else None,
            name=relative.name,
            kind=relative.kind,
            phone=relative.phone,
            is_next_of_kin=relative.is_next_of_kin,
            is_guardian=relative.is_guardian,
            is_proxy=relative.is_proxy,
            may_be_told=relative.may_be_told,
            told_note=relative.told_note,
            has_parental_responsibility=relative.has_parental_responsibility,
            parental_from=relative.since
            if relative.has_parental_responsibility
            else None,
            parental_until=relative.until
            if relative.has_parental_responsibility
            else None,
        )
        for story in world.patients
        for number, relative in enumerate(story.relatives)
    ]


def _load_records(world: World, keys: Keys) -> None:
    records, known, episodes, team, relations = [], [], [], [], []
    for story in world.patients:
        for record in story.records:
            ids = {
                "patient_id": keys.of("patient", story.key),
                "record_id": record_id(keys, story, record),
            }
            records.append(
                HealthRecord(
                    id=ids["record_id"],
                    patient_id=ids["patient_id"],
                    kind=record.kind,
                    opened_at=keys.now,
                )
            )
            known.append(KnownRecord(**ids, kind=record.kind))
            for number, episode in enumerate(record.episodes):
                source = keys.of("episode", f"{ids['record_id']}:{number}")
                episodes.append(_episode(episode, source, ids, keys))
                relations += _unit_relations(story, episode, source, ids, keys)
                members = _team(episode, source, ids, keys)
                team += members
                service = episode.service_type
                relations += [_team_relation(m, ids, service) for m in members]
    store(HealthRecord, records)
    store(KnownRecord, known)
    store_with_history(Episode, episodes, keys, changed_at="starts_at")
    store_with_history(CareTeamMember, team, keys, changed_at="valid_from")
    store(CareRelation, relations)


def _episode(
    story: EpisodeStory, source: UUID, ids: dict[str, UUID], keys: Keys
) -> Episode:
    return Episode(
        id=source,
        **ids,
        unit_id=keys.of("unit", story.unit),
        service_type=story.service_type,
        starts_at=story.starts,
        ends_at=story.ends,
        room=story.room,
        bed=story.bed,
        decided_hours=story.decided_hours or "",
        decision_reference=story.decision_reference or "",
    )


def _unit_relations(
    story: PatientStory,
    episode: EpisodeStory,
    source: UUID,
    ids: dict[str, UUID],
    keys: Keys,
) -> list[CareRelation]:
    facts = {
        **ids,
        "unit_id": keys.of("unit", episode.unit),
        "service_type": episode.service_type,
        "source_id": source,
    }
    until = _relation_end(story, episode)
    relations = [
        CareRelation(
            **facts, basis=Basis.EPISODE, valid_from=episode.starts, valid_until=until
        )
    ]
    if episode.ends is not None and story.deceased_on is None:
        relations.append(
            CareRelation(
                **facts,
                basis=Basis.FORMER_EPISODE,
                valid_from=episode.ends,
                valid_until=episode.ends + timedelta(days=FORMER_UNIT_DAYS),
                readable_until=episode.ends,
            )
        )
    return relations


def _relation_end(story: PatientStory, episode: EpisodeStory) -> datetime | None:
    """The last units keep access for 30 days after a death."""
    if story.deceased_on is not None and episode.ends is not None:
        died = midnight(story.deceased_on)
        if episode.ends >= died:
            return died + timedelta(days=AFTER_DEATH_DAYS)
    return episode.ends


def _team(
    episode: EpisodeStory, source: UUID, ids: dict[str, UUID], keys: Keys
) -> list[CareTeamMember]:
    # The nurse answers for the service, and a care worker is the one people know best.
    functions = [TeamFunction.SERVICE_RESPONSIBLE, TeamFunction.PRIMARY_CONTACT]
    if len(episode.team) == 1:
        functions = [TeamFunction.PRIMARY_CONTACT]
    return [
        CareTeamMember(
            id=keys.of("team", f"{source}:{worker}"),
            **ids,
            worker_id=keys.of("worker", worker),
            function=functions[place]
            if place < len(functions)
            else TeamFunction.MEMBER,
            valid_from=episode.starts,
            valid_until=episode.ends,
        )
        for place, worker in enumerate(dict.fromkeys(episode.team))
    ]


def _team_relation(
    member: CareTeamMember, ids: dict[str, UUID], service_type: str
) -> CareRelation:
    return CareRelation(
        **ids,
        basis=Basis.TEAM,
        worker_id=member.worker_id,
        valid_from=member.valid_from,
        valid_until=member.valid_until,
        service_type=service_type,
        source_id=member.pk,
    )
