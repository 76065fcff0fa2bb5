"""What the demo says of itself: where it is, the password, and whom to begin as."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from akson_project.demo.stories.places.everywhere import PLACES
from akson_project.demo.stories.places.place import Place
from akson_project.demo.stories.staff import first_accounts

PASSWORD = "fjord-og-fjell"  # noqa: S105 - printed and shown; synthetic people only
CONSORTIUM_HOST = "konsortium"
CONSORTIUM_USERNAME = "konsortium"
# One of each role in the consortium: role, user name, given and family name.
CONSORTIUM_STAFF = (
    ("register", "randi.rognskog", "Randi", "Rognskog"),
    ("rollout", "ivar.innlid", "Ivar", "Innlid"),
    ("support", "bente.brattegg", "Bente", "Brattegg"),
    ("security", "sigurd.skrede", "Sigurd", "Skrede"),
)

# Title in the stories: role as the screens name it, and what to try in it.
_FIRST = {
    "sykepleier": ("Sykepleier", "leser og skriver i journalen"),
    "helsesykepleier": ("Helsesykepleier", "følger opp barn på helsestasjonen"),
    "helsesekretær": ("Merkantil", "fører fastlegelistene på legekontoret"),
    "konsulent": ("Merkantil", "registrerer og tar imot pasienter"),
    "avdelingsleder": ("Leder", "gir tidsbegrenset tilgang"),
    "personvernrådgiver": ("Revisor", "kontrollerer tilgangsloggen"),
    "systemansvarlig": ("Lokal administrator", "lager kontoer og ansettelser"),
}

_WORK = {
    "register": "Registeransvarlig: retter opplysninger om kommunene, fører sammenslåinger",
    "rollout": "Innføringsansvarlig: starter kommuner",
    "support": "Brukerstøtte: tar imot alarmer",
    "security": "Sikkerhetsansvarlig: gir ut rollematrisen, lager kontoer",
}


@dataclass(frozen=True, slots=True)
class Beginner:
    """An account to begin with."""

    username: str
    role: str
    tries: str


def whom_to_begin_as(place: Place) -> list[Beginner]:
    """One account of each kind of work, the most common first."""
    accounts = first_accounts(place)
    return [Beginner(accounts[title], *words) for title, words in _FIRST.items()]


def welcome(*, port: int, made_on: date) -> str:
    """What stands in the terminal when the demo is ready.

    Args:
        port: Where it answers.
        made_on: The day its data count back from.
    """
    lines = [
        "",
        "Akson er klar. Alle personer er oppdiktet.",
        f"Passord for alle kontoer: {PASSWORD}",
    ]
    if made_on != today():
        lines.append(f"Dataene er fra {made_on:%d.%m.}; --fresh lager nye.")
    for name, place in PLACES.items():
        lines += ["", f"{name.capitalize()}: http://{name}.localhost:{port}/"]
        lines += [
            f"  {one.username:<26} {one.role}: {one.tries}"
            for one in whom_to_begin_as(place)
        ]
    lines += [
        "",
        f"Konsortiet: http://{CONSORTIUM_HOST}.localhost:{port}/admin/",
        f"  {CONSORTIUM_USERNAME:<26} har alle rollene: starter kommuner",
        *(f"  {one[1]:<26} {_WORK[one[0]]}" for one in CONSORTIUM_STAFF),
        "",
        "Flere kontoer står på innloggingssidene. Stopp med Ctrl-C.",
        "",
    ]
    return "\n".join(lines)


def today() -> date:
    """The day in Norway, from which the stories count back."""
    return datetime.now(ZoneInfo("Europe/Oslo")).date()
