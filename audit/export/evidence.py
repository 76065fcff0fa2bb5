"""What is handed out with a proof: the event's own bytes, and whom to believe."""

from collections.abc import Mapping
from pathlib import Path
from uuid import UUID

from audit.export.folder import VERIFIER, policy_of
from audit.export.proving import Proven
from audit.export.rows import newest_of_each_era
from audit.seal.keys import VerifierKey
from audit.seal.proofs import SUFFIX
from audit.sealing.keys import SealKeyError, verifier_keys, write_over

ENTRY_SUFFIX = ".json"
POLICY = "policy"
_OWNER_ONLY = 0o600


def files_of(proven: Proven, *, name: str) -> dict[str, bytes]:
    """Give an event's files by their names: its exact bytes, and their proof."""
    return {
        name + ENTRY_SUFFIX: proven.body,
        name + SUFFIX: str(proven.proof).encode(),
    }


def files_beside(municipality_id: UUID, *, is_witnessed: bool) -> dict[str, bytes]:
    """Give what goes with any number of proofs: the verifier, and the logs' public keys.

    The keys are left out where this process has none: the sealer's folder is its own.

    Args:
        municipality_id: Whose log.
        is_witnessed: Whether enough witnesses have signed what each of the proofs is by.
    """
    files = {VERIFIER.name: VERIFIER.read_bytes()}
    origins = [tree.origin for tree in newest_of_each_era()]
    keys = [key for origin in origins for key in _keys(municipality_id, origin)]
    if keys:
        files[POLICY] = policy_of(keys, is_witnessed=is_witnessed).encode()
    return files


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files to a folder for its owner alone, in the place of older ones."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for name, data in files.items():
        write_over(folder / name, data, mode=_OWNER_ONLY)


def _keys(municipality_id: UUID, origin: str) -> list[VerifierKey]:
    try:
        return verifier_keys(municipality_id, origin)
    except (SealKeyError, OSError):
        return []
