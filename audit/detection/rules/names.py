"""Surnames and addresses, so that two spellings of one are the same."""

import re

# An entrance's letter is part of the number, a flat's number (H0201) is not.
_NUMBERED = re.compile(
    r"^(?P<street>.*?\D)\s*(?P<number>\d+)\s*(?P<letter>[a-zæøå]?)\b"
)
_SPELT = str.maketrans({"é": "e", "è": "e", "ö": "ø", "ä": "æ", "ü": "y"})


def folded(text: str) -> str:
    """Give a text without what tells spellings apart: `Aasen ` is `åsen`."""
    return " ".join(text.casefold().translate(_SPELT).replace("aa", "å").split())


def surnames(text: str) -> frozenset[str]:
    """Give the surnames in a surname: `Berg-Hansen` has two."""
    return frozenset(
        part for part in re.split(r"[-\s]+", folded(text)) if len(part) > 1
    )


def surname_of(full_name: str) -> str:
    """Give the surname of a whole name: after the comma of `Hansen, Ola`, or the last."""
    before, comma, _after = full_name.partition(",")
    return before if comma else (full_name.split() or [""])[-1]


def place(address: str) -> str:
    """Give an address as it is compared: small letters, no commas, one space."""
    return folded(address.replace(",", " ").replace(".", " "))


def street_and_number(address: str) -> tuple[str, int | None]:
    """Divide an address: `Fjordveien 12 B, 5003 Bergen` is at `fjordveien`, 12."""
    first = folded(address.partition(",")[0])
    found = _NUMBERED.match(first)
    if found is None:
        return first, None
    return found["street"].strip(), int(found["number"])
