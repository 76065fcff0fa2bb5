"""What is put into the patient's hand: the paper, and the proofs of what stands on it."""

from dataclasses import dataclass
from uuid import UUID

from django.utils import translation
from django.utils.translation import gettext as _

from audit.review.extract.accesses import Access, accesses_to
from audit.review.extract.groups import extract_of
from audit.review.extract.paper import Whose, paper
from audit.review.proofs.bundle import Told, bundle, not_sealed_yet
from journal.readers.rules.period import Period

_PAPER = "innsyn-i-logg.pdf"


@dataclass(frozen=True, slots=True)
class Given:
    """An extract that is given out: what it says, its paper, its days and its language."""

    accesses: list[Access]
    paper: bytes
    period: Period
    language: str

    @property
    def provable(self) -> list[Access]:
        """Those whose bytes may be given to the patient: they say nothing of anybody else."""
        return [one for one in self.accesses if one.is_alone]


def give(patient_id: UUID, whose: Whose, period: Period, *, language: str) -> Given:
    """Make the paper.

    Raises:
        TooManyEventsError: there is more than can be given at once.
    """
    with translation.override(language):
        accesses = accesses_to(patient_id, period)
    extract = extract_of(accesses)
    made = paper(extract, whose, period, language=language)
    return Given(accesses, made, period, language)


def with_proofs(given: Given) -> bytes | None:
    """Give the paper and the proofs in one zip file; None when nothing can be proved now."""
    provable = given.provable
    return bundle(
        [Told(one.event_id, one.at, one.who, one.what) for one in provable],
        language=given.language,
        left_out=len(given.accesses) - len(provable),
        more={_PAPER: given.paper},
    )


def no_proof(given: Given) -> str:
    """Say why there is no proof to give."""
    if given.provable:
        return not_sealed_yet()
    return _("Ingen hendelser i disse dagene kan gis med bevis.")
