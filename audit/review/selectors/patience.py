"""How long the database may take over a question, before the reader is asked for a smaller one."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import OperationalError, connection, transaction
from psycopg.errors import QueryCanceled


class TooSlowError(Exception):
    """The question was given up, since it took too long."""


@contextmanager
def within(milliseconds: int) -> Iterator[None]:
    """Give up each statement in the block that takes longer.

    Raises:
        TooSlowError: one did.
    """
    try:
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SET LOCAL statement_timeout = %s", [milliseconds])
            yield
    except OperationalError as error:
        if isinstance(error.__cause__, QueryCanceled):
            raise TooSlowError from error
        raise
