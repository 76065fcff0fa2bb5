"""Taking a part of the log out as a file; that it was done is in the log before."""

from collections.abc import Iterator
from typing import IO

from django.utils import timezone
from django.utils.translation import gettext as _

from access.models import ReviewCase
from access.oversight.cases.services import CASE
from access.worker import Worker
from audit.entry import Target
from audit.review.export.files import Kind, written
from audit.review.export.masks import Masks
from audit.review.export.rows import headings, row_of
from audit.review.export.selectors import opened_case_of
from audit.review.rules.log_filter import LogFilter
from audit.review.selectors.asked import asked_for
from audit.review.selectors.events import all_events_in
from audit.review.selectors.figures import number_of_events
from audit.review.services.reading import log_reading
from audit.verbs import Verb
from journal.record.errors import RuleError

MOST_ROWS = 100_000
_AT_A_TIME = 2_000


def export_log(chosen: LogFilter, *, by: Worker, kind: Kind) -> IO[bytes]:
    """Write a part of the log to a file; whoever sends it closes it.

    People stand in it by marks of this file alone. Only where the part is one employee's
    week, and a case about it has been opened, do names stand there; then the event names
    the case.

    Raises:
        RuleError: it is more than 100,000 events.
    """
    rows = number_of_events(chosen, at_most=MOST_ROWS + 1)
    if rows > MOST_ROWS:
        raise RuleError(
            _(
                "Utvalget har mer enn 100 000 hendelser, som er det meste som kan tas ut "
                "på én gang. Velg en kortere periode."
            )
        )
    case = opened_case_of(chosen, by)
    log_reading(
        by,
        verb=Verb.LOG_EXPORTED,
        chosen=chosen,
        target=Target(CASE, str(case.pk)) if case else None,
        detail={"rows": str(rows)},
    )
    masks = Masks(None) if case else Masks.of_one_file()
    about = _about(chosen, by, rows, case)
    return written(kind, headings(), _rows(chosen, by, masks), about)


def _rows(chosen: LogFilter, by: Worker, masks: Masks) -> Iterator[list[str]]:
    """Read a few events at a time, so that no more are held in memory."""
    for event in all_events_in(chosen, size=_AT_A_TIME):
        yield row_of(event, masks, chosen=chosen, reader_id=by.user_id)


def _about(
    chosen: LogFilter, by: Worker, rows: int, case: ReviewCase | None
) -> dict[str, str]:
    """Say what the file is, and how people are named in it; without a case, of nobody."""
    asked = asked_for(chosen if case else chosen.without_people())
    names = (
        _("Navn er med, fordi en kontrollsak om dette er åpnet.")
        if case
        else _("Ansatte og pasienter har merker som gjelder bare i denne filen.")
    )
    return {
        _("Periode"): f"{chosen.since:%d.%m.%Y}–{chosen.until:%d.%m.%Y}",
        _("Utvalg"): "; ".join(asked) or _("Alle hendelser"),
        _("Antall hendelser"): str(rows),
        _("Navn"): names,
        _("Tatt ut av"): by.name,
        _("Tatt ut"): timezone.localtime().strftime("%d.%m.%Y %H.%M"),
    }
