"""Asks a witness over HTTP to see a checkpoint, as C2SP's tlog-witness says.

Source:
    https://c2sp.org/tlog-witness
"""

from collections.abc import Sequence
from http import HTTPStatus
from typing import NamedTuple
from urllib.parse import urlsplit

import httpx

from audit.cosigning.witnesses import Witness
from audit.seal import notes
from audit.seal.checkpoints import CheckpointError, parse_number
from audit.witness import asking

_WITHIN = httpx.Timeout(5.0, connect=3.0)
_ANSWER_MAX_CHARACTERS = 10_000


class UnreachedError(RuntimeError):
    """The witness did not answer, or with something else than the protocol has."""


class UnknownLogError(RuntimeError):
    """The witness does not know the log, or not the key it is signed with."""


class ForkedError(RuntimeError):
    """The witness says that the checkpoint does not follow from what it has seen."""


class SeenError(RuntimeError):
    """The witness has seen another size than it was asked about."""

    def __init__(self, size: int) -> None:
        super().__init__(f"the witness has seen {size}")
        self.size = size


class _Answer(NamedTuple):
    status: int
    text: str


def ask(
    witness: Witness, *, old: int, proof: Sequence[bytes], note: notes.Note
) -> notes.Signature:
    """Have a checkpoint cosigned; give the signature, which the witness's own key made.

    Args:
        witness: Who is asked.
        old: The size it is believed to have seen.
        proof: That the log begins with what it was then.
        note: The checkpoint, signed by the log.

    Raises:
        UnreachedError: there is no answer, or one that is none.
        UnknownLogError: it does not know the log.
        ForkedError: it knows another log by that name.
        SeenError: it has seen another size.
    """
    answer = _post(witness, asking.write(old, proof, note))
    match answer.status:
        case HTTPStatus.OK:
            return _checked(answer.text, witness, note)
        case HTTPStatus.NOT_FOUND | HTTPStatus.FORBIDDEN:
            raise UnknownLogError(witness.name)
        case HTTPStatus.UNPROCESSABLE_ENTITY:
            raise ForkedError(witness.name)
        case HTTPStatus.CONFLICT:
            raise SeenError(_size(answer.text, witness))
    raise UnreachedError(f"{witness.name} answered {answer.status}")


def _post(witness: Witness, written: bytes) -> _Answer:
    address = witness.address.rstrip("/") + "/add-checkpoint"
    # Names under localhost are this machine's (RFC 6761), also where nothing looks them up.
    host = urlsplit(address).hostname or ""
    headers = {"Content-Type": "text/plain; charset=utf-8"}
    if host.endswith(".localhost"):
        headers["Host"] = urlsplit(address).netloc
        address = address.replace(host, "127.0.0.1", 1)
    try:
        answer = httpx.post(address, content=written, headers=headers, timeout=_WITHIN)
        return _Answer(answer.status_code, answer.text[:_ANSWER_MAX_CHARACTERS])
    except (OSError, httpx.HTTPError, httpx.InvalidURL) as error:
        raise UnreachedError(witness.name) from error


def _checked(text: str, witness: Witness, note: notes.Note) -> notes.Signature:
    """Give the witness's own signature out of its answer; it must hold.

    Raises:
        UnreachedError: there is none, or it does not.
    """
    try:
        signed = notes.parse(f"{note.text}\n{text}")
        signed.verified_by([witness.key])
    except notes.NoteError as error:
        raise UnreachedError(f"{witness.name} signed wrongly") from error
    mine = (witness.name, witness.key.id)
    return next(one for one in signed.signatures if (one.name, one.key_id) == mine)


def _size(text: str, witness: Witness) -> int:
    try:
        return parse_number(text.removesuffix("\n"))
    except CheckpointError as error:
        raise UnreachedError(f"{witness.name} says no size") from error
