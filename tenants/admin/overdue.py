"""What somebody has to look at, gathered on the consortium's first page."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from tenants.agreements.agreement import Agreement
from tenants.agreements.letters import LetterOfIntent
from tenants.alarms.models import AlarmReceiver
from tenants.archiving.models import Archiving, Deletion
from tenants.deciding import Decision
from tenants.models import Municipality
from tenants.registry.periods import ceased_by, with_periods
from tenants.rollout.models import ReadinessCheck
from tenants.suspending.models import Suspension


@dataclass(frozen=True, slots=True)
class Overdue:
    """A sentence, and the list it is about."""

    text: str
    address: str


def overdue_today(request: HttpRequest) -> list[Overdue]:
    """What waits for somebody to confirm it, and what is late, of what the person may see."""
    today = timezone.localdate()
    late = [
        Overdue(text, f"{reverse(f'admin:tenants_{model}_changelist')}?{query}")
        for model, found in _LATE.items()
        if request.user.has_perm(f"tenants.view_{model}")
        for text, query in found(today)
        if text
    ]
    return [*_unconfirmed(request), *late]


def _unconfirmed(request: HttpRequest) -> Iterator[Overdue]:
    """What another person has proposed, where this one may confirm it."""
    for page, (decision, say) in _DECISIONS.items():
        if not request.user.has_perm(f"tenants.change_{page}"):
            continue
        waiting = decision._default_manager.filter(confirmed_at=None, lifted_at=None)
        others = waiting.exclude(proposed_by=request.user.get_username())
        for one in others.select_related("municipality").order_by("proposed_at"):
            address = reverse(f"admin:{page}", args=[one.municipality.pk])
            yield Overdue(say % {"name": one.municipality.name}, address)


def _ceased(today: date) -> list[tuple[str, str]]:
    """Those that are no more, and whose schema still runs as if they were."""
    running = Municipality.objects.filter(state=Municipality.State.ACTIVE)
    count = with_periods(running).filter(ceased_by(today)).count()
    return [(_still_running(count), "gyldig=opphort&state__exact=active")]


def _untold(_today: date) -> list[tuple[str, str]]:
    """Whether alarms of all municipalities reach somebody."""
    receivers = AlarmReceiver.objects.filter(municipality=None, is_active=True)
    said = "" if receivers.exists() else _("Ingen er satt opp til å få alarmene")
    return [(said, "")]


def _late_checks(today: date) -> list[tuple[str, str]]:
    count = ReadinessCheck.objects.overdue_on(today).count()
    return [(_checks(count), "frist=ute")]


def _late_letters(today: date) -> list[tuple[str, str]]:
    letters = LetterOfIntent.objects
    return [
        (_undelivered(letters.undelivered().count()), "svar=feil"),
        (_letters(letters.overdue_on(today).count()), "svar=tause"),
    ]


def _late_agreements(today: date) -> list[tuple[str, str]]:
    agreements = Agreement.objects
    return [
        (_unsigned(agreements.overdue_on(today).count()), "status=forfalt"),
        (_ending(agreements.ending_soon_on(today).count()), "status=utloper"),
    ]


_LATE: Mapping[str, Callable[[date], list[tuple[str, str]]]] = {
    "municipality": _ceased,
    "alarmreceiver": _untold,
    "readinesscheck": _late_checks,
    "letterofintent": _late_letters,
    "agreement": _late_agreements,
}
# By their pages and models, which are called the same.
_DECISIONS: Mapping[str, tuple[type[Decision], Promise]] = {
    "suspension": (Suspension, gettext_lazy("Stans av %(name)s venter på bekreftelse")),
    "archiving": (
        Archiving,
        gettext_lazy("Arkivering av %(name)s venter på bekreftelse"),
    ),
    "deletion": (Deletion, gettext_lazy("Sletting av %(name)s venter på bekreftelse")),
}


def _still_running(count: int) -> str:
    said = ngettext(
        "Én opphørt kommune er fortsatt i drift, og må overlates til den nye eller stanses",
        "%(count)s opphørte kommuner er fortsatt i drift, og må overlates til den nye eller stanses",
        count,
    )
    return said % {"count": count} if count else ""


def _checks(count: int) -> str:
    said = ngettext(
        "Ett krav før pilot er over fristen",
        "%(count)s krav før pilot er over fristen",
        count,
    )
    return said % {"count": count} if count else ""


def _undelivered(count: int) -> str:
    said = ngettext(
        "Ett brev om intensjonserklæring kommer ikke fram",
        "%(count)s brev om intensjonserklæring kommer ikke fram",
        count,
    )
    return said % {"count": count} if count else ""


def _letters(count: int) -> str:
    said = ngettext(
        "Én kommune har ikke svart på intensjonserklæringen innen fristen",
        "%(count)s kommuner har ikke svart på intensjonserklæringen innen fristen",
        count,
    )
    return said % {"count": count} if count else ""


def _unsigned(count: int) -> str:
    said = ngettext(
        "Én avtale skulle vært signert",
        "%(count)s avtaler skulle vært signert",
        count,
    )
    return said % {"count": count} if count else ""


def _ending(count: int) -> str:
    said = ngettext(
        "Én avtale utløper innen tre måneder",
        "%(count)s avtaler utløper innen tre måneder",
        count,
    )
    return said % {"count": count} if count else ""
