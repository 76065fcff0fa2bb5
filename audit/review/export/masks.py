"""What a file calls people and things: by marks of its own, unless a case is open."""

import hmac
import secrets
from dataclasses import dataclass
from typing import Self

from audit.review.rules.pseudonyms import letters_of

_LETTERS = 8
_KEY_BYTES = 32


@dataclass(frozen=True, slots=True)
class Masks:
    """The marks of one file: the same for the same person in it, and in no other file.

    Args:
        key: known to nobody, and gone with the file's making; None where names are shown.
    """

    key: bytes | None

    @classmethod
    def of_one_file(cls) -> Self:
        """Make marks nobody can make again."""
        return cls(secrets.token_bytes(_KEY_BYTES))

    def mark(self, kind: str, value: object) -> str:
        """Give a mark for a person or a thing, such as `K7QM03ZD`; nothing for nothing."""
        if not value or self.key is None:
            return ""
        said = f"{kind}:{value}".encode()
        digest = hmac.digest(self.key, said, "sha256")
        return letters_of(int.from_bytes(digest[:_LETTERS]), _LETTERS)

    def instead_of(self, shown: str, *, kind: str) -> str:
        """Give what stands in the file instead of an id: a mark, or itself."""
        return shown if self.key is None else self.mark(kind, shown)

    def hidden(self, shown: str) -> str:
        """Leave out what tells who it is, where no mark would be of use."""
        return shown if self.key is None else ""
