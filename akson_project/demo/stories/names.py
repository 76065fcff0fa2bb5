"""Ordinary given names by the years they were given, and how a user name is made."""

import unicodedata
from random import Random

from akson_project.demo.stories.model import Language, Sex

_Names = dict[tuple[str, Sex], tuple[str, ...]]

_NORWEGIAN: _Names = {
    ("old", "female"): tuple(
        "Solveig Bjørg Gerd Ingrid Astrid Aslaug Ruth Inger Randi Borghild Turid Else Kari Liv Berit Eldbjørg "
        "Åse Gudrun Marie Klara Ragnhild Signe Torbjørg Magnhild Aud Synnøve Edel Reidun Oddny Jorunn Gunvor Tordis "
        "Haldis Målfrid Sigrid Anna Margit Dagny Ella Kjellaug Brit Wenche Unni Grete Karin Laila Hjørdis Jenny".split()
    ),
    ("old", "male"): tuple(
        "Arne Odd Kåre Magne Leif Torleif Harald Einar Knut Per Reidar Sverre Olav Ivar Johannes Birger Egil Alf "
        "Gunnar Trygve Nils Kjell Ingvald Finn Hans Oddvar Asbjørn Sigurd Rolf Erling Bjarne Jakob Håkon Thorvald "
        "Roald Steinar Arvid Henry Mikal Ottar Torgeir Halvard Aksel Leiv Jostein Anders Karsten Martin".split()
    ),
    ("mid", "female"): tuple(
        "Anne Hilde Bente Heidi Tone Marit Wenche Siri Trude Gro Elin Merete Mona Linda Nina Monica Kristin Camilla "
        "Lene Hege Silje Line Anita Ellen Janne Torill Ragnhild Vibeke Ingunn Beate Stine Marianne Gunn Eli".split()
    ),
    ("mid", "male"): tuple(
        "Jan Morten Terje Geir Svein Tor Bjørn Rune Tom Frode Stian Øyvind Trond Kjetil Espen Lars Roger Vidar "
        "Helge Ole Eirik Håvard Ståle Dag Arild Jarle Roar Inge Atle Sindre Tore Petter Øystein Kenneth".split()
    ),
    ("young", "female"): tuple(
        "Ida Marte Ingrid Julie Kristine Sara Hanna Thea Camilla Maria Emilie Karoline Vilde Malin Andrea Oda "
        "Marthe Helene Silje Ragna Eline Guro Sunniva Tiril Amalie Johanne Mari Synne".split()
    ),
    ("young", "male"): tuple(
        "Andreas Martin Kristian Jonas Henrik Sondre Magnus Mathias Fredrik Simen Eirik Vegard Erlend Joakim "
        "Håkon Sander Tobias Marius Sivert Torstein Aleksander Kristoffer Lars Eskil Mats".split()
    ),
    ("child", "female"): tuple(
        "Nora Emma Ella Olivia Sofie Maja Selma Ada Frida Alma Iben Hedda Astrid Live Tiril Saga Mathilde Eva "
        "Ylva Ronja Vilja Synne Oline Marie Amanda Lilly Anna Leah Hannah Ingeborg".split()
    ),
    ("child", "male"): tuple(
        "Jakob Noah Oskar Lucas Emil Filip Oliver William Ludvig Aksel Elias Isak Kasper Johannes Theodor Henrik "
        "Magnus Håkon Odin Ulrik Birk Sverre Even Jonas Peder Mikkel Ola Nils Tarjei Brage".split()
    ),
}

_SAMI: _Names = {
    ("old", "female"): tuple(
        "Máret Elle Biret Risten Ravdna Ánne Inger-Ánne Sárá Káre Marja Ellen-Márjá Berit-Máret Gáren Láilá Sofe Ánná".split()
    ),
    ("old", "male"): tuple(
        "Niillas Máhtte Áilu Piera Ánte Jovnna Mihkkal Issát Lásse Áslat Duommá Hánsa Ovllá Bierna Juhán Per-Ánte".split()
    ),
    ("mid", "female"): tuple(
        "Risten-Márjá Elle-Máret Biret-Elle Inga Ravdna Sara Máren Káren-Ánne Láila Ánne-Márjá Ellen".split()
    ),
    ("mid", "male"): tuple(
        "Nils-Ánte Áilo Mikkel Ole-Máhtte Isak Ánde Lemet Niillas Juhán-Áslat Piera John-Ánte".split()
    ),
    ("young", "female"): tuple(
        "Elle Sárá Risten Inga-Biret Máret-Ánne Láilá Ánná Sunná Maija Elen".split()
    ),
    ("young", "male"): tuple(
        "Áilu Niillas Máhtte Ánte Mihkkal Jovnna Issát Lásse Nils-Áilu".split()
    ),
    ("child", "female"): tuple(
        "Sunná Elle Biret Máren Ánne Láilá Risten Ida-Máret Áile Sárá".split()
    ),
    ("child", "male"): tuple(
        "Áilu Mihkkal Niillas Ánte Johan-Áslat Máhtte Issát Lásse Duommá Nils-Ánte".split()
    ),
}

# Letters that do not decompose, as they are written in a user name.
_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "đ": "d", "ŋ": "n", "ŧ": "t"})


def cohort(age: int) -> str:
    """Name the years in which somebody of this age was given a name."""
    if age < 18:
        return "child"
    if age < 42:
        return "young"
    return "mid" if age < 70 else "old"


def given_name(rng: Random, age: int, sex: Sex, *, sami_share: float = 0.0) -> str:
    """Pick a given name that was ordinary when the person was born."""
    table = _SAMI if rng.random() < sami_share else _NORWEGIAN
    return rng.choice(table[cohort(age), sex])


def user_name(given: str, family: str) -> str:
    """Make a user name: `ingrid.solbakk`."""
    return f"{_plain(given)}.{_plain(family)}"


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    return "".join(c for c in letters if c.isascii() and c.isalnum())


MARITAL: dict[Language, dict[str, dict[Sex, str]]] = {
    "nb": {
        "married": {"female": "gift", "male": "gift"},
        "cohabiting": {"female": "samboer", "male": "samboer"},
        "widowed": {"female": "enke", "male": "enkemann"},
        "single": {"female": "ugift", "male": "ugift"},
        "divorced": {"female": "skilt", "male": "skilt"},
    },
    "nn": {
        "married": {"female": "gift", "male": "gift"},
        "cohabiting": {"female": "sambuar", "male": "sambuar"},
        "widowed": {"female": "enkje", "male": "enkjemann"},
        "single": {"female": "ugift", "male": "ugift"},
        "divorced": {"female": "skild", "male": "skild"},
    },
}
