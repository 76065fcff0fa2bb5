"""Names for people whose names the reader of the log has no need to see."""

from uuid import UUID

# Crockford's alphabet: nothing in it is taken for anything else when read aloud.
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MISREAD = str.maketrans("ILOU", "110V", "-")
_LETTERS = 6
_BITS = 5


def pseudonym(patient_id: UUID) -> str:
    """Give a short mark for a patient, the same everywhere: `A3F-29C`.

    Thirty of the id's random bits: among 10,000 patients two share a mark in one
    municipality of twenty. It is for the eye; what is looked up is the id.
    """
    letters = letters_of(patient_id.int, _LETTERS)
    return f"{letters[:3]}-{letters[3:]}"


def letters_of(number: int, length: int) -> str:
    """Write the last bits of a number as letters, five bits each."""
    return "".join(
        _ALPHABET[number >> (_BITS * place) & (1 << _BITS) - 1]
        for place in reversed(range(length))
    )


def number_of(mark: str) -> int:
    """Give the random bits a mark is made of; letters that are misread are read as what they look like."""
    number = 0
    for letter in mark.translate(_MISREAD):
        number = number << _BITS | _ALPHABET.index(letter)
    return number
