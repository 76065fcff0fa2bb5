"""What a letter is made of, and how it becomes paper."""

from dataclasses import dataclass
from pathlib import Path

from django.utils import timezone
from django.utils.translation import gettext as _

from audit.review.typeset import typeset

_LAYOUT = Path(__file__).with_name("letter.typ")


@dataclass(frozen=True, slots=True)
class Part:
    """A heading and what stands under it."""

    title: str
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter, in the language it was made in.

    Args:
        title: what it is about.
        to: whom it is to, line by line.
        sender: the municipality.
        said: what it begins with.
        heads, rows: the accesses it is about.
        parts: what follows.
        contact: whom to ask.
    """

    title: str
    to: tuple[str, ...]
    sender: str
    said: tuple[str, ...]
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    parts: tuple[Part, ...]
    contact: str

    @property
    def day(self) -> str:
        """The day it is written."""
        return f"{timezone.localdate():%d.%m.%Y}"


def letter_on_paper(letter: Letter, *, language: str) -> bytes:
    """Write the PDF of a letter that was made in a language."""
    told = {
        "language": language,
        "title": letter.title,
        "to": letter.to,
        "sender": letter.sender,
        "day": letter.day,
        "said": letter.said,
        "heads": letter.heads,
        "rows": letter.rows,
        "parts": [{"title": part.title, "said": part.said} for part in letter.parts],
        "contact": letter.contact,
        "page": _("Side"),
    }
    return typeset(_LAYOUT, told)
