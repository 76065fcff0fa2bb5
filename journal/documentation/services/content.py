"""What a person has written in the editor, and what must be true of it to be signed."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from journal.documentation.models import TEXT_MAX_BYTES, Note, NoteKind
from journal.documentation.rules.size import letters_too_many
from journal.documentation.selectors.standing import kinds_open_to
from journal.documentation.services.errors import DraftConflictError
from journal.record.errors import RuleError
from journal.record.models import OpenRecord


@dataclass(frozen=True, slots=True)
class Content:
    """The editor's fields.

    Args:
        kind: None, in a draft, leaves it as it was.
        happened_at: None, in a draft, leaves it as it was.
        reason: why a signed note is corrected.
        withhold_code: from whom it is kept once it is signed; None leaves it as it was.
    """

    text: str
    kind: NoteKind | None = None
    happened_at: datetime | None = None
    reason: str = ""
    withhold_code: str | None = None

    def is_in(self, note: Note) -> bool:
        """Whether a note says exactly this."""
        return (
            note.text == self.text
            and self.kind in (None, note.kind)
            and (self.happened_at is None or self._is_same_minute(note.happened_at))
        )

    def _is_same_minute(self, moment: datetime) -> bool:
        """Whether a moment is the one typed, where seconds are not typed."""
        return self.happened_at is not None and _minute(self.happened_at) == _minute(
            moment
        )


@dataclass(frozen=True, slots=True)
class Page:
    """The open page a text comes from.

    Args:
        window_id: the page's own mark; one page never conflicts with itself.
        revision: the draft's revision when the page last heard of it; 0 for a new one.
    """

    window_id: UUID | None = None
    revision: int = 0

    def check(self, draft: Note, content: Content) -> None:
        """Check that nobody else's text would be overwritten.

        Raises:
            DraftConflictError: another page saved another text meanwhile.
        """
        if self.revision == draft.revision or not draft.text or content.is_in(draft):
            return
        if self.window_id is None or self.window_id != draft.window_id:
            raise DraftConflictError(draft)


def _minute(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)


def check_size(text: str) -> None:
    """Check that a text fits.

    Raises:
        RuleError: it is larger than 1 MB.
    """
    letters = letters_too_many(text, bytes_max=TEXT_MAX_BYTES)
    if letters:
        message = ngettext(
            "Teksten er %(letters)d tegn for lang. Del den i flere notater.",
            "Teksten er %(letters)d tegn for lang. Del den i flere notater.",
            letters,
        ) % {"letters": letters}
        raise RuleError(message, field="text")


def check_signable(record: OpenRecord, content: Content) -> None:
    """Check that a text may become part of the record.

    Raises:
        RuleError: something is missing or cannot be true; the message says what.
    """
    if not content.text.strip():
        raise RuleError(_("Skriv noe før du signerer."), field="text")
    check_size(content.text)
    if content.kind is None:
        raise RuleError(_("Velg hva slags notat det er."), field="kind")
    if content.kind not in kinds_open_to(record):
        raise RuleError(
            _("I denne rollen kan du ikke skrive notater av denne typen."), field="kind"
        )
    _check_open(record, content.kind)
    if content.happened_at is None:
        raise RuleError(_("Skriv når det skjedde."), field="happened_at")
    if content.happened_at > timezone.now():
        raise RuleError(_("Dette tidspunktet har ikke vært ennå."), field="happened_at")
    if timezone.localdate(content.happened_at) < record.patient.birth_date:
        raise RuleError(
            _("Dette var før pasienten ble født. Sjekk datoen."), field="happened_at"
        )


def _check_open(record: OpenRecord, kind: NoteKind) -> None:
    """Check that a note of a kind can be signed by one who must not see that kind.

    Raises:
        RuleError: the patient has blocked it to him, or the role signs no such notes.
    """
    decision = record.decision
    if decision.kinds is None or kind in decision.kinds:
        return
    if decision.is_partly_blocked:
        message = _(
            "Pasienten har sperret noe i journalen for deg, og du kan ikke signere denne "
            "typen notat. Teksten er lagret som kladd. Velg en annen type, eller be en "
            "kollega om å føre det."
        )
        raise RuleError(message, field="kind")
    raise RuleError(
        _("I denne rollen kan du ikke signere notater av denne typen."), field="kind"
    )


def author_of(record: OpenRecord) -> dict[str, Any]:
    """Give author, profession and unit as they are now, for a note's fields."""
    worker, decision = record.worker, record.decision
    place = worker.place(decision.unit_id)
    role = decision.role.label if decision.role else ""
    return {
        "author_id": worker.user_id,
        "author_name": worker.name,
        "author_profession": str(worker.title or role),
        "unit_id": place.unit_id,
        "unit_name": place.unit_name,
    }
