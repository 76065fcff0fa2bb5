"""How much a text is too long, counted as the person who writes it would."""


def letters_too_many(text: str, *, bytes_max: int) -> int:
    """Count how many letters must go from the end for a text, as UTF-8, to fit.

    A Sámi letter takes two bytes and an emoji four or more, so that a limit in bytes
    says nothing to the person who writes.
    """
    kept = text.encode()[:bytes_max].decode(errors="ignore")
    return len(text) - len(kept)
