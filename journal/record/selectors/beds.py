"""Whether somebody else is registered in a bed; who it is, is not told."""

from uuid import UUID

from django.db import connection

from journal.record.models import OpenRecord


def bed_is_taken(record: OpenRecord, *, unit_id: UUID, room: str, bed: str) -> bool:
    """Whether another patient has the bed now; without a bed there is nothing to take."""
    if not bed:
        return False
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT journal_bed_is_taken(%s, %s, %s, %s)",
            [unit_id, room, bed, record.patient_id],
        )
        return bool(cursor.fetchone()[0])
