"""Where an embedded server's files and its socket lie, and who may start it now."""

import fcntl
import hashlib
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

# A socket's path ends after 108 bytes on Linux and 104 on macOS, the NUL included.
SOCKET_PATH_BYTES = 103
OPEN_TO_OTHERS = 0o077
PASSABLE_BY_OTHERS = 0o001


class ServerUnavailableError(RuntimeError):
    """An embedded server cannot be found, started or reached."""


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock file at the path; the system lets go of it if we die."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        file = path.open("a")
    except PermissionError as error:
        raise ServerUnavailableError(
            f"{path.parent} belongs to another user; "
            "give AKSON_HOME a folder of your own."
        ) from error
    with file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def socket_folder(data: Path, name: str) -> Path:
    """Return the folder for the socket with this name: the data's own if it can be.

    A path may be too long for a socket, and PostgreSQL reads commas and quotes
    in it as a list. Then it is a folder below /tmp that only depends on the
    data's path and the user, so that every process finds the same one (TMPDIR
    may differ between them, and may itself be long).
    """
    length = len(os.fsencode(data / name))
    if length <= SOCKET_PATH_BYTES and not set(str(data)) & set(",\"'"):
        return data
    digest = hashlib.sha256(os.fsencode(data)).hexdigest()[:12]
    return Path(f"/tmp/akson-{os.geteuid()}-{digest}")  # noqa: S108 - owner checked


def make_private(folder: Path, owner: int) -> None:
    """Make a folder that only its owner may enter, or check that it is one.

    Raises:
        ServerUnavailableError: Somebody else was there first.
    """
    with suppress(FileExistsError):
        folder.mkdir(mode=0o700, parents=True)
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid not in {owner, os.geteuid()}:
        raise ServerUnavailableError(f"{folder} is not a folder of our own; remove it.")
    if found.st_uid != owner:
        os.chown(folder, owner, -1)
    if stat.S_IMODE(found.st_mode) & OPEN_TO_OTHERS:
        folder.chmod(0o700)


def closed_to_others(*folders: Path) -> bool:
    """Tell whether another user is stopped on the way down to any of the folders."""
    return any(
        not place.stat().st_mode & PASSABLE_BY_OTHERS
        for folder in folders
        for place in (folder, *folder.parents)
        if place.exists()
    )
