"""How Norwegian names are folded for search and ordered in lists."""

import unicodedata

# Letters that do not decompose, as people type them without a Norwegian or Sámi keyboard.
_LETTERS = str.maketrans(
    {
        "æ": "ae",
        "ø": "o",
        "đ": "d",
        "ŋ": "n",
        "ŧ": "t",
        "ß": "ss",
        "ł": "l",
        "ð": "d",
        "þ": "th",
    }
)
# Where the three last letters stand: after z, in this order.
_LAST = str.maketrans({"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}"})


def fold(text: str) -> str:
    """Fold a name so that it is found however it is typed.

    Lower case, without diacritics; `aa` and `å` are one, `oe`, `ø` and `ö` are one,
    `ae`, `æ` and `ä` are one; hyphens and apostrophes divide words.
    """
    lower = text.casefold().translate(str.maketrans("-'’.,", "     "))
    lower = lower.replace("å", "a").replace("ä", "ae").replace("ö", "o")
    letters = unicodedata.normalize("NFKD", lower.translate(_LETTERS))
    plain = "".join(c for c in letters if not unicodedata.combining(c))
    return " ".join(plain.replace("aa", "a").replace("oe", "o").split())


def sort_key(*, family: str, given: str) -> str:
    """Give the key a Norwegian orders names by: family name first, æ ø å last, aa as å.

    Compared byte by byte (COLLATE "C"), since PostgreSQL may lack ICU.
    """
    return f"{_ordered(family)} {_ordered(given)}"


def _ordered(name: str) -> str:
    lower = name.casefold().replace("aa", "å").translate(_LAST)
    letters = unicodedata.normalize("NFKD", lower.translate(_LETTERS))
    return "".join(c for c in letters if not unicodedata.combining(c))
