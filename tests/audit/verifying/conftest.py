"""A sealed log to look at: written by the front door, and by the sealer."""

from tests.audit.sealing.conftest import key_folder, seal, write, write_many

__all__ = ["key_folder", "seal", "write", "write_many"]
