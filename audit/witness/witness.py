"""Sees a checkpoint: cosigns what follows from the last one it saw, and nothing else.

Source:
    https://c2sp.org/tlog-witness
"""

from dataclasses import dataclass
from http import HTTPStatus

from django.db import transaction
from django.utils import timezone

from audit.seal import notes
from audit.seal.keys import KeyFormatError, SigningKey, VerifierKey, parse_vkey
from audit.seal.tree import EMPTY_ROOT, ProofError, verify_consistency
from audit.witness import asking
from audit.witness.asking import Asked
from audit.witness.models import WitnessedLog

TEXT = "text/plain; charset=utf-8"
SIZE = "text/x.tlog.size"


class UnknownKeyError(ValueError):
    """A text is no key of a log."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the witness says: by the protocol's codes, 200 with its signature, or no."""

    status: HTTPStatus
    text: str = ""
    content_type: str = TEXT


def know(vkey: str) -> WitnessedLog:
    """Take a log's public key into trust; that of its origin, beside those there are.

    Raises:
        UnknownKeyError: it is not written as a key.
    """
    try:
        key = parse_vkey(vkey)
    except KeyFormatError as error:
        raise UnknownKeyError(vkey) from error
    with transaction.atomic():
        WitnessedLog.objects.get_or_create(origin=key.name, defaults={"vkeys": vkey})
        log = WitnessedLog.objects.select_for_update().get(origin=key.name)
        if vkey not in log.vkeys.split():
            log.vkeys += f"\n{vkey}"
            log.save(update_fields=["vkeys"])
    return log


def see(written: bytes, *, cosigner: SigningKey) -> Answer:
    """Answer a log that asks to have a checkpoint cosigned.

    The size last seen is compared and the new one stored in one transaction that holds
    the log's row: of two that ask at once, the second meets what the first one left.
    """
    try:
        asked = asking.read(written)
    except asking.AskingError:
        return Answer(HTTPStatus.BAD_REQUEST)
    with transaction.atomic(durable=True):
        logs = WitnessedLog.objects.select_for_update()
        log = logs.filter(origin=asked.checkpoint.origin).first()
        if log is None:
            return Answer(HTTPStatus.NOT_FOUND)
        refusal = _refusal(log, asked)
        if refusal is not None:
            return refusal
        _remember(log, asked)
    made = notes.with_signatures(asked.note, [cosigner]).signatures[-1]
    return Answer(HTTPStatus.OK, made.line)


def _refusal(log: WitnessedLog, asked: Asked) -> Answer | None:
    """Say why a checkpoint is not cosigned, in the order the protocol asks; None if it is."""
    try:
        asked.note.verified_by(_keys(log))
    except notes.NoteError:
        return Answer(HTTPStatus.FORBIDDEN)
    new = asked.checkpoint
    old_root = bytes(log.root) if log.note else EMPTY_ROOT
    is_fork = new.size == log.size and log.note and new.root != old_root
    if asked.old != log.size or is_fork:
        return Answer(HTTPStatus.CONFLICT, f"{log.size}\n", SIZE)
    try:
        verify_consistency(log.size, new.size, asked.proof, old_root, new.root)
    except ProofError:
        return Answer(HTTPStatus.UNPROCESSABLE_ENTITY)
    return None


def _remember(log: WitnessedLog, asked: Asked) -> None:
    log.size = asked.checkpoint.size
    log.root = asked.checkpoint.root
    log.note = str(asked.note)
    log.seen_at = timezone.now()
    log.save(update_fields=["size", "root", "note", "seen_at"])


def _keys(log: WitnessedLog) -> list[VerifierKey]:
    return [parse_vkey(vkey) for vkey in log.vkeys.split()]
