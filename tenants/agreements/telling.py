"""Mails those a deadline concerns, once ahead and once when it is over."""

import logging
from collections.abc import Iterable
from datetime import date
from itertools import groupby
from uuid import UUID

from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import F
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from tenants.agreements.deadlines import (
    FAILURES_ALLOWED,
    Deadline,
    DeadlineNotice,
    deadlines_on,
)
from tenants.agreements.letters import LetterOfIntent
from tenants.agreements.services import ceased_municipalities
from tenants.health import HealthReport, report_standing_problem
from tenants.models import Municipality

logger = logging.getLogger(__name__)
_What = DeadlineNotice.What


def tell_of_deadlines() -> int:
    """Tell of what nobody was told; gives how many mails went. Safe to run twice."""
    gone = ceased_municipalities()
    found = deadlines_on(timezone.localdate())
    due = sorted((d for d in found if d.municipality_id not in gone), key=_reader)
    _forget_what_was_done(due)
    return sum(
        _tell(municipality_id, addresses, list(own))
        for (municipality_id, addresses), own in groupby(due, key=_reader)
    )


def report_undelivered() -> None:
    """Have an alarm where letters or notices do not arrive, and none elsewhere."""
    letters = LetterOfIntent.objects.undelivered()
    late = letters.filter(failures__gte=FAILURES_ALLOWED)
    notices = DeadlineNotice.objects.undelivered()
    where = {
        *late.values_list("municipality_id", flat=True),
        *notices.values_list("municipality_id", flat=True),
    }
    report_standing_problem(
        HealthReport.Work.LETTERS, where, HealthReport.Problem.UNDELIVERED
    )


def _reader(deadline: Deadline) -> tuple[UUID, tuple[str, ...]]:
    return deadline.municipality_id, deadline.addresses


def _forget_what_was_done(due: Iterable[Deadline]) -> None:
    """What reached nobody, and is done or moved since, is no longer missed."""
    keys = {one.key for one in due}
    for notice in DeadlineNotice.objects.untold():
        key = (notice.what, notice.about, notice.due_on, notice.is_over)
        if key not in keys:
            notice.delete()


@transaction.atomic
def _tell(
    municipality_id: UUID, addresses: tuple[str, ...], due: list[Deadline]
) -> bool:
    """Send one mail of all that these people were not told; whether it went.

    Another worker that tells of the same waits for this one, and finds nothing left.
    """
    DeadlineNotice.objects.bulk_create(
        (_notice(one) for one in due), ignore_conflicts=True
    )
    waiting = DeadlineNotice.objects.untold().filter(about__in=[d.about for d in due])
    untold = {
        (notice.what, notice.about, notice.due_on, notice.is_over): notice.pk
        for notice in waiting.select_for_update()
    }
    own = [one for one in due if one.key in untold]
    if not own:
        return False
    municipality = Municipality.objects.get(pk=municipality_id)
    is_sent = _send(_message(municipality, own, addresses))
    notices = DeadlineNotice.objects.filter(pk__in=[untold[one.key] for one in own])
    if is_sent:
        notices.update(told_at=timezone.now(), failures=0)
    else:
        notices.update(failures=F("failures") + 1)
    return is_sent


def _notice(deadline: Deadline) -> DeadlineNotice:
    return DeadlineNotice(
        municipality_id=deadline.municipality_id,
        what=deadline.what,
        about=deadline.about,
        due_on=deadline.due_on,
        is_over=deadline.is_over,
    )


def _send(message: EmailMessage) -> bool:
    """Send; nobody to send to is not sent."""
    try:
        return bool(message.send())
    except OSError:
        # Neither address nor text.
        logger.warning("a notice of a deadline was not delivered")
        return False


def _message(
    municipality: Municipality, due: list[Deadline], addresses: tuple[str, ...]
) -> EmailMessage:
    """Write it in the municipality's own form of Norwegian, what is most late first."""
    with translation.override("nn" if municipality.language == "nn" else "nb"):
        subject = _("Frister for Akson i %(municipality)s") % {
            "municipality": municipality.name
        }
        lines = [_line(one) for one in sorted(due, key=_in_order)]
        text = _(
            "Til dem som innfører Akson i %(municipality)s\n\n%(lines)s\n\n"
            "Er noe av dette gjort, så meld fra til konsortiet. "
            "Dere får denne påminnelsen én gang før fristen og én gang etter den."
        ) % {"municipality": municipality.official_name, "lines": "\n".join(lines)}
    return EmailMessage(subject, text, to=list(addresses))


def _in_order(deadline: Deadline) -> tuple[date, str]:
    return deadline.due_on, str(deadline.name)


def _line(deadline: Deadline) -> str:
    words = {"name": deadline.name, "day": f"{deadline.due_on:%d.%m.%Y}"}
    if deadline.what == _What.SIGNING:
        over = _("- %(name)s skulle vært signert innen %(day)s.")
        ahead = _("- %(name)s skal signeres innen %(day)s.")
    elif deadline.what == _What.EXPIRY:
        over = _("- %(name)s gikk ut %(day)s.")
        ahead = _("- %(name)s går ut %(day)s. Begynn med den neste.")
    else:
        over = _("- %(name)s: fristen var %(day)s.")
        ahead = _("- %(name)s: fristen er %(day)s.")
    return (over if deadline.is_over else ahead) % words
