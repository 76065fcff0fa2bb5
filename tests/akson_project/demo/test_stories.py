"""The synthetic worlds hold together: numbers, times, employments, facts and what is planted."""

import hashlib
import os
import re
import subprocess
import sys
from collections import Counter
from datetime import date, timedelta
from functools import cache

import pytest
from stdnum.no import fodselsnummer, orgnr

from akson_project.demo.stories.build import build_world
from akson_project.demo.stories.grammar import sentences
from akson_project.demo.stories.model import World

TODAY = date(2025, 11, 22)
NAMES = ("bergen", "sunnfjord", "karasjok")
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


@cache
def world_of(name: str, today: date = TODAY) -> World:
    return build_world(name, today)


@pytest.fixture(params=NAMES)
def world(request):
    return world_of(request.param)


def notes_of(world):
    for patient in world.patients:
        for record in patient.records:
            for note in record.notes:
                yield patient, record, note


def employed(world, worker_key, unit, day):
    worker = next(w for w in world.workers if w.key == worker_key)
    return any(
        job.unit == unit
        and job.valid_from <= day
        and (job.valid_until is None or day < job.valid_until)
        for job in worker.employments
    )


def above(world):
    """Each unit with itself and everything above it."""
    parents = {unit.key: unit.parent for unit in world.units}
    chains = {}
    for key in parents:
        chain, at = set(), key
        while at is not None:
            chain.add(at)
            at = parents[at]
        chains[key] = chain
    return chains


def test_two_processes_with_different_hash_seeds_build_the_same_worlds():
    script = (
        "import hashlib; from datetime import date;"
        "from akson_project.demo.stories.build import build_world;"
        "print(hashlib.sha256('|'.join(repr(build_world(n, date(2025, 11, 22)))"
        f" for n in {NAMES!r}).encode()).hexdigest())"
    )
    digests = [
        subprocess.run(  # noqa: S603 - our own interpreter
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


@pytest.mark.parametrize("today", [date(2024, 2, 29), date(2025, 1, 1), date(2026, 4, 1), date(2025, 7, 7)])
@pytest.mark.parametrize("name", NAMES)
def test_any_day_can_be_today(name, today):
    world = build_world(name, today)

    assert len(world.patients) == 200
    assert all(note.written_at.date() < today for _p, _r, note in notes_of(world))


def test_counts_are_as_ordered(world):
    assert len(world.patients) == 200
    assert len([w for w in world.workers if w.username]) == 25
    assert 75 <= len(world.workers) <= 85
    assert 2500 <= len(list(notes_of(world))) <= 3500
    assert 2500 <= len(world.reads) <= 4000


def test_keys_are_unique_and_references_resolve(world):
    units = [unit.key for unit in world.units]
    workers = [worker.key for worker in world.workers]
    patients = [patient.key for patient in world.patients]
    notes = [note.key for _p, _r, note in notes_of(world)]
    usernames = [worker.username for worker in world.workers if worker.username]

    for keys in (units, workers, patients, notes, usernames):
        assert len(keys) == len(set(keys))
    assert all(unit.parent is None or unit.parent in units[:n] for n, unit in enumerate(world.units))
    assert {job.unit for w in world.workers for job in w.employments} <= set(units)
    assert {job.role for w in world.workers for job in w.employments} <= ROLES
    assert {r.patient_key for p in world.patients for r in p.relatives} - {None} <= set(patients)
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

    assert all(orgnr.is_valid(unit.orgnr) and unit.orgnr[0] in "89" for unit in enterprises)
    assert len({unit.orgnr for unit in enterprises}) == len(enterprises)
    assert all(unit.orgnr is None for unit in world.units if unit.kind != "enterprise")
    assert {"za1", "zb2", "w1", "w2", "w3", "hs", "skole", "lv", "tk", "pv", "adm"} <= set(by_key)
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
            if identifier.system == "fhn":
                assert value[0] in "89"
                continue
            day = int(value[:2]) - (40 if identifier.system == "dnr" else 0)
            born = patient.born
            assert (day, int(value[2:4]) - 80, int(value[4:6])) == (born.day, born.month, born.year % 100)
            assert (int(value[8]) % 2 == 1) == (patient.sex == "male")
            assert (int(value[6:9]) < 500) == (born.year < 2000)
            assert fodselsnummer.calc_check_digits(value[:9]) == value[9:]
    assert {"fnr", "dnr", "fhn"} == {i.system for p in world.patients for i in p.identifiers}


def controls_hold(value):
    digits = [int(c) for c in value]
    first = sum(d * w for d, w in zip(digits, (3, 7, 6, 1, 8, 9, 4, 5, 2, 1), strict=False))
    second = sum(d * w for d, w in zip(digits, (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1), strict=True))
    return len(digits) == 11 and first % 11 == 0 and second % 11 == 0


def test_everything_was_written_within_the_ninety_days_and_never_later(world):
    first = TODAY - timedelta(days=90)
    for patient, _record, note in notes_of(world):
        assert first <= note.happened_at.date() <= note.written_at.date() < TODAY, note
        assert note.happened_at <= note.written_at
        assert note.happened_at.date() >= patient.born
        if note.entered_in_error:
            assert note.written_at <= note.entered_in_error.at
            assert note.entered_in_error.at.date() < TODAY
    for read in world.reads:
        assert first <= read.at.date() < TODAY
    for patient in world.patients:
        for record in patient.records:
            for episode in record.episodes:
                assert episode.starts.date() < TODAY
                assert episode.ends is None or episode.starts < episode.ends
                assert episode.ends is None or episode.ends.date() < TODAY


def test_nothing_is_written_before_admission_or_long_after_the_end(world):
    chains = above(world)
    for patient, record, note in notes_of(world):
        if note.kind == "saksnotat":
            assert any(e.starts <= note.happened_at for e in record.episodes)
            continue
        assert any(
            note.unit in chains[e.unit]
            and e.starts <= note.happened_at
            and (e.ends is None or note.written_at <= e.ends + timedelta(days=14))
            for e in record.episodes
        ), (patient.key, note)
        if patient.deceased_on:
            assert note.written_at.date() <= patient.deceased_on + timedelta(days=14)


def test_authors_were_employed_where_they_wrote(world):
    for _patient, _record, note in notes_of(world):
        assert employed(world, note.author, note.unit, note.written_at.date()), note
        if note.entered_in_error:
            mark = note.entered_in_error
            assert employed(world, mark.worker, note.unit, mark.at.date())


def test_clerks_and_auditors_write_nothing(world):
    roles = {w.key: w.employments[0].role for w in world.workers}
    writers = {roles[note.author] for _p, _r, note in notes_of(world)}

    assert writers.isdisjoint({"merkantil", "revisor", "lokal_administrator"})
    for _patient, record, note in notes_of(world):
        if record.kind == "tjenestesak":
            assert roles[note.author] in {"saksbehandler", "helsefagarbeider"}


def test_care_teams_work_where_the_patient_is(world):
    chains = above(world)
    for patient in world.patients:
        for record in patient.records:
            for episode in record.episodes:
                day = max(episode.starts.date(), TODAY - timedelta(days=90))
                for key in episode.team:
                    units = chains[episode.unit] | {"tk"}
                    assert any(employed(world, key, unit, day) for unit in units)


def test_readers_were_at_work_and_had_a_reason(world):
    chains = above(world)
    patients = {patient.key: patient for patient in world.patients}
    for read in world.reads:
        worker = next(w for w in world.workers if w.key == read.worker)
        assert worker.username
        assert employed(world, read.worker, read.unit, read.at.date()), read
        if read.verb in {"read", "print"}:
            episodes = [e for r in patients[read.patient].records for e in r.episodes]
            assert any(
                (read.unit in chains[e.unit] or read.worker in e.team)
                and e.starts <= read.at
                and (e.ends is None or read.at <= e.ends + timedelta(days=14))
                for e in episodes
            ), read


def test_no_sentence_stands_more_than_three_times_in_a_record(world):
    for patient in world.patients:
        said = Counter(
            sentence
            for record in patient.records
            for note in record.notes
            if note.corrects is None
            for sentence in sentences(note.text)
        )
        assert not said or max(said.values()) <= 3, (patient.key, said.most_common(2))


def test_texts_are_whole(world):
    for _patient, _record, note in notes_of(world):
        assert note.text == note.text.strip()
        assert not re.search(r"[{}\[\]|]|  | \.", note.text), note.text
        assert note.text[0].isupper() or note.text[0] in "«0123456789", note.text
        assert len(note.text.split()) <= 90
    lengths = [len(note.text.split()) for _p, _r, note in notes_of(world)]
    assert 10 <= sum(lengths) / len(lengths) <= 25
    distinct = {note.text for _p, _r, note in notes_of(world)}
    assert len(distinct) / len(lengths) > 0.78


SCORE = re.compile(
    r"RF (?P<rf>\d+), SpO2 (?P<spo2>\d+) (?P<o2>ute?a?n O2|med \d+ l O2), BT (?P<bt>\d+)/\d+, P (?P<p>\d+), "
    r"temp (?P<t>\d+,\d), (?P<mind>nyoppstått forvirra?e?t?|v[åa]ken og klar): NEWS2 (?P<two>skala 2: )?(?P<sum>\d+)"
)


def points(value, *bounds):
    """Points of the first bound that is not exceeded: ((8, 3), (11, 1), ...)."""
    return next(score for bound, score in bounds if value <= bound)


def news2(m):
    rest = 10**6
    oxygen = m["o2"].startswith("med")
    saturation = int(m["spo2"])
    if m["two"]:
        low = points(saturation, (83, 3), (85, 2), (87, 1), (rest, 0))
        high = points(saturation, (92, 0), (94, 1), (96, 2), (rest, 3)) if oxygen else 0
        saturation_points = max(low, high)
    else:
        saturation_points = points(saturation, (91, 3), (93, 2), (95, 1), (rest, 0))
    return (
        points(int(m["rf"]), (8, 3), (11, 1), (20, 0), (24, 2), (rest, 3))
        + saturation_points
        + (2 if oxygen else 0)
        + points(int(m["bt"]), (90, 3), (100, 2), (110, 1), (219, 0), (rest, 3))
        + points(int(m["p"]), (40, 3), (50, 1), (90, 0), (110, 1), (130, 2), (rest, 3))
        + points(float(m["t"].replace(",", ".")), (35.0, 3), (36.0, 1), (38.0, 0), (39.0, 1), (rest, 2))
        + (3 if m["mind"].startswith("ny") else 0)
    )


def test_every_news2_sum_is_right(world):
    seen = 0
    for _patient, _record, note in notes_of(world):
        stated = len(re.findall(r"NEWS2 (?:skala 2: )?\d", note.text))
        found = list(SCORE.finditer(note.text))
        assert len(found) == stated, note.text
        for match in found:
            assert news2(match) == int(match["sum"]), note.text
        seen += stated
    assert seen > 20


def test_what_is_planted_is_there(world):
    planted = dict(world.planted)
    patients = {patient.key: patient for patient in world.patients}
    every_note = list(notes_of(world))

    drafts = [n for _p, _r, n in every_note if n.is_draft]
    assert [n.written_at.date() for n in drafts] == [TODAY - timedelta(days=3)]
    assert next(w for w in world.workers if w.key == drafts[0].author).username
    assert len([n for _p, _r, n in every_note if n.corrects and n.correction_reason]) == 1
    wrong = [n for _p, _r, n in every_note if n.entered_in_error]
    assert len(wrong) == 1
    assert wrong[0].entered_in_error.reason
    assert "refused" in {read.verb for read in world.reads}
    protections = Counter(p.address.protection for p in world.patients)
    assert protections["strengt_fortrolig"] >= 1
    assert protections["fortrolig"] == 1
    for key in planted["kode6"]:
        assert patients[key].address.line == ""
    assert any(len(p.identifiers) == 2 and p.identifiers[0].system == "dnr" for p in world.patients)
    baby = patients[planted["newborn_changed_number"][0]]
    assert [(i.system, i.use) for i in baby.identifiers] == [("fhn", "old"), ("fnr", "official")]
    assert patients[planted["deceased"][0]].deceased_on == TODAY - timedelta(days=12)
    for key in planted["only_tjenestesak"]:
        assert [r.kind for r in patients[key].records] == ["tjenestesak"]
    for key in planted["both_kinds"]:
        assert {r.kind for r in patients[key].records} == {"journal", "tjenestesak"}
    for key in planted["two_units"]:
        open_now = {e.unit for r in patients[key].records for e in r.episodes if e.ends is None}
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


def test_a_snoop_reads_late_and_off_duty_and_never_writes(world):
    worker, patient = dict(world.planted)["snoop"]
    reads = [r for r in world.reads if (r.worker, r.patient) == (worker, patient) and r.at.hour >= 20]
    snooped_on = next(p for p in world.patients if p.key == patient)

    assert len(reads) >= 8
    assert all(worker not in e.team for r in snooped_on.records for e in r.episodes)
    assert worker not in {note.author for r in snooped_on.records for note in r.notes}


def test_a_neighbour_was_refused(world):
    worker, patient = dict(world.planted)["refused"]
    neighbour = next(w for w in world.workers if w.key == worker)
    looked_up = next(p for p in world.patients if p.key == patient)

    assert any(r.name == f"{neighbour.given} {neighbour.family}" for r in looked_up.relatives)
    assert any(r.verb == "refused" and (r.worker, r.patient) == (worker, patient) for r in world.reads)


def test_one_employee_has_left_and_one_came_as_a_substitute(world):
    gone = [w for w in world.workers if w.employments[0].valid_until]
    assert [w.username is not None for w in gone] == [True]
    assert gone[0].employments[0].valid_until < TODAY
    assert not [r for r in world.reads if r.worker == gone[0].key and r.at.date() >= gone[0].employments[0].valid_until]
    substitute = next(w for w in world.workers if w.key == "vikar")
    assert substitute.employments[0].valid_from > TODAY - timedelta(days=90)
    assert any(len({job.unit for job in w.employments}) > 1 and w.username for w in world.workers)


def test_relatives_and_critical_information_are_coded(world):
    told = Counter()
    for patient in world.patients:
        for relative in patient.relatives:
            assert relative.kind in CODES_9033
            told[relative.may_be_told] += 1
            if relative.patient_key:
                linked = next(p for p in world.patients if p.key == relative.patient_key)
                assert relative.name == f"{linked.given} {linked.family}", (patient.key, relative)
        assert all(1 <= item.category <= 6 and item.registered_on < TODAY for item in patient.critical)
        assert (patient.critical_asked == "registered") == bool(patient.critical)
    assert set(told) == {"all", "important", "nothing"}
    assert {p.critical_asked for p in world.patients} == {"registered", "asked_none", "not_asked"}
    statuses = {item.status for p in world.patients for item in p.critical}
    assert "active" in statuses
    assert any(r.is_guardian for p in world.patients for r in p.relatives)
    assert any(r.is_proxy for p in world.patients for r in p.relatives)
    assert any(r.has_parental_responsibility for p in world.patients for r in p.relatives)


def test_writing_peaks_where_shifts_have_time(world):
    hours = Counter(note.written_at.hour for _p, _r, note in notes_of(world))

    assert hours[14] > hours[12]
    assert hours[10] > hours[8]
    assert hours[21] > hours[19]
    late = [n for _p, _r, n in notes_of(world) if n.written_at - n.happened_at > timedelta(hours=2, minutes=45)]
    assert len(late) > 20


def test_authors_are_mostly_care_workers_then_nurses(world):
    profession = {w.key: w.profession for w in world.workers}
    care = Counter(profession[n.author] for _p, _r, n in notes_of(world) if n.kind in {"besok", "daglig", "vakt"})
    total = sum(care.values())

    assert 0.45 <= care["HF"] / total <= 0.7
    assert 0.22 <= care["SP"] / total <= 0.45


NYNORSK = re.compile(r"\b(ikkje|eg|ho|frå|å[t]|meir|gonger|noko|etter kvart|heile|veke|vart|kjem|sjukepleiar|åleine)\b", re.I)
BOKMAAL = re.compile(r"\b(ikke|jeg|hun|fra|spiste|mer|ganger|noe|hele|uke|ble|kommer|sykepleier|alene)\b", re.I)


def test_sunnfjord_writes_nynorsk_and_some_bokmaal():
    nynorsk = bokmaal = 0
    for _patient, _record, note in notes_of(world_of("sunnfjord")):
        nn, nb = len(NYNORSK.findall(note.text)), len(BOKMAAL.findall(note.text))
        nynorsk += nn > nb
        bokmaal += nb > nn
    assert 0.75 <= nynorsk / (nynorsk + bokmaal) <= 0.97
    for name in ("bergen", "karasjok"):
        texts = [n.text for _p, _r, n in notes_of(world_of(name))]
        assert not [t for t in texts if re.search(r"\b(ikkje|eg|ho|frå|heimetenesta)\b", t)]


def test_karasjok_has_sami_names_languages_and_interpreters():
    world = world_of("karasjok")
    letters = set("".join(p.given + p.family for p in world.patients).lower())

    assert set("áčđŋšŧž") <= letters
    assert len([p for p in world.patients if p.language == "se"]) > 60
    assert len([p for p in world.patients if p.needs_interpreter]) > 5
    assert len([n for _p, _r, n in notes_of(world) if re.search(r"tolk|samisk", n.text, re.I)]) > 40
