"""How accounts are made and found: a user name is the same in small and capital letters."""

from typing import TYPE_CHECKING

from django.contrib.auth.models import UserManager as DjangoUserManager

if TYPE_CHECKING:
    from access.accounts.models import User


def fold_username(username: str) -> str:
    """Give the form a user name is stored in; phones capitalise what one types."""
    return username.strip().lower()


class UserManager(DjangoUserManager["User"]):
    """Finds an account by its user name, however it was typed."""

    use_in_migrations = False

    def get_by_natural_key(self, username: str | None) -> "User":
        """Find the account a person signs in with.

        Raises:
            User.DoesNotExist: there is none.
        """
        return self.get(username=fold_username(username or ""))
