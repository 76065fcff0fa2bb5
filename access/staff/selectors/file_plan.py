"""What an import would do: shown to the administrator, and then done exactly as shown."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256

from access.accounts.models import User
from access.models import Employment, Shift
from access.staff.rules.columns import FileKind
from access.staff.selectors.file_cells import Problem


class State(StrEnum):
    """What becomes of one row of the file, or of what is not in it."""

    NEW = "new"
    CHANGED = "changed"
    ENDED = "ended"
    UNCHANGED = "unchanged"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference between the file and what is registered.

    Args:
        state: what becomes of it.
        line: of the file; None for what is not in it.
        who: the person.
        what: in words.
        key: what is done, exactly: what is confirmed is compared by it.
    """

    state: State
    line: int | None
    who: str
    what: str
    key: tuple[str, ...]


@dataclass(slots=True)
class Plan:
    """All differences, and the rows that would be stored; nothing is stored yet."""

    kind: FileKind
    unused_columns: Sequence[str] = ()
    problems: list[Problem] = field(default_factory=list)
    differences: list[Difference] = field(default_factory=list)
    new_accounts: list[User] = field(default_factory=list)
    changed_accounts: list[tuple[User, list[str]]] = field(default_factory=list)
    hired: list[Employment] = field(default_factory=list)
    ended: list[Employment] = field(default_factory=list)
    shifts_added: list[Shift] = field(default_factory=list)
    shifts_changed: list[Shift] = field(default_factory=list)
    shifts_struck: list[Shift] = field(default_factory=list)

    def say(self, difference: Difference) -> None:
        """Add a difference to what is shown."""
        self.differences.append(difference)

    def of(self, state: State) -> list[Difference]:
        """The differences of one kind."""
        return [one for one in self.differences if one.state is state]

    @property
    def missing_count(self) -> int:
        """How many are ended because they do not stand in the file."""
        return sum(1 for one in self.of(State.ENDED) if one.line is None)

    @property
    def changes_anything(self) -> bool:
        """Whether anything would be stored."""
        still = {State.UNCHANGED, State.SKIPPED}
        return any(one.state not in still for one in self.differences)

    @property
    def digest(self) -> str:
        """A mark of exactly this plan; another plan has another one."""
        done = [
            (one.state.value, *one.key)
            for one in self.differences
            if one.state is not State.UNCHANGED
        ]
        problems = [(p.line, p.column) for p in self.problems]
        said = json.dumps([self.kind.value, sorted(done), problems])
        return sha256(said.encode()).hexdigest()
