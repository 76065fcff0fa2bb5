"""The id that ties together what one request, and the work it left behind, wrote to logs."""

import uuid
from contextvars import ContextVar

request_id: ContextVar[str] = ContextVar("request_id", default="")


def new_request_id() -> str:
    """Make an id; it says nothing about the request."""
    return uuid.uuid4().hex
