"""Dumps schemas with pg_dump, and cuts the text into statements."""

import os
import re
import shutil
import subprocess
from pathlib import Path

from django.conf import settings
from psycopg.conninfo import make_conninfo

from tenants import roles
from tenants.database.base import DatabaseWrapper

_TIMEOUT_S = 600
# What may hold a semicolon without ending a statement, and what is no part of one.
_TOKEN = re.compile(
    r"""
    (?P<text> \b[eE]'(?:[^'\\]|\\.|'')*' | '(?:[^']|'')*' | "(?:[^"]|"")*"
            | \$(?P<tag>\w*)\$ .*? \$(?P=tag)\$ )
    | (?P<comment> --[^\n]* | /\*.*?\*/ | ^\\[^\n]* )
    | (?P<end> ; )
    """,
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)
# Settings of pg_dump's own session; whoever replays the dump has others.
_SESSION = re.compile(r"SET |SELECT pg_catalog\.set_config\(")
_CAST_ARRAY = re.compile(r"\(\(ARRAY\[([^\]]*)\]\)::text\[\]\)")


class DumpError(Exception):
    """pg_dump was not found, or failed."""


def dump_schema(
    connection: DatabaseWrapper, schema: str, *, with_rows: bool
) -> list[str]:
    """Dump one schema with its rights, as the statements that make it again.

    Args:
        connection: The migrator's, to the database the schema is in.
        schema: Its name.
        with_rows: Whether the rows come too.

    Raises:
        DumpError: pg_dump was not found, or failed.
    """
    rows = "--rows-per-insert=1000" if with_rows else "--schema-only"
    command = [
        str(_pg_dump()),
        f"--dbname={_address(connection)}",
        f"--role={roles.OWNER}",
        f'--schema="{roles.check_schema_name(schema)}"',
        "--no-owner",
        "--encoding=UTF8",
        rows,
    ]
    password = {"PGPASSWORD": connection.settings_dict["PASSWORD"] or ""}
    done = subprocess.run(  # noqa: S603 - no part of the command comes from a request
        command,
        env={**os.environ, **password},
        capture_output=True,
        check=False,
        timeout=_TIMEOUT_S,
    )
    if done.returncode:
        raise DumpError(done.stderr.decode(errors="replace").strip())
    return [
        statement
        for statement in statements(done.stdout.decode())
        if not _SESSION.match(statement)
    ]


def statements(sql: str) -> list[str]:
    """Cut SQL as pg_dump writes it into statements, without comments and semicolons.

    A function whose body is not quoted (BEGIN ATOMIC) is not understood.
    """
    found: list[str] = []
    pieces: list[str] = []
    position = 0
    for token in _TOKEN.finditer(sql):
        pieces.append(sql[position : token.start()])
        position = token.end()
        if token["text"]:
            pieces.append(token["text"])
        elif token["end"]:
            found.append("".join(pieces).strip())
            pieces = []
    found.append("".join([*pieces, sql[position:]]).strip())
    return [statement for statement in found if statement]


def canonical(found: list[str], schema: str) -> list[str]:
    """Put a schema's statements in a form in which equal schemas are equal.

    Args:
        found: What `dump_schema` gave, without rows.
        schema: Its name, which gives way to the template's, in its roles too.
    """
    name = re.compile(rf'(?<![\w"])"?([tw]_)?{re.escape(schema)}"?(?![\w"])')
    named = (name.sub(rf'"\1{roles.TEMPLATE_SCHEMA}"', each) for each in found)
    return sorted(_CAST_ARRAY.sub(_cast_each, each) for each in named)


def _cast_each(found: re.Match[str]) -> str:
    """Cast the items of an array, as PostgreSQL does when it reads what it wrote itself."""
    items = (f"({item})::text" for item in found[1].split(", "))
    return f"(ARRAY[{', '.join(items)}])"


def _address(connection: DatabaseWrapper) -> str:
    """Give libpq's address of the connection's database, without the password."""
    known = connection.settings_dict
    return make_conninfo(
        "",
        dbname=known["NAME"],
        user=known["USER"],
        host=known["HOST"] or None,
        port=known["PORT"] or None,
        **{
            name: value
            for name, value in known["OPTIONS"].items()
            if isinstance(value, str)
        },
    )


def _pg_dump() -> Path:
    """Find pg_dump beside the server's other programs, else on the path."""
    folder = getattr(settings, "AKSON_PG_BIN_DIR", None)
    found = (
        shutil.which("pg_dump", path=str(folder)) if folder else shutil.which("pg_dump")
    )
    if found is None:
        raise DumpError("pg_dump was not found; set AKSON_PG_BIN")
    return Path(found)
