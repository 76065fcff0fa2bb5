"""Puts a simulated municipality into a real database, as the product would have stored it.

Run as the owner: nothing goes through the doors. Who moved moved on a day of his own, which
the simulation does not say; `lines_as_stored` gives the same lines with what is stored.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import NAMESPACE_OID, UUID, uuid5

from django.contrib.auth.models import Permission

from access.accounts.models import User
from access.models import CareRelation, Employment, Shift, Unit
from access.roles import Role
from audit import log
from audit.controller import controller_here
from audit.entry import Actor, Client, Entry, Grounds, Place, Subject
from audit.hashing import number_hash
from audit.verbs import Reach, Verb
from journal.record.models import Address, Patient, PatientIdentifier, RelatedPerson
from tests.simulation.municipality import Line, Simulation

_ROLES = {
    "care_worker": Role.CARE_WORKER,
    "nurse": Role.NURSE,
    "physician": Role.PHYSICIAN,
    "leader": Role.LEADER,
    "clerk": Role.CLERK,
}
_LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


def key(name: str) -> UUID:
    """The UUID under which somebody or something of the simulation is stored."""
    return uuid5(NAMESPACE_OID, name)


def store(simulation: Simulation) -> None:
    """Store people, employees, shifts, care relations and the log."""
    of = defaultdict(list)
    for line in simulation.lines:
        of[line["type"]].append(line)
    _store_people(of["resident"])
    _store_staff(of["worker"], of["shift"])
    _store_relations(of["episode"], of["relation"])
    log.append_demo(entry for line in of["event"] for entry in _entries(line))


def lines_as_stored(simulation: Simulation) -> Iterator[Line]:
    """Give the facts as the database knows them: when who moved, and nobody well known."""
    for line in simulation.lines:
        if line["type"] == "event":
            continue
        if line["type"] == "resident":
            yield _with_moves(line)
        else:
            yield line | (
                {"role": _ROLES[line["role"]].value} if "role" in line else {}
            )


def _with_moves(line: Line) -> Line:
    *former, (_address, since, _until) = _homes(line)
    return {
        **line,
        "well_known": False,
        "moved_in": since.isoformat() if former else None,
        "former_addresses": [
            {"address": a, "from": b.isoformat(), "to": e.isoformat()}
            for a, b, e in former
            if e
        ],
        "relatives": [{"id": one, "kind": "sibling"} for one in line["relatives"]],
    }


def _homes(line: Line) -> list[tuple[str, datetime, datetime | None]]:
    """Every home with its period, the one now last; the first since long ago."""
    number = int(line["id"][1:])
    begins = _LONG_AGO
    homes: list[tuple[str, datetime, datetime | None]] = []
    for address in line["former_addresses"]:
        ends = begins + timedelta(days=1_500 + number * 37 % 3_000)
        homes.append((address, begins, ends))
        begins = ends
    return [*homes, (line["address"], begins, None)]


def _store_people(lines: list[Line]) -> None:
    patients, addresses, histories, related = [], [], [], []
    for line in lines:
        person = key(line["id"])
        patient = Patient(
            id=person,
            given_name="Kari",
            family_name=line["surname"],
            birth_date=date(1980, 1, 1),
            sex="female",
        )
        patient.set_keys()
        patients.append(patient)
        homes = _homes(line)
        histories += [
            _history_of(_home(line, address), begins)
            for address, begins, _ends in homes
        ]
        addresses.append(_home(line, homes[-1][0]))
        related += [
            RelatedPerson(
                patient_id=person, linked_patient_id=key(other), name="Kari", kind="SI"
            )
            for other in line["relatives"]
        ]
    Patient.objects.bulk_create(patients, batch_size=2_000)
    Address.objects.bulk_create(addresses, batch_size=2_000)
    Address.history.bulk_create(histories, batch_size=2_000)
    RelatedPerson.objects.bulk_create(related, batch_size=2_000)


def _home(line: Line, address: str) -> Address:
    return Address(
        id=key(f"home {line['id']}"), patient_id=key(line["id"]), line=address
    )


def _history_of(home: Address, begins: datetime) -> Any:
    copied = {
        field.attname: getattr(home, field.attname) for field in Address._meta.fields
    }
    return Address.history.model(
        **copied, history_date=begins, history_type="~", event_id=key("stored")
    )


def _store_staff(lines: list[Line], shifts: list[Line]) -> None:
    units = sorted({unit for line in lines for unit in line["units"]})
    Unit.objects.bulk_create(
        Unit(id=key(unit), path=[key(unit)], kind="ward", name=unit) for unit in units
    )
    numbers = {line["id"]: f"{place:011d}" for place, line in enumerate(lines)}
    PatientIdentifier.objects.bulk_create(
        PatientIdentifier(
            patient_id=key(line["resident"]), system="fnr", value=numbers[line["id"]]
        )
        for line in lines
    )
    User.objects.bulk_create(
        User(
            id=key(line["id"]),
            username=line["id"],
            person_hash=number_hash(numbers[line["id"]]),
        )
        for line in lines
    )
    permissions = {
        name: Permission.objects.get(codename=role.codename)
        for name, role in _ROLES.items()
    }
    Employment.objects.bulk_create(
        Employment(
            user_id=key(line["id"]),
            permission=permissions[line["role"]],
            content_object_id=key(unit),
            valid_from=_LONG_AGO,
        )
        for line in lines
        for unit in line["units"]
    )
    Shift.objects.bulk_create(
        Shift(
            user_id=key(line["worker"]),
            unit_id=key(line["unit"]),
            valid_from=line["start"],
            valid_until=line["end"],
        )
        for line in shifts
    )


def _store_relations(stays: list[Line], tasks: list[Line]) -> None:
    found = []
    for stay in stays:
        patient = key(stay["patient"])
        facts = {
            "patient_id": patient,
            "record_id": patient,
            "valid_from": stay["start"],
            "valid_until": stay["end"],
        }
        found.append(CareRelation(basis="episode", unit_id=key(stay["unit"]), **facts))
        found += [
            CareRelation(basis="team", worker_id=key(worker), **facts)
            for worker in stay["team"]
        ]
    for task in tasks:
        patient, begins = key(task["patient"]), datetime.fromisoformat(task["start"])
        found.append(
            CareRelation(
                basis="task",
                patient_id=patient,
                record_id=patient,
                worker_id=key(task["worker"]),
                valid_from=begins,
                valid_until=begins + timedelta(days=1),
            )
        )
    CareRelation.objects.bulk_create(found, batch_size=2_000)


def _entries(line: Line) -> Iterator[Entry]:
    """An opening, and the search it was found by."""
    at, patient = datetime.fromisoformat(line["time"]), key(line["patient"])
    facts: dict[str, Any] = {
        "actor": Actor(key(line["worker"]), "Kari"),
        "municipality": controller_here(),
        "place": Place(unit_id=key(line["unit"])),
        "client": Client(channel="demo"),
        "is_demo": True,
    }
    if line["found_by"] == "search":
        yield Entry(
            verb=Verb.SEARCHED,
            recorded_at=at - timedelta(seconds=5),
            subjects=(Subject(patient),),
            **facts,
        )
    yield Entry(
        verb=Verb.SIGNED if line["wrote"] else Verb.READ,
        recorded_at=at,
        grounds=Grounds(basis=line.get("basis", "")),
        subjects=(Subject(patient, patient, Reach.RECORD),),
        **facts,
    )
