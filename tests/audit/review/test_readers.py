"""The log of one patient says by how many he was opened, and how many of them gave care."""

from audit.entry import Subject
from audit.verbs import Reach, Verb
from tests.audit.review.screens import choose, text_of

OLA = "Ola Fjellheim 14.02.1942"


def _opened(known):
    return (Subject(known.patient_id, known.record_id, Reach.RECORD),)


def test_auditor_who_asks_for_a_patient_reads_the_sentence_and_whom_to_ask(
    world, auditor, happened
):
    happened(basis="roster", subjects=_opened(world.ola))
    happened(by=world.leader, subjects=_opened(world.ola))
    happened(by=world.stranger, verb=Verb.SEARCHED, of=world.ola)

    page = text_of(auditor.get(choose(auditor, patient=OLA)))

    assert "Åpnet av 2, av dem ga 1 hjelp." in page
    assert "Hjelp ikke funnet: Lise Leder (1 gang)" in page
    # The clerk who registered him, and whoever searched.
    assert "2 andre har bare sett hvem pasienten er" in page


def test_patient_nobody_has_opened(world, auditor):
    page = text_of(auditor.get(choose(auditor, patient=OLA)))

    assert "Ingen har åpnet journalen." in page
    assert "Hjelp ikke funnet" not in page


def test_log_that_is_not_one_patient_s_says_nothing_of_readers(
    world, auditor, happened
):
    happened(subjects=_opened(world.ola))

    page = text_of(auditor.get(choose(auditor, verb="read")))

    assert "av dem ga" not in page


def test_what_else_the_log_is_filtered_by_does_not_change_the_count(
    world, auditor, happened
):
    happened(subjects=_opened(world.ola))

    page = text_of(auditor.get(choose(auditor, patient=OLA, verb="signed")))

    assert "Åpnet av 1, av dem ga 0 hjelp" in page
