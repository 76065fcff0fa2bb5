"""The arithmetic of the matrix: grades, what differs, and what a new version keeps."""

import pytest

from access.actions import Action
from access.first_matrix import FIRST_MATRIX
from access.information import Information
from access.matrix.rules.cells import (
    NAMED_ACTIONS,
    WITHOUT_RIGHTS,
    Grade,
    contested,
    differences,
    grade,
    grades_of,
    lacks_identity,
    merged,
    with_cells,
    with_grade,
)
from access.matrix.rules.words import ACTIONS, GRADES, RECORDS
from access.roles import RecordKind, Rights, Role
from tests.publishing import cell

FIRST = {
    (kind, role): rights
    for kind, roles in FIRST_MATRIX.items()
    for role, rights in roles.items()
}
DAILY = cell(Role.CASE_HANDLER, "daglig")
VISIT = cell(Role.CASE_HANDLER, "besok")


@pytest.mark.parametrize("code", [*Information, *NAMED_ACTIONS])
def test_cell_is_what_it_was_set_to_and_includes_what_is_below(code):
    for wanted in grades_of(code.value):
        rights = with_grade(Rights(), code.value, wanted)

        assert grade(rights, code.value) is wanted
        assert rights.signs <= rights.writes <= rights.reads


def test_critical_information_is_never_signed():
    assert Grade.SIGN not in grades_of(Information.CRITICAL.value)


def test_first_matrix_keeps_its_own_rules():
    for (_kind, role), rights in FIRST.items():
        assert rights.signs <= rights.writes <= rights.reads
        assert not lacks_identity(rights)
        assert role not in WITHOUT_RIGHTS or rights == Rights()
        assert "critical" not in rights.signs


def test_each_signs_what_belongs_to_the_profession():
    def signs(role, code, kind=RecordKind.JOURNAL):
        return code in FIRST[kind, role].signs

    assert signs(Role.PHYSICIAN, "legenotat")
    for role in (Role.NURSE, Role.CARE_WORKER, Role.LEADER, Role.HEALTH_VISITOR):
        assert not signs(role, "legenotat")
    assert not signs(Role.CARE_WORKER, "innkomst")
    assert signs(Role.LEADER, "daglig")  # to correct it, with a reason
    assert "daglig" not in FIRST[RecordKind.JOURNAL, Role.CASE_HANDLER].reads
    assert "daglig" in FIRST[RecordKind.CASE, Role.CASE_HANDLER].reads
    assert FIRST[RecordKind.JOURNAL, Role.CLERK].reads == frozenset()


def test_new_version_keeps_what_the_municipality_adapted():
    local = with_cells(FIRST, {DAILY: Grade.READ})
    new = with_cells(FIRST, {VISIT: Grade.READ})

    result = merged(FIRST, local, new, taken=[])

    assert {d.cell for d in differences(FIRST, result)} == {DAILY, VISIT}
    assert contested(FIRST, local, new) == []


def test_cell_both_have_changed_is_chosen_by_somebody():
    local = with_cells(FIRST, {DAILY: Grade.READ})
    new = with_cells(FIRST, {DAILY: Grade.WRITE, VISIT: Grade.READ})

    (disputed,) = contested(FIRST, local, new)

    assert (disputed.cell, disputed.before, disputed.after) == (
        DAILY,
        Grade.READ,
        Grade.WRITE,
    )
    assert "daglig" not in merged(FIRST, local, new, taken=[])[_place(DAILY)].writes
    assert merged(FIRST, local, new, taken=[DAILY]) == new


def test_both_changed_to_the_same_is_no_dispute():
    changed = with_cells(FIRST, {DAILY: Grade.READ})

    assert contested(FIRST, changed, changed) == []
    assert merged(FIRST, changed, changed, taken=[]) == changed


def test_what_this_release_does_not_know_is_left_alone():
    later = Rights(reads=frozenset({"telefon", "av_i_morgen"}))

    changed = with_grade(later, "telefon", Grade.NONE)

    assert changed.reads == frozenset({"av_i_morgen"})


def test_reading_without_seeing_whose_it_is_is_found():
    assert lacks_identity(Rights(reads=frozenset({"daglig"})))
    assert lacks_identity(Rights(does=frozenset({Action.MOVE.value})))
    assert not lacks_identity(Rights(does=frozenset({Action.READ_IDENTITY.value})))


def test_everything_in_the_matrix_has_words():
    assert set(ACTIONS) == set(NAMED_ACTIONS)
    assert set(GRADES) == set(Grade)
    assert set(RECORDS) == set(RecordKind)


def _place(one):
    return one.kind, one.role
