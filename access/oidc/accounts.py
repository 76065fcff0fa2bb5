"""Whose account a person signs in to, and whether he may work as what he is employed as."""

from uuid import UUID

from access.accounts.models import User
from access.codes import Profession
from access.oidc.claims import Identity
from access.oidc.refusals import Refusal, SignInRefusedError
from access.roles import Role
from access.services.person import point_to
from access.workplace import posts_of
from audit.hashing import number_hash, platform_hash
from tenants.account_places import places_of
from tenants.context import in_municipality
from tenants.models import Municipality

# Those who hold them are licensed (helsepersonelloven § 48), and stand in the register.
_LICENSED = frozenset({Role.NURSE, Role.HEALTH_VISITOR, Role.PHYSICIAN})
# Assistants without a licence work as these too: then the account names no profession.
_LICENSED_BY_PROFESSION = frozenset({Role.CARE_WORKER})
_NO_PROFESSION = frozenset({"", Profession.XX.value})


def accounts_of(identity: Identity) -> dict[Municipality, UUID]:
    """Find a person's open accounts, in the municipalities that have one, by name."""
    found = {}
    for municipality in places_of(platform_hash("identifier", identity.number)):
        with in_municipality(municipality):
            if user := _account(person_hash=number_hash(identity.number)):
                found[municipality] = user.pk
    return found


def account_of(identity: Identity) -> User:
    """Find a person's open account in the municipality that is entered.

    From now on the one sign-in address finds it too, if it did not.

    Raises:
        SignInRefusedError: he has none.
    """
    here = number_hash(identity.number)
    user = _account(person_hash=here)
    if user is None:
        raise SignInRefusedError(Refusal.NO_ACCOUNT, keyed_hash=here)
    point_to(user, identity.number)
    return user


def open_account(account_id: UUID) -> User:
    """Give an account of the municipality that is entered, if it is open still.

    Raises:
        SignInRefusedError: it is not.
    """
    user = _account(pk=account_id)
    if user is None:
        raise SignInRefusedError(Refusal.NO_ACCOUNT, account_id=account_id)
    return user


def check_licence(user: User, hpr_number: str) -> None:
    """Check a person's number in the register of health personnel against his account's.

    Raises:
        SignInRefusedError: a role of his needs one and HelseID gives another or none, or
            HelseID gives another than the account has.
    """
    if hpr_number and hpr_number == user.hpr_number:
        return
    is_another = bool(hpr_number and user.hpr_number)
    if is_another or _needs_licence(user):
        raise SignInRefusedError(Refusal.HPR, account_id=user.pk)


def _needs_licence(user: User) -> bool:
    roles = {post.role for post in posts_of(user.pk)}
    has_profession = user.profession not in _NO_PROFESSION
    return bool(
        roles & _LICENSED or (has_profession and roles & _LICENSED_BY_PROFESSION)
    )


def _account(**which: object) -> User | None:
    return User.objects.filter(**which, is_active=True).first()
