"""The log as a file."""

import csv
import json
from datetime import UTC, datetime
from io import StringIO
from uuid import uuid4

import pytest

from audit.entry import Actor, Client, Grounds, Target
from audit.models import AccessEvent
from audit.review.rules.log_filter import LogFilter, Named
from audit.review.services import export
from audit.verbs import Outcome, Verb
from journal.record.errors import RuleError
from tests import world as worlds

NOON = datetime(2026, 5, 6, 10, tzinfo=UTC)
CHOSEN = LogFilter(since=NOON.date(), until=NOON.date())


def rows_of(file):
    text = file.decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text, newline=""), delimiter=";"))


def test_file_says_what_the_screen_says(world, happened):
    ref = uuid4()
    event = happened(
        at=NOON,
        of=world.ola,
        grounds=Grounds("episode", "TREAT", ref, service="15"),
        target=Target("Note", "n1"),
        client=Client(address="10.0.0.7", session="abc", request_id="r1"),
    )

    file = export.export_log(CHOSEN, by=world.auditor)

    (row,) = rows_of(file)
    assert file.startswith(b"\xef\xbb\xbfTidspunkt;Hvem;")
    assert file.endswith(b"\r\n")
    assert row["Tidspunkt"] == "06.05.2026 12:00:00"
    assert row["Hvem"] == "Siri Sykepleier"
    assert row["Helsepersonellkategori"] == "Sykepleier"
    assert row["Enhet"] == "Hjemmetjenesten nord"
    assert row["Handling"] == "Leste journalen"
    assert row["Utfall"] == "Gjennomført"
    assert row["Grunnlag"] == "Aktivt opphold ved enheten"
    assert row["Formål"] == "Helsehjelp (TREAT)"
    assert row["Tilgangsbeslutning"] == str(ref)
    assert row["Antall pasienter"] == "1"
    assert row["Pasienter"].startswith("Pasient ")
    assert row["Gjelder"] == "Note n1"
    assert row["Nettadresse (IP)"] == "10.0.0.7"
    assert row["Demodata"] == "Nei"
    assert row["Hendelse"] == str(event)
    assert "Fjellheim" not in file.decode()


def test_that_it_was_taken_out_is_in_the_log_with_what_was_chosen(
    world, happened, readings
):
    happened(at=NOON, of=world.ola)
    chosen = LogFilter(
        since=NOON.date(), until=NOON.date(), patient=Named(world.ola.patient_id, "Ola")
    )

    export.export_log(chosen, by=world.auditor)

    (event,) = readings(Verb.LOG_EXPORTED)
    said = json.loads(bytes(event.body))
    assert event.actor_id == world.auditor.user_id
    assert said["detail"] == {"from": "2026-05-06", "to": "2026-05-06", "rows": "1"}
    assert said["subjects"] == [{"patient": str(world.ola.patient_id), "reach": 0}]


def test_it_is_in_the_log_before_a_row_is_read(world, happened, readings, monkeypatch):
    happened(at=NOON)

    def fails(_chosen, *, size):
        assert len(readings(Verb.LOG_EXPORTED)) == 1
        raise ZeroDivisionError

    monkeypatch.setattr(export, "all_events_in", fails)

    with pytest.raises(ZeroDivisionError):
        export.export_log(CHOSEN, by=world.auditor)


def test_file_about_one_patient_only_counts_the_others(world, happened):
    kari = worlds.patient(world.clerk, "Kari", "Nabo")
    nils = worlds.patient(world.clerk, "Nils", "Nabo")
    happened(at=NOON, of=[kari, world.ola, nils], verb=Verb.LISTED)
    chosen = LogFilter(
        since=NOON.date(),
        until=NOON.date(),
        patient=Named(world.ola.patient_id, "Ola F"),
    )

    (row,) = rows_of(export.export_log(chosen, by=world.auditor))

    assert row["Pasienter"] == "Ola F og 2 andre"
    assert row["Antall pasienter"] == "3"


@pytest.mark.parametrize(
    "name", ["=cmd|' /C calc'!A0", "+47", "-1", "@SUM(1)", "\t=1", ' "=1']
)
def test_no_cell_is_computed_by_a_spreadsheet(world, happened, name):
    happened(at=NOON, actor=Actor(uuid4(), name, title=name))

    (row,) = rows_of(export.export_log(CHOSEN, by=world.auditor))

    assert row["Hvem"].lstrip(" ")[0] not in "=+-@\t"
    assert name in row["Hvem"]


def test_text_with_marks_of_its_own_stays_in_its_cell(world, happened):
    name = 'Siri "Sia"; Ánne\r\nŊ'
    happened(at=NOON, actor=Actor(uuid4(), name))

    (row,) = rows_of(export.export_log(CHOSEN, by=world.auditor))

    assert row["Hvem"] == name


def test_rows_are_read_a_few_at_a_time_and_all_of_them(world, happened, monkeypatch):
    monkeypatch.setattr(export, "_AT_A_TIME", 2)
    made = {str(happened(at=NOON)) for _ in range(5)}

    rows = rows_of(export.export_log(CHOSEN, by=world.auditor))

    assert {row["Hendelse"] for row in rows} == made


def test_too_much_is_refused_and_nothing_is_taken_out(
    world, happened, readings, monkeypatch
):
    monkeypatch.setattr(export, "MOST_ROWS", 2)
    for _ in range(3):
        happened(at=NOON)

    with pytest.raises(RuleError, match="kortere periode"):
        export.export_log(CHOSEN, by=world.auditor)

    assert readings(Verb.LOG_EXPORTED) == []


def test_every_row_has_a_cell_for_every_heading(world, happened):
    happened(at=NOON, outcome=Outcome.REFUSED, basis="", of=world.ola)

    file = export.export_log(CHOSEN, by=world.auditor).decode("utf-8-sig")

    lengths = {
        len(row) for row in csv.reader(StringIO(file, newline=""), delimiter=";")
    }
    assert lengths == {len(export.headings())}
    assert AccessEvent.objects.filter(verb=Verb.LOG_EXPORTED).exists()
