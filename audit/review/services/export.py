"""The log as a file a spreadsheet opens."""

import csv
from collections.abc import Iterable, Iterator
from io import BytesIO, TextIOWrapper

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from access.worker import Worker
from audit.models import AccessEvent
from audit.review.rules.cells import safe_cell
from audit.review.rules.log_filter import LogFilter
from audit.review.selectors import words
from audit.review.selectors.events import all_events_in
from audit.review.selectors.facts import Facts, read_body
from audit.review.selectors.figures import number_of_events
from audit.review.selectors.lines import EventLine, line_of, people_in
from audit.review.selectors.pages import page_words
from audit.review.services.reading import log_reading
from audit.verbs import Verb
from journal.record.errors import RuleError

MOST_ROWS = 100_000
_AT_A_TIME = 2_000


def export_log(chosen: LogFilter, *, by: Worker) -> bytes:
    """Write a part of the log as CSV; that it was taken out is in the log before.

    Semicolons and a byte order mark, as Norwegian spreadsheets expect. Rows are read a
    few at a time, so that only the file itself is held in memory.

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
    log_reading(by, verb=Verb.LOG_EXPORTED, chosen=chosen, detail={"rows": str(rows)})
    return _written(_rows(chosen, by))


def _written(rows: Iterable[list[str]]) -> bytes:
    file = BytesIO()
    text = TextIOWrapper(file, encoding="utf-8-sig", newline="", write_through=True)
    table = csv.writer(text, delimiter=";", lineterminator="\r\n")
    table.writerow(headings())
    table.writerows([safe_cell(cell) for cell in row] for row in rows)
    return file.getvalue()


def _rows(chosen: LogFilter, by: Worker) -> Iterator[list[str]]:
    for event in all_events_in(chosen, size=_AT_A_TIME):
        facts = read_body(bytes(event.body))
        line = line_of(event, facts, chosen=chosen, reader_id=by.user_id)
        yield _row(event, line, facts)


def headings() -> list[str]:
    """Give the columns' names, in the order of `_row`."""
    return [
        _("Tidspunkt"),
        _("Hvem"),
        _("Stilling"),
        _("Helsepersonellkategori"),
        _("HPR-nummer"),
        _("Rolle"),
        _("Enhet"),
        _("Virksomhet"),
        _("Organisasjonsnummer"),
        _("Handling"),
        _("Utfall"),
        _("Grunnlag"),
        _("Formål"),
        _("Begrunnelse"),
        _("Hvorfor avvist"),
        _("Tilgangsbeslutning"),
        _("Antall pasienter"),
        _("Pasienter"),
        _("Gjelder"),
        _("Side"),
        _("Nettadresse (IP)"),
        _("Nettleser"),
        _("Økt"),
        _("Forespørsel"),
        _("Demodata"),
        _("Hendelse"),
    ]


def _row(event: AccessEvent, line: EventLine, facts: Facts) -> list[str]:
    actor, grounds = facts.part("actor"), facts.part("grounds")
    client, target = facts.part("client"), facts.part("target")
    return [
        timezone.localtime(event.recorded_at).strftime("%d.%m.%Y %H:%M:%S"),
        line.who,
        actor.text("title"),
        words.say(words.PROFESSIONS, actor.text("profession")),
        actor.text("hpr_number"),
        words.role_words(actor.text("role")),
        line.unit,
        facts.part("place").text("enterprise_name"),
        facts.part("place").text("orgnr"),
        line.verb,
        line.outcome,
        line.basis,
        words.say(words.PURPOSES, grounds.text("purpose")),
        words.say(words.REASONS, grounds.text("reason_code")),
        words.say(words.REFUSALS, facts.text("refusal")),
        grounds.text("decision_ref"),
        str(len(people_in(facts))),
        _patients(line),
        f"{target.text('type')} {target.text('id')}".strip(),
        page_words(client.text("page")),
        client.text("address"),
        client.text("user_agent"),
        client.text("session"),
        client.text("request"),
        _("Ja") if line.is_demo else _("Nei"),
        str(event.id),
    ]


def _patients(line: EventLine) -> str:
    """Name the patients; in a file about one of them, the others are only counted."""
    names = ", ".join(line.patients)
    if not line.others:
        return names
    others = ngettext("og %(count)s annen", "og %(count)s andre", line.others) % {
        "count": line.others
    }
    return f"{names} {others}".strip()
