"""What somebody has to look at, gathered on the consortium's first page."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import ngettext

from tenants.agreements.agreement import Agreement
from tenants.agreements.letters import LetterOfIntent
from tenants.models import Municipality
from tenants.registry.periods import ceased_by, with_periods
from tenants.rollout.models import ReadinessCheck


@dataclass(frozen=True, slots=True)
class Overdue:
    """A sentence, and the list it is about."""

    text: str
    address: str


def overdue_today(request: HttpRequest) -> list[Overdue]:
    """What is late, of what the person may see."""
    today = timezone.localdate()
    late = {
        "municipality": [(_ceased(today), "gyldig=opphort&state__exact=active")],
        "readinesscheck": [
            (_checks(ReadinessCheck.objects.overdue_on(today).count()), "frist=ute")
        ],
        "letterofintent": [
            (_undelivered(LetterOfIntent.objects.undelivered().count()), "svar=feil"),
            (_letters(LetterOfIntent.objects.overdue_on(today).count()), "svar=tause"),
        ],
        "agreement": [
            (_unsigned(Agreement.objects.overdue_on(today).count()), "status=forfalt"),
            (
                _ending(Agreement.objects.ending_soon_on(today).count()),
                "status=utloper",
            ),
        ],
    }
    return [
        Overdue(text, f"{reverse(f'admin:tenants_{model}_changelist')}?{query}")
        for model, sentences in late.items()
        if request.user.has_perm(f"tenants.view_{model}")
        for text, query in sentences
        if text
    ]


def _ceased(today: date) -> str:
    """Those that are no more, and whose schema still runs as if they were."""
    running = Municipality.objects.filter(state=Municipality.State.ACTIVE)
    count = with_periods(running).filter(ceased_by(today)).count()
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
