"""The id that ties together what one request, and the work it left behind, wrote to logs."""

import logging
import uuid
from contextvars import ContextVar

request_id: ContextVar[str] = ContextVar("request_id", default="")

# The answer carries it, so that who asks for help can say which request it was.
HEADER = "X-Request-ID"


def new_request_id() -> str:
    """Make an id; it says nothing about the request."""
    return uuid.uuid4().hex


class RequestIdFilter(logging.Filter):
    """Gives each line of the program's log the id of the request it was written under."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Add the id, and let every line through."""
        # Django writes of a refused request when it has left the middleware.
        request = getattr(record, "request", None)
        record.request_id = request_id.get() or getattr(request, "id", "") or "-"
        return True
