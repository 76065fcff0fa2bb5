"""What began today and before by the product's own services: lists, applications, the legevakt.

It is done after the story is stored, by those whose work it is, as they do it on their
screens; so the access log says who did it and why, and nothing here is marked as demo but
the channel. Each has an id of its own and is done once.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from access.accounts.models import User
from access.actions import Action
from access.models import CareRelation, Unit
from access.roles import RecordKind
from access.worker import Worker
from access.workplace import in_all_posts
from akson_project.demo.loading.keys import Keys
from akson_project.demo.stories.chance import dice
from akson_project.demo.stories.model import PatientStory, World
from akson_project.demo.stories.places.place import LISTS
from audit.entry import Client
from journal.casework.models import Applicant
from journal.casework.services import (
    Request,
    note_preliminary_reply,
    register_application,
)
from journal.encounters.models import Arrival, Urgency
from journal.encounters.services import Contact, register_contact
from journal.enrolments.rules.programmes import is_of_age
from journal.enrolments.services import Wanted, end_enrolment, enrol
from journal.record.gate import open_admission, open_arrival, open_record
from journal.record.models import EndReason, Programme
from journal.record.services.relations import id_of
from tenants.context import in_municipality
from tenants.models import Municipality

# More than a page of a list, and few enough to be done while somebody waits.
ON_LISTS, IN_PROGRAMME = 55, 40
# One in twelve has come lately.
_DAYS_AGO = (6, 40, 90, 160, 250, 400, 600, 800, 1100, 1500, 2000, 2600)
_GP_LISTS = ("fl1", "fl2")
# Days since it came, services (kodeverk 9151), who sent it, whether it is answered.
_APPLICATIONS = (
    (41, ("21",), Applicant.RELATIVE, False),
    (18, ("15", "6"), Applicant.SELF, True),
    (6, ("15",), Applicant.HOSPITAL, False),
    (1, ("18",), Applicant.GP, False),
)
_ARRIVALS = (
    (95, Arrival.SELF, Urgency.GREEN),
    (35, Arrival.PHONE, Urgency.YELLOW),
    (8, Arrival.AMBULANCE, Urgency.ORANGE),
)


def load_following(world: World, municipality: Municipality) -> None:
    """Let people be on lists, follow programmes, have applied, and be at the legevakt."""
    keys = Keys(municipality)
    with in_municipality(municipality):
        _fill_gp_lists(world, keys)
        _fill_programme(world, keys)
        _register_applications(world, keys)
        _register_arrivals(world, keys)


def _fill_gp_lists(world: World, keys: Keys) -> None:
    """Put those who name one of the practice's two GPs on his list; the last two have left."""
    secretary = at_work(world, keys, unit="fl", role="merkantil")
    units = {unit.name: unit for unit in _units(keys, _GP_LISTS)}
    theirs = [
        (patient, units[patient.gp.name])
        for patient in _living(world)
        if patient.gp and patient.gp.name in units
    ][:ON_LISTS]
    today = keys.now.date()
    for number, (patient, unit) in enumerate(theirs):
        starts_on = max(patient.born, today - timedelta(days=_days_ago(patient)))
        wanted = Wanted(unit, Programme.GP_LIST, starts_on)
        is_new = _enrol(keys, patient, wanted, by=secretary)
        if is_new and number >= len(theirs) - 2:
            _take_off(keys, patient, Programme.GP_LIST, on=today, by=secretary)


def _fill_programme(world: World, keys: Keys) -> None:
    """Let those whom the health station or the school has follow its programme."""
    visitor = at_work(world, keys, unit="hs", role="helsesykepleier")
    units = {unit.pk: unit for unit in _units(keys, ("hs", "skole"))}
    done = 0
    for patient, stay in with_stays(world, {"hs", "skole"}):
        programme = Programme.SCHOOL if stay == "skole" else Programme.CHILD
        today = keys.now.date()
        is_fit = is_of_age(programme, born=patient.born, on=today)
        if not is_fit or done == IN_PROGRAMME:
            continue
        ago = today - timedelta(days=_days_ago(patient))
        starts_on = max(patient.born + timedelta(days=2), min(ago, today))
        if not is_of_age(programme, born=patient.born, on=starts_on):
            starts_on = today
        unit = units[keys.of("unit", stay)]
        wanted = Wanted(unit, programme, min(starts_on, today))
        _enrol(keys, patient, wanted, by=visitor)
        done += 1


def _register_applications(world: World, keys: Keys) -> None:
    handler = at_work(world, keys, unit="tk", role="saksbehandler")
    (unit,) = _units(keys, ("tk",))
    applicants = _first_with_stays(world, {"w3", *LISTS["za"]}, len(_APPLICATIONS))
    for patient, (ago, services, sent_by, is_answered) in zip(
        applicants, _APPLICATIONS, strict=True
    ):
        request = Request(
            unit, list(services), sent_by, keys.now.date() - timedelta(days=ago)
        )
        id = keys.of("application", patient.key)
        with open_admission(
            patient_id=keys.of("patient", patient.key),
            record_id=journal_of(keys, patient),
            kind=RecordKind.JOURNAL,
            by=handler,
            to=Action.REGISTER_APPLICATION,
        ) as record:
            application = register_application(record, request=request, id=id)
        if is_answered:
            to = Action.HANDLE_APPLICATION
            with open_record(journal_of(keys, patient), by=handler, to=to) as record:
                note_preliminary_reply(record, application)


def _register_arrivals(world: World, keys: Keys) -> None:
    nurse = at_work(world, keys, unit="lv", role="sykepleier")
    (unit,) = _units(keys, ("lv",))
    people = _first_with_stays(world, set(LISTS["zb"]), len(_ARRIVALS))
    for patient, (ago, arrival, urgency) in zip(people, _ARRIVALS, strict=True):
        id = keys.of("contact", patient.key)
        arrived_at = keys.now - timedelta(minutes=ago)
        with open_arrival(
            patient_id=keys.of("patient", patient.key),
            record_id=journal_of(keys, patient),
            unit=unit,
            relation_id=id_of(id),
            by=nurse,
        ) as record:
            contact = Contact(unit, arrival, arrived_at, urgency)
            register_contact(record, contact=contact, id=id)


def _enrol(keys: Keys, patient: PatientStory, wanted: Wanted, *, by: Worker) -> bool:
    """Take somebody on a list; False when that was done by a start that was interrupted."""
    id = _enrolment(keys, patient, wanted.programme)
    if CareRelation.objects.filter(source_id=id).exists():
        return False
    with open_arrival(
        patient_id=keys.of("patient", patient.key),
        record_id=journal_of(keys, patient),
        unit=wanted.unit,
        relation_id=id_of(id),
        by=by,
    ) as record:
        enrol(record, wanted=wanted, id=id)
    return True


def _take_off(
    keys: Keys, patient: PatientStory, programme: Programme, *, on: date, by: Worker
) -> None:
    with open_record(journal_of(keys, patient), by=by, to=Action.ENROL) as record:
        enrolment = record.enrolments.get(pk=_enrolment(keys, patient, programme))
        end_enrolment(record, enrolment, on=on, reason=EndReason.MOVED)


def at_work(world: World, keys: Keys, *, unit: str, role: str) -> Worker:
    """The first who signs in and works at a unit in a role, in all her posts."""
    story = next(
        worker
        for worker in world.workers
        for job in worker.employments
        if worker.username and (job.unit, job.role) == (unit, role)
    )
    user = User.objects.get(pk=keys.of("worker", story.key))
    return replace(in_all_posts(user), client=Client(channel="demo"))


def _units(keys: Keys, names: tuple[str, ...]) -> list[Unit]:
    return list(Unit.objects.filter(pk__in=[keys.of("unit", name) for name in names]))


def _living(world: World) -> Iterator[PatientStory]:
    """Those who live and have a health record."""
    for patient in world.patients:
        kinds = {record.kind for record in patient.records}
        if patient.deceased_on is None and RecordKind.JOURNAL.value in kinds:
            yield patient


def with_stays(world: World, units: set[str]) -> Iterator[tuple[PatientStory, str]]:
    """Those of them whom some units have now, each once."""
    for patient in _living(world):
        for record in patient.records:
            if record.kind != RecordKind.JOURNAL.value:
                continue
            now = [stay.unit for stay in record.episodes if stay.ends is None]
            at = next((unit for unit in now if unit in units), None)
            if at is not None:
                yield patient, at


def _first_with_stays(world: World, units: set[str], count: int) -> list[PatientStory]:
    return [patient for patient, _stay in with_stays(world, units)][:count]


def _days_ago(patient: PatientStory) -> int:
    """How long somebody has been there: from some days to some years."""
    return dice("enrolled", patient.key).choice(_DAYS_AGO)


def journal_of(keys: Keys, patient: PatientStory) -> UUID:
    """The id of somebody's health record."""
    return keys.of("record", f"{patient.key}:{RecordKind.JOURNAL.value}")


def _enrolment(keys: Keys, patient: PatientStory, programme: Programme) -> UUID:
    return keys.of("enrolment", f"{patient.key}:{programme}")
