"""Which tables of sentences people write from, by place, setting and form of Norwegian."""

from functools import cache
from typing import Literal

from akson_project.demo.stories.grammar import (
    Phrase,
    Spell,
    by_topic,
    parse,
    parse_spells,
)
from akson_project.demo.stories.model import Language, MunicipalityName
from akson_project.demo.stories.phrases.local import (
    LOCAL_BERGEN,
    LOCAL_KARASJOK,
    LOCAL_KARASJOK_WARD,
    LOCAL_SUNNFJORD,
)
from akson_project.demo.stories.phrases.nb_conditions import CONDITIONS_NB
from akson_project.demo.stories.phrases.nb_home import HOME_NB
from akson_project.demo.stories.phrases.nb_spells_home import SPELLS_HOME_NB
from akson_project.demo.stories.phrases.nb_spells_ward import SPELLS_WARD_NB
from akson_project.demo.stories.phrases.nb_ward import WARD_NB
from akson_project.demo.stories.phrases.nn_conditions import CONDITIONS_NN
from akson_project.demo.stories.phrases.nn_home import HOME_NN
from akson_project.demo.stories.phrases.nn_spells_home import SPELLS_HOME_NN
from akson_project.demo.stories.phrases.nn_spells_ward import SPELLS_WARD_NN
from akson_project.demo.stories.phrases.nn_ward import WARD_NN

Setting = Literal["home", "ward"]

_DAYS: dict[tuple[Setting, Language], tuple[str, ...]] = {
    ("home", "nb"): (HOME_NB, CONDITIONS_NB),
    ("home", "nn"): (HOME_NN, CONDITIONS_NN),
    ("ward", "nb"): (WARD_NB, CONDITIONS_NB),
    ("ward", "nn"): (WARD_NN, CONDITIONS_NN),
}
_LOCAL: dict[tuple[MunicipalityName, Setting, Language], str] = {
    ("bergen", "home", "nb"): LOCAL_BERGEN,
    ("sunnfjord", "home", "nn"): LOCAL_SUNNFJORD,
    ("karasjok", "home", "nb"): LOCAL_KARASJOK,
    ("karasjok", "ward", "nb"): LOCAL_KARASJOK_WARD,
}
_SPELLS: dict[tuple[Setting, Language], str] = {
    ("home", "nb"): SPELLS_HOME_NB,
    ("home", "nn"): SPELLS_HOME_NN,
    ("ward", "nb"): SPELLS_WARD_NB,
    ("ward", "nn"): SPELLS_WARD_NN,
}


@cache
def phrases_by_topic(
    municipality: MunicipalityName, setting: Setting, language: Language
) -> dict[str, tuple[Phrase, ...]]:
    """Give the sentences of ordinary days."""
    tables = (
        *_DAYS[setting, language],
        _LOCAL.get((municipality, setting, language), ""),
    )
    return by_topic(phrase for table in tables if table for phrase in parse(table))


@cache
def spells(setting: Setting, language: Language) -> dict[str, Spell]:
    """Give the small courses of events by name; both forms have the same names."""
    return {spell.name: spell for spell in parse_spells(_SPELLS[setting, language])}
