"""How Norwegian names are folded for search; `access.norwegian_order` puts them in order."""

from access.norwegian_order import without_marks


def fold(text: str) -> str:
    """Fold a name so that it is found however it is typed.

    Lower case, without diacritics; `aa` and `å` are one, `oe`, `ø` and `ö` are one,
    `ae`, `æ` and `ä` are one; hyphens and apostrophes divide words.
    """
    lower = text.casefold().translate(str.maketrans("-'’.,", "     "))
    lower = lower.replace("å", "a").replace("ä", "ae").replace("ö", "o")
    plain = without_marks(lower)
    return " ".join(plain.replace("aa", "a").replace("oe", "o").split())


def is_called(name: str, words: str) -> bool:
    """Whether a name holds every word that was typed, or the beginning of each.

    A search by likeness gives its best even when nobody is called what was typed; one
    who does not look twice opens the wrong person's record.

    Args:
        name: folded.
        words: folded.
    """
    names = name.split()
    return all(any(one.startswith(word) for one in names) for word in words.split())
