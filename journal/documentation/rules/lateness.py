"""When a note was written late (ført i ettertid)."""

from datetime import datetime, timedelta

LATE_AFTER = timedelta(hours=2)


def is_late(*, happened_at: datetime, written_at: datetime) -> bool:
    """Whether a note was written more than two hours after what it tells about."""
    return written_at - happened_at > LATE_AFTER
