"""How rooms and beds are ordered: as one walks past them."""

import re

from access.norwegian_order import text_key

_WORD_AND_NUMBER = re.compile(r"(\D*)(\d*)")


def room_key(place: str) -> tuple[bool, list[tuple[str, int]]]:
    """Give the key of a place: room 9 before room 10, names as a Norwegian orders them.

    Args:
        place: a room, and perhaps a bed: `204, seng 1`, `Åsrommet`; nothing stands last.
    """
    parts = _WORD_AND_NUMBER.findall(place)
    return not place, [
        (text_key(word.strip()), int(number or 0)) for word, number in parts
    ]
