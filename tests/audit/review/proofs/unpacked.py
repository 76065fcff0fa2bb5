"""Opening a file of proofs as a stranger does."""

from io import BytesIO
from zipfile import ZipFile

VERIFIER = "verify_akson_log.py"
PAPER = "slik-kontrollerer-du.pdf"


def unpack(answer, folder):
    """Unpack what was given; gives the names of the files."""
    assert answer["Content-Type"] == "application/zip"
    return unpack_bytes(answer.content, folder)


def unpack_bytes(file, folder):
    """Unpack a file; gives the names of the files in it."""
    with ZipFile(BytesIO(file)) as archive:
        archive.extractall(folder)
        return sorted(archive.namelist())


def asked(folder, name):
    """What one types to verify an event, after the page that lies beside it."""
    return [
        folder / VERIFIER,
        *("--policy", folder / "policy"),
        *("--proof", folder / f"{name}.tlog-proof"),
        *("--entry", folder / f"{name}.json"),
    ]
