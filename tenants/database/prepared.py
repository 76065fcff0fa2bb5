"""Querysets whose SQL is made once: for the pages that are opened a thousand times a day.

Of the time Django's ORM takes for a small query, two thirds go to making the same SQL
again. `prepared` keeps it, and gives the rows as the queryset would:

    @prepared
    def _stays(record_id: UUID, now: datetime) -> QuerySet[Episode]:
        return Episode.objects.filter(record_id=record_id, starts_at__lte=now)

    _stays(record.pk, timezone.now())  # list[Episode]

Only the values differ from call to call, never the shape: the function is called once,
with values of its own that are found again in the SQL's parameters. A list is one
parameter only in SQL of one's own, such as `= ANY (%s)`; `__in` makes one of each.
"""

from collections.abc import Callable
from copy import copy
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Generic, TypeVar, TypeVarTuple
from uuid import UUID, uuid4

from django.db import DEFAULT_DB_ALIAS, connection, models
from django.db.models.query import ModelIterable
from django.db.models.sql.compiler import SQLCompiler

M = TypeVar("M", bound=models.Model)
Values = TypeVarTuple("Values")


class UnpreparableError(TypeError):
    """A queryset cannot be kept: a value decides its shape, or it gives no plain rows."""


class _Compiler(SQLCompiler):
    """A compiler that has said its SQL already."""

    said: tuple[str, tuple[Any, ...]] | None = None

    def as_sql(self, *args: Any, **options: Any) -> tuple[str, tuple[Any, ...]]:
        """Give the SQL as it was made once, with the parameters of now."""
        return self.said or super().as_sql(*args, **options)


@dataclass(frozen=True, slots=True)
class _Query:
    """What Django's iterator asks a query for: its compiler."""

    compiler: _Compiler

    def get_compiler(self, using: str) -> _Compiler:  # noqa: ARG002 - given by Django
        return self.compiler


@dataclass(frozen=True, slots=True)
class _Plan:
    """The SQL, and for each parameter the place of its value, or the constant itself."""

    model: type[models.Model]
    compiler: _Compiler
    sql: str
    parameters: tuple[tuple[int | None, Any], ...]

    def rows(self, values: tuple[Any, ...]) -> list[Any]:
        compiler = copy(self.compiler)
        compiler.connection = connection
        filled = tuple(
            constant if place is None else values[place]
            for place, constant in self.parameters
        )
        compiler.said = (self.sql, filled)
        query: Any = _Query(compiler)
        found: models.QuerySet[Any] = models.QuerySet(
            self.model, query, using=DEFAULT_DB_ALIAS
        )
        return list(ModelIterable(found))


class Prepared(Generic[*Values, M]):
    """A function that made a queryset, and now gives its rows."""

    def __init__(self, build: Callable[[*Values], models.QuerySet[M, M]]) -> None:
        self._build = build
        self._plan: _Plan | None = None
        self.__doc__ = build.__doc__

    def __call__(self, *values: *Values) -> list[M]:
        """Ask the database, with these values.

        Raises:
            UnpreparableError: the first time, when its SQL cannot be kept.
        """
        if self._plan is None:
            self._plan = self._make(values)
        return self._plan.rows(values)

    def queryset(self, *values: *Values) -> models.QuerySet[M, M]:
        """Give the queryset itself, to be compared with or built on."""
        return self._build(*values)

    def _make(self, values: tuple[Any, ...]) -> _Plan:
        marks: Any = tuple(_mark(value) for value in values)
        found: Any = self._build(*marks)
        is_plain = found._iterable_class is ModelIterable
        if not is_plain or found._prefetch_related_lookups:
            raise UnpreparableError("only rows of one query can be kept")
        compiler = _Compiler(found.query, connection, DEFAULT_DB_ALIAS)
        sql, parameters = compiler.as_sql()
        places = tuple((_place(marks, given), given) for given in parameters)
        if {place for place, _ in places} - {None} != set(range(len(marks))):
            raise UnpreparableError("a value is not among the parameters as it is")
        return _Plan(found.model, compiler, sql, places)


def prepared(
    build: Callable[[*Values], models.QuerySet[M, M]],
) -> Prepared[*Values, M]:
    """Keep the SQL of the queryset a function makes; see the module."""
    return Prepared(build)


def _mark(value: object) -> object:
    """Make a value of the same sort, known again by being that very object."""
    if isinstance(value, UUID):
        return uuid4()
    if isinstance(value, str):
        return f"mark {uuid4()}"
    if isinstance(value, datetime):
        return datetime.now(UTC)
    if isinstance(value, date):
        return date.fromordinal(value.toordinal())
    if isinstance(value, list):
        return list(value)
    raise UnpreparableError(f"no value to be known again: {type(value).__name__}")


def _place(marks: tuple[object, ...], given: object) -> int | None:
    for place, mark in enumerate(marks):
        if mark is given:
            return place
    return None
