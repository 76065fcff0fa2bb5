"""Runs programs, and tells from /proc which process is which."""

import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from akson_project.embedded.places import ServerUnavailableError


@dataclass(frozen=True)
class Result:
    """What a program left: its exit code, and what it said."""

    code: int
    output: str


def run(command: list[str], *, seconds: int = 30) -> Result:
    """Run a program to its end, in a plain environment.

    Its output goes to a file: a server it leaves behind would inherit a pipe and
    hold it open for good.
    """
    plain = {name: text for name, text in os.environ.items() if name[:2] != "PG"}
    with tempfile.TemporaryFile() as output:
        code = subprocess.run(  # noqa: S603 - the callers name the programs
            command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            timeout=seconds,
            cwd="/",
            env=plain | {"LC_ALL": "C.UTF-8", "TZ": "UTC"},
            check=False,
        ).returncode
        output.seek(0)
        return Result(code=code, output=output.read().decode(errors="replace"))


def wait_until(happened: Callable[[], bool], *, seconds: float) -> None:
    """Wait for something to become true.

    Raises:
        ServerUnavailableError: It did not, in the time given.
    """
    deadline = time.monotonic() + seconds
    while not happened():
        if time.monotonic() > deadline:
            raise ServerUnavailableError(f"Waited for {seconds} s in vain.")
        time.sleep(0.02)


def last_words(log: Path) -> str:
    """Return the end of a server's log, for whoever wonders why it does not run."""
    return log.read_text(errors="replace")[-2000:] if log.exists() else ""


def command_line(pid: int) -> list[str]:
    """Return what a process was started with; nothing if it is gone or a zombie."""
    try:
        words = Path(f"/proc/{pid}/cmdline").read_text(errors="surrogateescape")
    except OSError:
        return []
    return [word for word in words.split("\0") if word]


def kill_all_in(folder: Path, *, program: str) -> None:
    """Kill what is left of a program that works in a folder; wait until it is gone."""

    def left() -> list[int]:
        numbers = [int(entry.name) for entry in Path("/proc").glob("[0-9]*")]
        return [pid for pid in numbers if _works_in(folder, pid=pid, program=program)]

    for pid in left():
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    wait_until(lambda: not left(), seconds=10)


def _works_in(folder: Path, *, pid: int, program: str) -> bool:
    try:
        name = Path(f"/proc/{pid}/comm").read_text().strip()
        return name == program and Path(f"/proc/{pid}/cwd").readlink() == folder
    except OSError:  # gone, a zombie, or not ours to ask about
        return False
