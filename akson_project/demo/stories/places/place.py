"""What a municipality is described by."""

from dataclasses import dataclass
from random import Random

from akson_project.demo.stories.model import GpStory, Language, MunicipalityName

# Home care: the keys are the same in every municipality.
LISTS = {"za": ("za1", "za2"), "zb": ("zb1", "zb2")}

# People who have written in the record and have no account: title | how many | units.
AUTHORS = """
vikar | 1 | za
sykepleier | 2 | za
helsefagarbeider | 7 | za
assistent | 2 | za
vernepleier | 1 | za
sykepleier | 2 | zb
helsefagarbeider | 6 | zb
assistent | 1 | zb
sykepleier | 1 | za zb | natt
helsefagarbeider | 2 | za zb | natt
sykepleier | 1 | w1
helsefagarbeider | 4 | w1
vernepleier | 1 | w1
assistent | 1 | w1
sykepleier | 2 | w2
helsefagarbeider | 4 | w2
sykepleier | 2 | w3
helsefagarbeider | 3 | w3
sykepleier | 1 | w1 w2 w3 | natt
helsefagarbeider | 2 | w1 w2 w3 | natt
helsefagarbeider | 1 | dag
helsesykepleier | 1 | hs
jordmor | 1 | hs
lege | 1 | hs
sykepleier | 2 | lv
lege | 2 | lv
saksbehandler | 1 | tk
"""


@dataclass(frozen=True, slots=True)
class Abroad:
    """Names and language of people who came from elsewhere."""

    language: str
    women: tuple[str, ...]
    men: tuple[str, ...]
    families: tuple[str, ...]


ABROAD = (
    Abroad(
        "ar",
        ("Amal", "Rima", "Layla", "Nour"),
        ("Hassan", "Omar", "Tarek", "Yasin"),
        ("Al-Nahrawi", "Barakish", "Qasmuri"),
    ),
    Abroad(
        "so",
        ("Hodan", "Fadumo", "Sahra"),
        ("Abdirahman", "Yusuf", "Liban"),
        ("Guuleedi", "Xaashiwe", "Dhoorre"),
    ),
    Abroad(
        "pl",
        ("Agnieszka", "Katarzyna", "Ewa"),
        ("Piotr", "Tomasz", "Marek"),
        ("Zielgorska", "Brzozny", "Lipowiec"),
    ),
    Abroad(
        "uk",
        ("Oksana", "Iryna", "Nataliia"),
        ("Mykola", "Serhii", "Taras"),
        ("Stepnenko", "Vyshnychuk", "Lozynko"),
    ),
    Abroad("en", ("Grace", "Joy"), ("Daniel", "Samuel"), ("Oakhollow", "Mensaye")),
)


@dataclass(frozen=True, slots=True)
class Place:
    """One municipality as a stage.

    `units` holds lines `key | kind | parent | service | name`; `accounts` is read by
    `staff`. A surname is a stem and an ending.
    """

    name: MunicipalityName
    language: Language
    enterprise_prefix: str
    units: str
    accounts: str
    stems: tuple[str, ...]
    endings: tuple[str, ...]
    more_families: tuple[str, ...]
    streets: tuple[str, ...]
    postcodes: tuple[tuple[str, str], ...]
    gps: tuple[tuple[str, str], ...]
    schools: tuple[str, str]
    hospital: str
    local_language: str
    sami_share: float = 0.0

    def family_name(self, rng: Random, *, is_sami: bool = False) -> str:
        """Invent a surname of the district."""
        if self.more_families and not is_sami:
            return rng.choice(self.more_families)
        return rng.choice(self.stems) + rng.choice(self.endings)

    def street_address(self, rng: Random) -> tuple[str, str, str]:
        """Invent a street address with a real postcode."""
        line = f"{rng.choice(self.streets)} {rng.randint(1, 89)}"
        if rng.random() < 0.15:
            line += rng.choice("ABC")
        postcode, city = rng.choice(self.postcodes)
        return line, postcode, city

    def gp(self, rng: Random, phones: dict[str, str]) -> GpStory:
        """Pick a general practitioner; an office has one telephone."""
        name, office = rng.choice(self.gps)
        return GpStory(name, office, phones[office])
