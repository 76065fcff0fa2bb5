"""A municipality in which every page has something to show, also what is seldom shown."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID, uuid4

from django.utils import timezone

from access.actions import Action
from access.models import GrantReason, KnownRecord, Shift, ShiftLeader
from access.person_number import read_number
from access.roles import RecordKind, Role
from access.staff.selectors.reviews import rights_at
from access.staff.services.reviews import conclude_review
from access.staff.services.roster import add_shift
from access.staff.services.shift_leaders import appoint
from access.staff.services.substitutes import Help, take_in
from audit.models import AccessEvent
from journal.documentation import services as notes
from journal.documentation.models import NoteKind
from journal.record.gate import open_admission, open_record
from journal.record.services.care_team import add_member
from journal.record.services.critical import (
    Danger,
    add_critical,
    confirm_none,
    end_critical,
)
from journal.record.services.death import mark_dead
from journal.record.services.granting import grant_access
from journal.record.services.person import Home, Particulars
from journal.record.services.registering import register_patient
from journal.record.services.relatives import Relative, add_relative, link_relative
from journal.record.services.stays import Place, Stay, discharge_patient
from tests import world as worlds
from tests.journeys.governing import govern
from tests.journeys.ground_of_blocks import block
from tests.journeys.ground_of_relations import begin_relations

OLA = Particulars(
    given_name="Ola",
    family_name="Fjellheim",
    birth_date=date(1942, 3, 14),
    sex="male",
    phone="412 34 567",
    language="se",
    needs_interpreter=True,
    gp_name="Gunnhild Fastlege-Kristoffersen",
    gp_office="Fjord legesenter",
    gp_phone="55 12 34 56",
)
HOME = Home(
    line="Fjellheimsvegen 112 B, leilighet 0302",
    postcode="5003",
    city="Bergen",
    access_note="Nøkkelboks til høyre for kjellerdøra. Hund.",
)
ALIKE = Particulars("Ola", "Fjellhaug", date(1942, 3, 14), "male")
LONG = Particulars(
    "Marie-Charlotte",
    "Kristoffersdatter von Østrem-Åsenhaug",
    date(2026, 9, 1),
    "female",
)
TEXT = (
    "Sov da jeg kom kl. 08.10, trøtt, men klar. Tok frokost og medisiner selv. "
    "Sår på høyre legg: 2 x 3 cm, ren bunn. Muitalus čáppa máidnasa.\n\n"
    "Neste gang: spør om smerter om natta."
)


@dataclass
class Ground:
    """The ids of what is there, by the names addresses give them."""

    world: worlds.World
    people: dict[str, object] = field(default_factory=dict)
    ids: dict[str, UUID] = field(default_factory=dict)


def build(world):
    """Fill fjord; the connection stands there."""
    ground = Ground(world)
    _hire(ground)
    _patients(ground)
    _around(ground)
    _write(ground)
    _say_what_is_critical(ground)
    begin_relations(ground)
    block(ground)
    _end(ground)
    _staff(ground)
    govern(ground.world)
    ground.ids["event_id"] = AccessEvent.objects.earliest("stored_at").pk
    return ground


def _hire(ground):
    world = ground.world
    root = world.north.parent
    ground.people = {
        "nurse": world.nurse.user_id,
        "stranger": world.stranger.user_id,
        "leader": world.leader.user_id,
        "clerk": world.clerk.user_id,
        "auditor": world.auditor.user_id,
        "administrator": worlds.person("arne.admin", (Role.LOCAL_ADMIN, root)).pk,
        "several": worlds.person(
            "nils.natt", (Role.NURSE, world.north), (Role.LEADER, world.south)
        ).pk,
        "nobody": worlds.person("ulla.uten").pk,
    }
    # She leads all units, so that she is named to those who meet a closed door.
    worlds.person("dagny.direktør", (Role.LEADER, root))
    world.south.phone = "55 11 22 33"
    world.south.save()


def _patients(ground):
    ground.ids["record_id"] = _register(ground, OLA, HOME, number="14834212081")
    ground.ids["alike"] = _register(ground, ALIKE, Home())
    ground.ids["long"] = _register(ground, LONG, Home(protection="fortrolig"))
    ground.ids["case"] = _register(ground, LONG, Home(), kind=RecordKind.CASE)
    ground.ids["dead"] = _register(ground, ALIKE, Home())
    ground.ids["former"] = _register(ground, ALIKE, Home())


def _register(ground, person, home, *, number="", kind=RecordKind.JOURNAL):
    patient_id, record_id, stay_id = uuid4(), uuid4(), uuid4()
    place = Place(ground.world.north, "15", room="204", bed="1")
    stay = Stay(
        place, timezone.now() - timedelta(days=20), "3,5 timer i uka", "26/1187"
    )
    with open_admission(
        patient_id=patient_id,
        record_id=record_id,
        kind=kind,
        by=ground.world.clerk,
        to=Action.REGISTER,
    ) as record:
        register_patient(
            record,
            person=person,
            home=home,
            number=read_number(number) if number else None,
            stay=stay,
            stay_id=stay_id,
        )
    ground.ids.setdefault("patient_id", patient_id)
    ground.ids.setdefault("episode_id", stay_id)
    return record_id


def _around(ground):
    world, ids = ground.world, ground.ids
    kari = Relative(
        "Kari Fjellheim-Kristoffersen",
        "DA",
        phone="905 12 345",
        is_next_of_kin=True,
        is_guardian=True,
        is_proxy=True,
        told_note="Ikke ring om natta",
    )
    with open_record(
        ids["record_id"], by=world.nurse, to=Action.CHANGE_IDENTITY
    ) as record:
        relative = add_relative(record, relative=kari, id=uuid4())
        add_member(
            record,
            worker_id=world.nurse.user_id,
            function="primarkontakt",
            id=uuid4(),
        )
        alike = KnownRecord.objects.get(pk=ids["alike"])
        ids["relative_id"] = relative.pk
    with open_record(
        ids["record_id"], by=world.nurse, to=Action.CHANGE_IDENTITY
    ) as record:
        link_relative(record, relative, patient_id=alike.patient_id)
    with open_record(ids["record_id"], by=world.leader, to=Action.GRANT) as record:
        ids["grant_id"] = grant_access(
            record,
            to=world.stranger.user_id,
            until=timezone.now() + timedelta(days=3),
            reason=GrantReason.ASSISTANCE,
            id=uuid4(),
        ).pk


def _write(ground):
    ids = ground.ids
    ids["note_id"] = _sign(ground, TEXT).pk
    corrected = _sign(ground, TEXT, happened=timedelta(days=3))
    ids["corrected"] = corrected.pk
    with _opened(ground, Action.CORRECT_NOTE) as record:
        notes.sign_correction(
            record,
            note_id=uuid4(),
            corrects_id=corrected.pk,
            content=_content(TEXT.replace("2 x 3 cm", "1 x 2 cm")),
        )
    wrong = _sign(ground, "Skrevet på feil pasient.")
    with _opened(ground, Action.MARK_NOTE_IN_ERROR) as record:
        notes.mark_in_error(record, note_id=wrong.pk, reason="Feil pasient")
    for number in range(26):
        _sign(ground, f"Tilsyn {number}: alt vel.", record="alike")
    ids["draft"] = _draft(ground, TEXT)
    ids["colleagues_draft"] = _draft(ground, "Lederen skriver", by=ground.world.leader)


def _sign(ground, text, *, happened=timedelta(minutes=20), record="record_id"):
    record_id = ground.ids[record]
    nurse = ground.world.nurse
    with open_record(record_id, by=nurse, to=Action.SIGN_NOTE) as record:
        return notes.sign_note(
            record, note_id=uuid4(), content=_content(text, happened=happened)
        )


def _draft(ground, text, *, by=None):
    with _opened(ground, Action.DRAFT_NOTE, by=by) as record:
        return notes.save_draft(
            record, note_id=uuid4(), content=_content(text), page=notes.Page()
        ).pk


def _content(text, *, happened=timedelta(minutes=20)):
    return notes.Content(
        text=text, kind=NoteKind.VISIT, happened_at=timezone.now() - happened
    )


def _opened(ground, action, *, by=None):
    return open_record(ground.ids["record_id"], by=by or ground.world.nurse, to=action)


def _say_what_is_critical(ground):
    with _opened(ground, Action.CHANGE_CRITICAL) as record:
        penicillin = Danger(1, "Penicillin", "high", "Anafylaksi 2019", "Epikrise")
        ground.ids["critical_id"] = add_critical(
            record, danger=penicillin, id=uuid4()
        ).pk
        add_critical(record, danger=Danger(5, "HLR-minus", "medium"), id=uuid4())
        kodein = add_critical(
            record, danger=Danger(1, "Kodein", "low", "Kvalme", "Pasienten"), id=uuid4()
        )
        why = "Tålt i små doser etter operasjonen, sier fastlegen i brev."
        end_critical(record, kodein, status="refuted", why=why)
    nurse = ground.world.nurse
    with open_record(
        ground.ids["alike"], by=nurse, to=Action.CHANGE_CRITICAL
    ) as record:
        confirm_none(record)


def _staff(ground):
    """Put the nurse on duty, take in a substitute, and appoint who leads the shift."""
    world, now = ground.world, timezone.now()
    end = now + timedelta(hours=6)
    shift = Shift(
        user_id=world.nurse.user_id,
        unit=world.north,
        valid_from=now - timedelta(minutes=5),
        valid_until=end,
    )
    ground.ids["shift_id"] = add_shift(shift, by=world.leader).pk
    vera = worlds.person("vera.vikar-kristoffersdatter", (Role.NURSE, world.south))
    take_in(vera, to=Help(world.north, Role.NURSE, end, end), by=world.leader)
    appointment = ShiftLeader(
        user_id=world.nurse.user_id,
        unit=world.north,
        valid_from=now,
        valid_until=now + timedelta(days=90),
    )
    appoint(appointment, by=world.leader)
    ground.ids["unit_id"] = world.north.pk
    keys = {right.key for right in rights_at(world.north)}
    gone = {key for key in keys if key.startswith("shift_leader")}
    ground.ids["review_id"] = conclude_review(
        world.north, seen=keys, revoked=gone, by=world.leader
    ).pk


def _end(ground):
    nurse = ground.world.nurse
    to = Action.CHANGE_IDENTITY
    # Her address is protected: only who is named is shown the way.
    with open_record(ground.ids["long"], by=nurse, to=to) as record:
        add_member(record, worker_id=nurse.user_id, function="medlem", id=uuid4())
    with open_record(ground.ids["dead"], by=nurse, to=Action.MARK_DEAD) as record:
        mark_dead(record, on=timezone.localdate())
    with open_record(ground.ids["former"], by=nurse, to=Action.DISCHARGE) as record:
        discharge_patient(record, record.episodes.get(), at=timezone.now())
