"""A record while it is open."""

from typing import ClassVar
from uuid import UUID

from access.actions import Action
from access.policy import Decision
from access.worker import Worker
from journal.record.models.patient import HealthRecord


class ActionRefusedError(Exception):
    """A service refused an action the record was not opened for."""


class OpenRecord(HealthRecord):
    """A record while it is open: its rows, who opened it, and on what grounds.

    Only `journal.record.gate` makes one. All that is reached from it (`notes`,
    `episodes`, `patient`) is read under the event `event_id`.
    """

    decision: Decision
    worker: Worker
    event_id: UUID

    class Meta:
        proxy = True
        default_permissions: ClassVar[tuple[str, ...]] = ()

    @property
    def is_former(self) -> bool:
        """Whether it is open to a unit whose stay has ended: as it was then, not as it is."""
        return self.decision.readable_until is not None

    def require(self, *actions: Action) -> None:
        """Check that the record was opened to do one of these.

        Raises:
            ActionRefusedError: it was opened for something else.
        """
        if self.decision.action not in actions:
            raise ActionRefusedError(self.decision.action.value)
