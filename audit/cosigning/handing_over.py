"""Hands the newest checkpoint of a municipality's log to the witnesses, and keeps their answers.

A log that was sealed honestly is never said to be refused: what a witness has seen was in
the database first, so before a log is called shorter its newest checkpoint is read again.
"""

import logging
from enum import IntEnum

from audit.cosigning import asking, store
from audit.cosigning.models import LogRefusal
from audit.cosigning.store import Newest
from audit.cosigning.witnesses import Witness, witnesses
from audit.seal.tiles import hashes_in
from audit.seal.tree import prove_consistency
from audit.sealing.store import read_tile

_log = logging.getLogger(__name__)
# What it was believed to have seen; what it says; and what was sealed meanwhile.
_TRIES = 4


class Answer(IntEnum):
    """How it went with a witness, the worst last."""

    COSIGNED = 0
    UNREACHED = 1
    UNKNOWN = 2
    REFUSED = 3


def hand_over() -> Answer:
    """Have the newest checkpoint cosigned by all that are asked; give the worst answer.

    In the municipality the connection stands in. Safe to run twice, and by two at once.
    A witness that has refused the tree is not asked about it again.
    """
    newest = store.newest_checkpoint()
    if newest is None:
        return Answer.COSIGNED
    refused = store.refusals(newest.era)
    seen = {each.witness: each.size for each in store.last_of_each(newest.era)}
    answers = [
        Answer.REFUSED
        if each.name in refused
        else _ask(each, newest, seen.get(each.name, 0))
        for each in witnesses()
    ]
    return max(answers, default=Answer.COSIGNED)


def _ask(witness: Witness, newest: Newest, old: int) -> Answer:
    """Ask one witness, until it has seen what we have or says that it cannot."""
    for _try in range(_TRIES):
        try:
            return _cosigned(witness, newest, old)
        except asking.SeenError as said:
            newest, asked = store.newest_checkpoint() or newest, newest
            if newest.era != asked.era:
                break  # a new tree has begun; it is asked about next
            if reason := _reason(said.size, newest, old):
                return _refused(witness, newest, reason)
            old = said.size
        except asking.ForkedError:
            return _refused(witness, newest, LogRefusal.Reason.FORKED)
        except asking.UnknownLogError:
            return Answer.UNKNOWN
        except asking.UnreachedError:
            _log.warning("A witness was not reached.", extra={"witness": witness.name})
            break
    return Answer.UNREACHED


def _reason(seen: int, newest: Newest, old: int) -> LogRefusal.Reason | None:
    """Say why a log is refused by a witness that has seen another size, if it is.

    Args:
        seen: What the witness says.
        newest: The newest checkpoint, read after it said so.
        old: What it was believed to have seen.
    """
    if seen > newest.size:
        return LogRefusal.Reason.SHORTER
    # Asked about just what it has seen: then the roots differ.
    return LogRefusal.Reason.FORKED if seen == newest.size <= old else None


def _cosigned(witness: Witness, newest: Newest, old: int) -> Answer:
    # More than there is it can only have seen where the log was cut; it will say so.
    old = min(old, newest.size)
    hash_of = hashes_in(lambda tile: read_tile(newest.era, tile), newest.size)
    proof = prove_consistency(old, newest.size, hash_of)
    signature = asking.ask(witness, old=old, proof=proof, note=newest.note)
    store.add_cosignature(newest.era, newest.size, signature)
    return Answer.COSIGNED


def _refused(witness: Witness, newest: Newest, reason: LogRefusal.Reason) -> Answer:
    store.add_refusal(newest.era, newest.size, witness=witness.name, reason=reason)
    _log.error("A witness refuses the log.", extra={"witness": witness.name})
    return Answer.REFUSED
