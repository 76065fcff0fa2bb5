"""What nobody in the consortium may do."""

from typing import Any


class NothingIsDeleted:
    """What the register holds stays; a wrong host name is the exception."""

    def has_delete_permission(self, *_args: Any, **_kwargs: Any) -> bool:
        """Nobody deletes."""
        return False
