"""The two classes of patient rows, and the history that is written with them."""

from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID

from django.db import models
from simple_history.models import HistoricalRecords


@dataclass(frozen=True, slots=True)
class Change:
    """Under which event, and by whom, rows are changed now."""

    event_id: UUID
    user_id: UUID


class NothingOpenError(RuntimeError):
    """A patient's row was saved outside an open record."""


change_now: ContextVar[Change | None] = ContextVar("change_now", default=None)


class HistoryRow(models.Model):
    """What every history row carries besides the copy: the event it was made under."""

    event_id = models.UUIDField()

    class Meta:
        abstract = True


class RecordHistory(HistoricalRecords):
    """History of a patient's row, tied to the access event by which it was changed.

    The database shows a history row under the same rule as the row itself, and the
    application may only add to it.
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(bases=[HistoryRow], user_db_constraint=False, **options)

    def create_historical_record(
        self, instance: models.Model, history_type: str, using: str | None = None
    ) -> None:
        """Write the history row with the event and the person of the open record.

        Raises:
            NothingOpenError: no record is open.
        """
        change = change_now.get()
        if change is None:
            raise NothingOpenError(type(instance).__name__)
        history: Any = getattr(instance, self.manager_name).model
        copied = {
            field.attname: getattr(instance, field.attname)
            for field in self.fields_included(instance)
        }
        history.objects.using(using or instance._state.db).create(
            history_date=self.moment(),
            history_type=history_type,
            history_user_id=change.user_id,
            event_id=change.event_id,
            **copied,
        )

    @staticmethod
    def moment() -> Any:
        """The moment of the change."""
        from django.utils import timezone

        return timezone.now()


class LabelledRow(models.Model):
    """A row that says a choice in words at little cost; pages do it many times.

    Django's own translates and hashes all the labels of a field for each one it gives.
    """

    class Meta:
        abstract = True

    def _get_FIELD_display(self, field: Any) -> str:  # noqa: N802 - Django's name
        value = getattr(self, field.attname)
        return str(_labels_of(field).get(value, "" if value is None else value))


@cache
def _labels_of(field: Any) -> dict[Any, Any]:
    return dict(field.flatchoices)


class IdentityRow(LabelledRow):
    """A row about a person; the database asks for an opening of reach 1 or more."""

    class Meta:
        abstract = True


class ClinicalRow(LabelledRow):
    """A row in a record; the database asks for an opening of reach 2."""

    class Meta:
        abstract = True
