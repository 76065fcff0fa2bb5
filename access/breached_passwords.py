"""Passwords that have come astray elsewhere, looked up in a file the operator has put there.

The file is that of Have I Been Pwned, "ordered by hash": one line each, the SHA-1 in
hexadecimal, a colon and how often it was seen. It is searched where it lies, since it is
tens of gigabytes; nothing of a password leaves the machine. A shorter one works as well.
"""

import os
from hashlib import sha1
from pathlib import Path
from typing import BinaryIO

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

_DIGITS = 40


class NotBreached:
    """Refuse a password of the file; without a file, refuse none."""

    def validate(self, password: str, user: AbstractBaseUser | None = None) -> None:  # noqa: ARG002 - Django's
        """Look a new password up.

        Raises:
            ValidationError: it is in the file.
        """
        path = settings.AKSON_BREACHED_PASSWORDS
        if path and is_breached(password, Path(path)):
            raise ValidationError(
                _(
                    "Passordet er kommet på avveie et annet sted, og kan være prøvd av "
                    "andre. Velg et du ikke bruker noe annet sted."
                ),
                code="password_breached",
            )

    def get_help_text(self) -> str:
        """Say nothing beforehand: whoever chooses a new password has nothing to do with it."""
        return ""


def is_breached(password: str, path: Path) -> bool:
    """Whether a password is in a file of hashes in their order."""
    wanted = sha1(password.encode(), usedforsecurity=False).hexdigest().upper().encode()
    with path.open("rb") as file:
        low, high = 0, file.seek(0, os.SEEK_END)
        while low < high:
            middle = (low + high) // 2
            found, end = _line_from(file, middle)
            if found == wanted:
                return True
            # No line begins after `middle`, or only such as are too late.
            if not found or found > wanted:
                high = middle
            else:
                low = end
        return False


def _line_from(file: BinaryIO, place: int) -> tuple[bytes, int]:
    """Give the hash of the first line that begins at a place or after it, and where it ends."""
    file.seek(max(place - 1, 0))
    if place:
        file.readline()
    found = file.readline()[:_DIGITS].upper()
    return found, file.tell()
