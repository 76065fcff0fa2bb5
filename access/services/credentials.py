"""What a person proves himself by, which must not outlive those who could choose it.

Any local administrator may change an account that nobody employs. Were its password, its
link, its e-mail address or the number it is known by to live on when others employ the
person, he could sign in as that person in their part.
"""

from uuid import UUID

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator

from access.accounts.models import User
from access.models import StepUp
from access.services.sessions import close_sessions
from tenants.account_places import drop_place


def start_anew(user_id: UUID) -> None:
    """Take away all a person proves himself by, and sign out; open links stop working."""
    user = User.objects.select_for_update().get(pk=user_id)
    user.set_unusable_password()
    user.email, user.person_hash = "", None
    user.save(update_fields=["password", "email", "person_hash"])
    drop_place(user_id)
    forget_addresses(user_id)
    forget_pin(user_id)
    forget_factors(user_id)
    close_sessions(user_id)


def forget_pin(user_id: UUID) -> None:
    """Take away the PIN."""
    StepUp.objects.filter(pk=user_id).update(pin_hash="", pin_set_at=None)


def forget_factors(user_id: UUID) -> None:
    """Take away passkeys, the app and the codes on paper."""
    Authenticator.objects.filter(user_id=user_id).delete()


def forget_addresses(user_id: UUID) -> None:
    """Forget the addresses allauth remembers, which a link is mailed to as well."""
    EmailAddress.objects.filter(user_id=user_id).delete()
