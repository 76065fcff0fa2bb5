"""What is written in the synthetic records: when, by whom, in what words, with what sums."""

import re
from collections import Counter
from datetime import timedelta

from akson_project.demo.stories.grammar import sentences
from tests.akson_project.demo.telling import (
    TODAY,
    above,
    employed,
    notes_of,
    world_of,
)

MAY_CHANGE_CRITICAL = {"sykepleier", "helsesykepleier", "lege"}


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
    chains = above(world)
    for patient, author, unit, day in _critical_authors(world):
        if author is None:
            assert not any(
                employed(world, worker.key, unit, day)
                for worker in world.workers
                if worker.employments[0].role in MAY_CHANGE_CRITICAL
            )
            continue
        assert employed(world, author, unit, day), (patient.key, author)
        stays = [e for r in patient.records for e in r.episodes]
        assert any(unit in chains[e.unit] and e.starts.date() <= day for e in stays), (
            patient.key
        )


def test_what_is_critical_is_written_down_by_many_who_may(world):
    authors = Counter(author for _p, author, _u, _d in _critical_authors(world))
    roles = {w.key: w.employments[0].role for w in world.workers}

    assert authors[None] < 0.1 * authors.total()
    assert max(authors.values()) < 0.2 * authors.total()
    assert {roles[author] for author in authors if author} <= MAY_CHANGE_CRITICAL
    for patient in world.patients:
        is_asked = patient.critical_asked == "asked_none"
        has_journal = any(record.kind == "journal" for record in patient.records)
        assert (patient.asked is not None) == (is_asked and has_journal)


def _critical_authors(world):
    for patient in world.patients:
        for item in patient.critical:
            yield patient, item.author, item.unit, item.registered_on
        if patient.asked:
            asked = patient.asked
            yield patient, asked.author, asked.unit, asked.at.date()


def test_clerks_and_auditors_write_nothing(world):
    roles = {w.key: w.employments[0].role for w in world.workers}
    writers = {roles[note.author] for _p, _r, note in notes_of(world)}

    assert writers.isdisjoint({"merkantil", "revisor", "lokal_administrator"})
    for _patient, record, note in notes_of(world):
        if record.kind == "tjenestesak":
            assert roles[note.author] in {"saksbehandler", "helsefagarbeider"}


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
        assert not re.search(r"[{}\[\]|]|  | \.|\.\.", note.text), note.text
        assert note.text[0].isupper() or note.text[0] in "«0123456789", note.text
        assert len(note.text.split()) <= 90
    lengths = [len(note.text.split()) for _p, _r, note in notes_of(world)]
    assert 10 <= sum(lengths) / len(lengths) <= 25
    distinct = {note.text for _p, _r, note in notes_of(world)}
    assert len(distinct) / len(lengths) > 0.78


def test_nobody_is_breast_fed_after_the_first_months(world):
    for patient, _record, note in notes_of(world):
        if re.search(r"[Ff]ullamm(es|ar)", note.text) and note.kind == "helsestasjon":
            assert note.happened_at.date() - patient.born < timedelta(days=130), note


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
        + points(
            float(m["t"].replace(",", ".")),
            (35.0, 3),
            (36.0, 1),
            (38.0, 0),
            (39.0, 1),
            (rest, 2),
        )
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


def test_writing_peaks_where_shifts_have_time(world):
    hours = Counter(note.written_at.hour for _p, _r, note in notes_of(world))

    assert hours[14] > hours[12]
    assert hours[10] > hours[8]
    assert hours[21] > hours[19]
    late = [
        n
        for _p, _r, n in notes_of(world)
        if n.written_at - n.happened_at > timedelta(hours=2, minutes=45)
    ]
    assert len(late) > 20


def test_authors_are_mostly_care_workers_then_nurses(world):
    profession = {w.key: w.profession for w in world.workers}
    care = Counter(
        profession[n.author]
        for _p, _r, n in notes_of(world)
        if n.kind in {"besok", "daglig", "vakt"}
    )
    total = sum(care.values())

    assert 0.45 <= care["HF"] / total <= 0.7
    assert 0.22 <= care["SP"] / total <= 0.45


NYNORSK = re.compile(
    r"\b(ikkje|eg|ho|frå|å[t]|meir|gonger|noko|etter kvart|heile|veke|vart|kjem|sjukepleiar|åleine)\b",
    re.I,
)
BOKMAAL = re.compile(
    r"\b(ikke|jeg|hun|fra|spiste|mer|ganger|noe|hele|uke|ble|kommer|sykepleier|alene)\b",
    re.I,
)


def test_sunnfjord_writes_nynorsk_and_some_bokmaal():
    nynorsk = bokmaal = 0
    for _patient, _record, note in notes_of(world_of("sunnfjord")):
        nn, nb = len(NYNORSK.findall(note.text)), len(BOKMAAL.findall(note.text))
        nynorsk += nn > nb
        bokmaal += nb > nn
    assert 0.75 <= nynorsk / (nynorsk + bokmaal) <= 0.97
    for name in ("bergen", "karasjok"):
        texts = [n.text for _p, _r, n in notes_of(world_of(name))]
        assert not [
            t for t in texts if re.search(r"\b(ikkje|eg|ho|frå|heimetenesta)\b", t)
        ]
