"""A table's rows as lines of JSON, in the order of its key, streamed out of the database."""

import hashlib
from collections.abc import Iterator

from psycopg import sql

from tenants.exit.catalogue import Cursor, Table
from tenants.exit.manifest import File

# With a space, as no column of ours has: a column's name would come before these.
_LINE = sql.Identifier("the line")
_ROW = sql.Identifier("the row")


def lines_of(cursor: Cursor, schema: str, table: Table) -> Iterator[bytes]:
    """Give the rows one by one, each with its newline; never many of them in memory."""
    with cursor.copy(_written(schema, table)) as copy:
        copy.set_types(["text"])
        for (line,) in copy.rows():
            yield line.encode() + b"\n"


class Sum:
    """Counts the lines that pass, and hashes them."""

    def __init__(self) -> None:
        self.rows = 0
        self.bytes = 0
        self._hash = hashlib.sha256()

    def add(self, line: bytes) -> None:
        """Take one more line."""
        self.rows += 1
        self.bytes += len(line)
        self._hash.update(line)

    def of(self, table: Table) -> File:
        """Give what has passed, as the rows of a table."""
        return File(table, self.rows, self.bytes, self._hash.hexdigest())


def sum_of(cursor: Cursor, schema: str, table: Table) -> File:
    """Count and hash a table's rows as they would be written."""
    summed = Sum()
    for line in lines_of(cursor, schema, table):
        summed.add(line)
    return summed.of(table)


def _written(schema: str, table: Table) -> sql.Composed:
    """Give the COPY that writes a table; the key alone decides the order."""
    by_name = {column.name: column for column in table.columns}
    values = [
        sql.SQL("{} AS {}").format(
            column.form.write.format(_of_row(column.name)), sql.Identifier(column.name)
        )
        for column in table.columns
    ]
    order = [by_name[name].form.order.format(_of_row(name)) for name in table.key]
    return sql.SQL(
        "COPY (SELECT (SELECT row_to_json({line}) FROM (SELECT {values}) AS {line})"
        " FROM {table} AS {row} ORDER BY {order}) TO STDOUT"
    ).format(
        line=_LINE,
        row=_ROW,
        values=sql.SQL(", ").join(values),
        table=sql.Identifier(schema, table.name),
        order=sql.SQL(", ").join(order),
    )


def _of_row(column: str) -> sql.Composed:
    return sql.SQL("{}.{}").format(_ROW, sql.Identifier(column))
