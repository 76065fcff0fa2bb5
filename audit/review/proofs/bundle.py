"""One file with events and their proofs, whom to believe, and how all of it is verified."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from uuid import UUID
from zipfile import ZIP_DEFLATED, ZipFile

from django.utils.translation import gettext as _

from audit.controller import controller_here
from audit.export.evidence import POLICY, files_beside, files_of
from audit.export.proving import Proven, prove_all
from audit.review.proofs.paper import Proved, paper

_PAPER = "slik-kontrollerer-du.pdf"


@dataclass(frozen=True, slots=True)
class Told:
    """An event as the page beside its proof tells it: which, when, who, and what was done."""

    event_id: UUID
    at: datetime
    who: str
    what: str


def bundle(
    told: Sequence[Told],
    *,
    language: str,
    left_out: int = 0,
    more: Mapping[str, bytes] | None = None,
) -> bytes | None:
    """Prove events in one zip file; None when none of them is sealed yet.

    The files are numbered from the oldest event on, and the page has the numbers.

    Args:
        told: the events.
        language: nb or nn, of the page.
        left_out: how many more there are whose bytes say something of others.
        more: further files.
    """
    named = {one.event_id: one for one in told}
    proofs = _strongest(list(prove_all(list(named))))
    proofs.sort(key=lambda each: named[each.event_id].at)
    if not proofs:
        return None
    is_witnessed = proofs[0].is_witnessed
    files = files_beside(controller_here().id, is_witnessed=is_witnessed)
    proved = []
    for number, proven in enumerate(proofs, start=1):
        name = f"hendelse-{number:04}"
        files |= files_of(proven, name=name)
        one = named[proven.event_id]
        proved.append(Proved(name, one.at, one.who, one.what))
    files[_PAPER] = paper(
        proved,
        left_out=left_out,
        waiting=len(named) - len(proved),
        has_keys=POLICY in files,
        language=language,
    )
    return _zipped({**(more or {}), **files})


def _strongest(proofs: list[Proven]) -> list[Proven]:
    """Keep those that witnesses have signed; all of them, where none has.

    The others are some seconds old, and would have the rest verified without witnesses.
    """
    return [each for each in proofs if each.is_witnessed] or proofs


def not_sealed_yet() -> str:
    """Say that there is no proof yet, and when there will be."""
    return _(
        "Dette er så nytt at det ikke er forseglet ennå. Vent noen sekunder og prøv igjen."
    )


def _zipped(files: Mapping[str, bytes]) -> bytes:
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return written.getvalue()
