"""What is true of one patient, and how it is filled into sentences."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from random import Random

from akson_project.demo.stories.chance import dice
from akson_project.demo.stories.days import short_date, weekday_name
from akson_project.demo.stories.model import Language, Sex
from akson_project.demo.stories.vitals import Vitals, ill

_PRONOUNS: dict[tuple[Language, Sex], tuple[str, str]] = {
    ("nb", "female"): ("hun", "henne"),
    ("nb", "male"): ("han", "ham"),
    ("nn", "female"): ("ho", "henne"),
    ("nn", "male"): ("han", "han"),
}
_CHILD: dict[tuple[Language, str], tuple[str, str]] = {
    ("nb", "DA"): ("datter", "datteren"),
    ("nb", "SO"): ("sønn", "sønnen"),
    ("nn", "DA"): ("dotter", "dottera"),
    ("nn", "SO"): ("son", "sonen"),
}
_SPOUSE: dict[tuple[Language, str], str] = {
    ("nb", "female"): "mannen",
    ("nb", "male"): "kona",
    ("nn", "female"): "mannen",
    ("nn", "male"): "kona",
}


class _Slots(dict[str, str]):
    """Facts by name; sets of measurements are drawn when asked for.

    `m0` to `m2` are of somebody nearly well, poorly and ill; `mc` is ill and confused.
    """

    measure: Callable[[str], str]

    def __missing__(self, name: str) -> str:
        if name not in {"m0", "m1", "m2", "mc"}:
            raise KeyError(name)
        return self.measure(name[1])


@dataclass(frozen=True, slots=True)
class Wound:
    """A wound in millimetres, and how much it shrinks in a day."""

    side: str
    length_mm: float
    width_mm: float
    shrinks: float

    def size_on(self, days: int) -> str:
        """Write its size in centimetres after so many days."""
        share = max(0.12, 1 - self.shrinks * days)
        length, width = self.length_mm * share, self.width_mm * share
        return f"{_decimal(max(length / 10, 0.5))} x {_decimal(max(width / 10, 0.3))}"


@dataclass(frozen=True, slots=True)
class Profile:
    """The facts a note about one patient may draw on."""

    key: str
    sex: Sex
    given: str
    tags: frozenset[str]
    first: date
    child: tuple[str, str] | None = None
    spouse_is_partner: bool = False
    weight_kg: float = 70.0
    weight_slope: float = 0.0
    drops: tuple[tuple[date, float], ...] = ()
    systolic: int = 135
    pulse: int = 74
    saturation: int = 96
    sugar: float = 7.4
    wound: Wound | None = None
    birth_weight_g: int = 3500

    def weight_on(self, day: date) -> float:
        """The weight on a day: a base, a slow change, a drop if there was one, and noise."""
        noise = dice(self.key, "weight", (day - self.first).days).uniform(-0.3, 0.3)
        lost = sum(kg for when, kg in self.drops if when <= day)
        return round(
            self.weight_kg + self.weight_slope * (day - self.first).days - lost + noise,
            1,
        )

    def slots(self, language: Language, at: datetime, rng: Random) -> dict[str, str]:
        """Everything a sentence may name, at one moment, in the author's language."""
        slots = _Slots(
            self._people(language, rng)
            | self._measures(at.date(), rng)
            | _times(language, at, rng)
        )
        slots.measure = lambda degree: self._vitals(degree, rng).written(language)
        return slots

    def _vitals(self, degree: str, rng: Random) -> Vitals:
        usual = self.saturation if self.saturation < 94 else 99
        vitals = ill(rng, 1 if degree == "c" else int(degree), usual_saturation=usual)
        return replace(vitals, is_newly_confused=degree == "c")

    def _people(self, language: Language, rng: Random) -> dict[str, str]:
        han, ham = _PRONOUNS[language, self.sex]
        spouse = _SPOUSE[language, self.sex]
        if self.spouse_is_partner:
            spouse = "sambuaren" if language == "nn" else "samboeren"
        relatives = "pårørande" if language == "nn" else "pårørende"
        child, child_definite = relatives, relatives
        if self.child:
            name, kind = self.child
            bare, definite = _CHILD[language, kind]
            child = rng.choice((bare, bare, f"{bare} {name}", name))
            child_definite = definite
        missed = (
            spouse
            if "ektefelle" in self.tags
            else ("mor" if self.sex == "female" else "bror sin")
        )
        if "enke" in self.tags or "enkemann" in self.tags:
            missed = (
                f"{_SPOUSE[language, self.sex]} sin"
                if self.sex == "female"
                else "kona si"
            )
        friend = rng.choice(
            ("ein ven", "naboen") if language == "nn" else ("en venn", "naboen")
        )
        named = {
            "barn": child,
            "barn_def": child_definite,
            "barn_eller": child,
            "ekt": spouse,
        }
        named |= {
            "han": han,
            "ham": ham,
            "savner": missed,
            "venn": friend,
            "ham_navn": self.given,
        }
        return named | {
            word.capitalize(): _capital(text) for word, text in named.items()
        }

    def _measures(self, day: date, rng: Random) -> dict[str, str]:
        systolic = 5 * round((self.systolic + rng.randint(-9, 9)) / 5)
        diastolic = 5 * round(systolic * rng.uniform(0.54, 0.6) / 5)
        sugar = self.sugar + rng.uniform(-1.4, 1.6)
        wound = self.wound or Wound("ve.", 30, 20, 0.0)
        return {
            "bt": f"{systolic}/{diastolic}",
            "p": str(self.pulse + rng.randint(-5, 6)),
            "vekt": _decimal(self.weight_on(day)),
            "spo2": str(self.saturation + rng.randint(-1, 1)),
            "rf": str(rng.randint(18, 20)),
            "bs": _decimal(sugar),
            "bs_hoy": _decimal(sugar + rng.uniform(2.1, 3.4)),
            "sar": wound.size_on((day - self.first).days),
            "side": wound.side,
            "nrs1": str(rng.randint(3, 5)),
            "nrs2": str(rng.randint(2, 4)),
            "ml": str(50 * rng.randint(7, 13)),
            "uker": rng.choice(("6", "8", "10")),
        }


def _times(language: Language, at: datetime, rng: Random) -> dict[str, str]:
    ahead = at.date() + timedelta(days=rng.randint(2, 5))
    if ahead.weekday() >= 5:
        ahead += timedelta(days=2)
    minute = at.minute - at.minute % 5
    return {
        "t": f"{at.hour:02d}.{minute:02d}",
        "neste": weekday_name(ahead, language),
        "dato": short_date(at.date() - timedelta(days=rng.randint(1, 4))),
        "dato_fram": short_date(at.date() + timedelta(days=14)),
    }


def _decimal(value: float) -> str:
    return (
        f"{value:.1f}".replace(".", ",").removesuffix(",0")
        if value < 10
        else f"{value:.1f}".replace(".", ",")
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
