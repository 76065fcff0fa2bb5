"""A person is told when what he signs in with is changed: on his first page, and by mail."""

import logging
from collections.abc import Collection
from functools import partial
from uuid import UUID

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _

from access.accounts.models import User
from access.models import CredentialChange, CredentialNotice
from access.selectors import local_administrators
from audit.entry import Client
from tenants.context import current_municipality

logger = logging.getLogger(__name__)


def tell_of_change(
    user_id: UUID,
    what: CredentialChange,
    *,
    client: Client,
    by_name: str = "",
    to: str | None = None,
) -> None:
    """Tell a person what was changed, unless he has never signed in and it is his beginning.

    Args:
        user_id: whose way to sign in it is.
        what: was changed.
        client: from where.
        by_name: who did it, when it was not he himself.
        to: the address to mail; that of the account when it is not told.
    """
    user = User.objects.get(pk=user_id)
    if user.last_login is None:
        return
    notice = CredentialNotice.objects.create(
        user=user,
        what=what,
        changed_at=timezone.now(),
        device=client.user_agent[:200],
        by_name=by_name,
    )
    address = user.email if to is None else to
    if address:
        transaction.on_commit(partial(_mail, notice, address))


def mark_seen(user_id: UUID, notice_ids: Collection[UUID]) -> None:
    """Note that a person has seen what he was told."""
    mine = CredentialNotice.objects.filter(user_id=user_id, pk__in=notice_ids)
    mine.filter(seen_at=None).update(seen_at=timezone.now())


def _mail(notice: CredentialNotice, address: str) -> None:
    """Mail it as well; what cannot be mailed is still told on the first page."""
    municipality = current_municipality()
    context = {
        "notice": notice,
        "municipality": municipality.official_name if municipality else "",
        "phones": sorted({a.phone for a in local_administrators() if a.phone}),
    }
    body = render_to_string("account/email/credential_changed_message.txt", context)
    try:
        send_mail(
            _("Innloggingen din i Akson er endret"),
            body,
            settings.DEFAULT_FROM_EMAIL,
            [address],
        )
    except OSError:
        logger.warning("a notice could not be mailed", extra={"notice_id": notice.pk})
