"""The page that goes with proofs: what they are, and how anybody verifies them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from audit.controller import controller_here
from audit.export.evidence import ENTRY_SUFFIX, POLICY
from audit.export.folder import VERIFIER
from audit.review.typeset import typeset
from audit.seal.proofs import SUFFIX

_LAYOUT = Path(__file__).with_name("paper.typ")


@dataclass(frozen=True, slots=True)
class Proved:
    """An event whose proof lies beside the page, and what its files are called."""

    name: str
    at: datetime
    who: str
    what: str


def paper(
    proved: Sequence[Proved],
    *,
    left_out: int,
    waiting: int,
    has_keys: bool,
    language: str,
) -> bytes:
    """Write the page as a tagged PDF (PDF/UA-1).

    Args:
        proved: the events, the oldest first.
        left_out: how many were left out, since their bytes say something of others too.
        waiting: how many are not sealed yet, or not seen by witnesses as the others are.
        has_keys: whether the municipality's public keys are beside it.
        language: nb or nn.
    """
    sender = controller_here().name
    with translation.override(language):
        told = {
            "language": language,
            "title": _("Bevis for hendelser i tilgangsloggen"),
            "sender": sender,
            "day": f"{timezone.localdate():%d.%m.%Y}",
            "said": _what_it_is(left_out, waiting),
            "steps_title": _("Slik kontrollerer du"),
            "steps": _steps(proved[0].name),
            "answers": _answers(),
            "parts": [_keys(has_keys), _contents()],
            "events_title": _("Hendelsene"),
            "heads": [_("Fil"), _("Når"), _("Hvem"), _("Hva")],
            "rows": [_row(one) for one in proved],
            "page": _("Side"),
        }
    return typeset(_LAYOUT, told)


def _what_it_is(left_out: int, waiting: int) -> list[str]:
    said = [
        _(
            "Kommunen forsegler tilgangsloggen med noen sekunders mellomrom. Filene her viser at "
            "hendelsene sto i loggen da den ble forseglet, og at de ikke er endret siden. Det kan "
            "alle kontrollere, uten hjelp fra kommunen."
        )
    ]
    if left_out:
        said.append(
            ngettext(
                "%(count)s hendelse er ikke med, fordi den også sier noe om andre.",
                "%(count)s hendelser er ikke med, fordi de også sier noe om andre.",
                left_out,
            )
            % {"count": left_out}
            + " "
            + _("Kommunen kan kontrollere dem for deg.")
        )
    if waiting:
        said.append(
            ngettext(
                "%(count)s hendelse er så ny at den ikke kan bevises ennå.",
                "%(count)s hendelser er så nye at de ikke kan bevises ennå.",
                waiting,
            )
            % {"count": waiting}
        )
    return said


def _steps(name: str) -> list[dict[str, str]]:
    """Say what to do, and what to type where something is typed."""
    command = (
        f"python {VERIFIER.name} --policy {POLICY} "
        f"--proof {name}{SUFFIX} --entry {name}{ENTRY_SUFFIX}"
    )
    return [
        {"said": _("Pakk ut filene i en mappe."), "typed": ""},
        {
            "said": _(
                "Installer Python 3.11 eller nyere fra python.org. Åpne et kommandovindu i "
                "mappen, og skriv:"
            ),
            "typed": "python -m pip install cryptography",
        },
        {
            "said": _("Kontroller en hendelse ved å skrive navnet på filene dens:"),
            "typed": command,
        },
    ]


def _answers() -> list[str]:
    return [
        _("Stemmer alt, blir svaret at hendelsen står i loggen."),
        _(
            "Begynner svaret med FEIL, er hendelsen eller beviset endret. Ta vare på filene, og "
            "si fra til kommunen eller Datatilsynet."
        ),
        _(
            "Er du ikke vant til slikt, kan du be noen du stoler på om hjelp. De trenger bare "
            "filene i denne mappen."
        ),
    ]


def _keys(has_keys: bool) -> dict[str, object]:
    if has_keys:
        said = _(
            "Filen policy har kommunens offentlige nøkler, som underskriftene kontrolleres med. "
            "Den kommer fra kommunen selv. Vil du være helt sikker, må du sammenligne den med "
            "nøkler du har fått på en annen måte."
        )
    else:
        said = _(
            "Kommunens offentlige nøkler er ikke med her. Be kommunen om dem, og legg filen i "
            "mappen med navnet policy."
        )
    return {"title": _("Nøklene"), "said": said}


def _contents() -> dict[str, object]:
    return {
        "title": _("Tenk over hvem du gir filene til"),
        "said": _(
            "Filene som slutter på .json, er hendelsene slik de er lagret. De sier mer enn "
            "det som står her: adressen til maskinen som ble brukt, og lange koder "
            "for pasienten, journalen og den ansatte."
        ),
    }


def _row(one: Proved) -> list[str]:
    at = timezone.localtime(one.at)
    return [one.name, f"{at:%d.%m.%Y %H.%M.%S}", one.who, one.what]
