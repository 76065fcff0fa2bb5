"""Accounts: made without a password, closed but never deleted, each change in the log."""

from collections.abc import Iterable, Sequence

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.urls import reverse
from django.utils.translation import gettext as _

from access.accounts.models import User
from access.errors import RightsError
from access.events import (
    RightsChange,
    account_target,
    carry_out,
    changing_rights,
)
from access.models import CredentialChange
from access.selectors import is_employed
from access.services.credentials import (
    forget_addresses,
    forget_factors,
    forget_pin,
)
from access.services.employment import refuse_own_rights
from access.services.notices import tell_of_change
from access.services.sessions import close_sessions
from access.worker import Worker


def creating(user: User) -> RightsChange:
    """Prepare that a new account is stored, which nobody signs in with until its link is used."""
    user.set_unusable_password()
    user.is_staff = user.is_superuser = False
    detail = {"what": "account_created", "name": user.name}
    return RightsChange(
        account_target(user.pk), detail, lambda: user.save(force_insert=True)
    )


def change_account(user: User, *, changed: Iterable[str], by: Worker) -> User:
    """Store changed facts of an account; closing or opening it has its own service."""
    fields = sorted(set(changed) - {"is_active"})
    if fields:
        carry_out([changing(user, fields, by=by)], by=by)
    return user


def changing(user: User, fields: Sequence[str], *, by: Worker) -> RightsChange:
    """Prepare that changed facts of an account are stored; a new address is told to the old."""

    def store() -> None:
        before = User.objects.values_list("email", flat=True).get(pk=user.pk)
        user.save(update_fields=[*fields, "sort_key"])
        if "email" in fields:
            forget_addresses(user.pk)
            _tell(user, CredentialChange.EMAIL, by=by, to=before)

    detail = {"what": "account_changed", "fields": ",".join(fields)}
    return RightsChange(account_target(user.pk), detail, store)


def set_active(user: User, *, is_active: bool, by: Worker) -> User:
    """Close an account, or open it again. Closing signs the person out everywhere.

    Raises:
        RightsError: it is the person's own account.
    """
    refuse_own_rights(user.pk, by)
    detail = {"what": "account_opened" if is_active else "account_closed"}
    user.is_active = is_active
    with changing_rights(by=by, target=account_target(user.pk), detail=detail):
        user.save(update_fields=["is_active"])
    if not is_active:
        close_sessions(user.pk)
    return user


def take_factors_away(user: User, *, by: Worker) -> User:
    """Take away passkeys, app, codes on paper and PIN that a person has lost, and sign him out.

    The administrator has seen who he is, as when the account was made; he signs in with
    his password and sets a second factor up anew.

    Raises:
        RightsError: it is the person's own account.
    """
    refuse_own_rights(user.pk, by)
    detail = {"what": "factors_removed"}
    with changing_rights(by=by, target=account_target(user.pk), detail=detail):
        forget_factors(user.pk)
        forget_pin(user.pk)
        _tell(user, CredentialChange.FACTORS_REMOVED, by=by)
    close_sessions(user.pk)
    return user


def password_link(user: User, *, by: Worker) -> str:
    """Make a link with which the person chooses a password himself.

    It works once, for `PASSWORD_RESET_TIMEOUT`, and stops working when the password or
    the person's work changes, or when he signs in.

    Returns:
        The path on the municipality's host.

    Raises:
        RightsError: the person works nowhere, so that anybody may be the next to decide.
    """
    if not is_employed(user.pk):
        raise RightsError(_("Gi personen en ansettelse først. Da får du lenken."))
    detail = {"what": "password_link"}
    with changing_rights(by=by, target=account_target(user.pk), detail=detail):
        token = default_token_generator.make_token(user)
        _tell(user, CredentialChange.LINK, by=by)
    parts = {"uidb36": user_pk_to_url_str(user), "key": token}
    return reverse("account_reset_password_from_key", kwargs=parts)


def _tell(
    user: User, what: CredentialChange, *, by: Worker, to: str | None = None
) -> None:
    is_own = user.pk == by.user_id
    name = "" if is_own else by.name
    tell_of_change(user.pk, what, client=by.client, by_name=name, to=to)
