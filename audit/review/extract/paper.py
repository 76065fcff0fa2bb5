"""The patient's extract on paper: a tagged PDF (PDF/UA-1), in bokmål or nynorsk."""

from dataclasses import dataclass
from pathlib import Path

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from access.local_choices import choices_in_force, for_patients
from audit.review.extract.groups import Extract, Group
from audit.review.typeset import typeset
from journal.readers.rules.period import Period

_LAYOUT = Path(__file__).with_name("extract.typ")


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose extract it is, and who gives it to him."""

    name: str
    birth_date: str
    municipality: str
    given_by: str


def paper(extract: Extract, whose: Whose, period: Period, *, language: str) -> bytes:
    """Write the PDF.

    Args:
        extract: what it says.
        whose: the patient, and who gives it to him.
        period: the days.
        language: nb or nn.
    """
    with translation.override(language):
        told = _told(extract, whose, period) | {"language": language}
    return typeset(_LAYOUT, told)


def _told(extract: Extract, whose: Whose, period: Period) -> dict[str, object]:
    now = timezone.localtime()
    return {
        "title": _("Innsyn i tilgangsloggen"),
        "whose": _("%(name)s, født %(day)s")
        % {"name": whose.name, "day": whose.birth_date},
        "period": _("Fra og med %(since)s til og med %(until)s")
        % {"since": f"{period.since:%d.%m.%Y}", "until": f"{period.until:%d.%m.%Y}"},
        "given": _("Gitt %(day)s kl. %(clock)s av %(who)s, %(municipality)s.")
        % {
            "day": f"{now:%d.%m.%Y}",
            "clock": f"{now:%H.%M}",
            "who": whose.given_by,
            "municipality": whose.municipality,
        },
        "author": whose.municipality,
        "page": _("Side"),
        "about": about(),
        "parts": [
            _part(_("Åpnet"), _("Ingen har åpnet noe i disse dagene."), extract.opened),
            _part(
                _("Vist i liste eller søk"),
                _("Ingen har fått opp navnet i lister eller søk i disse dagene."),
                extract.listed,
            ),
        ],
    }


def about() -> list[str]:
    """Say what the extract is, what is not in it, and whom to ask."""
    return [*_about(), *for_patients(choices_in_force())]


def _about() -> list[str]:
    return [
        _(
            "Her står alle som har åpnet journalen eller personopplysningene dine, eller har "
            "fått opp navnet ditt i en liste eller et søk. Hver linje er én person i én uke."
        ),
        _(
            "De som prøvde og ble avvist, fikk ikke se noe og står ikke her. Begrunnelsen er den "
            "som lå til grunn da det skjedde."
        ),
        _(
            "Du kan be om en forklaring på det som står her. Si fra til den som ga deg utskriften. "
            "Du får svar innen en måned."
        ),
    ]


def _part(title: str, empty: str, groups: list[Group]) -> dict[str, object]:
    return {
        "title": title,
        "empty": empty,
        "heads": [_("Hvem"), _("Når"), _("Hva"), _("Begrunnelse")],
        "rows": [_row(group) for group in groups],
    }


def _row(group: Group) -> list[list[str]]:
    first = group.first
    where = ", ".join(dict.fromkeys(filter(None, [first.unit, first.enterprise])))
    return [
        [first.who, first.title, where],
        [group.week, group.span],
        [group.whats],
        [first.purpose, group.reasons],
    ]
