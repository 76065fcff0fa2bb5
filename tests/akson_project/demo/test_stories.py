"""The synthetic worlds hold together: numbers, references, people, and what is planted."""

import hashlib
import os
import re
import subprocess
import sys
from collections import Counter
from datetime import date, timedelta

import pytest
from stdnum.no import orgnr

from access.person_number import read_number
from akson_project.demo.stories.build import build_world
from akson_project.demo.stories.names import user_name
from tests.akson_project.demo.telling import NAMES, TODAY, notes_of, world_of

NOTE_KINDS = {
    "besok", "daglig", "vakt", "telefon", "mote", "legenotat", "helsestasjon", "innkomst",
    "epikrise_mottatt", "samtale_parorende", "saksnotat",
}  # fmt: skip
ROLES = {
    "sykepleier", "helsefagarbeider", "helsesykepleier", "lege", "saksbehandler", "merkantil", "leder",
    "revisor", "lokal_administrator",
}  # fmt: skip
CODES_9033 = set(
    "MO FA SM SF FM FF MF MM EF SA SI HS SS BR HB SB DA SO SD SN GM GF BB TO AS AN AP".split()
)


def test_two_processes_with_different_hash_seeds_build_the_same_worlds():
    script = (
        "import hashlib; from datetime import date;"
        "from akson_project.demo.stories.build import build_world;"
        "print(hashlib.sha256('|'.join(repr(build_world(n, date(2025, 11, 22)))"
        f" for n in {NAMES!r}).encode()).hexdigest())"
    )
    digests = [
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for seed in ("1", "4242")
    ]

    here = "|".join(repr(world_of(name)) for name in NAMES)

    assert digests == [hashlib.sha256(here.encode()).hexdigest()] * 2


@pytest.mark.parametrize(
    ("name", "today"),
    [
        ("bergen", date(2024, 2, 29)),
        ("sunnfjord", date(2025, 1, 1)),
        ("karasjok", date(2026, 4, 1)),
        ("bergen", date(2025, 7, 7)),
    ],
)
def test_any_day_can_be_today(name, today):
    world = build_world(name, today)

    assert len(world.patients) == 200
    assert all(note.written_at.date() < today for _p, _r, note in notes_of(world))


def test_counts_are_as_ordered(world):
    assert len(world.patients) == 200
    assert len([w for w in world.workers if w.username]) == 27
    assert 75 <= len(world.workers) <= 85
    assert 2500 <= len(list(notes_of(world))) <= 3500
    assert 2500 <= len(world.reads) <= 4000


def test_keys_are_unique_and_references_resolve(world):
    units = [unit.key for unit in world.units]
    workers = [worker.key for worker in world.workers]
    patients = [patient.key for patient in world.patients]
    notes = [note.key for _p, _r, note in notes_of(world)]
    # Those without an account have one that is closed, and its name.
    usernames = [user_name(worker.given, worker.family) for worker in world.workers]

    for keys in (units, workers, patients, notes, usernames):
        assert len(keys) == len(set(keys))
    assert all(
        unit.parent is None or unit.parent in units[:n]
        for n, unit in enumerate(world.units)
    )
    assert {job.unit for w in world.workers for job in w.employments} <= set(units)
    assert {job.role for w in world.workers for job in w.employments} <= ROLES
    assert {r.patient_key for p in world.patients for r in p.relatives} - {None} <= set(
        patients
    )
    for _patient, record, note in notes_of(world):
        assert note.author in workers
        assert note.unit in units
        assert note.kind in NOTE_KINDS
        assert note.corrects is None or note.corrects in {n.key for n in record.notes}
    for read in world.reads:
        assert read.worker in workers
        assert read.unit in units
        assert {read.patient, *read.also_shown} <= set(patients)


def test_units_are_a_municipality(world):
    by_key = {unit.key: unit for unit in world.units}
    enterprises = [unit for unit in world.units if unit.kind == "enterprise"]

    assert all(
        orgnr.is_valid(unit.orgnr) and unit.orgnr[0] in "89" for unit in enterprises
    )
    assert len({unit.orgnr for unit in enterprises}) == len(enterprises)
    assert all(unit.orgnr is None for unit in world.units if unit.kind != "enterprise")
    assert {
        "za1",
        "zb2",
        "w1",
        "w2",
        "w3",
        "hs",
        "skole",
        "lv",
        "tk",
        "pv",
        "adm",
    } <= set(by_key)
    names = Counter((unit.parent, unit.name) for unit in world.units)
    assert max(names.values()) == 1


def test_numbers_are_synthetic_valid_and_of_the_persons_birth_date_and_sex(world):
    values = [i.value for p in world.patients for i in p.identifiers]
    assert len(values) == len(set(values))
    for patient in world.patients:
        assert [i.use for i in patient.identifiers].count("official") == 1
        for identifier in patient.identifiers:
            value = identifier.value
            assert controls_hold(value), value
            assert 81 <= int(value[2:4]) <= 92
            assert read_number(value, synthetic_only=True).kind == identifier.system
            assert read_number(value).agrees_with(patient.born)
            if identifier.system == "fhn":
                assert value[0] in "89"
                continue
            day = int(value[:2]) - (40 if identifier.system == "dnr" else 0)
            born = patient.born
            assert (day, int(value[2:4]) - 80, int(value[4:6])) == (
                born.day,
                born.month,
                born.year % 100,
            )
            assert (int(value[8]) % 2 == 1) == (patient.sex == "male")
            assert (int(value[6:9]) < 500) == (born.year < 2000)
    assert {"fnr", "dnr", "fhn"} == {
        i.system for p in world.patients for i in p.identifiers
    }


def controls_hold(value):
    digits = [int(c) for c in value]
    first = sum(
        d * w for d, w in zip(digits, (3, 7, 6, 1, 8, 9, 4, 5, 2, 1), strict=False)
    )
    second = sum(
        d * w for d, w in zip(digits, (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1), strict=True)
    )
    return len(digits) == 11 and first % 11 == 0 and second % 11 == 0


def test_relatives_and_critical_information_are_coded(world):
    told: Counter[str] = Counter()
    for patient in world.patients:
        names = [relative.name for relative in patient.relatives]
        assert len(names) == len(set(names)), names
        for relative in patient.relatives:
            assert relative.kind in CODES_9033
            told[relative.may_be_told] += 1
            if relative.patient_key:
                linked = next(
                    p for p in world.patients if p.key == relative.patient_key
                )
                assert relative.name == f"{linked.given} {linked.family}", (
                    patient.key,
                    relative,
                )
        assert all(
            1 <= item.category <= 6 and item.registered_on < TODAY
            for item in patient.critical
        )
        assert (patient.critical_asked == "registered") == bool(patient.critical)
    assert set(told) == {"all", "important", "nothing"}
    assert {p.critical_asked for p in world.patients} == {
        "registered",
        "asked_none",
        "not_asked",
    }
    statuses = {item.status for p in world.patients for item in p.critical}
    assert "active" in statuses
    assert any(r.is_guardian for p in world.patients for r in p.relatives)
    assert any(r.is_proxy for p in world.patients for r in p.relatives)
    assert any(
        r.has_parental_responsibility for p in world.patients for r in p.relatives
    )


def test_what_is_planted_is_there(world):
    planted = dict(world.planted)
    patients = {patient.key: patient for patient in world.patients}
    every_note = list(notes_of(world))

    drafts = [n for _p, _r, n in every_note if n.is_draft]
    assert [n.written_at.date() for n in drafts] == [TODAY - timedelta(days=3)]
    assert next(w for w in world.workers if w.key == drafts[0].author).username
    assert (
        len([n for _p, _r, n in every_note if n.corrects and n.correction_reason]) == 1
    )
    wrong = [n for _p, _r, n in every_note if n.entered_in_error]
    assert len(wrong) == 1
    assert wrong[0].entered_in_error.reason
    assert "refused" in {read.verb for read in world.reads}
    protections = Counter(p.address.protection for p in world.patients)
    assert protections["strengt_fortrolig"] >= 1
    assert protections["fortrolig"] == 1
    for key in planted["kode6"]:
        assert patients[key].address.line == ""
    assert any(
        len(p.identifiers) == 2 and p.identifiers[0].system == "dnr"
        for p in world.patients
    )
    baby = patients[planted["newborn_changed_number"][0]]
    assert [(i.system, i.use) for i in baby.identifiers] == [
        ("fhn", "old"),
        ("fnr", "official"),
    ]
    assert patients[planted["deceased"][0]].deceased_on == TODAY - timedelta(days=12)
    for key in planted["only_tjenestesak"]:
        assert [r.kind for r in patients[key].records] == ["tjenestesak"]
    for key in planted["both_kinds"]:
        assert {r.kind for r in patients[key].records} == {"journal", "tjenestesak"}
    for key in planted["two_units"]:
        open_now = {
            e.unit for r in patients[key].records for e in r.episodes if e.ends is None
        }
        assert len(open_now) >= 2
    assert planted["hospital_stay"]
    assert planted["interpreter"]


def test_people_are_easily_mistaken_for_each_other(world):
    planted = dict(world.planted)
    patients = {patient.key: patient for patient in world.patients}

    one, other = (patients[key] for key in planted["same_name"])
    assert (one.given, one.family) == (other.given, other.family)
    assert one.born != other.born
    one, other = (patients[key] for key in planted["same_birth_date"])
    assert one.born == other.born
    assert one.given != other.given
    assert one.family == other.family


def test_karasjok_has_sami_names_languages_and_interpreters():
    world = world_of("karasjok")
    letters = set("".join(p.given + p.family for p in world.patients).lower())

    assert set("áčđŋšŧž") <= letters
    assert len([p for p in world.patients if p.language == "se"]) > 60
    assert len([p for p in world.patients if p.needs_interpreter]) > 5
    assert (
        len(
            [
                n
                for _p, _r, n in notes_of(world)
                if re.search(r"tolk|samisk", n.text, re.I)
            ]
        )
        > 40
    )
