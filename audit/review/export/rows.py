"""One event as a row of a file: the same columns in every kind of file."""

from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from audit.models import AccessEvent
from audit.review.export.masks import Masks
from audit.review.rules.log_filter import LogFilter
from audit.review.selectors import words
from audit.review.selectors.facts import Facts, read_body
from audit.review.selectors.lines import EventLine, line_of, people_in
from audit.review.selectors.pages import page_words


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


def row_of(
    event: AccessEvent, masks: Masks, *, chosen: LogFilter, reader_id: UUID
) -> list[str]:
    """Make a row of an event, in the order of the headings.

    Args:
        event: the event.
        masks: what people and things are called in this file.
        chosen: the part of the log it is in.
        reader_id: who takes it out.
    """
    facts = read_body(bytes(event.body))
    line = line_of(event, facts, chosen=chosen, reader_id=reader_id)
    return [
        timezone.localtime(event.recorded_at).strftime("%d.%m.%Y %H:%M:%S"),
        *_who(event, line, facts, masks),
        line.unit,
        facts.part("place").text("enterprise_name"),
        facts.part("place").text("orgnr"),
        line.verb,
        line.outcome,
        line.basis,
        *_why(facts, masks),
        str(len(people_in(facts))),
        _patients(line, facts, chosen, masks),
        *_where(facts, masks),
        _("Ja") if line.is_demo else _("Nei"),
        masks.instead_of(str(event.id), kind="event"),
    ]


def _who(event: AccessEvent, line: EventLine, facts: Facts, masks: Masks) -> list[str]:
    actor = facts.part("actor")
    mark = masks.mark("worker", event.actor_id)
    return [
        _("Ansatt %(mark)s") % {"mark": mark} if mark else masks.hidden(line.who),
        actor.text("title"),
        words.say(words.PROFESSIONS, actor.text("profession")),
        masks.hidden(actor.text("hpr_number")),
        words.role_words(actor.text("role")),
    ]


def _why(facts: Facts, masks: Masks) -> list[str]:
    grounds = facts.part("grounds")
    return [
        words.say(words.PURPOSES, grounds.text("purpose")),
        words.say(words.REASONS, grounds.text("reason_code")),
        words.say(words.REFUSALS, facts.text("refusal")),
        masks.instead_of(grounds.text("decision_ref"), kind="decision"),
    ]


def _where(facts: Facts, masks: Masks) -> list[str]:
    client, target = facts.part("client"), facts.part("target")
    row = masks.instead_of(target.text("id"), kind="row")
    return [
        f"{target.text('type')} {row}".strip(),
        page_words(client.text("page")),
        masks.hidden(client.text("address")),
        masks.hidden(client.text("user_agent")),
        masks.instead_of(client.text("session"), kind="session"),
        masks.instead_of(client.text("request"), kind="request"),
    ]


def _patients(line: EventLine, facts: Facts, chosen: LogFilter, masks: Masks) -> str:
    """Name the patients; in a file about one of them, the others are only counted."""
    everybody = people_in(facts)
    if chosen.patient:
        everybody = [one for one in everybody if one == chosen.patient.id]
    marks = [masks.mark("patient", one) for one in everybody]
    hidden = [_("Pasient %(mark)s") % {"mark": mark} for mark in marks if mark]
    names = ", ".join(hidden or line.patients)
    others = len(people_in(facts)) - len(hidden) if hidden else line.others
    if not others:
        return names
    said = ngettext("og %(count)s annen", "og %(count)s andre", others)
    return f"{names} {said % {'count': others}}".strip()
