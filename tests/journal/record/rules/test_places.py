"""Rooms stand in the order one walks past them."""

from journal.record.rules.places import room_key

WALKED = [
    "9, seng 12",
    "10",
    "21",
    "204",
    "204, seng 1",
    "1012",
    "A2",
    "A10",
    "Zebra",
    "Ærfuglen",
    "Åsrommet",
    "",
]


def test_rooms_are_ordered_by_number_then_by_name_and_nowhere_stands_last():
    backwards = WALKED[::-1]

    assert sorted(backwards, key=room_key) == WALKED
