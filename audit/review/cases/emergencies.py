"""Emergency accesses as cases of control: those that somebody has still to close.

Nothing is stored of them here. They are read from the emergency accesses themselves, which
the leader concludes on (ADR 0012); one patient's emergency is one case, however many helped.
To use a record against a block takes an emergency, so every such use is among them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from access.models import Block, BlockedWhom, EmergencyAccess
from audit.review.rules.pseudonyms import pseudonym


@dataclass(frozen=True, slots=True)
class EmergencyCase:
    """One emergency of one patient.

    Args:
        accesses: each helper's, the first first; those concluded on as well.
        is_past_block: whether the patient had closed something to one of them.
    """

    accesses: tuple[EmergencyAccess, ...]
    is_past_block: bool

    @property
    def mark(self) -> str:
        """The patient's mark."""
        return pseudonym(self.accesses[0].patient_id)

    @property
    def began_at(self) -> datetime:
        """When the first let himself in."""
        return self.accesses[0].began_at

    @property
    def is_late(self) -> bool:
        """Whether somebody should have explained or concluded by now."""
        return any(access.is_late for access in self.accesses)


def unclosed_emergencies() -> list[EmergencyCase]:
    """List the emergencies nobody has closed yet, those that are late first, then the oldest."""
    waiting = EmergencyAccess.objects.filter(concluded_at=None)
    patients = waiting.values("patient_id")
    rows = EmergencyAccess.objects.filter(patient_id__in=patients)
    rows = rows.select_related("worker", "unit").order_by("patient_id", "began_at")
    unclosed = [
        group
        for group in _periods(rows)
        if any(access.concluded_at is None for access in group)
    ]
    blocks = _blocks({group[0].patient_id for group in unclosed})
    cases = [
        EmergencyCase(tuple(group), any(_goes_past(a, blocks) for a in group))
        for group in unclosed
    ]
    return sorted(cases, key=lambda case: (not case.is_late, case.began_at))


def _periods(rows: Iterable[EmergencyAccess]) -> Iterator[list[EmergencyAccess]]:
    """Gather those of one patient that overlap; they come by patient, and in time."""
    group: list[EmergencyAccess] = []
    for access in rows:
        is_same = group and group[0].patient_id == access.patient_id
        if is_same and access.began_at <= max(one.closed_at for one in group):
            group.append(access)
            continue
        if group:
            yield group
        group = [access]
    if group:
        yield group


def _blocks(patients: set[UUID]) -> list[Block]:
    if not patients:
        return []
    return list(Block.objects.filter(patient_id__in=patients))


def _goes_past(access: EmergencyAccess, blocks: Iterable[Block]) -> bool:
    """Whether something was blocked to the person that the emergency opened."""
    return any(
        block.record_id == access.record_id
        and block.valid_from < access.closed_at
        and (block.valid_until is None or block.valid_until > access.began_at)
        and _is_against(block, access)
        for block in blocks
    )


def _is_against(block: Block, access: EmergencyAccess) -> bool:
    """Whether a block holds against a person at work; one by name he cannot go past."""
    if block.whom == BlockedWhom.PERSON:
        return False
    if block.whom == BlockedWhom.ROLE:
        return bool(block.role == access.role)
    if block.whom == BlockedWhom.UNIT:
        return block.unit_id in access.unit.path
    return True
