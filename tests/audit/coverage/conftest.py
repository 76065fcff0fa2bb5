"""People at their screens, as the journal's tests have them."""

from tests.journal.conftest import desk

__all__ = ["desk"]
