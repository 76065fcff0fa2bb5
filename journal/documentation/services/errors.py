"""What can stand in the way of a note, and what the writer is told."""

from datetime import datetime

from django.http import Http404
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from journal.documentation.models import Note
from journal.record.errors import RuleError


class NoSuchNoteError(Http404):
    """The record holds no such note, or it is not open to this person."""


class DraftConflictError(RuleError):
    """The draft was saved from another open page after this one was shown.

    Args:
        stored: the draft as it is kept.
    """

    def __init__(self, stored: Note) -> None:
        super().__init__(
            _(
                "Kladden ble endret i et annet vindu %(when)s. "
                "Se begge tekstene før du lagrer."
            )
            % {"when": spoken(stored.updated_at)}
        )
        self.stored = stored


class DraftGoneError(RuleError):
    """The draft was signed or discarded from another page."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Kladden er signert eller slettet i et annet vindu. "
                "Ta vare på teksten din, og åpne journalen på nytt."
            )
        )


class AlreadySignedError(RuleError):
    """The note was signed before, with another text.

    Args:
        note: the note as it was signed.
    """

    def __init__(self, note: Note) -> None:
        super().__init__(
            _(
                "Notatet ble signert %(when)s med en annen tekst. "
                "Signerer du det som står her nå, blir det en retting."
            )
            % {"when": spoken(note.written_at)}
        )
        self.note = note


class StaleCorrectionError(RuleError):
    """Somebody corrected the note while this correction was written.

    Args:
        newest: the version that holds now; None when it is not open to this person.
    """

    def __init__(self, newest: Note | None) -> None:
        message = _("Notatet er rettet av en annen mens du skrev.")
        if newest is not None:
            message = _(
                "Notatet er rettet av %(name)s %(when)s, mens du skrev. Teksten din er "
                "tatt vare på. Se hva som er forskjellig, før du signerer."
            ) % {"name": newest.author_name, "when": spoken(newest.written_at)}
        super().__init__(message)
        self.newest = newest


def spoken(moment: datetime) -> str:
    """Say when something happened: "kl. 14.05", with the date when it is not today."""
    local = timezone.localtime(moment)
    at = _("kl. %(time)s") % {"time": date_format(local, "H.i")}
    if local.date() == timezone.localdate():
        return at
    return f"{date_format(local, 'd.m.Y')} {at}"
