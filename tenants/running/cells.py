"""What stands of each thing in the table of how municipalities run, in words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple

from django.template.defaultfilters import filesizeformat
from django.utils import timezone
from django.utils.timesince import timesince
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tenants.health import HealthReport
from tenants.schemas import STUCK_AFTER, SchemaUpgrade

# A night may fail and be made good the next.
MEASURED_WITHIN = timedelta(days=2)
_SHORT = 7


class Fault(NamedTuple):
    """Something that somebody must look at, and the heading of the runbook it has."""

    text: str
    chapter: str


@dataclass(frozen=True, slots=True)
class Cell:
    """How one thing is in one municipality."""

    text: str
    faults: tuple[Fault, ...] = ()


class Stored(NamedTuple):
    """The room a schema takes, when it was measured, and what it took a month before."""

    bytes: int
    day: date
    before: int | None


def schema_cell(upgrade: SchemaUpgrade | None, newest: str) -> Cell:
    """Say whether the schema is as new as the newest.

    Args:
        upgrade: How it was made, or last upgraded.
        newest: The fingerprint of the newest schema's migrations.
    """
    if upgrade is None:
        return Cell(_("Ukjent"))
    if upgrade.state == SchemaUpgrade.State.FAILED:
        return Cell("", (Fault(_("Oppgraderingen mislyktes"), "schema"),))
    if upgrade.state == SchemaUpgrade.State.RUNNING:
        until = upgrade.read_only_until
        if until is None or until > timezone.now() - STUCK_AFTER:
            return Cell(_("Oppgraderes nå"))
        return Cell("", (Fault(_("Oppgraderingen stanset"), "schema"),))
    is_done = upgrade.state == SchemaUpgrade.State.DONE
    digest = upgrade.to_digest if is_done else upgrade.from_digest
    if digest == newest:
        return Cell(_("Som de andre"))
    older = _("Eldre enn de andre (%(mark)s)") % {"mark": digest[:_SHORT]}
    return Cell("", (Fault(older, "schema"),))


def work_cell(
    moment: datetime | None, main: HealthReport | None, *others: HealthReport | None
) -> Cell:
    """Say when some work was last done, and what is wrong with it or what belongs to it."""
    text = _moment(moment) if moment else _("Ikke ennå")
    return Cell(text, (*_faults(main), *_faults_beside(others)))


def silent_cell(work: HealthReport.Work) -> Cell:
    """Say that nobody has told of work that is told of every few seconds."""
    return Cell("", (Fault(_("Ingen har meldt fra"), work.value),))


def tasks_cell(report: HealthReport | None, *others: HealthReport) -> Cell:
    """Say how much has failed, and what is wrong with work that has no column of its own.

    The report of failures goes when a day has passed without.
    """
    beside = _faults_beside(others)
    if report is None:
        return Cell("" if beside else _("Ingen"), beside)
    number = max(report.failures, 1)
    said = ngettext(
        "%(number)s mislyktes %(moment)s",
        "%(number)s mislyktes, sist %(moment)s",
        number,
    )
    words = {"number": number, "moment": _moment(report.measured_at)}
    return Cell("", (Fault(said % words, report.work), *beside))


def storage_cell(stored: Stored | None, today: date) -> Cell:
    """Say how much room the schema takes, and how much more than a month ago."""
    if stored is None:
        return Cell(_("Ikke målt ennå"))
    text = filesizeformat(stored.bytes)
    if stored.before is not None:
        grown = stored.bytes - stored.before
        sign = "−" if grown < 0 else "+"
        text = _("%(size)s (%(grown)s på 30 dager)") % {
            "size": text,
            "grown": f"{sign}{filesizeformat(abs(grown))}",
        }
    if today - stored.day <= MEASURED_WITHIN:
        return Cell(text)
    since = _("Ikke målt siden %(day)s") % {"day": f"{stored.day:%d.%m.%Y}"}
    return Cell(text, (Fault(since, "storage"),))


def _faults(report: HealthReport | None) -> list[Fault]:
    if report is None or not report.is_alarm:
        return []
    if report.problem:
        return [Fault(str(report.get_problem_display()), report.problem)]
    if report.is_silent:
        since = {"moment": _moment(report.measured_at)}
        said = _("Ingen har meldt fra siden %(moment)s") % since
    else:
        now = timezone.now()
        waited = timesince(now - timedelta(seconds=report.age_s), now, depth=1)
        said = _("Det eldste har ventet i %(time)s") % {"time": waited}
    return [Fault(said, report.work)]


def _faults_beside(reports: Iterable[HealthReport | None]) -> tuple[Fault, ...]:
    """What is wrong with work that stands in another's column, by its name."""
    return tuple(
        Fault(f"{report.get_work_display()}: {each.text}", each.chapter)
        for report in reports
        if report
        for each in _faults(report)
    )


def _moment(moment: datetime) -> str:
    return f"{timezone.localtime(moment):%d.%m.%Y kl.\N{NO-BREAK SPACE}%H.%M}"


def faults_of(cells: Sequence[Cell]) -> list[Fault]:
    """Gather what is wrong."""
    return [fault for cell in cells for fault in cell.faults]
