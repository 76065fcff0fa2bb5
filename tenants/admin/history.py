"""What is done to many rows at once stands in the history of each, as an edit would."""

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model


def note_change(row: Model, message: str, *, user_id: str) -> None:
    """Say what became of a row; call it in the transaction that changes it.

    One by one: the consortium's log follows each, and is not told of what is made in bulk.
    """
    LogEntry.objects.create(
        user_id=user_id,
        content_type=ContentType.objects.get_for_model(row),
        object_id=str(row.pk),
        object_repr=str(row)[:200],
        action_flag=CHANGE,
        change_message=message,
    )
