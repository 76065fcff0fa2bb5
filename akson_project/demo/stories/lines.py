"""How the lines of an authored story are read; `arcs.arc.Arc` says what they mean."""

import re
from dataclasses import dataclass

_LINE = re.compile(
    r"(?P<day>\w+) (?P<clock>\d\d\.\d\d)(?: >(?P<later>>?)(?P<written>\d\d\.\d\d))? "
    r"(?P<who>[=\w]+)(?:@(?P<unit>\w+))? (?P<kind>\w+)"
    r"(?: #(?P<name>\w+))?(?: ~(?P<corrects>\w+))?"
    r"(?: !(?P<error_day>\w+) (?P<error_clock>\d\d\.\d\d) (?P<error_who>[=\w]+))?"
    r"(?P<flags>(?: kladd| nb)*)"
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a script, read."""

    parts: dict[str, str | None]
    text: str
    reason: str

    def __getitem__(self, name: str) -> str:
        return self.parts[name] or ""


def read_script(script: str) -> list[Line]:
    """Read a script.

    Raises:
        ValueError: a line cannot be read.
    """
    lines = []
    for row in script.strip().splitlines():
        head, *rest = (cell.strip() for cell in row.split(" | "))
        match = _LINE.fullmatch(head)
        if match is None or not rest:
            raise ValueError(row)
        lines.append(Line(match.groupdict(), rest[0], rest[1] if len(rest) > 1 else ""))
    return lines
