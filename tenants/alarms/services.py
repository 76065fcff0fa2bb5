"""What becomes an alarm, who is told, and when it is over."""

import logging
from collections.abc import Iterable
from uuid import UUID

import httpx
from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from tenants.alarms.models import Alarm, AlarmReceiver
from tenants.health import HealthReport
from tenants.models import Municipality
from tenants.schemas import SchemaUpgrade

logger = logging.getLogger(__name__)
_WEBHOOK_WITHIN_S = 10.0
_OK = 300


class NotDeliveredError(RuntimeError):
    """A receiver could not be reached."""


def look() -> None:
    """Begin an alarm for each work that has stopped, is late or silent; end those that are over.

    No work is done for a municipality that has left, so none is missed.

    An alarm whose cause becomes another begins anew, since it asks for another hand.
    """
    now = timezone.now()
    causes = _causes()
    with transaction.atomic():
        for alarm in Alarm.objects.going_on().select_for_update():
            if causes.get((alarm.municipality_id, alarm.work)) == alarm.problem:
                del causes[alarm.municipality_id, alarm.work]
            else:
                Alarm.objects.filter(pk=alarm.pk).update(ended_at=now)
        Alarm.objects.bulk_create(
            (
                Alarm(municipality_id=where, work=work, problem=problem, began_at=now)
                for (where, work), problem in causes.items()
            ),
            ignore_conflicts=True,  # another look was first
        )


def _causes() -> dict[tuple[UUID, str], str]:
    """What is wrong now, by municipality and work; the work itself where no code says it."""
    left = {"municipality__state__in": Municipality.AFTERWARDS}
    reports = HealthReport.objects.alarming().exclude(**left)
    stopped = SchemaUpgrade.objects.stopped().exclude(**left)
    upgrades = {(one.pk, HealthReport.Work.SCHEMA.value): "" for one in stopped}
    return upgrades | {(one.municipality_id, one.work): one.problem for one in reports}


def tell() -> int:
    """Tell of the alarms nobody has taken on, each at most once an hour; give how many.

    An alarm that reached nobody is told again at the next look.
    """
    now = timezone.now()
    due = Alarm.objects.to_be_told(now).select_related("municipality")
    told = [alarm for alarm in due if _tell_all(alarm, _receivers_of(alarm))]
    Alarm.objects.filter(pk__in=[alarm.pk for alarm in told]).update(
        told_at=now, times_told=F("times_told") + 1
    )
    return len(told)


def accept(alarm: Alarm, *, by: str) -> None:
    """Say that somebody takes it on; nobody is told of it any more."""
    Alarm.objects.filter(pk=alarm.pk, accepted_at=None).update(
        accepted_at=timezone.now(), accepted_by=by
    )


def _receivers_of(alarm: Alarm) -> Iterable[AlarmReceiver]:
    """Those of the municipality, and those who are told of all."""
    return AlarmReceiver.objects.filter(
        Q(municipality=None) | Q(municipality_id=alarm.municipality_id), is_active=True
    )


def _tell_all(alarm: Alarm, receivers: Iterable[AlarmReceiver]) -> bool:
    """Tell each; whether anybody was reached."""
    is_reached = False
    for receiver in receivers:
        try:
            _tell_one(alarm, receiver)
        except NotDeliveredError:
            # Neither address nor answer: an address can hold a secret.
            logger.exception("an alarm was not delivered")
            AlarmReceiver.objects.filter(pk=receiver.pk).update(
                failures=F("failures") + 1
            )
        else:
            is_reached = True
            AlarmReceiver.objects.filter(pk=receiver.pk).update(failures=0)
    return is_reached


def _tell_one(alarm: Alarm, receiver: AlarmReceiver) -> None:
    """Send a mail or call a webhook.

    Raises:
        NotDeliveredError: it was not taken.
    """
    try:
        if receiver.channel == AlarmReceiver.Channel.MAIL:
            send_mail(_subject(alarm), _text(alarm), None, [receiver.address])
            return
        answer = httpx.post(
            receiver.address, json=_facts(alarm), timeout=_WEBHOOK_WITHIN_S
        )
    except (OSError, httpx.HTTPError, httpx.InvalidURL) as error:
        raise NotDeliveredError(type(error).__name__) from None
    if answer.status_code >= _OK:
        raise NotDeliveredError(f"answered {answer.status_code}")


def _subject(alarm: Alarm) -> str:
    return _("Akson, alarm: %(what)s") % {"what": alarm}


def _text(alarm: Alarm) -> str:
    return _(
        "%(what)s\n%(why)s.\n\nBegynte: %(began)s\nVarslet før: %(times)s ganger\n"
        "Slik går du fram: %(runbook)s\n\n"
        "Du varsles hver time til noen tar imot alarmen i konsortiets administrasjon."
    ) % {
        "what": alarm,
        "why": alarm.why,
        "began": f"{timezone.localtime(alarm.began_at):%d.%m.%Y %H.%M}",
        "times": alarm.times_told,
        "runbook": runbook_of(alarm),
    }


def _facts(alarm: Alarm) -> dict[str, str | int]:
    """What a webhook is told; `docs/runbook.md` describes it."""
    return {
        "id": str(alarm.pk),
        "municipality": alarm.municipality.name,
        "orgnr": alarm.municipality.orgnr,
        "work": alarm.work,
        "problem": alarm.problem,
        "text": f"{alarm}. {alarm.why}.",
        "began": alarm.began_at.isoformat(),
        "times_told": alarm.times_told,
        "runbook": runbook_of(alarm),
    }


def runbook_of(alarm: Alarm) -> str:
    """Where it says what to do."""
    return f"{settings.AKSON_RUNBOOK}#{alarm.runbook}"
