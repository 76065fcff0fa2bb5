"""Who may correct what, and which notes stand first."""

from datetime import UTC, datetime, timedelta

import pytest

from access.roles import Role
from journal.documentation.models import NoteKind
from journal.documentation.rules.authorship import Standing
from journal.documentation.rules.lateness import is_late
from journal.documentation.rules.size import letters_too_many
from journal.documentation.rules.usual_kinds import USUAL, by_use

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("is_author", "leads", "is_former", "may_correct", "must_say_why"),
    [
        (True, False, False, True, False),
        (True, False, True, True, False),
        (False, True, False, True, True),
        (False, True, True, False, True),
        (False, False, False, False, True),
        (True, True, False, True, False),
    ],
)
def test_the_author_corrects_and_a_leader_says_why(
    is_author, leads, is_former, may_correct, must_say_why
):
    standing = Standing(is_author=is_author, leads=leads, is_former=is_former)

    assert standing.may_correct is may_correct
    assert standing.must_say_why is must_say_why


@pytest.mark.parametrize(
    ("role", "service", "first"),
    [
        (Role.NURSE, "15", NoteKind.VISIT),
        (Role.CARE_WORKER, "21", NoteKind.DAILY),
        (Role.NURSE, "K20", NoteKind.HEALTH_STATION),
        (Role.HEALTH_VISITOR, "15", NoteKind.HEALTH_STATION),
        (Role.PHYSICIAN, "21", NoteKind.PHYSICIAN),
        (Role.CASE_HANDLER, "", NoteKind.CASE),
        (Role.LEADER, "", NoteKind.VISIT),
    ],
)
def test_the_usual_kind_stands_first(role, service, first):
    assert by_use(NoteKind.values, role=role, service=service)[0] == first


@pytest.mark.parametrize("role", Role.values)
@pytest.mark.parametrize("service", ["", "15", "17", "21", "K20", "K30", "unknown"])
def test_every_kind_stays_possible_and_stands_there_once(role, service):
    ordered = by_use(NoteKind.values, role=role, service=service)

    assert sorted(ordered) == sorted(NoteKind.values)
    assert len(ordered) > USUAL


def test_only_what_is_possible_is_offered():
    assert by_use(["mote", "telefon"], role="lege", service="15") == ["telefon", "mote"]


@pytest.mark.parametrize(
    ("hours", "late"), [(0, False), (2, False), (2.01, True), (48, True)]
)
def test_a_note_is_late_after_two_hours(hours, late):
    written_at = NOON + timedelta(hours=hours)

    assert is_late(happened_at=NOON, written_at=written_at) is late


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("abc", 0),
        ("abcd", 0),
        ("abcde", 1),
        ("áé", 0),
        ("áéa", 1),
        ("🙂", 0),
        ("🙂a", 1),
    ],
)
def test_what_is_too_long_is_counted_in_letters(text, letters):
    assert letters_too_many(text, bytes_max=4) == letters
