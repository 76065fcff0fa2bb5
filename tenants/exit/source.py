"""Reads what was taken out, from a folder or a tar file, and checks it before it is used."""

import tarfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from tenants.exit.manifest import NAME, File, Manifest, ManifestError, parse
from tenants.exit.rows import Sum

# Opens a file by its name in the list of contents.
Opener = Callable[[str], IO[bytes]]
_MANIFEST_MAX = 50_000_000


@contextmanager
def opened(path: Path) -> Iterator[Opener]:
    """Give what opens the files that lie in a folder or a tar file.

    Raises:
        ManifestError: there is no such folder or file.
    """
    if path.is_dir():
        yield lambda name: (path / name).open("rb")
        return
    try:
        tar = tarfile.open(path, mode="r:")  # noqa: SIM115 - closed below
    except (OSError, tarfile.TarError) as error:
        raise ManifestError(f"{path} er verken en mappe eller en tar-fil.") from error
    with tar:
        yield lambda name: _member(tar, name)


def checked(files: Opener) -> Manifest:
    """Read the list of contents, and see that every file is what it says.

    Raises:
        ManifestError: one is not.
    """
    try:
        with files(NAME) as file:
            manifest = parse(file.read(_MANIFEST_MAX))
        for each in manifest.files:
            _check(files, each)
    except (OSError, KeyError, tarfile.TarError) as error:
        raise ManifestError(f"En fil mangler eller kan ikke leses: {error}") from error
    return manifest


def _check(files: Opener, file: File) -> None:
    summed = Sum()
    with files(file.name) as lines:
        for line in lines:
            summed.add(line)
    if summed.of(file.table) != file:
        raise ManifestError(f"{file.name} er ikke den som ble skrevet.")


def _member(tar: tarfile.TarFile, name: str) -> IO[bytes]:
    found = tar.extractfile(name)
    if found is None:
        raise KeyError(name)
    return found
