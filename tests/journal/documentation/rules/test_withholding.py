"""Who may read an entry of his own accord, by its code, his age and who is responsible."""

from datetime import date

import pytest

from journal.documentation.rules.withholding import (
    Asker,
    Code,
    Reader,
    Why,
    age_on,
    why_withheld,
)

PATIENT, PARENT = Reader.PATIENT, Reader.PARENT


def patient(age, **facts):
    return Asker(PATIENT, age, **facts)


def parent(age, **facts):
    return Asker(PARENT, age, is_responsible=facts.pop("is_responsible", True), **facts)


AGREES = {"youth_agrees": True}


@pytest.mark.parametrize(
    ("code", "asker", "why"),
    [
        # No mark: by age alone.
        (Code.NORMAL, patient(11), Why.TOO_YOUNG),
        (Code.NORMAL, patient(12), None),
        (Code.NORMAL, patient(84), None),
        (Code.NORMAL, parent(0), None),
        (Code.NORMAL, parent(11), None),
        (Code.NORMAL, parent(12), Why.YOUTH_NOT_ASKED),
        (Code.NORMAL, parent(15), Why.YOUTH_NOT_ASKED),
        (Code.NORMAL, parent(12, **AGREES), None),
        (Code.NORMAL, parent(15, **AGREES), None),
        (Code.NORMAL, parent(16, **AGREES), Why.OF_HEALTH_AGE),
        (Code.NORMAL, parent(5, is_responsible=False), Why.NOT_RESPONSIBLE),
        # Danger to life, harm to close ones, danger to personnel: from all.
        *[
            (code, asker, Why.CODE)
            for code in (Code.DANGER_TO_LIFE, Code.CLOSE_ONES, Code.PERSONNEL)
            for asker in (patient(12), patient(84), parent(5), parent(14, **AGREES))
        ],
        # The patient's own wish, and what is outdated: not on a screen, but on paper.
        (Code.OWN_WISH, patient(40), None),
        (Code.OWN_WISH, patient(40, is_electronic=True), Why.CODE),
        (Code.OWN_WISH, parent(14, **AGREES), Why.CODE),
        (Code.OUTDATED, patient(40), None),
        (Code.OUTDATED, patient(40, is_electronic=True), Why.CODE),
        (Code.OUTDATED, parent(5), None),
        (Code.OUTDATED, parent(5, is_electronic=True), Why.CODE),
        # From parents: at any age of the child, whatever it has said.
        (Code.PARENTS, patient(14), None),
        (Code.PARENTS, parent(3), Why.CODE),
        (Code.PARENTS, parent(14, **AGREES), Why.CODE),
        # From the young person, to save his life: his parents are told.
        (Code.YOUTH, patient(12), Why.CODE),
        (Code.YOUTH, patient(15), Why.CODE),
        (Code.YOUTH, patient(16), None),
        (Code.YOUTH, parent(14), None),
        (Code.YOUTH, parent(14, is_responsible=False), Why.NOT_RESPONSIBLE),
        (Code.YOUTH, parent(16), Why.OF_HEALTH_AGE),
    ],
)
def test_who_reads_what(code, asker, why):
    assert why_withheld(code, asker) is why


@pytest.mark.parametrize(
    ("code", "why"),
    [(Code.PARENTS, None), (Code.NORMAL, None), (Code.DANGER_TO_LIFE, Why.CODE)],
)
def test_a_mark_against_one_parent_is_none_against_the_other(code, why):
    assert why_withheld(code, parent(5), is_for_him=False) is why


def test_every_code_is_withheld_from_somebody_or_is_normal():
    askers = [
        patient(14),
        parent(5),
        patient(40, is_electronic=True),
        parent(5, is_electronic=True),
    ]

    for code in Code:
        withheld = any(why_withheld(code, asker) is Why.CODE for asker in askers)
        assert withheld is (code is not Code.NORMAL)


@pytest.mark.parametrize(
    ("born", "day", "years"),
    [
        (date(2010, 11, 26), date(2026, 11, 25), 15),
        (date(2010, 11, 26), date(2026, 11, 26), 16),
        (date(2012, 2, 29), date(2024, 2, 28), 11),
        (date(2012, 2, 29), date(2025, 3, 1), 13),
    ],
)
def test_age_counts_whole_years(born, day, years):
    assert age_on(born, day) == years
