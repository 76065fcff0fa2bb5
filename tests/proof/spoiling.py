"""Spoils the predicate in one place at a time, into something that still runs.

A general mutation tool spoils SQL by making it no SQL, which any test finds out. These
say something else: a condition left out, turned round or joined otherwise, a bound moved
by an instant, a code or a column exchanged, the order of strength swapped.
"""

import io
import re
import sys
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import access.predicate
import access.predicate_blocks
import access.predicate_reach

SOURCES = {
    "access.predicate_blocks": access.predicate_blocks,
    "access.predicate_reach": access.predicate_reach,
    "access.predicate": access.predicate,
}
_EXCHANGED = [
    (r" <= ", " < "),
    (r" > ", " >= "),
    (r" = ", " <> "),
    (r" <> ", " = "),
    (r"\bAND\b", "OR"),
    (r"\bOR\b", "AND"),
    (r"(?<!NOT )\bEXISTS\b", "NOT EXISTS"),
    (r"\bNOT EXISTS\b", "EXISTS"),
    (r"\bIS NULL\b", "IS NOT NULL"),
    (r" @> ", " <@ "),
    (r" && ", " @> "),
    (r"= ANY \(", "<> ALL ("),
    (r"<> ALL \(", "= ANY ("),
    (r" DESC\b", ""),
    (r"\bNOT \{", "{"),
    (r"(?<!NOT )\{IS_", "NOT {IS_"),
    (r"\bUNION ALL\b", "EXCEPT"),
    (r"\bTHEN (?='|NULL)", "THEN NULL AND "),
    (r"known\.patient_id", "known.record_id"),
    (r"%\(worker\)s", "me.id"),
    (r"%\(units\)s", "(SELECT array_agg(id) FROM access_unit)"),
    (r"unit_path", "unit_path[2:]"),
    (r"\bpost_unit_id AS unit_id", "unit_id AS unit_id"),
    (r"\brights\.does\b", "rights.reads"),
    (r"\brights\.\{action\.level\}", "rights.reads"),
    (r" is not None", " is None"),
    (r" == ", " != "),
    (r" != ", " == "),
    (r"\bif (?!not )", "if not "),
]
_CODES = ("episode", "roster", "self", "person", "all", "kind", "document", "measured")
# What a left-out condition looks like when it stands on a line of its own.
_CONDITION = re.compile(r"^\s*AND [^()]*(\([^()]*(\([^()]*\)[^()]*)*\)[^()]*)*$")


@dataclass(frozen=True)
class Mutant:
    """One change: where, what stood there, and what stands there now."""

    module: str
    line: int
    was: str
    now: str
    source: str

    def __str__(self) -> str:
        return f"{self.module}:{self.line}: {self.was.strip()} -> {self.now.strip()}"


def mutants() -> Iterator[Mutant]:
    """Every change of every line that says something."""
    for name, module in SOURCES.items():
        lines = Path(module.__file__ or "").read_text().split("\n")
        for number in _spoken(lines):
            line = lines[number]
            for now in dict.fromkeys(_spoilt(line)):
                if now != line:
                    changed = [*lines[:number], now, *lines[number + 1 :]]
                    yield Mutant(name, number + 1, line, now, "\n".join(changed))


def _spoken(lines: list[str]) -> Iterator[int]:
    """Lines inside the module's own statements: no docstrings, comments or imports."""
    silent = set()
    tokens = tokenize.generate_tokens(io.StringIO("\n".join(lines)).readline)
    begins_statement = True
    for token in tokens:
        is_docstring = token.type == tokenize.STRING and begins_statement
        if token.type == tokenize.COMMENT or is_docstring:
            silent |= set(range(token.start[0] - 1, token.end[0]))
        if token.type not in {tokenize.NL, tokenize.COMMENT}:
            begins_statement = token.type in {
                tokenize.NEWLINE,
                tokenize.INDENT,
                tokenize.DEDENT,
                tokenize.ENCODING,
            }
    first = next(n for n, line in enumerate(lines) if re.match(r"_?[A-Z_]+ = ", line))
    for number, line in enumerate(lines):
        if number >= first and number not in silent and line.strip():
            yield number


def _spoilt(line: str) -> Iterator[str]:
    if _CONDITION.match(line.replace('"""', "")):
        end = '"""' if line.endswith('"""') else ""
        yield end
    for pattern, instead in _EXCHANGED:
        for found in re.finditer(pattern, line):
            yield line[: found.start()] + instead + line[found.end() :]
    for code in _CODES:
        if f"'{code}'" in line:
            yield line.replace(f"'{code}'", f"'no_{code}'")
    if re.match(r'\s*"\w+": _?\w+', line) and line.endswith(","):
        # A named condition, left out.
        yield ""


def loaded(mutant: Mutant) -> ModuleType:
    """Load the predicate as the mutant has it; the real modules stay as they are."""
    real = {name: sys.modules[name] for name in SOURCES}
    try:
        for name, module in SOURCES.items():
            spoilt = ModuleType(name)
            spoilt.__file__ = module.__file__
            own = Path(module.__file__ or "").read_text()
            source = mutant.source if name == mutant.module else own
            sys.modules[name] = spoilt
            exec(compile(source, f"<{name}>", "exec"), spoilt.__dict__)  # noqa: S102
        return sys.modules["access.predicate"]
    finally:
        sys.modules.update(real)
