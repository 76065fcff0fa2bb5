"""Ids that are the same every time: derived from the municipality and the story's key."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid5

from django.db import models

from tenants.models import Municipality

BATCH = 1000


class Keys:
    """Turns the keys of one municipality's story into ids, and writes history rows."""

    def __init__(self, municipality: Municipality) -> None:
        self.municipality = municipality
        self.now = datetime.now(UTC)
        self.load_event = self.of("event", "load")

    def of(self, kind: str, key: object) -> UUID:
        """Give the id of one thing, e.g. `of("patient", "p12")`."""
        return uuid5(self.municipality.id, f"{kind}:{key}")


def store(model: type[models.Model], rows: list[Any]) -> None:
    """Store many rows at once."""
    model._default_manager.bulk_create(rows, batch_size=BATCH)


def store_with_history(
    model: type[models.Model],
    rows: list[Any],
    keys: Keys,
    *,
    changed_at: str | None = None,
) -> None:
    """Store many rows of a patient, each with the history row of its creation.

    Args:
        model: the table.
        rows: what to store, all of that model.
        keys: of the municipality, for the event that stored the demo.
        changed_at: the field that says when the row was written; None means now.
    """
    store(model, rows)
    history: Any = model.history.model  # type: ignore[attr-defined]
    tracked = [field.attname for field in history.tracked_fields]
    store(
        history,
        [
            history(
                history_date=getattr(row, changed_at) if changed_at else keys.now,
                history_type="+",
                history_user_id=getattr(row, "author_id", None),
                event_id=keys.load_event,
                **{name: getattr(row, name) for name in tracked},
            )
            for row in rows
        ],
    )
