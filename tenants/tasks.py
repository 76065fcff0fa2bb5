"""How background work is bound to one municipality, or to the consortium.

Every task is made here. Celery's application has `AksonTask` as its task class, so that a
task made in another way exists, but refuses to run.
"""

import logging
from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar
from uuid import UUID

from celery import Task, shared_task
from django.db import DatabaseError

from tenants.context import in_consortium, in_municipality_with_id
from tenants.health import report_failed_task
from tenants.request_id import new_request_id, request_id

P = ParamSpec("P")
R = TypeVar("R")

logger = logging.getLogger(__name__)
_HEADER = "akson_request_id"


class TaskWithoutPlaceError(RuntimeError):
    """A task was made neither by `tenant_task` nor by `consortium_task`."""


class AksonTask(Task[P, R]):
    """A task that works in a named place, and carries the request's id along."""

    abstract = True
    is_placed = False
    is_of_municipality = False

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        """Run in the worker, or at once.

        Raises:
            TaskWithoutPlaceError: nobody said whose rows it works with.
        """
        if not self.is_placed:
            raise TaskWithoutPlaceError(self.name)
        headers = self.request.headers or {}
        token = request_id.set(headers.get(_HEADER) or new_request_id())
        try:
            return super().__call__(*args, **kwargs)
        finally:
            request_id.reset(token)

    def on_failure(
        self, exc: Exception, task_id: str, args: Any, kwargs: Any, einfo: Any
    ) -> None:
        """Have somebody told when a municipality's work fails for good."""
        super().on_failure(exc, task_id, args, kwargs, einfo)
        if not self.is_of_municipality:
            return
        try:
            with in_consortium():
                report_failed_task(UUID(args[0]))
        except DatabaseError:
            # The sealer's login may not; it says itself how sealing goes.
            logger.warning("a failed task could not be reported")

    def apply_async(self, *args: Any, **kwargs: Any) -> Any:
        """Send the task, with the id of the request that asked for it."""
        headers = kwargs.pop("headers", None) or {}
        kwargs["headers"] = {_HEADER: request_id.get(), **headers}
        return super().apply_async(*args, **kwargs)


def tenant_task(run: Callable[P, R]) -> "Task[Concatenate[str, P], R]":
    """Make a Celery task whose first argument is the id of its municipality.

    The municipality travels in the message, never in what the worker last did, and it is
    out of force again when the task ends.
    """

    @wraps(run)
    def run_for_municipality(
        municipality_id: str, *args: P.args, **kwargs: P.kwargs
    ) -> R:
        with in_municipality_with_id(UUID(municipality_id)):
            return run(*args, **kwargs)

    task: Any = _shared(run_for_municipality, is_of_municipality=True)
    return task  # type: ignore[no-any-return]


def consortium_task(run: Callable[P, R]) -> "Task[P, R]":
    """Make a Celery task that works with the consortium's own tables."""

    @wraps(run)
    def run_for_consortium(*args: P.args, **kwargs: P.kwargs) -> R:
        with in_consortium():
            return run(*args, **kwargs)

    task: Any = _shared(run_for_consortium)
    return task  # type: ignore[no-any-return]


def _shared(run: Callable[..., Any], *, is_of_municipality: bool = False) -> Any:
    return shared_task(
        base=AksonTask, is_placed=True, is_of_municipality=is_of_municipality
    )(run)
