"""The first user of a new municipality: a one-time link, and the account it becomes.

The consortium starts the municipality and hands over the link; from then on the
municipality's own local administrator makes every other account. The consortium never
learns a password, and the link itself is stored nowhere, only its hash.
"""

import secrets
from datetime import UTC, datetime, timedelta
from hashlib import sha256

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from access import events
from access.accounts.models import User
from access.errors import RightsError
from access.models import Employment, FirstUserInvitation, Unit, UnitKind
from access.orgnr import is_orgnr
from access.roles import Role
from access.selectors import in_force
from access.services.employment import new_employment, save_employment
from access.services.units import store_root
from audit.entry import Client
from audit.verbs import Verb
from tenants.context import in_municipality
from tenants.models import Municipality
from tenants.request_id import request_id

VALID_FOR = timedelta(days=7)


class InvitationGoneError(Exception):
    """The link is unknown, used, replaced or too old."""


def invite_first_user(municipality: Municipality, *, by: str = "") -> str:
    """Make a one-time link for the municipality's first local administrator.

    Safe to run again: an earlier link stops working, and nothing happens once somebody
    administers the municipality.

    Args:
        municipality: One whose schema is made.
        by: Who in the consortium asks, for the log.

    Returns:
        The path of the link on the municipality's host, to be shown once; empty when
        the municipality has a local administrator already.
    """
    with in_municipality(municipality):
        if _has_administrator():
            return ""
        token = secrets.token_urlsafe(32)
        events.append(
            Verb.RIGHTS_CHANGED,
            actor=events.CONSORTIUM,
            client=Client(channel="consortium", request_id=request_id.get()),
            detail={"what": "first_user_invited", "asked_by": by},
        )
        with transaction.atomic():
            _replace_invitations(token, unit=_root_of(municipality))
    # Named, for the consortium's own addresses are in force here.
    urls = settings.ROOT_URLCONF
    return reverse("access:first_user", kwargs={"token": token}, urlconf=urls)


def find_invitation(token: str) -> FirstUserInvitation:
    """Find the invitation a link stands for.

    Raises:
        InvitationGoneError: it can not be used, or not any more.
    """
    return _find(token, lock=False)


def accept_invitation(
    token: str, *, facts: dict[str, str], password: str, client: Client
) -> User:
    """Turn the prepared account into a person's, with the right to administer.

    Args:
        token: What the link holds.
        facts: User name, given and family name and e-mail.
        password: The person's own, already checked.
        client: From where, for the log.

    Raises:
        InvitationGoneError: somebody used it first, or it is too old.
        RightsError: somebody administers the municipality already.
    """
    if _has_administrator():
        raise RightsError(_("Kommunen har allerede en lokal administrator."))
    invitation = _find(token, lock=False)
    user = invitation.user
    for field in ("username", "first_name", "last_name", "email"):
        setattr(user, field, facts[field])
    user.password, user.is_active = make_password(password), True
    detail = {
        "what": "first_user_accepted",
        "rights": f"{Role.LOCAL_ADMIN.value}@{invitation.unit_id}",
    }
    with events.changing_own_rights(user, client=client, detail=detail):
        taken = _find(token, lock=True)
        taken.used_at = datetime.now(UTC)
        taken.save(update_fields=["used_at"])
        user.save()
        employment = new_employment(user, role=Role.LOCAL_ADMIN, unit=invitation.unit)
        save_employment(employment, user_id=user.pk)
    return user


def _find(token: str, *, lock: bool) -> FirstUserInvitation:
    invitations = FirstUserInvitation.objects.select_related("user", "unit")
    if lock:
        invitations = invitations.select_for_update(of=("self",))
    found = invitations.filter(
        token_hash=_hash(token), used_at=None, expires_at__gt=datetime.now(UTC)
    ).first()
    if found is None:
        raise InvitationGoneError
    return found


def _has_administrator() -> bool:
    return Employment.objects.filter(
        in_force(), permission__codename=Role.LOCAL_ADMIN.codename, user__is_active=True
    ).exists()


def _root_of(municipality: Municipality) -> Unit:
    """Find or make the unit the municipality itself is."""
    root = Unit.objects.filter(parent=None).order_by("pk").first()
    if root is not None:
        return root
    has_orgnr = is_orgnr(municipality.orgnr)
    return store_root(
        Unit(
            name=municipality.official_name or municipality.name,
            kind=UnitKind.ENTERPRISE if has_orgnr else UnitKind.DEPARTMENT,
            orgnr=municipality.orgnr if has_orgnr else "",
        ),
        user_id=None,
    )


def _replace_invitations(token: str, *, unit: Unit) -> None:
    now = datetime.now(UTC)
    unused = FirstUserInvitation.objects.filter(used_at=None)
    latest = unused.select_related("user").order_by("-issued_at").first()
    user = latest.user if latest else _prepared_account()
    unused.filter(expires_at__gt=now).update(expires_at=now)
    FirstUserInvitation.objects.create(
        token_hash=_hash(token), user=user, unit=unit, expires_at=now + VALID_FOR
    )


def _prepared_account() -> User:
    username = f"invitert.{secrets.token_hex(4)}"
    user = User(username=username, first_name="Lokal", last_name="administrator")
    user.set_unusable_password()
    user.is_active = False
    user.save(force_insert=True)
    return user


def _hash(token: str) -> str:
    return sha256(token.encode()).hexdigest()
