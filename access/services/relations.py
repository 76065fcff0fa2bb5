"""Care relations (behandlerrelasjoner) are stored here, and nowhere else.

What they follow from, the journal knows: `journal.record.services.relations`.
"""

from datetime import datetime
from uuid import UUID

from access.accounts.models import User
from access.models import CareRelation


def store_relation(relation: CareRelation, *, by: UUID | None) -> CareRelation:
    """Store a relation as it now is.

    Args:
        relation: new, or changed.
        by: the account whose work it is, for the history; None when it is nobody's.
    """
    if by is not None:
        relation._history_user = User(pk=by)  # type: ignore[attr-defined]
    relation.save()
    return relation


def end_relation(
    relation: CareRelation, *, at: datetime, by: UUID | None
) -> CareRelation:
    """Let a relation end at a moment, or when it begins if that is later."""
    relation.valid_until = max(at, relation.valid_from)
    return store_relation(relation, by=by)
