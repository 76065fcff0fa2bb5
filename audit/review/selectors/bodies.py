"""What only the bytes of an event say, asked of the database: the page, and what was searched for.

The bytes may be anything, so they are compared as bytes, and never read as JSON: nothing
somebody has put into the log can make a question fail.
"""

import json
import re
from collections.abc import Iterable
from functools import reduce
from operator import or_

from django.db.models import BooleanField, F, Func, Q, TextField, Value
from django.db.models.lookups import Regex

_ASCII_END = 128


class _Holds(Func):
    """Whether some bytes are among others."""

    template = "position(%(expressions)s) > 0"
    arg_joiner = " in "
    output_field = BooleanField()


class _Escaped(Func):
    """Bytes as text: what is not ASCII stands as its number, a backslash stands twice."""

    template = "encode(%(expressions)s, 'escape')"
    output_field = TextField()


def on_pages(pages: Iterable[str], body: str) -> Q:
    """Ask for events that come from one of some pages.

    Args:
        pages: the pages, by the names of their addresses.
        body: the field that has the bytes.
    """
    said = (f'"page":{json.dumps(page)}'.encode() for page in pages)
    return reduce(or_, (Q(_holds(body, one)) for one in said))


def searched_for_number(keyed_hash: str, body: str) -> Q:
    """Ask for searches for a number, which the log has the keyed hash of."""
    return Q(_holds(body, f'"keyed_hash":{json.dumps(keyed_hash)}'.encode()))


def searched_for_text(typed: str, body: str) -> Q:
    """Ask for searches in whose text some words stand, in capitals or not."""
    pattern = '"text":"[^"]*' + "".join(map(_either_case, typed))
    by_text = Regex(_Escaped(F(body)), Value(f"(?i){pattern}"))
    return Q(_holds(body, b'"query":{')) & Q(by_text)


def _holds(body: str, said: bytes) -> _Holds:
    return _Holds(Value(said), F(body))


def _either_case(letter: str) -> str:
    """Write a letter as a pattern of the escaped bytes; the pattern ignores ASCII's case."""
    ways = {letter.lower(), letter.upper()} if ord(letter) >= _ASCII_END else {letter}
    return "(?:" + "|".join(sorted(re.escape(_escaped(way)) for way in ways)) + ")"


def _escaped(letter: str) -> str:
    in_json = json.dumps(letter, ensure_ascii=False)[1:-1].encode()
    return "".join(
        f"\\{byte:03o}" if byte >= _ASCII_END else chr(byte).replace("\\", "\\\\")
        for byte in in_json
    )
